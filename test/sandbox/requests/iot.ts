import type { Sandbox } from "../../../sandbox/teamviewer";
import { firstOf, type Request } from "../client";

/** One good request for every handler of IoT; deletions come last. */
export const iotRequests = ({ store }: Sandbox): Request[] => {
  const device = firstOf(store.iotDevices.values());
  const sensor = firstOf(device.sensors.values());
  const dashboard = firstOf(store.iotDashboards.values());
  const configuration = firstOf(store.iotDeviceConfigurations.keys());
  const module = firstOf(store.iotEdgeModules.keys());
  const group = Number(firstOf(store.groups.keys()).slice(1));
  const sensors = `/devices/${device.managedId}/iot/sensors`;
  const ofDashboard = `/iot/dashboards/${dashboard.id}`;
  const ofWidget = `${ofDashboard}/widgets/${firstOf(dashboard.widgets.keys())}`;
  const widget = { name: "New widget", type: "gauge", dataConfigs: {}, visualizationObjects: [] };
  const configurations = "/iot/device-configurations";
  const vault = `/iot/monitoring/vaults/${store.iotVaultId}/devices`;
  const connectors = `${vault}/${device.teamviewerId}/connectors`;
  const ofConnector = `${connectors}/${sensor.connectorId}/sensors`;
  const metrics = `${ofConnector}/${sensor.id}/metrics`;
  const data = `${metrics}/${firstOf(sensor.metrics).id}/data`;
  return [
    ["GET", "/account/iot/preferences"],
    ["POST", "/account/iot/preferences", { userLanguage: "pl" }],
    ["DELETE", "/account/iot/preferences"],
    ["GET", "/account/licenses/iot"],
    ["GET", `/iot/monitoring/device/${device.teamviewerId}/vault`],
    ["GET", vault],
    ["GET", connectors],
    ["GET", ofConnector],
    ["GET", metrics],
    ["GET", data],
    ["GET", `${data}/latest?count=3`],
    ["GET", sensors],
    ["GET", `${sensors}/${sensor.datasourceId}`],
    ["GET", `/devices/${device.managedId}/iot/monitoring-configuration`],
    ["POST", sensors, { name: "New sensor" }],
    ["PUT", `${sensors}/${sensor.datasourceId}`, { name: "New name" }],
    ["GET", "/iot/dashboards"],
    ["POST", "/iot/dashboards", { name: "New dashboard" }],
    ["GET", ofDashboard],
    ["PUT", ofDashboard, { name: "New name" }],
    ["POST", `${ofDashboard}/widgets`, widget],
    ["GET", ofWidget],
    ["PUT", ofWidget, widget],
    ["GET", configurations],
    ["POST", configurations, { policy: { name: "New configuration" } }],
    ["GET", `${configurations}/${configuration}`],
    ["PUT", `${configurations}/${configuration}`, { name: "New name" }],
    ["POST", `${configurations}/device/apply`, { policyId: configuration, deviceId: `${device.teamviewerId}` }],
    ["POST", `${configurations}/group/apply`, { policyId: configuration, groupId: group }],
    ["GET", `${configurations}/deviceId/${device.teamviewerId}`],
    ["GET", `${configurations}/groupId/${group}`],
    ["GET", `${configurations}/${configuration}/assignments`],
    ["GET", "/iot/edge-modules"],
    ["POST", "/iot/edge-modules", { Name: "New module" }],
    ["GET", `/iot/edge-modules/${module}`],
    ["PUT", `/iot/edge-modules/${module}`, { Name: "New name" }],
    ["DELETE", `/iot/edge-modules/${module}`],
    ["DELETE", `${configurations}/${configuration}`],
    ["DELETE", ofWidget],
    ["DELETE", ofDashboard],
    ["DELETE", `${sensors}/${sensor.datasourceId}`],
  ];
};
