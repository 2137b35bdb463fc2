import { pick, run, runLogged } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { managedDevices: 60 }, pageSizes: { managedDevices: 10, managedGroups: 2 } });

const groups = () => tv.sandbox.store.managedGroups;
const device = (isOnline: boolean) =>
  firstOf(tv.sandbox.store.managedDevices.values(), (each) => each.isOnline === isOnline);

const newGroup = async () => ((await run("createManagedGroup", tv.user, { name: "Kiosks" })) as { id: string }).id;

const resources = async (key: string, inputs: object) =>
  ((await run(key, tv.user, { ...inputs, fetchAll: true })) as { resources: { id: string; name: string }[] }).resources;

test("a managed group is created, read back, renamed and deleted", async () => {
  const managedGroupId = await newGroup();
  expect(await run("getManagedGroup", tv.user, { managedGroupId })).toEqual({ id: managedGroupId, name: "Kiosks" });
  expect(await run("updateManagedGroup", tv.user, { managedGroupId, name: "Tills" })).toMatchObject({ name: "Tills" });
  expect(await pick("selectManagedGroup", tv.user)).toContainEqual({ key: managedGroupId, label: "Tills" });
  expect(await run("deleteManagedGroup", tv.user, { managedGroupId })).toBe("ACTION SUCCEEDED");
  expect(groups().has(managedGroupId)).toBe(false);
});

test("managed groups and their devices are listed page by page, or all of them", async () => {
  const page = (await run("listManagedGroups", tv.user)) as { resources: unknown[]; nextPaginationToken: string };
  expect(page.resources).toHaveLength(2);
  expect((await resources("listManagedGroups", {})).map(({ id }) => id)).toEqual([...groups().keys()]);
  const { id, deviceIds } = firstOf(groups().values());
  const devices = await resources("listManagedGroupDevices", { managedGroupId: id });
  expect(devices.map((each) => each.id)).toEqual([...deviceIds]);
});

test("policies are set by their type and taken away by it", async () => {
  const managedGroupId = await newGroup();
  const policyId = firstOf(tv.sandbox.store.policies.keys());
  const monitoring = "58c3f1a6-07be-4d29-a4e5-9d8b6c2f1e70";
  await run("updateManagedGroup", tv.user, { managedGroupId, policyId, policyType: "TeamViewer" });
  await run("updateManagedGroup", tv.user, { managedGroupId, policyId: monitoring, policyType: "4" });
  expect(groups().get(managedGroupId)).toMatchObject({ name: "Kiosks", policy_id: policyId });
  expect(groups().get(managedGroupId)?.otherPolicies).toEqual(new Map([[4, monitoring]]));
  await run("removePolicyFromManagedGroup", tv.user, { managedGroupId, policyType: "Monitoring" });
  expect(groups().get(managedGroupId)?.otherPolicies.size).toBe(0);
  expect(await run("getManagedGroup", tv.user, { managedGroupId })).toMatchObject({ policy_id: policyId });
  await run("removePolicyFromManagedGroup", tv.user, { managedGroupId, policyType: "1" });
  expect(await run("getManagedGroup", tv.user, { managedGroupId })).not.toHaveProperty("policy_id");
});

test.each([
  [{ policyId: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58" }, "Policy Type: is needed with a Policy ID."],
  [{ policyType: "1" }, "Policy ID: is needed with a Policy Type."],
  [{ policyType: "3" }, 'Policy Type: "3" is none of TeamViewer, Monitoring, Patch management.'],
  [{}, "Name: nothing to change. Fill in at least one of Name, Policy ID, Policy Type."],
])("an update by %j is refused before anything is sent", async (inputs, message) => {
  const managedGroupId = firstOf(groups().keys());
  const { error } = await runLogged("updateManagedGroup", tv.user, { managedGroupId, ...inputs });
  expect(error?.message).toBe(message);
  expect(tv.sandbox.requests).toEqual([]);
});

test("a device that is online joins a group and leaves it at once, and stays managed", async () => {
  const managedGroupId = await newGroup();
  const { id: managedDeviceId } = device(true);
  expect(await run("addDeviceToManagedGroup", tv.user, { managedGroupId, managedDeviceId })).toEqual({
    id: managedDeviceId,
  });
  expect(groups().get(managedGroupId)?.deviceIds).toEqual(new Set([managedDeviceId]));
  await run("removeDeviceFromManagedGroup", tv.user, { managedGroupId, managedDeviceId });
  expect(groups().get(managedGroupId)?.deviceIds.size).toBe(0);
  expect(tv.sandbox.store.managedDevices.has(managedDeviceId)).toBe(true);
});

test("a device that is offline is pending until it comes online", async () => {
  const managedGroupId = await newGroup();
  const offline = device(false);
  const inputs = { managedGroupId, managedDeviceId: offline.id };
  const lists = async () => [
    (await resources("listManagedGroupDevices", { managedGroupId })).map(({ id }) => id),
    (await resources("listManagedGroupPendingDevices", { managedGroupId })).map(({ id }) => id),
  ];
  await run("addDeviceToManagedGroup", tv.user, inputs);
  expect(await lists()).toEqual([[], [offline.id]]);
  offline.isOnline = true;
  expect(await lists()).toEqual([[offline.id], []]);
  offline.isOnline = false;
  await run("removeDeviceFromManagedGroup", tv.user, inputs);
  expect(await lists()).toEqual([[offline.id], [offline.id]]);
  offline.isOnline = true;
  expect(await lists()).toEqual([[], []]);
});

test("what a group does not have cannot be taken out of it", async () => {
  const managedGroupId = await newGroup();
  const { error } = await runLogged("removeDeviceFromManagedGroup", tv.user, {
    managedGroupId,
    managedDeviceId: device(true).id,
  });
  expect(error?.message).toContain("HTTP 404");
});
