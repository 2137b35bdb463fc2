import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { loadApi } from "../../sandbox/teamviewer/api";
import { handlers } from "../../sandbox/teamviewer/families";
import { client, firstOf } from "./client";
import { iotRequests } from "./iotRequests";

const dates = { StartDate: "2020-01-01T00:00:00Z", EndDate: "2030-01-01T00:00:00Z" };

/** One good request for every handler; deletions come last. */
const everyRequest = (sandbox: Sandbox): [method: string, path: string, data?: unknown][] => {
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
  const directoryGroup = firstOf(store.directoryGroups.keys());
  const features = firstOf(store.featureOptions.values());
  const times = firstOf(store.timeOptions.values());
  const approval = firstOf(store.approvalOptions.values());
  const rule = firstOf(store.conditionalAccessRules.values());
  const ssoDomain = firstOf(store.ssoDomains.keys());
  const joining = firstOf(store.joinRequests.keys());
  const [role = "", ownRole = ""] = [...store.userRoles.keys()];
  const [owner = "", user = ""] = [...store.users.keys()];
  const parties = { sourceType: 0, sourceId: owner.slice(1), targetType: 0, targetId: user.slice(1) };
  const accountId = Number(owner.slice(1));
  const { ResellerId, Email } = firstOf(store.oemCustomers.values());
  const tenant = firstOf(store.tenants.keys());
  const machine = firstOf(store.tenantDevices.values());
  const ofTenant = { tenant_id: tenant, remotecontrol_id: `r${machine.teamviewerId}` };
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
    ...["inclusion", "exclusion"].flatMap((list): [string, string, unknown?][] => [
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
    ["GET", `/oem/licensing/customers?resellerId=${ResellerId}`],
    ["POST", "/oem/licensing/customers", { ResellerId, Email: "new@customer.example.com" }],
    ["GET", `/Tenants/ResolveTenants?accountId=${accountId}`],
    ["POST", "/oem/tenants", { tenant_account: person.email, tenant_name: "New tenant" }],
    ["GET", `/oem/tenants/${tenant}`],
    ["PUT", `/oem/tenants/${tenant}`, { tenant_name: "New name" }],
    ["POST", `/oem/tenants/${tenant}/devices`, { StartTime: dates.StartDate }],
    ["POST", "/oem/devices/CreateDeviceKey", { ...ofTenant, request_id: machine.keyId, key_permissions: "All" }],
    [
      "POST",
      "/oem/devices/RequestControl",
      { ...ofTenant, device_key_id: machine.keyId, tenant_nonce: "nonce", control_type: "All" },
    ],
    ["GET", `/oem/reports/connections?from_date=${dates.StartDate}&to_date=${dates.EndDate}`],
    [
      "DELETE",
      "/oem/devices/Unregister",
      { ...ofTenant, device_key_id: machine.keyId, decommission_token: machine.decommissionToken },
    ],
    ["DELETE", "/oem/licensing/customers", { ResellerId, Email }],
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
    ["GET", "/ConditionalAccess/DirectoryGroups"],
    ["POST", "/ConditionalAccess/DirectoryGroups", { name: "New group" }],
    ["GET", `/ConditionalAccess/DirectoryGroups/${directoryGroup}/devices`],
    ["PUT", `/ConditionalAccess/DirectoryGroups/${directoryGroup}`, { name: "New name" }],
    ["POST", `/ConditionalAccess/DirectoryGroups/${directoryGroup}`, { member_type: "User", members: [user] }],
    [
      "DELETE",
      `/ConditionalAccess/DirectoryGroups/${directoryGroup}/members`,
      { member_type: "User", members: [user] },
    ],
    ["GET", "/ConditionalAccess/Options/Features"],
    ["POST", "/ConditionalAccess/Options/Features", features],
    ["PUT", `/ConditionalAccess/Options/Features/${features.optionId}`, features],
    ["GET", "/ConditionalAccess/Options/Time"],
    ["POST", "/ConditionalAccess/Options/Time", times],
    ["PUT", `/ConditionalAccess/Options/Time/${times.optionId}`, times],
    ["GET", "/ConditionalAccess/Options/Approval"],
    ["POST", "/ConditionalAccess/Options/Approval", approval],
    ["PUT", `/ConditionalAccess/Options/Approval/${approval.optionId}`, approval],
    ["GET", "/ConditionalAccess/Rules"],
    ["POST", "/ConditionalAccess/Rules", { ...parties, approvalOptionId: [...store.approvalOptions.keys()][1] }],
    ["PUT", `/ConditionalAccess/Rules/${rule.ruleId}`, { ...rule, ruleId: undefined, expirations: [] }],
    ["DELETE", "/ConditionalAccess/Rules", { id: rule.ruleId, modification_reason: "Over" }],
    ["DELETE", `/ConditionalAccess/Options/Features/${[...store.featureOptions.keys()][1]}`],
    ["DELETE", `/ConditionalAccess/Options/Time/${[...store.timeOptions.keys()][1]}`],
    ["DELETE", `/ConditionalAccess/Options/Approval/${approval.optionId}`],
    ["DELETE", `/ConditionalAccess/DirectoryGroups/${directoryGroup}`],
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

describe("The sandbox and the vendor's description", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it("agree on every answer of every handler", async () => {
    const user = client(sandbox);
    const company = client(sandbox, sandbox.credentials.companyToken);
    const { account } = sandbox.store;
    const { company: whole } = account;
    for (const [method, path, data] of everyRequest(sandbox)) {
      // Two of the requests delete it.
      account.company = whole;
      const ask = /^\/(users(\?|$|\/[^/]+(\/userroles|\/tfa)?$)|OAuth2\/)/.test(path) ? company : user;
      const answer = await ask(method, path, { data });
      expect([method, path, answer.status, answer.data.error]).toEqual([method, path, answer.status, undefined]);
      expect(answer.status).toBeLessThan(300);
    }
    expect(sandbox.violations).toEqual([]);
    expect(new Set(sandbox.requests.map(({ operationId }) => operationId))).toEqual(new Set(Object.keys(handlers)));
  });

  it("agree on the example that stands in for an operation without a handler", async () => {
    const api = await loadApi();
    const examples = api.operationIds.filter((operationId) => !(operationId in handlers));
    expect(examples).toHaveLength(api.operationIds.length - Object.keys(handlers).length);
    expect(examples).not.toEqual([]);
    expect(examples.flatMap((operationId) => api.mismatches(operationId, api.example(operationId)))).toEqual([]);
  });

  it("send such an example only to a valid token", async () => {
    expect(handlers).not.toHaveProperty("SoftwareConfigurationPolicy_ProductsOnDevice");
    const path = "/devices/38463274/iot/software-configurations";
    expect((await client(sandbox)("GET", path)).status).toBe(200);
    expect((await client(sandbox, null)("GET", path)).status).toBe(401);
  });

  it("have bytes where the description has bytes, every one there is in an example, and send each as it is", async () => {
    const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    expect((await loadApi()).example("Connections_GetScreenshot").body).toEqual(everyByte);
    const [report = "", evidence] = [...sandbox.store.evidence][0] ?? [];
    const screenshot = firstOf(evidence?.screenshots ?? []);
    screenshot.bytes = everyByte;
    const path = `/reports/connections/${report}/${screenshot.id}/screenshot`;
    const { status, data, headers } = await client(sandbox)("GET", path, { responseType: "arraybuffer" });
    expect([status, headers["content-type"]]).toEqual([200, "image/png"]);
    expect(everyByte.equals(data)).toBe(true);
    expect(sandbox.violations).toEqual([]);
  });

  it("a wrong answer is noted with its operation and place", async () => {
    const device = firstOf(sandbox.store.managedDevices.values());
    Object.assign(device, { name: 7 });
    await client(sandbox)("GET", `/managed/devices/${device.id}`);
    expect(sandbox.violations).toEqual(["ManagedDevices_Get /name: must be string"]);
  });

  it("a handler that breaks is noted and answers 500", async () => {
    Object.assign(sandbox.store, { devices: undefined });
    expect((await client(sandbox)("GET", "/devices")).status).toBe(500);
    expect(sandbox.violations).toEqual([expect.stringMatching(/^Devices_Get: TypeError/)]);
  });
});
