/** What a widget of an IoT dashboard consists of: its inputs, and an example that dashboards show too. */
import checkDataConfigs from "../../../../generated/teamviewer.checks/DataConfigs";
import checkObject from "../../../../generated/teamviewer.checks/VisualizationObject";
import { limits } from "../../../../generated/teamviewer.limits";
import { groupInput } from "../../../platform/groupInput";
import { integerInput, textInput } from "../../../platform/inputs";
import { jsonInput, jsonItemsInput } from "../../../platform/jsonInputs";

const exampleDataConfigs = {
  aggregation: { method: "average", period: 3600 },
  axisType: 0,
  dataPeriod: 86400,
  limit: 100,
  maxValue: "90",
  minValue: "0",
  refreshInterval: 60,
  oneWidgetPerMetric: 0,
  scalingType: 0,
  lat: 52,
  lng: 21,
  startDate: 1774915200000,
  endDate: 1775001600000,
};

const exampleObject = {
  metricId: "f18d3b40-6a97-4c52-9e08-2b5d7f1c8a36",
  metricName: "Flow temperature",
  sensor: {
    deviceName: "FRONT-DESK-03",
    deviceId: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31",
    teamviewerId: "123456789",
    name: "Boiler 2",
    id: "boiler-2",
    provisionedSensorId: "0b7c6e91-5f43-4d28-8a1e-9d3f2c6b0e57",
  },
  unitsOfMeasurement: "°C",
  valueType: "double",
};

export const exampleWidget = {
  id: "a90d4f62-7b18-4e35-9c0a-1f6e8d2b5c74",
  name: "Flow temperature",
  type: "lineChart",
  visualizationObjects: [exampleObject],
  layout: {
    height: 4,
    positionX: "0",
    positionY: "2",
    width: 6,
    minHeight: 2,
    minWidth: 3,
    maxHeight: 8,
    maxWidth: 12,
  },
  dataConfigs: exampleDataConfigs,
};

const size = (label: string, what: string, example: string) =>
  integerInput({
    label,
    comments: `${what} in cells of the dashboard's grid, a whole number. Blank: TeamViewer's default.`,
    example,
    minimum: 0,
    maximum: 2_147_483_647,
  });

const position = (label: string, what: string, example: string) =>
  textInput({
    label,
    comments: `The ${what} of the widget's upper left corner in the grid, a number as a text. Blank: TeamViewer's default.`,
    example,
  });

const layout = groupInput({
  label: "Layout",
  comments: "Where on the dashboard the widget stands and how large it is. Blank as a whole: TeamViewer's default.",
  fields: {
    height: size("Height", "The height", "4"),
    positionX: position("Position X", "column", "0"),
    positionY: position("Position Y", "row", "2"),
    width: size("Width", "The width", "6"),
    minHeight: size("Minimum Height", "The least height", "2"),
    minWidth: size("Minimum Width", "The least width", "3"),
    maxHeight: size("Maximum Height", "The largest height", "8"),
    maxWidth: size("Maximum Width", "The largest width", "12"),
  },
});

/** The fields of a widget, as creating and updating it takes them. */
export const widgetFields = {
  name: textInput({
    label: "Name",
    comments: "The title of the widget, at most 100 characters.",
    example: "Flow temperature",
    required: true,
    ...limits.WidgetPostParameters.name,
  }),
  type: textInput({
    label: "Type",
    comments:
      "The kind of widget, at most 100 characters. TeamViewer publishes no list of them; Get IoT Widget tells that of an existing one.",
    example: "lineChart",
    required: true,
    ...limits.WidgetPostParameters.type,
  }),
  visualizationObjects: jsonItemsInput(
    {
      label: "Visualization Objects",
      comments:
        "The metrics that the widget shows: a list of objects, each with metricId, metricName, unitsOfMeasurement and valueType, and the sensor that the metric is of.",
      example: [exampleObject],
      required: true,
    },
    checkObject,
  ),
  dataConfigs: jsonInput(
    {
      label: "Data Configuration",
      comments:
        "Which values the widget shows and how: aggregation (method and period), period, limits, axis and scale. TeamViewer publishes neither units nor the meaning of its numbers; Get IoT Widget tells those of an existing one.",
      example: exampleDataConfigs,
      required: true,
    },
    checkDataConfigs,
  ),
  layout,
};
