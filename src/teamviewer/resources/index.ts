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
export * as managedDeviceManagers from "./managedDeviceManagers";
export * as deviceCustomFields from "./deviceCustomFields";
export * as managedGroups from "./managedGroups";
export * as managedGroupManagers from "./managedGroupManagers";
export * as policies from "./policies";
export * as monitoringPolicies from "./monitoringPolicies";
export * as patchPolicies from "./patchPolicies";
export * as monitoring from "./monitoring";
export * as patchManagement from "./patchManagement";
export * as endpointProtection from "./endpointProtection";
// Support sessions
export * as sessions from "./sessions";
export * as connectionReports from "./connectionReports";
export * as connectionReportEvidence from "./connectionReportEvidence";
export * as deviceReports from "./deviceReports";
// Meetings
export * as meetings from "./meetings";
export * as blizzMeetings from "./blizzMeetings";
// Chat
export * as chat from "./chat";
// Company
export * as company from "./company";
export * as companyAddressBook from "./companyAddressBook";
export * as users from "./users";
export * as userAccess from "./userAccess";
export * as userGroups from "./userGroups";
export * as userRoles from "./userRoles";
export * as ssoDomains from "./ssoDomains";
// Conditional Access
export * as conditionalAccessDirectoryGroups from "./conditionalAccess/directoryGroups";
export * as conditionalAccessRules from "./conditionalAccess/rules";
export * as conditionalAccessFeatureOptions from "./conditionalAccess/featureOptions";
export * as conditionalAccessTimeOptions from "./conditionalAccess/timeOptions";
export * as conditionalAccessApprovalOptions from "./conditionalAccess/approvalOptions";
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
// OEM and tenants
export * as oemCustomers from "./oem/customers";
export * as oemDevices from "./oem/devices";
export * as tenants from "./oem/tenants";
// Several steps in one
export * as find from "./tasks/find";
export * as deviceTasks from "./tasks/devices";
export * as userTasks from "./tasks/users";
// The API itself
export * as api from "./api";
export * as integrations from "./integrations";
