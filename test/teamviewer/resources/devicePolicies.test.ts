/** The two kinds of policy that are assigned in the same way. */
import { pick, run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const kinds = [
  {
    kind: "monitoring policy",
    list: "listMonitoringPolicies",
    get: "getMonitoringPolicy",
    idOf: (id: string) => ({ monitoringPolicyId: id }),
    assign: "assignMonitoringPolicy",
    dropdown: "selectMonitoringPolicy",
    policies: () => tv.sandbox.store.monitoringPolicies,
    devices: () => tv.sandbox.store.monitoringDevices,
  },
  {
    kind: "patch management policy",
    list: "listPatchManagementPolicies",
    get: "getPatchManagementPolicy",
    idOf: (id: string) => ({ patchPolicyId: id }),
    assign: "assignPatchManagementPolicy",
    dropdown: "selectPatchPolicy",
    policies: () => tv.sandbox.store.patchPolicies,
    devices: () => tv.sandbox.store.patchDevices,
  },
];

describe.each(kinds)("a $kind", ({ list, get, idOf, assign, dropdown, policies, devices }) => {
  const policyIdOf = () => firstOf(policies().keys());
  const policyOf = (teamviewerId: number) => (devices().get(teamviewerId) as { policy?: unknown }).policy;

  test("is listed, read as the record itself, and offered by its name", async () => {
    const policy = firstOf(policies().values());
    expect(await run(list, tv.user)).toEqual({ policies: [...policies().values()] });
    expect(await run(get, tv.user, idOf(policy.policy_id.toUpperCase()))).toEqual(policy);
    expect(await pick(dropdown, tv.user)).toContainEqual({ key: policy.policy_id, label: policy.policy_name });
  });

  test("is given to devices, and a device that does not get it is told apart", async () => {
    const [one, two] = [...devices().keys()] as [number, number];
    const teamviewer_ids = [String(one), `r${two}`, "999999999"];
    expect(await run(assign, tv.user, { teamviewer_ids, policy_id: policyIdOf() })).toEqual([
      { teamviewer_id: one, success: true, description: "" },
      { teamviewer_id: two, success: true, description: "" },
      { teamviewer_id: 999999999, success: false, description: "The device is not activated." },
    ]);
    expect([one, two].map(policyOf)).toEqual([{ policy_id: policyIdOf() }, { policy_id: policyIdOf() }]);
  });

  test("is inherited of a managed group", async () => {
    const [device] = devices().keys();
    const group = firstOf(tv.sandbox.store.managedGroups.keys());
    await run(assign, tv.user, { teamviewer_ids: device, managed_group_id: group });
    expect(policyOf(Number(device))).toEqual({ managed_group_id: group });
  });

  test("is given to what the dropdown of devices offers, each of which is looked up once", async () => {
    const listed = firstOf(tv.sandbox.store.devices.values());
    const teamviewerId = Number(listed.remotecontrol_id.slice(1));
    const [, other] = devices().keys();
    await run(assign, tv.user, { teamviewer_ids: [listed.device_id, String(other)], policy_id: policyIdOf() });
    expect(tv.sandbox.requests.map(({ method }) => method)).toEqual(["GET", "POST"]);
    expect(tv.sandbox.requests[1]?.body).toMatchObject({ teamviewer_ids: [teamviewerId, other] });
    expect(policyOf(teamviewerId)).toEqual({ policy_id: policyIdOf() });
  });

  test("that is not there is refused in the vendor's words", async () => {
    const policy_id = "00000000-0000-4000-8000-000000000000";
    const [device] = devices().keys();
    await expect(run(assign, tv.user, { teamviewer_ids: device, policy_id })).rejects.toThrow(/HTTP 400.*policy_id/);
    await expect(run(get, tv.user, idOf(policy_id))).rejects.toThrow(/HTTP 404/);
  });

  test.each([
    [{ teamviewer_ids: "123456789" }, "Managed Group ID: either a policy or a Managed Group ID is needed"],
    [{ teamviewer_ids: "" }, "Device IDs: a value is required."],
    [{ teamviewer_ids: "d12345678, FRONT-DESK-03" }, 'Device IDs: "FRONT-DESK-03" is not a TeamViewer ID'],
  ])("is not given with %j, and nothing is sent", async (inputs, message) => {
    await expect(run(assign, tv.user, inputs)).rejects.toThrow(message);
    expect(tv.sandbox.requests).toEqual([]);
  });
});
