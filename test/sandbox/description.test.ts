import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { loadApi } from "../../sandbox/teamviewer/api";
import { handlers } from "../../sandbox/teamviewer/families";
import { client, firstOf } from "./client";

const dates = { StartDate: "2020-01-01T00:00:00Z", EndDate: "2030-01-01T00:00:00Z" };

/** One good request for every handler; deletions come last. */
const everyRequest = ({ store, credentials }: Sandbox): [method: string, path: string, data?: unknown][] => {
  const group = firstOf(store.groups.keys());
  const device = firstOf(store.devices.keys());
  const contact = firstOf(store.contacts.keys());
  const managed = firstOf(store.managedDevices.keys());
  const managedGroup = firstOf(store.managedGroups.keys());
  const session = firstOf(store.sessions.keys());
  const report = firstOf(store.reports.keys());
  const policy = firstOf(store.policies.keys());
  const userGroup = firstOf(store.userGroups.keys());
  const patch = firstOf(store.patchDevices.keys());
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
    ["GET", "/managed/groups"],
    ["POST", "/managed/groups", { name: "New group" }],
    ["GET", `/managed/groups/${managedGroup}`],
    ["PUT", `/managed/groups/${managedGroup}`, { name: "New name" }],
    ["GET", `/managed/groups/${managedGroup}/devices`],
    ["POST", `/managed/groups/${managedGroup}/devices`, { id: managed }],
    ["GET", "/patchmanagement/devices"],
    ["POST", "/patchmanagement/scanresultcounts", {}],
    ["GET", `/patchmanagement/devices/${patch}/patches/missing`],
    ["GET", "/sessions?full_list=true&state=open,closed"],
    ["POST", "/sessions", { groupid: group, end_customer: { name: "Ann" }, assigned_userid: user }],
    ["GET", `/sessions/${session}`],
    ["PUT", `/sessions/${session}`, { description: "New", state: "closed" }],
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
    ["POST", "/EventLogging", dates],
    ["GET", "/monitoring/alarms"],
    ["POST", "/monitoring/alarms", {}],
    ["GET", "/usergroups"],
    ["POST", "/usergroups", { name: "New group" }],
    ["GET", `/usergroups/${userGroup}`],
    ["PUT", `/usergroups/${userGroup}`, { name: "New name" }],
    ["GET", `/usergroups/${userGroup}/members`],
    ["POST", `/usergroups/${userGroup}/members`, [accountId]],
    ["DELETE", `/usergroups/${userGroup}/members/${accountId}`],
    ["DELETE", `/usergroups/${userGroup}/members`, [accountId]],
    ["GET", `/usergroups/${userGroup}/userroles`],
    ["DELETE", `/usergroups/${userGroup}`],
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
    expect((await client(sandbox)("GET", "/meetings")).status).toBe(200);
    expect((await client(sandbox, null)("GET", "/meetings")).status).toBe(401);
    expect((await client(sandbox)("DELETE", "/meetings/m1")).status).toBe(204);
  });

  it("send bytes where the description has bytes, each as it is", async () => {
    const path =
      "/reports/connections/3fa85f64-5717-4562-b3fc-2c963f66afa6/3fa85f64-5717-4562-b3fc-2c963f66afa7/screenshot";
    const { status, data, headers } = await client(sandbox)("GET", path, { responseType: "arraybuffer" });
    expect([status, headers["content-type"]]).toEqual([200, "application/octet-stream"]);
    expect([...data]).toEqual(Array.from({ length: 256 }, (_, byte) => byte));
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
