/** Managers of managed groups and of managed devices, which TeamViewer treats alike. */
import { pick, run, runLogged } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { users: 260 } });

const managerOf = (wanted: object) => {
  const [[key, value] = []] = Object.entries(wanted);
  return firstOf(tv.sandbox.store.managers.values(), (manager) => (manager as never)[key as never] === value).id;
};

const accounts = () => [...tv.sandbox.store.users.keys()].map((id) => Number(id.slice(1)));
const ofAccount = (index: number) => managerOf({ accountId: accounts()[index] });

const kinds = [
  { kind: "Group", records: () => tv.sandbox.store.managedGroups },
  { kind: "Device", records: () => tv.sandbox.store.managedDevices },
];

describe.each(kinds)("of a managed $kind", ({ kind, records }) => {
  const managed = () => firstOf<{ id: string; access: Map<string, number[]> }>(records().values());
  const record = () => ({ [`managed${kind}Id`]: managed().id });
  const on = (action: string, inputs: object = {}) => run(action, tv.user, { ...record(), ...inputs });
  const refusal = async (action: string, inputs: object) =>
    (await runLogged(action, tv.user, { ...record(), ...inputs })).error?.message;

  test("are listed with their permissions, an account, a user group and the company among them", async () => {
    const { resources } = (await on(`listManaged${kind}Managers`)) as { resources: { id: string; type: string }[] };
    expect(resources.map(({ id }) => id)).toEqual([...managed().access.keys()]);
    expect(new Set(resources.map(({ type }) => type))).toEqual(new Set(["account", "company", "usergroup"]));
  });

  test("are offered by name and kind", async () => {
    const { users, userGroups, account } = tv.sandbox.store;
    const offered = await pick(`selectManaged${kind}Manager`, tv.user, record());
    const own = users.get(account.userId);
    const group = firstOf(userGroups.values());
    expect(offered).toContainEqual({ key: ofAccount(0), label: `${own?.name} (account)` });
    expect(offered).toContainEqual({ key: managerOf({ type: "company" }), label: "Example Support Ltd. (company)" });
    expect(offered).toContainEqual({
      key: managerOf({ usergroupId: group.id }),
      label: `${group.name} (user group)`,
    });
  });

  test("are told by their number where they have no name", async () => {
    const group = firstOf(tv.sandbox.store.userGroups.values());
    group.name = "";
    expect(await pick(`selectManaged${kind}Manager`, tv.user, record())).toContainEqual({
      key: managerOf({ usergroupId: group.id }),
      label: `user group (${group.id})`,
    });
  });

  test("are added as users and user groups with the same permissions", async () => {
    const { id: group } = (await run("createUserGroup", tv.company, { name: "Night shift" })) as { id: number };
    const added = await on(`addManagersToManaged${kind}`, {
      accountIds: [`u${accounts()[5]}`, `u${accounts()[6]}`],
      usergroupIds: [group],
      permissions: ["EasyAccess", "deviceadministration"],
    });
    expect(added).toHaveLength(3);
    for (const id of [ofAccount(5), ofAccount(6), managerOf({ usergroupId: group })]) {
      expect(managed().access.get(id)).toEqual([5, 2]);
    }
  });

  test("are added with permissions of their own, by name and number, however they are named", async () => {
    managed().access.delete(managerOf({ type: "company" }));
    const managers = [
      { id: ofAccount(7), permissions: ["EasyAccess", 2] },
      { accountId: accounts()[8] },
      { companyId: tv.sandbox.store.account.company?.id, permissions: [3] },
    ];
    await on(`addManagersToManaged${kind}`, { managers: JSON.stringify(managers) });
    expect(managed().access.get(ofAccount(7))).toEqual([5, 2]);
    expect(managed().access.get(ofAccount(8))).toEqual([]);
    expect(managed().access.get(managerOf({ type: "company" }))).toEqual([3]);
  });

  test.each([
    [{}, "User IDs: nobody to add."],
    [{ permissions: ["EasyAccess"], managers: [{ companyId: 1 }] }, "Permissions: are those of User IDs"],
    [{ managers: [{ companyId: 1 }, { permissions: [5] }] }, "Managers: at [1]: exactly one of id, accountId,"],
    [{ managers: [{ companyId: 1, accountId: 2 }] }, "Managers: at [0]: exactly one of id, accountId,"],
    [{ managers: [{ companyId: 1, permissions: ["Easy"] }] }, 'Managers: at [0].permissions[0]: "Easy" is none of '],
    [{ managers: [{ companyId: 1, permission: [5] }] }, 'Managers: at [0]: "permission" is not known there.'],
  ])("are not added by %j, which names nobody or in no clear way", async (inputs, message) => {
    expect(await refusal(`addManagersToManaged${kind}`, inputs)).toContain(message);
    expect(tv.sandbox.requests).toEqual([]);
  });

  test("are added, changed and removed in one step, however many they are", async () => {
    const userIds = accounts().map((account) => `u${account}`);
    const added = (await on(`addManagersToManaged${kind}`, { accountIds: userIds.slice(1) })) as { id: string }[];
    expect(added).toHaveLength(259);
    const managers = added.map(({ id }) => ({ id, permissions: ["SoftwareUpdate"] }));
    expect(await on(`updateManaged${kind}Managers`, { managers })).toHaveLength(259);
    const managerIds = added.map(({ id }) => id);
    expect(managerIds.map((id) => managed().access.get(id))).toEqual(managerIds.map(() => [6]));
    expect(await on(`removeManagersFromManaged${kind}`, { managerIds })).toBe("ACTION SUCCEEDED");
    expect(managerIds.filter((id) => managed().access.has(id))).toEqual([]);
    expect(tv.sandbox.requests).toHaveLength(3 * 3);
  });

  test("are told by name where a failure in the middle stops the rest", async () => {
    const managers = accounts().map((accountId) => ({
      accountId,
      permissions: accountId === accounts()[0] ? [0] : [],
    }));
    const stranger = { accountId: 99999999 };
    const message = await refusal(`addManagersToManaged${kind}`, { managers: [...managers.slice(0, 120), stranger] });
    expect(message).toContain(
      `Of 121 managers the first 100 were done, up to accountId ${accounts()[99]}. Not done, or not known to be: the last 21, from accountId ${accounts()[100]} on.`,
    );
    expect(managed().access.has(ofAccount(99))).toBe(true);
    expect(managed().access.has(ofAccount(110))).toBe(false);
  });

  test("have all of their permissions replaced, or taken away when that is said", async () => {
    const managerId = ofAccount(1);
    expect(managed().access.get(managerId)).toEqual([2, 5]);
    const changed = await on(`updateManaged${kind}Manager`, { managerId, permissions: ["PolicyAdministration"] });
    expect(changed).toMatchObject({ id: managerId, permissions: ["PolicyAdministration"] });
    expect(managed().access.get(managerId)).toEqual([3]);
    await on(`updateManaged${kind}Manager`, { managerId, permissions: ["ReadOnly"] });
    expect(managed().access.get(managerId)).toEqual([]);
  });

  test("do not lose their permissions by a blank", async () => {
    const managerId = ofAccount(1);
    expect(await refusal(`updateManaged${kind}Manager`, { managerId, permissions: [] })).toBe(
      "Permissions: a value is required.",
    );
    expect(await refusal(`updateManaged${kind}Manager`, { managerId, permissions: ["ReadOnly", "EasyAccess"] })).toBe(
      "Permissions: ReadOnly takes all permissions away, and cannot be given with others.",
    );
    expect(await refusal(`updateManaged${kind}Managers`, { managers: [{ id: managerId }] })).toBe(
      'Managers: at [0]: "id" and "permissions" are expected; an empty list of permissions takes all of them away.',
    );
    expect(managed().access.get(managerId)).toEqual([2, 5]);
    expect(tv.sandbox.requests).toEqual([]);
  });

  test("keep one who may change them", async () => {
    const managerId = ofAccount(0);
    const before = new Map(managed().access);
    for (const [action, inputs] of [
      [`updateManaged${kind}Manager`, { managerId, permissions: ["EasyAccess"] }],
      [`updateManaged${kind}Managers`, { managers: [{ id: managerId, permissions: [] }] }],
      [`removeManagerFromManaged${kind}`, { managerId }],
      [`removeManagersFromManaged${kind}`, { managerIds: [managerId] }],
    ] as const) {
      expect(await refusal(action, inputs)).toMatch(/HTTP 400.*must keep the permission ManagerAdministration/);
    }
    expect(managed().access).toEqual(before);
  });

  test("are removed one by one, and once", async () => {
    const managerId = ofAccount(1);
    expect(await on(`removeManagerFromManaged${kind}`, { managerId })).toBe("ACTION SUCCEEDED");
    expect(managed().access.has(managerId)).toBe(false);
    expect(await refusal(`removeManagerFromManaged${kind}`, { managerId })).toContain("HTTP 404");
  });
});

test("who creates a managed group is its manager", async () => {
  const { id } = (await run("createManagedGroup", tv.user, { name: "Kiosks" })) as { id: string };
  expect(tv.sandbox.store.managedGroups.get(id)?.access).toEqual(new Map([[ofAccount(0), [0, 1]]]));
});
