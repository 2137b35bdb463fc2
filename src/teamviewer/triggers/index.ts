import { connectionReportChanges } from "./connectionReportChanges";
import { deviceOnlineStateChanges } from "./deviceOnlineStateChanges";
import { missingPatches } from "./missingPatches";
import { newConnectionReports } from "./newConnectionReports";
import { newEventLogEntries } from "./newEventLogEntries";
import { newMonitoringAlarms } from "./newMonitoringAlarms";
import { pollChangesTrigger } from "./pollChangesTrigger";
import { sessionStateChanges } from "./sessionStateChanges";
import { syncConnectionReports } from "./syncConnectionReports";
import { syncManagedDevices } from "./syncManagedDevices";
import { syncUsers } from "./syncUsers";

export const triggers = {
  connectionReportChanges,
  deviceOnlineStateChanges,
  missingPatches,
  newConnectionReports,
  newEventLogEntries,
  newMonitoringAlarms,
  pollChangesTrigger,
  sessionStateChanges,
  syncConnectionReports,
  syncManagedDevices,
  syncUsers,
};
