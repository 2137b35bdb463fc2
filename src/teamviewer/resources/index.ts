/**
 * What TeamViewer's resources offer, a line per family, grouped as its Management Console is. To take a family out of the
 * component, remove its line: inputs of other families lose the dropdowns that it filled.
 */

// Account
export * as account from "./account";
// Computers & Contacts list
export * as contacts from "./contacts";
export * as devices from "./devices";
export * as groups from "./groups";
// Central management
export * as managedDevices from "./managedDevices";
export * as managedGroups from "./managedGroups";
export * as policies from "./policies";
export * as patchManagement from "./patchManagement";
// Support sessions
export * as sessions from "./sessions";
// Company
export * as users from "./users";
export * as userGroups from "./userGroups";
export * as userRoles from "./userRoles";
// IoT
export * as iotDashboards from "./iot/dashboards";
export * as iotWidgets from "./iot/widgets";
export * as iotSensors from "./iot/sensors";
export * as iotMonitoring from "./iot/monitoring";
export * as iotData from "./iot/data";
export * as iotDeviceConfigurations from "./iot/deviceConfigurations";
export * as iotEdgeModules from "./iot/edgeModules";
export * as iotSoftwareConfigurations from "./iot/softwareConfigurations";
export * as iotPreferences from "./iot/preferences";
// The API itself
export * as ping from "./ping";
export * as rawRequest from "./rawRequest";
