/**
 * The monitoring of TeamViewer IoT in its second version: a vault has devices, a device connectors, a connector sensors,
 * a sensor metrics, and a metric data.
 */
import { unixTimeInput } from "../../../platform/dateInputs";
import { integerInput } from "../../../platform/inputs";
import { list, picklist, read, readList } from "../../client";
import { continuationToken, reading } from "../../inputs";
import { ids } from "../../vocabulary";
import { deviceId } from "./inputs";

const paged = { next: "continuationToken", token: "continuationToken" } as const;

const devicesPath = "GET /iot/monitoring/vaults/{vaultId}/devices";
const connectorsPath = `${devicesPath}/{deviceId}/connectors` as const;
const sensorsPath = `${connectorsPath}/{connectorId}/sensors` as const;
const metricsPath = `${sensorsPath}/{sensorId}/metrics` as const;
const dataPath = `${metricsPath}/{metricId}/data` as const;

const devices = list(devicesPath, { items: "devicesList", ...paged });
const connectors = list(connectorsPath, { items: "connectorsList", ...paged });
const sensors = list(sensorsPath, { items: "sensorsList", ...paged });
const metrics = list(metricsPath, { items: "metricsList", ...paged });
const metricData = list(dataPath, { items: "metricDataList", ...paged });
const latestMetricData = list(`${dataPath}/latest`, { items: "metricDataList", ...paged });

const ofVault = {
  vaultId: ids.vault.required("The vault, by its GUID; Get IoT Vault tells that of a device."),
};
const ofDevice = {
  ...ofVault,
  deviceId: ids.vaultDevice.required("The device of the vault, by the number that List IoT Vault Devices tells."),
};
const ofConnector = {
  ...ofDevice,
  connectorId: ids.connector.required("The connector of the device, by its GUID."),
};
const ofSensor = {
  ...ofConnector,
  sensorId: ids.connectorSensor.required("The sensor of the connector, by its GUID."),
};
const ofMetric = {
  ...ofSensor,
  metricId: ids.metric.required("The metric of the sensor, by its GUID."),
};

const page = { continuationToken, ...reading };

const exampleToken = "aW90LTEwMA==";
const createdAt = 1767862800000;
const exampleConnector = { id: "d52f8a06-1e94-4c7b-b30d-6a9c4e7f2b18", createdAt };
const exampleSensor = { id: "0b7c6e91-5f43-4d28-8a1e-9d3f2c6b0e57", name: "Boiler 2", createdAt };
const exampleMetric = {
  id: "f18d3b40-6a97-4c52-9e08-2b5d7f1c8a36",
  name: "Flow temperature",
  createdAt,
  valueType: "Double",
  valueAnnotation: "Temperature",
  valueUnit: "°C",
};

const getIotVault = read({
  label: "Get IoT Vault",
  description: "Get the ID of the IoT vault that keeps the data of a device.",
  operation: "GET /iot/monitoring/device/{deviceId}/vault",
  inputs: { deviceId },
  request: (path) => ({ path }),
  example: { vaultId: "64b0e7d9-3c52-4f18-a6d3-8e1f9c0b7a25" },
});

const listIotVaultDevices = readList({
  label: "List IoT Vault Devices",
  description: "List the devices whose data an IoT vault keeps, by their numbers, a page or all of them.",
  list: devices,
  inputs: { ...ofVault, ...page },
  request: ({ continuationToken, ...path }) => ({ path, query: { continuationToken } }),
  example: { devicesList: [{ id: 123456789 }], continuationToken: exampleToken },
});

const listIotConnectors = readList({
  label: "List IoT Connectors",
  description: "List the connectors through which the data of an IoT device comes, a page or all of them.",
  list: connectors,
  inputs: { ...ofDevice, ...page },
  request: ({ continuationToken, ...path }) => ({ path, query: { continuationToken } }),
  example: { connectorsList: [exampleConnector], continuationToken: exampleToken },
});

