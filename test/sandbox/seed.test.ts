import { type SandboxOptions, startSandbox } from "../../sandbox/teamviewer";
import { createSeed, defaultSeed } from "../../sandbox/teamviewer/families";

const now = new Date("2026-03-02T08:00:00Z");
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** How often the generator of the seed multiplies: a measure of work that does not depend on the machine. */
const workOf = (seeding: () => void): number => {
  const { imul } = Math;
  let count = 0;
  Math.imul = (one, other) => {
    count += 1;
    return imul(one, other);
  };
  try {
    seeding();
  } finally {
    Math.imul = imul;
  }
  return count;
};

describe("Seed of the sandbox", () => {
  it("is the same for the same sizes and time", () => {
    expect(createSeed({ devices: 50 }, now)).toEqual(createSeed({ devices: 50 }, now));
  });

  it("keeps the records of one kind when another kind gets a new size", () => {
    const small = createSeed({}, now);
    const large = createSeed({ managedDevices: 500, events: 500 }, now);
    expect(large.users).toEqual(small.users);
    expect(large.devices).toEqual(small.devices);
    expect([...large.managedDevices.values()].slice(0, 120)).toEqual([...small.managedDevices.values()]);
  });

  it("has as many records of each kind as asked for", () => {
    const state = createSeed({}, now);
    expect({
      users: state.users.size,
      groups: state.groups.size,
      contacts: state.contacts.size,
      devices: state.devices.size,
      managedDevices: state.managedDevices.size,
      managedGroups: state.managedGroups.size,
      customFields: state.customFields.size,
      sessions: state.sessions.size,
      connectionReports: state.reports.size,
      events: state.events.length,
      alarms: state.alarms.size,
      patchDevices: state.patchDevices.size,
      userGroups: state.userGroups.size,
      meetings: state.meetings.size,
      blizzMeetings: state.blizzMeetings.size,
      chatRooms: state.chatRooms.size,
      directoryGroups: state.directoryGroups.size,
      featureOptions: state.featureOptions.size,
      timeOptions: state.timeOptions.size,
      approvalOptions: state.approvalOptions.size,
      conditionalAccessRules: state.conditionalAccessRules.size,
      userRoles: state.userRoles.size,
      ssoDomains: state.ssoDomains.size,
      joinRequests: state.joinRequests.size,
      policies: state.policies.size,
      monitoringPolicies: state.monitoringPolicies.size,
      patchPolicies: state.patchPolicies.size,
      monitoringDevices: state.monitoringDevices.size,
      endpoints: state.endpoints.size,
      oemCustomers: state.oemCustomers.size,
      tenants: state.tenants.size,
      tenantDevices: state.tenantDevices.size,
      tenantReports: state.tenantReports.size,
      iotDevices: state.iotDevices.size,
      iotDashboards: state.iotDashboards.size,
      iotDeviceConfigurations: state.iotDeviceConfigurations.size,
      iotEdgeModules: state.iotEdgeModules.size,
    }).toEqual(defaultSeed);
  });

  it("can be empty but for the account's own user", () => {
    const none = Object.fromEntries(Object.keys(defaultSeed).map((name) => [name, 0]));
    const state = createSeed(none, now);
    expect(state.users.size).toBe(1);
    expect(state.managedDevices.size + state.devices.size + state.groups.size + state.sessions.size).toBe(0);
  });

  it("has ids in the vendor's shapes", () => {
    const state = createSeed({}, now);
    expect([...state.users.keys()].every((id) => /^u\d+$/.test(id))).toBe(true);
    expect([...state.groups.keys()].every((id) => /^g\d+$/.test(id))).toBe(true);
    expect(
      [...state.devices.values()].every((one) => /^d\d+$/.test(one.device_id) && /^r\d+$/.test(one.remotecontrol_id)),
    ).toBe(true);
    expect([...state.sessions.keys()].every((code) => /^s\d{3}-\d{3}-\d{3}$/.test(code))).toBe(true);
    for (const ids of [state.managedDevices, state.managedGroups, state.policies, state.userRoles, state.reports]) {
      expect([...ids.keys()].every((id) => guid.test(id))).toBe(true);
    }
  });

  it("has own groups, shared ones and ones of colleagues, and a pending invitation", () => {
    const state = createSeed({}, now);
    const groups = [...state.groups.values()];
    const own = groups.filter(({ ownerId }) => ownerId === state.account.userId);
    expect(own.length).toBeGreaterThan(0);
    expect(own.some(({ sharedWith }) => sharedWith.length > 0)).toBe(true);
    expect(groups.some(({ ownerId }) => ownerId !== state.account.userId)).toBe(true);
    expect(state.invitations).toHaveLength(1);
  });

  it("is one company: what a record names is there", () => {
    const state = createSeed({}, now);
    const all = <Item>(records: Map<unknown, Item>) => [...records.values()];
    const accounts = new Set([...state.users.keys()].map((id) => Number(id.slice(1))));
    const teamviewerIds = new Set(all(state.managedDevices).map(({ teamviewerId }) => teamviewerId));
    const remoteControlIds = new Set(all(state.devices).map(({ remotecontrol_id }) => remotecontrol_id.slice(1)));
    const iotSensors = new Set(all(state.iotDevices).flatMap(({ sensors }) => [...sensors.keys()]));
    const named: [what: string, ids: unknown[], there: { has(id: never): boolean }][] = [
      ["owners of groups", all(state.groups).map(({ ownerId }) => ownerId), state.users],
      ["groups of devices", all(state.devices).map(({ groupid }) => groupid), state.groups],
      ["groups of contacts", all(state.contacts).map(({ groupid }) => groupid), state.groups],
      ["groups of sessions", all(state.sessions).map(({ groupid }) => groupid), state.groups],
      ["users of reports", all(state.reports).map(({ userid }) => userid), state.users],
      ["groups of reports", all(state.reports).map(({ groupid }) => groupid), state.groups],
      ["devices of reports", all(state.reports).map(({ deviceid }) => deviceid), remoteControlIds],
      ["devices of device reports", all(state.deviceReports).map(({ targetid }) => `${targetid}`), remoteControlIds],
      ["members of user groups", all(state.userGroups).flatMap(({ accountIds }) => [...accountIds]), accounts],
      [
        "devices of managed groups",
        all(state.managedGroups).flatMap((each) => [...each.deviceIds]),
        state.managedDevices,
      ],
      ["devices of monitoring", [...state.monitoringDevices.keys()], teamviewerIds],
      ["devices of patch management", [...state.patchDevices.keys()], teamviewerIds],
      ["endpoints", [...state.endpoints.keys()], teamviewerIds],
      ["devices of tenants", all(state.tenantDevices).map(({ teamviewerId }) => teamviewerId), teamviewerIds],
      ["accounts of tenants", all(state.tenants).map(({ tenant_userid }) => tenant_userid), state.users],
      ["tenants of reports", all(state.tenantReports).map(({ tenant_id }) => tenant_id), state.tenants],
      ["members of chat rooms", all(state.chatRooms).flatMap(({ memberIds }) => memberIds), state.users],
      ["users of directory groups", all(state.directoryGroups).flatMap(({ userIds }) => [...userIds]), state.users],
      ["approvers", all(state.approvalOptions).flatMap(({ data }) => data.accountIds), accounts],
      ["IoT devices", all(state.iotDevices).map(({ managedId }) => managedId), state.managedDevices],
      [
        "sensors of widgets",
        all(state.iotDashboards)
          .flatMap(({ widgets }) => all(widgets))
          .flatMap(({ visualizationObjects }) => visualizationObjects.map(({ sensor }) => sensor?.id)),
        iotSensors,
      ],
      [
        "devices of device configurations",
        all(state.iotDeviceConfigurations).flatMap(({ devices }) => [...devices]),
        state.iotDevices,
      ],
      [
        "device configurations of edge modules",
        all(state.iotEdgeModules).flatMap(({ PolicyIdsList }) => PolicyIdsList ?? []),
        state.iotDeviceConfigurations,
      ],
    ];
    for (const [what, ids, there] of named) {
      expect([what, ids.length > 0]).toEqual([what, true]);
      expect([what, ids.filter((id) => !there.has(id as never))]).toEqual([what, []]);
    }
  });

  it("has a tenth of the managed devices unseen for more than thirty days", () => {
    const state = createSeed({ managedDevices: 1000 }, now);
    const limit = now.getTime() - 30 * 86_400_000;
    const unseen = [...state.managedDevices.values()].filter((one) => Date.parse(one.last_seen) < limit);
    expect(unseen).toHaveLength(100);
    expect(unseen.every(({ isOnline }) => !isOnline)).toBe(true);
  });

  it("makes 100,000 managed devices with as much work for each as for the first ones", () => {
    const few = workOf(() => expect(createSeed({ managedDevices: 1000 }, now).managedDevices.size).toBe(1000));
    const many = workOf(() => expect(createSeed({ managedDevices: 100_000 }, now).managedDevices.size).toBe(100_000));
    expect(many).toBeLessThanOrEqual(few * 100);
  });

  it("keeps sandboxes of one process apart", async () => {
    const options: SandboxOptions = { now: () => now };
    const [one, other] = await Promise.all([startSandbox(options), startSandbox(options)]);
    one.store.groups.clear();
    one.fault({ kind: "serverError" });
    expect(other.store.groups.size).toBe(defaultSeed.groups);
    expect((await fetch(`${other.baseUrl}/ping`)).status).toBe(200);
    expect(one.requests).toHaveLength(0);
    await Promise.all([one.close(), other.close()]);
  });

  it("comes back with reset, in the same store object", async () => {
    const sandbox = await startSandbox({ now: () => now });
    const { store } = sandbox;
    store.groups.clear();
    sandbox.reset();
    expect(sandbox.store).toBe(store);
    expect(store.groups).toEqual(createSeed({}, now).groups);
    await sandbox.close();
  });
});
