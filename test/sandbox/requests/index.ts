import type { Sandbox } from "../../../sandbox/teamviewer";
import { firstOf, type Request } from "../client";
import { conditionalAccessRequests } from "./conditionalAccess";
import { iotRequests } from "./iot";
import { oemRequests } from "./oem";

const dates = { StartDate: "2020-01-01T00:00:00Z", EndDate: "2030-01-01T00:00:00Z" };

/** One good request for every handler; deletions come last. */
export const everyRequest = (sandbox: Sandbox): Request[] => {
  const { store, credentials } = sandbox;
  const group = firstOf(store.groups.keys());
  const device = firstOf(store.devices.keys());
  const contact = firstOf(store.contacts.keys());
  const managed = firstOf(store.managedDevices.keys());
  const managedGroup = firstOf(store.managedGroups.keys());
  const session = firstOf(store.sessions.keys());
  const report = firstOf(store.reports.keys());
  const deviceReport = firstOf(store.deviceReports.keys());
  const screenshot = firstOf(store.evidence.get(report)?.screenshots ?? []).id;
  const { FeatureName, FeatureId } = firstOf(store.reportFeatures);
  const policy = firstOf(store.policies.keys());
  const userGroup = firstOf(store.userGroups.keys());
  const patch = firstOf(store.patchDevices.keys());
  const monitored = firstOf(store.monitoringDevices.keys());
  const unprotected = [...store.managedDevices.values()].at(-1)?.teamviewerId;
  const monitoringPolicy = firstOf(store.monitoringPolicies.keys());
  const patchPolicy = firstOf(store.patchPolicies.keys());
  const otherGroup = [...store.managedGroups.keys()].at(-1);
  const customField = firstOf(store.customFields.keys());
  const [, colleague = "", nobody = ""] = [...store.managers.values()].flatMap(({ id, type }) =>
    type === "account" ? [id] : [],
  );
  const meeting = firstOf(store.meetings.keys());
  const room = firstOf(store.chatRooms.values());
  const ssoDomain = firstOf(store.ssoDomains.keys());
  const joining = firstOf(store.joinRequests.keys());
  const [role = "", ownRole = ""] = [...store.userRoles.keys()];
  const [owner = "", user = ""] = [...store.users.keys()];
  const accountId = Number(owner.slice(1));
  const share = { users: [{ userid: user, permissions: "readwrite" }] };
  const person = { name: "New Person", email: "new.person@example.com", language: "en" };
  return [
    ["GET", "/ping"],
    ["GET", "/account"],
    ["PUT", "/account", { name: "New name" }],
    ["POST", "/account", { ...person, password: "S3cret-1", client_id: credentials.clientId }],
    ["GET", "/account/TenantIds"],
    ["GET", "/company"],
    ["PUT", "/company", { name: "New name" }],
    ["GET", "/company/license"],
    ["GET", "/companyaddressbook"],
    ["PUT", "/companyaddressbook", { state: false }],
    ["POST", "/companyaddressbook/hiddenmembers", [accountId]],
    ["GET", "/companyaddressbook/hiddenmembers"],
    ["DELETE", "/companyaddressbook/hiddenmembers", [accountId]],
    ["DELETE", `/companyaddressbook/hiddenmembers/${accountId}`],
    ["GET", "/ssoDomain"],
    ["GET", `/ssoDomain/${ssoDomain}`],
    ...["inclusion", "exclusion"].flatMap((list): Request[] => [
      ["POST", `/ssoDomain/${ssoDomain}/${list}`, { emails: ["new.person@example.com"] }],
      ["GET", `/ssoDomain/${ssoDomain}/${list}`],
      ["DELETE", `/ssoDomain/${ssoDomain}/${list}`, { emails: ["new.person@example.com"] }],
    ]),
    ["GET", "/contacts?include_invitations=true"],
    ["POST", "/contacts", { email: "contact@example.com", groupname: "Contacts" }],
    ["GET", `/contacts/${contact}`],
    ["GET", "/devices"],
    ["POST", "/devices", { remotecontrol_id: "r123456789", groupid: group }],
    ["GET", `/devices/${device}`],
    ["PUT", `/devices/${device}`, { alias: "New alias", policy_id: policy }],
    ["POST", "/devices/types", { ids: [device] }],
    ["POST", "/devices/assign", { device_id: device, current_device_password: "secret" }],
    ["GET", "/groups"],
    ["POST", "/groups", { name: "New group", policy_id: policy }],
    ["GET", `/groups/${group}`],
    ["PUT", `/groups/${group}`, { name: "New name" }],
    ["POST", `/groups/${group}/share_group`, share],
    ["POST", `/groups/${group}/unshare_group`, { users: [user] }],
    ["GET", `/users/${owner}/groups`],
    ["POST", `/users/${owner}/groups`, { name: "New group" }],
    ["GET", `/users/${owner}/groups/${group}`],
    ["PUT", `/users/${owner}/groups/${group}`, { name: "New name" }],
    ["POST", `/users/${owner}/groups/${group}/share_group`, share],
    ["POST", `/users/${owner}/groups/${group}/unshare_group`, { users: [user] }],
    ["GET", "/managed/devices"],
    ["GET", "/managed/devices/company"],
    ["GET", `/managed/devices/${managed}`],
    ["GET", `/managed/devices/${managed}/groups`],
    ["PUT", `/managed/devices/${managed}`, { name: "New name" }],
    ["PUT", `/managed/devices/${managed}/description`, { deviceDescription: "New" }],
    ["GET", "/managed/devices/assignment-data"],
    ["PUT", `/managed/devices/${managed}/groups`, { AddedChainIds: [otherGroup] }],
    ["PUT", `/managed/devices/${managed}/policy/remove`, { policy_type: 1 }],
    ...[`/managed/devices/${managed}`, `/managed/groups/${managedGroup}`].flatMap(
      (path): [method: string, path: string, data?: unknown][] => [
        ["GET", `${path}/managers`],
        ["POST", `${path}/managers`, [{ id: nobody, permissions: [5] }, { id: colleague }]],
        ["PUT", `${path}/managers`, [{ id: nobody, permissions: [2, 5] }]],
        ["PUT", `${path}/managers/${nobody}`, { permissions: [] }],
        ["DELETE", `${path}/managers/${nobody}`],
        ["DELETE", `${path}/managers`, [colleague]],
      ],
    ),
    ["GET", "/device-custom-fields"],
    ["POST", "/device-custom-fields", { fieldKey: "Owner" }],
    ["PUT", `/device-custom-fields/${customField}`, { fieldKey: "Billed to", description: "New" }],
    ["POST", `/managed/devices/${managed}/custom-fields/${customField}`, { value: "4711" }],
    ["GET", `/managed/devices/${managed}/custom-fields`],
    ["DELETE", `/managed/devices/${managed}/custom-fields/${customField}`],
    ["DELETE", `/device-custom-fields/${customField}`],
    ["GET", "/managed/groups"],
    ["POST", "/managed/groups", { name: "New group" }],
    ["GET", `/managed/groups/${managedGroup}`],
    ["PUT", `/managed/groups/${managedGroup}`, { name: "New name" }],
    ["GET", `/managed/groups/${managedGroup}/devices`],
    ["POST", `/managed/groups/${managedGroup}/devices`, { id: managed }],
    ["GET", `/managed/groups/${managedGroup}/pending-devices`],
    ["PUT", `/managed/groups/${managedGroup}/policy/remove`, { policy_type: 1 }],
    ["GET", "/patchmanagement/devices"],
    ["POST", "/patchmanagement/scanresultcounts", {}],
    ["GET", `/patchmanagement/devices/${patch}/patches/missing`],
    ["GET", "/sessions?full_list=true&state=open,closed"],
    ["POST", "/sessions", { groupid: group, end_customer: { name: "Ann" }, assigned_userid: user }],
    ["GET", `/sessions/${session}`],
    ["PUT", `/sessions/${session}`, { description: "New", state: "closed" }],
    ["GET", `/sessions/${session}/custom_modules_config_id`],
    ["GET", "/users?full_list=true"],
    ["POST", "/users", { ...person, userRoleId: firstOf(store.userRoles.keys()) }],
    ["GET", `/users/${user}`],
    ["PUT", `/users/${user}`, { name: "New name" }],
    ["GET", `/users/${user}/userroles`],
    ["DELETE", `/users/${user}/tfa`],
    ["GET", "/users/effectivepermissions"],
    ["POST", "/users/respondtojointocompanyrequest", { userId: joining, isAccepted: true }],
    ["GET", "/TeamViewerPolicies"],
    ["POST", "/TeamViewerPolicies", { name: "New policy", settings: [{ Key: "A", Value: {}, Enforce: true }] }],
    ["GET", `/TeamViewerPolicies/${policy}`],
    ["PUT", `/TeamViewerPolicies/${policy}`, { name: "New name" }],
    ["GET", "/userroles"],
    ["POST", "/userroles", { Name: "New role", Permissions: ["ManageUsers"] }],
    ["PUT", "/userroles", { UserRoleId: ownRole, Name: "New name", Permissions: [] }],
    ["GET", "/userroles/permissions"],
    ["POST", "/userroles/assign/account", { UserRoleId: role, UserIds: [user] }],
    ["GET", `/userroles/assignments/account?userRoleId=${role}`],
    ["POST", "/userroles/unassign/account", { UserRoleId: role, UserIds: [user] }],
    ["POST", "/userroles/assign/usergroup", { UserRoleId: role, UserGroupId: userGroup }],
    ["GET", `/userroles/assignments/usergroups?userRoleId=${role}`],
    ["POST", "/userroles/unassign/usergroup", { UserGroupId: userGroup }],
    ["PUT", `/userroles/${role}/predefined`],
    ["GET", "/userroles/predefined"],
    ["DELETE", "/userroles/predefined"],
    ["DELETE", `/userroles?userRoleId=${ownRole}`],
    ["GET", "/reports/connections"],
    ["GET", `/reports/connections/${report}`],
    ["PUT", `/reports/connections/${report}`, { notes: "New" }],
    ["GET", `/reports/connections/features?sessionReportIds=${report}`],
    ["POST", "/reports/connections/getFeatures", [report]],
    ["GET", `/reports/connections/features/${FeatureName}/${FeatureId}/connections`],
    ["GET", `/reports/connections/features/${FeatureName}/${FeatureId}/connection`],
    ["GET", `/reports/connections/${report}/ai-summary`],
    ["GET", `/reports/connections/${report}/augmented-session-summary`],
    ["GET", `/reports/connections/${report}/chat-transcript`],
    ["GET", `/reports/connections/${report}/voice-transcript`],
    ["GET", `/reports/connections/${report}/screenshots`],
    ["GET", `/reports/connections/${report}/${screenshot}/screenshot`],
    ["GET", "/reports/devices"],
    ["GET", `/reports/devices/features?sessionReportIds=${deviceReport}`],
    ["POST", "/reports/devices/getFeatures", [deviceReport]],
    ["GET", `/reports/devices/features/${FeatureName}/${FeatureId}/connections`],
    ["GET", `/reports/devices/features/${FeatureName}/${FeatureId}/connection`],
    ["GET", `/reports/devices/${deviceReport}/ai-summary`],
    ["GET", `/reports/devices/${deviceReport}/chat-transcript`],
    ["POST", "/EventLogging", dates],
    ["GET", "/monitoring/alarms"],
    ["POST", "/monitoring/alarms", {}],
    ["GET", "/monitoring/devices"],
    ["POST", "/monitoring/devices", { teamviewer_id: unprotected, monitoring_policy_id: monitoringPolicy }],
    ["GET", `/monitoring/devices/${monitored}/information`],
    ["GET", `/monitoring/devices/${monitored}/hardware`],
    ["GET", `/monitoring/devices/${monitored}/software`],
    ["GET", "/Monitoring/Policy"],
    ["GET", `/Monitoring/Policy/${monitoringPolicy}`],
    ["POST", "/Monitoring/Policy/Assign", { teamviewer_ids: [monitored, 1], policy_id: monitoringPolicy }],
    ["GET", "/PatchManagement/Policy"],
    ["GET", `/PatchManagement/Policy/${patchPolicy}`],
    ["POST", "/PatchManagement/Policy/Assign", { teamviewer_ids: [patch], managed_group_id: managedGroup }],
    ["GET", "/endpointprotectionv2/endpoints"],
    ["POST", "/endpointprotectionv2/install", { teamviewer_id: unprotected }],
    [
      "PUT",
      "/endpointprotectionv2/linkdevices",
      { devices: [{ teamviewer_id: unprotected, malwarebytes_machine_id: store.newGuid() }] },
    ],
    ["GET", "/usergroups"],
    ["POST", "/usergroups", { name: "New group" }],
    ["GET", `/usergroups/${userGroup}`],
    ["PUT", `/usergroups/${userGroup}`, { name: "New name" }],
    ["GET", `/usergroups/${userGroup}/members`],
    ["POST", `/usergroups/${userGroup}/members`, [accountId]],
    ...oemRequests(sandbox),
    ["GET", "/meetings?from_date=2026-01-01"],
    ["POST", "/meetings", { instant: true }],
    ["GET", `/meetings/${meeting}`],
    ["PUT", `/meetings/${meeting}`, { subject: "New subject" }],
    ["GET", `/meetings/${meeting}/invitation?language=pl`],
    ["GET", `/meetings/${meeting}/custom_modules_config_id`],
    ["GET", "/meetings/blizz"],
    ["POST", "/meetings/blizz", { subject: "New", start: "2026-04-02T09:00:00Z", end: "2026-04-02T10:00:00Z" }],
    ["GET", `/meetings/blizz/${firstOf(store.blizzMeetings.keys())}`],
    ["GET", "/chat/Rooms"],
    ["GET", `/chat/Messages?roomId=${room.id}&maxResults=2`],
    ["GET", "/chat/UnreadMessages"],
    ["PUT", "/chat/MarkMessageAsRead", { message_ids: room.messages.map(({ id }) => id) }],
    ["POST", "/chat/SendMessage", { room_id: room.id, text: "Hello" }],
    ...conditionalAccessRequests(sandbox),
    ["DELETE", `/meetings/${meeting}`],
    ["DELETE", `/usergroups/${userGroup}/members/${accountId}`],
    ["DELETE", `/usergroups/${userGroup}/members`, [accountId]],
    ["GET", `/usergroups/${userGroup}/userroles`],
    ["DELETE", `/usergroups/${userGroup}`],
    ...iotRequests(sandbox),
    ["DELETE", `/contacts/${contact}`],
    ["DELETE", `/devices/${device}`],
    ["DELETE", `/managed/groups/${managedGroup}/devices/${managed}`],
    ["DELETE", `/managed/groups/${managedGroup}`],
    ["DELETE", `/managed/devices/${managed}`],
    ["DELETE", `/sessions/${session}`],
    ["DELETE", `/reports/connections/${report}`],
    ["DELETE", `/TeamViewerPolicies/${policy}`],
    ["DELETE", `/groups/${group}`],
    ["DELETE", `/users/${owner}/groups/${[...store.groups.keys()][1]}`],
    ["DELETE", `/users/${user}`],
    ["DELETE", "/users"],
    ["DELETE", "/company"],
    ["POST", "/OAuth2/accessToken", { name: "Nightly reports", scope: "Users.Read" }],
    ["DELETE", "/OAuth2/accessToken"],
    ["POST", "/oauth2/revoke"],
  ];
};
