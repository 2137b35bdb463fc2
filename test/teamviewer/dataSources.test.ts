import { pick, run } from "../support/component";
import { firstOf, useTeamViewer } from "../support/teamviewer";

const tv = useTeamViewer({
  seed: { managedDevices: 230, managedGroups: 25, sessions: 50 },
  pageSizes: { managedDevices: 100, managedGroups: 10, sessions: 10 },
});

const sizes: [string, () => number, "user" | "company"][] = [
  ["selectConnectionReport", () => tv.sandbox.store.reports.size, "user"],
  ["selectDeviceReport", () => tv.sandbox.store.deviceReports.size, "user"],
  ["selectContact", () => tv.sandbox.store.contacts.size, "user"],
  ["selectDevice", () => tv.sandbox.store.devices.size, "user"],
  ["selectManagedDevice", () => tv.sandbox.store.managedDevices.size, "user"],
  ["selectManagedGroup", () => tv.sandbox.store.managedGroups.size, "user"],
  ["selectMonitoringPolicy", () => tv.sandbox.store.monitoringPolicies.size, "user"],
  ["selectPatchPolicy", () => tv.sandbox.store.patchPolicies.size, "user"],
  ["selectPolicy", () => tv.sandbox.store.policies.size, "user"],
  [
    "selectSession",
    () => [...tv.sandbox.store.sessions.values()].filter(({ state }) => state === "open").length,
    "user",
  ],
  ["selectUser", () => tv.sandbox.store.users.size, "company"],
  ["selectUserRole", () => tv.sandbox.store.userRoles.size, "company"],
  ["selectSsoDomain", () => tv.sandbox.store.ssoDomains.size, "company"],
];

test.each(sizes)("%s offers every record of all pages once, sorted by label", async (key, size, level) => {
  const elements = await pick(key, tv[level]);
  expect(elements).toHaveLength(size());
  expect(new Set(elements.map((element) => element.key)).size).toBe(elements.length);
  const labels = elements.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toEqual([...labels].sort(new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare));
});

test("selectGroup offers the own groups, and those of others with their owner's name", async () => {
  const elements = await pick("selectGroup", tv.user);
  const { userId } = tv.sandbox.store.account;
  const shared = firstOf(tv.sandbox.store.groups.values(), ({ ownerId }) => ownerId !== userId);
  const owner = tv.sandbox.store.users.get(shared.ownerId)?.name;
  expect(elements).toContainEqual({ key: shared.id, label: `${shared.name} (${owner})` });
});

test("selectGroup offers the groups of one user to a company-level token", async () => {
  const { userId } = tv.sandbox.store.account;
  expect((await pick("selectGroup", tv.company, { userId })).length).toBeGreaterThan(0);
});

test("selectDevice tells devices apart by ID and online state", async () => {
  const { device_id, alias, remotecontrol_id, online_state } = firstOf(tv.sandbox.store.devices.values());
  expect(await pick("selectDevice", tv.user)).toContainEqual({
    key: device_id,
    label: `${alias} (${remotecontrol_id}, ${online_state})`,
  });
});

test("selectUser tells users apart by e-mail", async () => {
  const { id, name, email } = firstOf(tv.sandbox.store.users.values());
  expect(await pick("selectUser", tv.company)).toContainEqual({ key: id, label: `${name} (${email})` });
});

test("records with equal labels get their ID added", async () => {
  const [one, two] = [...tv.sandbox.store.policies.values()];
  if (!one || !two) throw new Error("Two policies are needed.");
  two.name = one.name;
  const elements = await pick("selectPolicy", tv.user);
  expect(elements).toContainEqual({ key: one.policy_id, label: `${one.name} – ${one.policy_id}` });
  expect(elements).toContainEqual({ key: two.policy_id, label: `${two.name} – ${two.policy_id}` });
});

test("what a dropdown offers is accepted by the action that it is for", async () => {
  const [managedDevice] = await pick("selectManagedDevice", tv.user);
  const [session] = await pick("selectSession", tv.user);
  const [user] = await pick("selectUser", tv.company);
  expect(await run("getManagedDevice", tv.user, { managedDeviceId: managedDevice?.key })).toMatchObject({
    id: managedDevice?.key,
  });
  expect(await run("getSession", tv.user, { sessionId: session?.key })).toMatchObject({ code: session?.key });
  expect(await run("getUser", tv.company, { userId: user?.key })).toMatchObject({ id: user?.key });
});
