import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

interface Report {
  items: { kind: string; id: string; name: string; outcome: string; reason?: string }[];
}

const policy = () => firstOf(tv.sandbox.store.policies.values()).policy_id;
const devices = () => [...tv.sandbox.store.managedDevices.values()].slice(0, 2);
const groups = () => [...tv.sandbox.store.managedGroups.values()].slice(0, 2);

const assign = (inputs: object) =>
  run("assignTeamviewerPolicyToDevicesAndGroups", tv.user, {
    teamviewerPolicyId: policy(),
    managedDeviceIds: devices().map(({ id }) => id),
    managedGroupIds: groups().map(({ id }) => id),
    ...inputs,
  }) as Promise<Report>;

/** The first device and the first group have the policy, the others have none. */
const prepared = () => {
  const policies = [policy(), undefined];
  devices().forEach((device, index) => {
    Object.assign(device, { teamviewerPolicyId: policies[index] });
  });
  groups().forEach((group, index) => {
    Object.assign(group, { policy_id: policies[index] });
  });
};

test("the policy is given to devices and groups that do not have it, and each is told", async () => {
  prepared();
  const dry = await assign({});
  expect(dry.items.map(({ kind, id, outcome }) => [kind, id, outcome])).toEqual([
    ["device", devices()[1]?.id, "planned"],
    ["group", groups()[1]?.id, "planned"],
    ["device", devices()[0]?.id, "skipped"],
    ["group", groups()[0]?.id, "skipped"],
  ]);
  expect(devices()[1]?.teamviewerPolicyId).toBeUndefined();
  const real = await assign({ dryRun: "false" });
  expect(real.items.map(({ id, outcome }) => [id, outcome])).toEqual(
    dry.items.map(({ id, outcome }) => [id, outcome === "planned" ? "done" : outcome]),
  );
  expect([devices()[1]?.teamviewerPolicyId, groups()[1]?.policy_id]).toEqual([policy(), policy()]);
});

test("one that is not there is told as failed, and does not stop the rest", async () => {
  prepared();
  const report = await assign({
    managedDeviceIds: ["6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", devices()[1]?.id],
    managedGroupIds: [],
    dryRun: false,
  });
  expect(report.items).toMatchObject([
    { id: devices()[1]?.id, outcome: "done" },
    { outcome: "failed", reason: expect.stringContaining("HTTP 404") },
  ]);
});

test("neither a device nor a group is refused", async () => {
  await expect(assign({ managedDeviceIds: "", managedGroupIds: [] })).rejects.toThrow(
    "Managed Device IDs: a device or a managed group is needed.",
  );
});
