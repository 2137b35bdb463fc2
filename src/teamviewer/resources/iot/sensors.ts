/** Sensors of managed devices, whose values TeamViewer IoT collects. */
import check from "../../../../generated/teamviewer.checks/MetricDataResponse";
import checkPlugin from "../../../../generated/teamviewer.checks/SensorPluginResponse";
import { limits } from "../../../../generated/teamviewer.limits";
import { integerInput, textInput } from "../../../platform/inputs";
import { jsonInput, jsonItemsInput } from "../../../platform/jsonInputs";
import { change, list, picklist, read, readAs, readList } from "../../client";
import { ids } from "../../vocabulary";
import { exampleSuccess, withRecord } from "./answers";

/** All sensors of a device in one answer. */
const sensors = list("GET /devices/{deviceId}/iot/sensors", { items: "sensors" });

const managedDeviceId = ids.managedDevice.required("The device, by its management ID, a GUID.");

const idForm = "letters, digits, spaces, - and _";

const idLimits = { ...limits.SensorDataResponse.datasourceId, format: idForm };

const sensorId = ids.sensor.required("The sensor of the device, by its datasourceId.", idLimits);

const exampleMetric = {
  name: "Flow temperature",
  metricId: "temperature-1",
  valueType: "double",
  valueAnnotation: "Temperature",
  valueUnit: "°C",
};

const examplePlugin = {
  id: "modbus-1",
  name: "Modbus reader",
  params: { port: 502 },
  source: { type: "script", target: "/opt/sensors/boiler.sh" },
};

const exampleType = { kind: "boiler-1" };

const anyValue = (_value: unknown): _value is unknown => true;

const exampleSensor = {
  name: "Boiler 2",
  datasourceId: "boiler-2",
  metrics: [exampleMetric],
  connectorId: "d52f8a06-1e94-4c7b-b30d-6a9c4e7f2b18",
  monitoringService: "/opt/sensors/boiler.sh",
  frequency: 60,
  plugin: examplePlugin,
  sensorType: exampleType,
  scriptPath: "/opt/sensors/boiler.sh",
};

/** What a sensor has besides its ID; `blank` says what happens to what is left blank. */
const fields = (blank: string) => ({
  name: textInput({
    label: "Name",
    comments: "The name of the sensor, 1 to 50 characters.",
    example: "Boiler 2",
    required: true,
    ...limits.SensorDataResponse.name,
  }),
  metrics: jsonItemsInput(
    {
      label: "Metrics",
      comments: `What the sensor measures: a list of metrics, each with a name of 1 to 50 characters and a metricId of 1 to 32 (${idForm}), and optionally its valueType, valueAnnotation and valueUnit. ${blank}`,
      example: [exampleMetric],
    },
    check,
  ),
  connectorId: textInput({
    label: "Connector ID",
    comments: `The connector through which the sensor's values come. ${blank}`,
    example: "d52f8a06-1e94-4c7b-b30d-6a9c4e7f2b18",
  }),
  monitoringService: textInput({
    label: "Monitoring Service",
    comments: `The command on the device that reads the values. ${blank}`,
    example: "/opt/sensors/boiler.sh",
  }),
  frequency: integerInput({
    label: "Frequency",
    comments: `How often the values are read: a whole number from 1 on. TeamViewer names no unit. ${blank}`,
    example: "60",
    minimum: 1,
    maximum: 2_147_483_647,
  }),
  plugin: jsonInput(
    {
      label: "Plugin",
      comments: `The plugin that reads the values: its id, name and params, and as source its type and, as target, the path of the script to run. ${blank}`,
      example: examplePlugin,
    },
    checkPlugin,
  ),
  sensorType: jsonInput(
    {
      label: "Sensor Type",
      comments: `The kind of sensor, as any JSON value; TeamViewer publishes no form of it. ${blank}`,
      example: exampleType,
    },
    anyValue,
  ),
  scriptPath: textInput({
    label: "Script Path",
    comments: `The path on the device of the script that reads the values. ${blank}`,
    example: "/opt/sensors/boiler.sh",
  }),
});

