import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

type Groups = { groups: { id: string; name: string }[] };

const own = () => tv.sandbox.store.account.userId;

test("a group is created, read back, renamed and deleted", async () => {
  const created = (await run("createGroup", tv.user, { name: "Warsaw Office" })) as { id: string };
  const groupId = created.id;
  expect(await run("getGroup", tv.user, { groupId })).toMatchObject({ id: groupId, name: "Warsaw Office" });
  expect(await run("updateGroup", tv.user, { groupId, name: "Kraków Office" })).toBe("ACTION SUCCEEDED");
  expect(await run("getGroup", tv.user, { groupId: groupId.slice(1) })).toMatchObject({ name: "Kraków Office" });
  expect(await run("deleteGroup", tv.user, { groupId })).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.store.groups.has(groupId)).toBe(false);
});

test("with a company-level token every group action goes through the owner", async () => {
  const userId = own();
  const { id } = (await run("createGroup", tv.company, { name: "Field service", userId })) as { id: string };
  await run("updateGroup", tv.company, { groupId: id, name: "Field service 2", userId });
  expect(await run("getGroup", tv.company, { groupId: id, userId })).toMatchObject({ name: "Field service 2" });
  expect(((await run("listGroups", tv.company, { userId })) as Groups).groups.map((group) => group.id)).toContain(id);
  await run("deleteGroup", tv.company, { groupId: id, userId });
  expect(tv.sandbox.requests.map(({ path }) => path.startsWith(`/api/v1/users/${userId}/groups`))).toEqual(
    Array(5).fill(true),
  );
});

test("without the owner a company-level token is refused with what to do", async () => {
  await expect(run("listGroups", tv.company)).rejects.toThrow(/GET \/groups failed: HTTP 4\d\d.*/);
});

test("listGroups filters by name, by whole name and by who owns the group", async () => {
  const { name } = firstOf(tv.sandbox.store.groups.values(), ({ ownerId }) => ownerId === own());
  const names = async (inputs: object) =>
    ((await run("listGroups", tv.user, inputs)) as Groups).groups.map((group) => group.name);
  expect(await names({ name: name.slice(0, 4) })).toContain(name);
  expect(await names({ name: name.slice(0, 4), shouldMatchFullName: true })).toEqual([]);
  expect(await names({ name, shouldMatchFullName: true })).toEqual([name]);
  const [shared, owned, all] = [await names({ shared: "true" }), await names({ shared: "false" }), await names({})];
  expect(shared.length + owned.length).toBe(all.length);
  expect(shared.length).toBeGreaterThan(0);
});

test("listGroups refuses to match the full name under an owner, which the vendor cannot do", async () => {
  await expect(run("listGroups", tv.company, { userId: own(), shouldMatchFullName: "true" })).rejects.toThrow(
    "Match Full Name: ",
  );
});

describe("a group is shared", () => {
  const ownGroup = () => firstOf(tv.sandbox.store.groups.values(), ({ ownerId }) => ownerId === own());
  const shares = (groupId: string) =>
    Object.fromEntries(
      (tv.sandbox.store.groups.get(groupId)?.sharedWith ?? []).map(({ userid, permissions }) => [userid, permissions]),
    );
  const colleagues = () => [...tv.sandbox.store.users.keys()].filter((id) => id !== own());

  test("with each user for reading or for writing, and taken away from some", async () => {
    const group = ownGroup();
    const [one = "", two = "", three = ""] = colleagues();
    group.sharedWith = [{ userid: one, permissions: "read" }];
    await run("shareGroup", tv.user, { groupId: group.id, read: [two], readwrite: `${one}, ${three.slice(1)}` });
    expect(shares(group.id)).toEqual({ [one]: "readwrite", [two]: "read", [three]: "readwrite" });
    await run("unshareGroup", tv.user, { groupId: group.id, users: [one, two] });
    expect(shares(group.id)).toEqual({ [three]: "readwrite" });
  });

  test("through its owner with a company-level token", async () => {
    const { id: groupId } = ownGroup();
    const [user = ""] = colleagues();
    await run("shareGroup", tv.company, { groupId, readwrite: [user], userId: own() });
    expect(shares(groupId)).toMatchObject({ [user]: "readwrite" });
    await run("unshareGroup", tv.company, { groupId, users: [user], userId: own() });
    expect(shares(groupId)).not.toHaveProperty(user);
  });

  test.each([
    [{}, "Read User IDs: a user is needed here or in Read and Write User IDs."],
    [{ read: ["u7"], readwrite: ["7"] }, 'Read User IDs: "u7" also stands in Read and Write User IDs.'],
    [{ read: ["Jan Nowak"] }, "Read User IDs: must be a user ID such as u23456789."],
    [{ readwrite: ["g12345678"] }, 'Read and Write User IDs: "g12345678" is a group ID'],
  ])("with nobody in particular, or with one user in two ways, it is not: %j", async (inputs, message) => {
    await expect(run("shareGroup", tv.user, { groupId: "g1", ...inputs })).rejects.toThrow(message);
    expect(tv.sandbox.requests).toEqual([]);
  });
});
