import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { managedDevices: 250 }, pageSizes: { managedDevices: 100 } });

type List = {
  currentPaginationToken?: string | null;
  nextPaginationToken?: string | null;
  resources: { id: string; name: string }[];
};

const list = async (inputs: object = {}, key = "listManagedDevices") => (await run(key, tv.user, inputs)) as List;

test("one page is read by default, and its token leads to the next", async () => {
  const first = await list();
  expect(first.resources).toHaveLength(100);
  const second = await list({ paginationToken: first.nextPaginationToken });
  expect(second.resources).toHaveLength(100);
  expect(second.currentPaginationToken).toBe(first.nextPaginationToken);
  expect(second.resources[0]?.id).not.toBe(first.resources[0]?.id);
});

test.each(["listManagedDevices", "listCompanyManagedDevices"])(
  "%s reads all pages with Fetch All, in order and once each",
  async (key) => {
    const whole = await list({ fetchAll: true }, key);
    expect(new Set(whole.resources.map(({ id }) => id)).size).toBe(whole.resources.length);
    expect(whole.nextPaginationToken ?? null).toBeNull();
    const onePage = await list({}, key);
    expect(whole.resources.slice(0, 100)).toEqual(onePage.resources);
    expect(whole.resources.length).toBeGreaterThan(100);
  },
);

test("Fetch All starts at the given token", async () => {
  const { nextPaginationToken } = await list();
  const rest = await list({ fetchAll: true, paginationToken: nextPaginationToken });
  expect(rest.resources).toHaveLength(150);
});

test("Fetch All ends with an error when a page token comes again", async () => {
  tv.sandbox.fault({ kind: "repeatToken", match: { operationId: "ManagedDevices_List" } });
  await expect(list({ fetchAll: true })).rejects.toThrow(/^The list repeats itself: after 200 records/);
});

test("a managed device is read, renamed and given up", async () => {
  const { id } = firstOf(tv.sandbox.store.managedDevices.values());
  expect(
    await run("updateManagedDevice", tv.user, { managedDeviceId: `{${id.toUpperCase()}}`, name: "FRONT-DESK-99" }),
  ).toBe("ACTION SUCCEEDED");
  expect(await run("getManagedDevice", tv.user, { managedDeviceId: id })).toMatchObject({ id, name: "FRONT-DESK-99" });
  expect(await run("deleteManagedDevice", tv.user, { managedDeviceId: id })).toBe("ACTION SUCCEEDED");
  await expect(run("getManagedDevice", tv.user, { managedDeviceId: id })).rejects.toThrow("HTTP 404");
});

test("updateManagedDevice without a change is refused before anything is sent", async () => {
  const managedDeviceId = firstOf(tv.sandbox.store.managedDevices.keys());
  await expect(run("updateManagedDevice", tv.user, { managedDeviceId })).rejects.toThrow("nothing to change");
  expect(tv.sandbox.requests).toEqual([]);
});

test("an ID that is no GUID is refused before anything is sent", async () => {
  await expect(run("deleteManagedDevice", tv.user, { managedDeviceId: "d1" })).rejects.toThrow(
    'Managed Device ID: "d1" is not a GUID',
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("a managed device joins groups and leaves others in one step", async () => {
  const { id: managedDeviceId } = firstOf(tv.sandbox.store.managedDevices.values(), ({ isOnline }) => isOnline);
  const groups = [...tv.sandbox.store.managedGroups.values()];
  const [own] = groups.filter(({ deviceIds }) => deviceIds.has(managedDeviceId));
  const others = groups.filter((group) => group !== own).slice(0, 2);
  await run("updateManagedDeviceGroups", tv.user, {
    managedDeviceId,
    addedGroupIds: others.map(({ id }) => id),
    removedGroupIds: [own?.id],
  });
  expect(groups.filter(({ deviceIds }) => deviceIds.has(managedDeviceId))).toEqual(others);
  const { resources } = await list({ managedDeviceId }, "listManagedDeviceGroups");
  expect(resources.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
});

test("the description of a managed device is replaced, and emptied only when that is said", async () => {
  const device = firstOf(tv.sandbox.store.managedDevices.values());
  const update = (inputs: object) =>
    run("updateManagedDeviceDescription", tv.user, { managedDeviceId: device.id, ...inputs });
  await update({ deviceDescription: "Reception, second floor" });
  expect(device.deviceDescription).toBe("Reception, second floor");
  await expect(update({ deviceDescription: "" })).rejects.toThrow("Description: nothing to change.");
  expect(device.deviceDescription).toBe("Reception, second floor");
  await update({ fieldsToClear: "deviceDescription" });
  expect(device.deviceDescription).toBe("");
});

test("the policy of a managed device is taken away by its type", async () => {
  const device = firstOf(tv.sandbox.store.managedDevices.values(), ({ teamviewerPolicyId }) => !!teamviewerPolicyId);
  const remove = (policyType: string) =>
    run("removePolicyFromManagedDevice", tv.user, { managedDeviceId: device.id, policyType });
  await remove("Patch management");
  expect(device.teamviewerPolicyId).toBeDefined();
  await remove("TeamViewer");
  expect(device.teamviewerPolicyId).toBeUndefined();
});

test("the assignment data is that of the account of the token", async () => {
  const { assignmentData } = (await run("getManagedDeviceAssignmentData", tv.user)) as { assignmentData: string };
  expect(Buffer.from(assignmentData, "base64").toString()).toBe(tv.sandbox.store.account.userId);
});
