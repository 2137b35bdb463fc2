/** What TeamViewer's triggers watch, a line each. */
export { connectionReportChanges } from "./connectionReportChanges";
export { deviceOnlineStateChanges } from "./deviceOnlineStateChanges";
export { missingPatches } from "./missingPatches";
export { newConnectionReports } from "./newConnectionReports";
export { newDevices } from "./newDevices";
export { newEventLogEntries } from "./newEventLogEntries";
export { newMonitoringAlarms } from "./newMonitoringAlarms";
export { pollChangesTrigger } from "./pollChangesTrigger";
export { sessionStateChanges } from "./sessionStateChanges";
export { syncConnectionReports } from "./syncConnectionReports";
export { syncManagedDevices } from "./syncManagedDevices";
export { syncUsers } from "./syncUsers";
export { userGroupMembershipChanges } from "./userGroupMembershipChanges";