const listIotConnectorSensors = readList({
  label: "List IoT Connector Sensors",
  description: "List the sensors of a connector of an IoT device, a page or all of them.",
  list: sensors,
  inputs: { ...ofConnector, ...page },
  request: ({ continuationToken, ...path }) => ({ path, query: { continuationToken } }),
  example: { sensorsList: [exampleSensor], continuationToken: exampleToken },
});

const listIotMetrics = readList({
  label: "List IoT Metrics",
  description: "List the metrics of an IoT sensor with their types and units, a page or all of them.",
  list: metrics,
  inputs: { ...ofSensor, ...page },
  request: ({ continuationToken, ...path }) => ({ path, query: { continuationToken } }),
  example: { metricsList: [exampleMetric], continuationToken: exampleToken },
});

const exampleData = {
  metricDataList: [{ value: 71.5, timestamp: 1774958400000 }],
  metricDataType: "Double" as const,
  continuationToken: exampleToken,
};

const listIotMetricData = readList({
  label: "List IoT Metric Data",
  description:
    "List the values of an IoT metric in a range of time, a page or all of them, each with its time as Unix time in milliseconds.",
  list: metricData,
  inputs: {
    ...ofMetric,
    since: unixTimeInput({
      label: "Since",
      comments: "Only values from this time on. Blank: TeamViewer's default.",
      example: "2026-03-31T00:00:00Z",
    }),
    until: unixTimeInput({
      label: "Until",
      comments: "Only values up to this time. Blank: TeamViewer's default.",
      example: "2026-03-31T14:00:00Z",
    }),
    ...page,
  },
  request: ({ since, until, continuationToken, ...path }) => ({ path, query: { since, until, continuationToken } }),
  example: exampleData,
});

const listLatestIotMetricData = readList({
  label: "List Latest IoT Metric Data",
  description: "List the latest values of an IoT metric, each with its time as Unix time in milliseconds.",
  list: latestMetricData,
  inputs: {
    ...ofMetric,
    count: integerInput({
      label: "Count",
      comments: "How many values TeamViewer gives, a whole number from 1 on. Blank: TeamViewer's default.",
      example: "10",
      minimum: 1,
      maximum: 2_147_483_647,
    }),
    ...page,
  },
  request: ({ count, continuationToken, ...path }) => ({ path, query: { count, continuationToken } }),
  example: exampleData,
});

const selectIotVaultDevice = picklist({
  label: "Select IoT Vault Device",
  description: "Pick one of the devices of an IoT vault, by its number.",
  inputs: ofVault,
  records: (tv, path) => devices.pages(tv, { path }),
  key: (device) => device.id,
  name: (device) => [device.id],
  example: { key: "123456789", label: "123456789" },
});

const selectIotConnector = picklist({
  label: "Select IoT Connector",
  description: "Pick one of the connectors of an IoT device, by its ID.",
  inputs: ofDevice,
  records: (tv, path) => connectors.pages(tv, { path }),
  key: (connector) => connector.id,
  name: (connector) => [connector.id],
  example: { key: exampleConnector.id, label: exampleConnector.id },
});

const selectIotConnectorSensor = picklist({
  label: "Select IoT Connector Sensor",
  description: "Pick one of the sensors of a connector of an IoT device, by name.",
  inputs: ofConnector,
  records: (tv, path) => sensors.pages(tv, { path }),
  key: (sensor) => sensor.id,
  name: (sensor) => [sensor.name],
  example: { key: exampleSensor.id, label: exampleSensor.name },
});

const selectIotMetric = picklist({
  label: "Select IoT Metric",
  description: "Pick one of the metrics of an IoT sensor, by name.",
  inputs: ofSensor,
  records: (tv, path) => metrics.pages(tv, { path }),
  key: (metric) => metric.id,
  name: (metric) => [metric.name, metric.valueUnit],
  example: { key: exampleMetric.id, label: `${exampleMetric.name} (${exampleMetric.valueUnit})` },
});

export const actions = {
  getIotVault,
  listIotVaultDevices,
  listIotConnectors,
  listIotConnectorSensors,
  listIotMetrics,
  listIotMetricData,
  listLatestIotMetricData,
};
export const dataSources = { selectIotVaultDevice, selectIotConnector, selectIotConnectorSensor, selectIotMetric };
