import { pick, run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const settings = [
  { Key: "AutoLockWorkstation", Value: true, Enforce: true },
  { Key: "ConnectionQuality", Value: { mode: "speed", limits: [1, 2] }, Enforce: false },
  { Key: "InactivityMinutes", Value: 15, Enforce: true },
];

const create = async (inputs: object = {}) =>
  ((await run("createTeamviewerPolicy", tv.user, { name: "Night shift", ...inputs })) as { policy_id: string })
    .policy_id;

const kept = (id: string) => tv.sandbox.store.policies.get(id);

test("a policy is created with settings of any kind, read back as the record itself, and offered", async () => {
  const teamviewerPolicyId = await create({ settings: JSON.stringify(settings) });
  expect(kept(teamviewerPolicyId)).toEqual({ policy_id: teamviewerPolicyId, name: "Night shift", settings });
  expect(await run("getTeamviewerPolicy", tv.user, { teamviewerPolicyId })).toEqual(kept(teamviewerPolicyId));
  expect(await run("listTeamviewerPolicies", tv.user)).toEqual({ policies: [...tv.sandbox.store.policies.values()] });
  expect(await pick("selectPolicy", tv.user)).toContainEqual({ key: teamviewerPolicyId, label: "Night shift" });
});

test("an update changes what is filled in and leaves the rest", async () => {
  const teamviewerPolicyId = await create({ settings });
  await run("updateTeamviewerPolicy", tv.user, { teamviewerPolicyId, name: "Day shift", settings: "" });
  expect(kept(teamviewerPolicyId)).toMatchObject({ name: "Day shift", settings });
  await run("updateTeamviewerPolicy", tv.user, { teamviewerPolicyId, settings: settings.slice(0, 1) });
  expect(kept(teamviewerPolicyId)).toMatchObject({ name: "Day shift", settings: settings.slice(0, 1) });
});

test("a policy is made the company's default, and is so no longer", async () => {
  const teamviewerPolicyId = await create({ default: "true" });
  expect(tv.sandbox.store.defaultPolicy.id).toBe(teamviewerPolicyId);
  await run("updateTeamviewerPolicy", tv.user, { teamviewerPolicyId, name: "Day shift" });
  expect(tv.sandbox.store.defaultPolicy.id).toBe(teamviewerPolicyId);
  await run("updateTeamviewerPolicy", tv.user, { teamviewerPolicyId, default: "false" });
  expect(tv.sandbox.store.defaultPolicy.id).toBeUndefined();
});

test("a policy that is deleted is no longer that of any device or group", async () => {
  const teamviewerPolicyId = await create();
  const device = firstOf(tv.sandbox.store.managedDevices.values());
  const group = firstOf(tv.sandbox.store.managedGroups.values());
  await run("updateManagedDevice", tv.user, { managedDeviceId: device.id, teamviewerPolicyId });
  group.policy_id = teamviewerPolicyId;
  expect(device.teamviewerPolicyId).toBe(teamviewerPolicyId);
  expect(await run("deleteTeamviewerPolicy", tv.user, { teamviewerPolicyId })).toBe("ACTION SUCCEEDED");
  expect(kept(teamviewerPolicyId)).toBeUndefined();
  expect([device.teamviewerPolicyId, group.policy_id]).toEqual([undefined, undefined]);
  await expect(run("getTeamviewerPolicy", tv.user, { teamviewerPolicyId })).rejects.toThrow(/HTTP 404/);
});

test.each([
  ["{not json", "Settings: is not valid JSON"],
  ['{"Key":"A"}', "Settings: a list such as [{…}, {…}] is expected."],
  ['[{"Key":"A"},{"key":"B"}]', 'Settings: at [1]: "key" is not known there.'],
  ['[{"Key":"A","Enforce":"yes"}]', "Settings: at [0].Enforce: true or false is expected."],
])("settings of %s are refused before anything is sent", async (given, message) => {
  await expect(run("createTeamviewerPolicy", tv.user, { name: "A", settings: given })).rejects.toThrow(message);
  expect(tv.sandbox.requests).toEqual([]);
});
