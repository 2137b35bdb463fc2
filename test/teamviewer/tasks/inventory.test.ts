import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ pageSizes: { managedDevices: 3 } });

interface Inventory {
  devices: { id: string; teamviewerPolicyId?: string; groups: { id: string; policy_id?: string }[] }[];
}

const inventory = (inputs: object = {}) => run("listManagedDevicesOfAllGroups", tv.user, inputs) as Promise<Inventory>;

const groups = () => [...tv.sandbox.store.managedGroups.values()];

test("every device of every managed group is there once, with all of its groups and their policies", async () => {
  const [first, second] = groups();
  const shared = firstOf(first?.deviceIds ?? []);
  second?.deviceIds.add(shared);
  const { devices } = await inventory();
  const all = new Set(groups().flatMap(({ deviceIds }) => [...deviceIds]));
  expect(devices.map(({ id }) => id).sort()).toEqual([...all].sort());
  expect(devices.find(({ id }) => id === shared)?.groups).toEqual([
    expect.objectContaining({ id: first?.id, policy_id: first?.policy_id }),
    expect.objectContaining({ id: second?.id }),
  ]);
});

test("each device's own policy is read where that is asked for", async () => {
  const device = firstOf(tv.sandbox.store.managedDevices.values(), ({ teamviewerPolicyId }) =>
    Boolean(teamviewerPolicyId),
  );
  const policyOf = ({ devices }: Inventory) => devices.find(({ id }) => id === device.id)?.teamviewerPolicyId;
  expect(policyOf(await inventory())).toBeUndefined();
  expect(policyOf(await inventory({ ownPolicies: true }))).toBe(device.teamviewerPolicyId);
});

test("a group that cannot be read fails the whole: a list with gaps would look like a whole one", async () => {
  tv.sandbox.fault({
    kind: "notCovered404",
    match: { method: "GET", path: `/managed/groups/${groups()[1]?.id}/devices` },
  });
  await expect(inventory()).rejects.toThrow("HTTP 404");
});

interface Reports {
  records: { id: string; deviceid: string; device: { alias: string; teamviewerId: string } | null }[];
}

const reports = (inputs: object = {}) => run("listConnectionReportsWithDevices", tv.user, inputs) as Promise<Reports>;

test("connection reports name the entry that each device has in the list", async () => {
  const { records } = await reports();
  expect(records.length).toBe(tv.sandbox.store.reports.size);
  const entries = [...tv.sandbox.store.devices.values()];
  const joined = records.filter(({ device }) => device !== null);
  expect(joined.length).toBeGreaterThan(0);
  for (const { deviceid, device } of joined) {
    const entry = entries.find(({ remotecontrol_id }) => remotecontrol_id === `r${deviceid.replace(/^r/, "")}`);
    expect(device).toMatchObject({ alias: entry?.alias, teamviewerId: entry?.remotecontrol_id.slice(1) });
  }
});

test("a device that is not on the list is null, and Maximum Records ends the reading", async () => {
  for (const { device_id } of [...tv.sandbox.store.devices.values()]) tv.sandbox.store.devices.delete(device_id);
  const { records } = await reports({ maximumRecords: 3 });
  expect(records.map(({ device }) => device)).toEqual([null, null, null]);
});
