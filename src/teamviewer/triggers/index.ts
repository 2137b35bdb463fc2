import { connectionReportChanges } from "./connectionReportChanges";
import { deviceOnlineStateChanges } from "./deviceOnlineStateChanges";
import { missingPatches } from "./missingPatches";
import { newConnectionReports } from "./newConnectionReports";
import { newDevices } from "./newDevices";
import { newEventLogEntries } from "./newEventLogEntries";
import { newMonitoringAlarms } from "./newMonitoringAlarms";
import { pollChangesTrigger } from "./pollChangesTrigger";
import { sessionStateChanges } from "./sessionStateChanges";
import { syncConnectionReports } from "./syncConnectionReports";
import { syncManagedDevices } from "./syncManagedDevices";
import { syncUsers } from "./syncUsers";
import { userGroupMembershipChanges } from "./userGroupMembershipChanges";

export const triggers = {
  connectionReportChanges,
  deviceOnlineStateChanges,
  missingPatches,
  newConnectionReports,
  newDevices,
  newEventLogEntries,
  newMonitoringAlarms,
  pollChangesTrigger,
  sessionStateChanges,
  syncConnectionReports,
  syncManagedDevices,
  syncUsers,
  userGroupMembershipChanges,
};
