/** Values of IoT metrics by device, sensor and metric: queried, and pushed into TeamViewer IoT. */
import { SpectralError } from "@prismatic-io/spectral";
import type { components } from "../../../../generated/teamviewer";
import checkLatest from "../../../../generated/teamviewer.checks/LatestDataGetParameters";
import checkMetricInfo from "../../../../generated/teamviewer.checks/MetaInfo";
import checkMetric from "../../../../generated/teamviewer.checks/Metric";
import { unixTimeInput } from "../../../platform/dateInputs";
import { integerInput, onOffInput, textInput } from "../../../platform/inputs";
import { jsonItemsInput } from "../../../platform/jsonInputs";
import { change, read } from "../../client";
import { deviceId } from "./inputs";

const valueTypes = "0 whole number, 1 decimal number, 2 true or false, 3 text";

const queryIotData = read({
  label: "Query IoT Data",
  description: "Get the values of IoT metrics in a range of time, each value with its time.",
  operation: "POST /data",
  inputs: {
    since: unixTimeInput({
      label: "Since",
      comments: "The start of the range. TeamViewer names no unit of it here; it is sent in milliseconds.",
      example: "2026-03-31T00:00:00Z",
      required: true,
    }),
    until: unixTimeInput({
      label: "Until",
      comments: "The end of the range. TeamViewer names no unit of it here; it is sent in milliseconds.",
      example: "2026-03-31T14:00:00Z",
      required: true,
    }),
    metrics: jsonItemsInput(
      {
        label: "Metrics",
        comments: `The metrics: a list of objects, each with metricId, sensorId, deviceId (a number; TeamViewer does not say of which ID) and valueType (${valueTypes}), and optionally aggregationFunc, a number from 0 to 4 for which no names are published.`,
        example: [
          { metricId: "temperature-1", sensorId: "boiler-2", deviceId: 123456789, aggregationFunc: 0, valueType: 1 },
        ],
        required: true,
      },
      checkMetricInfo,
    ),
    period: integerInput({
      label: "Period",
      comments:
        "The length of time that values are put together over, a whole number. TeamViewer names no unit. Blank: TeamViewer's default.",
      example: "60000",
      minimum: 0,
    }),
  },
  request: ({ since, until, metrics, period }) => ({ body: { range: [since, until], metrics, period } }),
  example: [
    {
      metricId: "temperature-1",
      sensorId: "boiler-2",
      aggregationFunc: 0,
      result: [{ doubleValue: 71.5, timestamp: 1774958400000, valueType: 1 as const }],
    },
  ],
});

const queryLatestIotData = read({
  label: "Query Latest IoT Data",
  description: "Get the latest value of each of the given IoT metrics, with its time.",
  operation: "POST /iot/LatestData",
  inputs: {
    latestDataInfos: jsonItemsInput(
      {
        label: "Metrics",
        comments: `The metrics: a list of objects, each with deviceId (the number of the TeamViewer ID, which is the remotecontrol_id without its r), datasourceId (the ID of the sensor), metricId and valueType (${valueTypes}).`,
        example: [{ deviceId: 123456789, datasourceId: "boiler-2", metricId: "temperature-1", valueType: 1 }],
        required: true,
      },
      checkLatest,
    ),
  },
  request: ({ latestDataInfos: LatestDataInfos }) => ({ body: { LatestDataInfos } }),
  example: [
    {
      deviceId: 123456789,
      metricId: "temperature-1",
      datasourceId: "boiler-2",
      doubleValue: 71.5,
      timeStamp: 1774958400000,
    },
  ],
});

/** What an answer tells of one place that the values were to arrive at. */
type Arrival = components["schemas"]["PushIoTDataStatus"];

const wordsOf = ({ error, errorCode, errorSignature }: Arrival): string => {
  const details = [errorCode && `error_code ${errorCode}`, errorSignature && `error_signature ${errorSignature}`];
  const more = details.filter(Boolean).join(", ");
  return `${error || "no reason is given"}${more && ` (${more})`}`;
};

/** With HTTP 200 too the values may not have arrived. Throws in the vendor's words when they did not. */
const requireArrival = (cloud: Arrival = {}, device: Arrival = {}) => {
  if (cloud.success === false) throw new SpectralError(`TeamViewer did not store the values: ${wordsOf(cloud)}.`);
  if (device.success !== false) return;
  throw new SpectralError(
    `TeamViewer stored the values and could not forward them to the device: ${wordsOf(device)}. Running it again pushes them again.`,
  );
};

const pushIotData = change({
  label: "Push IoT Data",
  description:
    "Push values of the metrics of one sensor into TeamViewer IoT. It fails where TeamViewer answers that the values did not arrive.",
  operation: "POST /iot/data/push",
  inputs: {
    deviceId,
    sensorId: textInput({
      label: "Sensor ID",
      comments: "The sensor, by its datasourceId.",
      example: "boiler-2",
      required: true,
    }),
    metrics: jsonItemsInput(
      {
        label: "Metrics",
        comments:
          "The values: a list of objects, each with metricId and value, which is a number, a text or true or false.",
        example: [{ metricId: "temperature-1", value: 71.5 }],
        required: true,
      },
      checkMetric,
    ),
    timestamp: unixTimeInput({
      label: "Timestamp",
      comments: "When the values were measured; it is sent in milliseconds. Blank: TeamViewer's default.",
      example: "2026-03-31T14:00:00Z",
    }),
    forwardToDevice: onOffInput({
      label: "Forward to Device",
      comments:
        "Yes: the device gets the values too, and it is an error when it does not. Blank: TeamViewer's default.",
    }),
  },
  send: async (tv, { sensorId, metrics, ...rest }) => {
    const body = { ...rest, sensor: { sensorId, metrics } };
    const answer = await tv.request("POST /iot/data/push", { body });
    requireArrival(answer.cloudResponse, rest.forwardToDevice ? answer.deviceResponse : undefined);
    return answer;
  },
  example: {
    sensorId: "boiler-2",
    cloudResponse: { success: true },
    deviceResponse: { success: true },
    timestamp: 1774965600000,
  },
});

export const actions = { queryIotData, queryLatestIotData, pushIotData };
