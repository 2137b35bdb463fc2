/** What the number of requests of an action or a trigger grows with, in words, by component and key. */

const teamviewer: Record<string, string> = {
  findUserByEmail: "nothing",
  findDeviceByTeamviewerId: "nothing",
  findManagedDeviceByTeamviewerId: "1 a page of the devices that the company manages",
  findGroupByName: "nothing",
  findManagedGroupByName: "1 a page of managed groups",
  findUserGroupByName: "1 a page of user groups",
  findOrCreateGroup: "nothing; 1 where the group is there already",
  listManagedDevicesOfAllGroups:
    "1 a page of managed groups, and 1 a page of the devices of each; with With Own Policies 1 a device more",
  listConnectionReportsWithDevices: "1 a page of reports, and 1 for the device list",
  cleanUpStaleDevices: "1 a page of devices; a real run reads each again before it removes it",
  assignTeamviewerPolicyToDevicesAndGroups: "1 for each device and group that is named, here 50",
  matchUserGroupMembers: "1 for the users, and 1 a page of members; a real run sends 1 for each change",
  offboardUser:
    "the user, roles and assignments, and 1 a page of the members of each user group and of the managers of each managed group",
  onboardUser: "1 for each user group; here there is none",
  pollChangesTrigger: "here of managed devices: 1 a page; contacts, devices, groups, policies, users: 1",
  newConnectionReports: "1 for 1,000 reports of the overlap and new ones",
  connectionReportChanges: "1 for 1,000 reports looked back on",
  newDevices: "1 a page of the devices that the company manages",
  newEventLogEntries: "1 for 50 events of the overlap and new ones",
  sessionStateChanges: "1 for 1,000 codes, open and closed ones",
  deviceOnlineStateChanges: "1 a page of managed devices",
  newMonitoringAlarms: "1 a page of alarms since the oldest one that is not resolved",
  missingPatches: "1 a page of devices, and 1 a page of their counts",
  userGroupMembershipChanges: "1 a page of user groups, and 1 a page of the members of each",
  syncManagedDevices: "1 a page of managed devices",
  syncConnectionReports: "1 for 1,000 reports of the overlap and new ones; in mode full of all",
  syncUsers: "nothing: the list of users has no pages",
};

const realvnc: Record<string, string> = {
  listComputers: "1 a page; with Include Groups 1 more",
  listUsers: "1 a page; with Include Groups 1 more",
  listPresence: "1 a page of the Page Size that is asked for, 100 unless told otherwise",
  listAuditEvents: "1 a page",
  findComputer: "1 a page of computers",
  findUser: "1 a page of users, of those who joined and of those who are invited",
  renameComputers: "1 a page of computers",
  removeComputers: "1 a page of computers; nothing with IDs alone. A real run reads each again before it removes it",
  cleanDuplicateComputers: "1 a page of computers; a real run reads each again before it removes it",
  cleanStaleComputers: "1 a page of computers; a real run reads each again before it removes it",
  addComputersToGroups: "1 for the groups, and 1 a page of computers; the latter not with IDs alone",
  addUsersToGroups: "1 for the groups, and 1 a page of users; the latter not with IDs alone",
  newAuditEvents: "1 a page of the overlap's events and new ones",
  presenceChanges: "1 for 100 computers",
  newComputers: "1 a page of computers",
};

const inBatches = "1 a batch of Batch Size members, 100 unless told otherwise";

const tsmanage: Record<string, string> = {
  listMembers: "1 for as many members as fit into a URL",
  updateServerGroups: inBatches,
  addMembersToServerGroup: inBatches,
  removeMembersFromServerGroup: inBatches,
  setServerGroupsOfMembers: inBatches,
};

export const grows: Record<string, Record<string, string>> & Record<"teamviewer", Record<string, string>> = {
  teamviewer,
  realvnc,
  tsmanage,
};