const listIotSensors = readList({
  label: "List IoT Sensors",
  description: "List the IoT sensors of a managed device with their metrics, all of them in one answer.",
  list: sensors,
  inputs: { managedDeviceId },
  request: ({ managedDeviceId: deviceId }) => ({ path: { deviceId } }),
  example: { sensors: [exampleSensor] },
});

const getIotSensor = readAs({
  label: "Get IoT Sensor",
  description: "Get one IoT sensor of a managed device with its metrics. TeamViewer answers with a list of one.",
  operation: "GET /devices/{deviceId}/iot/sensors/{sensorId}",
  inputs: { managedDeviceId, sensorId },
  request: ({ managedDeviceId: deviceId, sensorId }) => ({ path: { deviceId, sensorId } }),
  answer: (answer) => withRecord(answer, "sensors"),
  example: { sensors: [exampleSensor] },
});

const createIotSensor = change({
  label: "Create IoT Sensor",
  description: "Create an IoT sensor on a managed device, with the metrics that it measures.",
  operation: "POST /devices/{deviceId}/iot/sensors",
  inputs: {
    managedDeviceId,
    datasourceId: textInput({
      label: "Data Source ID",
      comments: `The ID of the new sensor, 1 to 36 characters: ${idForm}. Blank: TeamViewer makes one.`,
      example: "boiler-2",
      ...idLimits,
    }),
    ...fields("Blank: none."),
  },
  request: ({ managedDeviceId: deviceId, ...body }) => ({ path: { deviceId }, body }),
  example: exampleSensor,
});

const updateIotSensor = change({
  label: "Update IoT Sensor",
  description:
    "Change an IoT sensor of a managed device. The name is always sent with it; TeamViewer does not say whether a field that is left blank keeps its value.",
  operation: "PUT /devices/{deviceId}/iot/sensors/{sensorId}",
  inputs: { managedDeviceId, sensorId, ...fields("Blank: not sent.") },
  request: ({ managedDeviceId: deviceId, sensorId, ...fields }) => ({
    path: { deviceId, sensorId },
    body: { datasourceId: sensorId, ...fields },
  }),
  example: exampleSuccess,
});

const deleteIotSensor = change({
  label: "Delete IoT Sensor",
  description: "Delete an IoT sensor of a managed device with its metrics.",
  irreversible: true,
  operation: "DELETE /devices/{deviceId}/iot/sensors/{sensorId}",
  inputs: { managedDeviceId, sensorId },
  request: ({ managedDeviceId: deviceId, sensorId }) => ({ path: { deviceId, sensorId } }),
  example: exampleSuccess,
});

const getIotMonitoringConfiguration = read({
  label: "Get IoT Monitoring Configuration",
  description: "Get whether the IoT sensors of a managed device can be set up from the cloud.",
  operation: "GET /devices/{id}/iot/monitoring-configuration",
  inputs: { managedDeviceId },
  request: ({ managedDeviceId: id }) => ({ path: { id } }),
  example: { deviceId: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", supportsSensorSetupFromCloud: true },
});

const selectIotSensor = picklist({
  label: "Select IoT Sensor",
  description: "Pick one of the IoT sensors of a managed device, by name.",
  inputs: { managedDeviceId },
  records: (tv, { managedDeviceId: deviceId }) => sensors.all(tv, { path: { deviceId } }),
  key: (sensor) => sensor.datasourceId,
  name: (sensor) => [sensor.name],
  example: { key: exampleSensor.datasourceId, label: exampleSensor.name },
});

export const actions = {
  listIotSensors,
  getIotSensor,
  createIotSensor,
  updateIotSensor,
  deleteIotSensor,
  getIotMonitoringConfiguration,
};
export const dataSources = { selectIotSensor };
