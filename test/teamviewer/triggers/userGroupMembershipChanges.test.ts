import { setTimeout as delay } from "node:timers/promises";
import { firstOf, useTeamViewer } from "../../support/teamviewer";
import { flowWith, keepsThePromises } from "../../support/triggers";

interface Membership {
  userGroup: { id: number; name?: string };
  member: { accountId: number; name?: string };
}

type Changes = Record<"added" | "removed", Membership[]>;

/** What happens while a request with a latency waits. */
let meanwhile: () => unknown = () => {};

const tv = useTeamViewer({
  seed: { userGroups: 3, users: 12 },
  pageSizes: { userGroups: 2 },
  wait: async () => meanwhile(),
});

const watch = (inputs: object = {}) => flowWith<Changes>(tv, "userGroupMembershipChanges", inputs, tv.company);

const groupOf = (id: number) => firstOf(tv.sandbox.store.userGroups.values(), (group) => group.id === id);

const membersOf = (id: number) => groupOf(id).accountIds;

const nobodyHas = 70_000_000;

const nothing = { added: [], removed: [] };

describe("as every trigger", () => {
  let made = 0;
  keepsThePromises(tv, {
    key: "userGroupMembershipChanges",
    company: true,
    inputs: { userGroupIds: ["1001"] },
    otherInputs: { userGroupIds: ["1002"] },
    calls: ["GET /usergroups", "GET /usergroups", "GET /usergroups/1001/members", "GET /usergroups/1001/members"],
    makeNews: () => {
      made += 1;
      const members = membersOf(1001);
      for (const accountId of members) if (accountId > nobodyHas) members.delete(accountId);
      members.add(nobodyHas + made);
    },
  });
});

test("who is added and who is removed comes by user group, the removed by ID alone", async () => {
  const { poll } = watch();
  expect((await poll()).data).toEqual(nothing);
  const [moving] = membersOf(1001);
  const accountId = moving as number;
  membersOf(1001).delete(accountId);
  membersOf(1003).add(accountId);
  const { name } = firstOf(tv.sandbox.store.users.values(), ({ id }) => id === `u${accountId}`);
  expect((await poll()).data).toEqual({
    added: [{ userGroup: { id: 1003, name: groupOf(1003).name }, member: { accountId, name } }],
    removed: [{ userGroup: { id: 1001, name: groupOf(1001).name }, member: { accountId } }],
  });
  expect(await poll()).toMatchObject({ data: nothing, polledNoChanges: true });
});

test("the members of a new user group are added, those of a deleted one removed", async () => {
  const { poll } = watch();
  await poll();
  const { store } = tv.sandbox;
  const before = [...membersOf(1002)].sort();
  store.userGroups.delete(1002);
  store.userGroups.set(1009, { id: 1009, name: "Night shift", creationSourceType: 1, accountIds: new Set([5, 4]) });
  const { data } = await poll();
  expect(data.added.map(({ userGroup, member }) => [userGroup, member.accountId])).toEqual([
    [{ id: 1009, name: "Night shift" }, 4],
    [{ id: 1009, name: "Night shift" }, 5],
  ]);
  expect(data.removed).toEqual(before.map((accountId) => ({ userGroup: { id: 1002 }, member: { accountId } })));
  expect((await poll()).polledNoChanges).toBe(true);
});

test("a name that changes is no news", async () => {
  const { poll } = watch();
  await poll();
  groupOf(1001).name = "Renamed";
  for (const user of tv.sandbox.store.users.values()) user.name += " II";
  expect((await poll()).polledNoChanges).toBe(true);
});

describe("User Group IDs", () => {
  test("are the only ones that are read, whatever their order and form", async () => {
    const { poll } = watch({ userGroupIds: ["1003", "1001"] });
    const { calls } = await poll();
    expect([...new Set(calls)].sort()).toEqual([
      "GET /usergroups",
      "GET /usergroups/1001/members",
      "GET /usergroups/1003/members",
    ]);
    membersOf(1002).add(1);
    membersOf(1003).add(2);
    const { data, warnings } = await poll({ inputs: { userGroupIds: "1001, 1003" } });
    expect(data.added.map(({ member }) => member.accountId)).toEqual([2]);
    expect(warnings).toEqual([]);
  });

  test("that the company does not have are named in the log", async () => {
    const { poll } = watch({ userGroupIds: ["1001", "4711"] });
    expect((await poll()).warnings).toEqual(["User Group IDs: the company has no user group 4711."]);
  });

  test.each(["First level support", "g1001", "-1", "9007199254740993"])(
    "%s is refused before anything is sent",
    async (id) => {
      await expect(watch({ userGroupIds: [id] }).poll()).rejects.toThrow("User Group IDs: ");
      expect(tv.sandbox.requests).toHaveLength(0);
    },
  );
});

test("five user groups are read at once, and no more", async () => {
  const { store } = tv.sandbox;
  for (let id = 2001; id <= 2020; id += 1) {
    store.userGroups.set(id, { id, name: `Team ${id}`, creationSourceType: 1, accountIds: new Set([id]) });
  }
  let running = 0;
  let most = 0;
  meanwhile = async () => {
    running += 1;
    most = Math.max(most, running);
    await delay(5);
    running -= 1;
  };
  tv.sandbox.fault({ kind: "latency", times: Number.POSITIVE_INFINITY, match: { path: /members$/ } });
  await watch().poll();
  expect(most).toBe(5);
});

describe("a user group that TeamViewer does not know any more when its members are read", () => {
  const path = "/usergroups/1002/members";

  test("has lost its members, if it is no longer listed", async () => {
    const { poll } = watch();
    await poll();
    const before = [...membersOf(1002)].sort();
    const { name } = groupOf(1002);
    meanwhile = () => tv.sandbox.store.userGroups.delete(1002);
    tv.sandbox.fault({ kind: "latency", match: { path } });
    const { data, warnings } = await poll();
    expect(data).toEqual({
      added: [],
      removed: before.map((accountId) => ({ userGroup: { id: 1002, name }, member: { accountId } })),
    });
    expect(warnings).toEqual([]);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("fails the poll, if it is still listed", async () => {
    const { poll, state } = watch();
    await poll();
    const before = state();
    tv.sandbox.fault({ kind: "serverError", status: 404, match: { path } });
    await expect(poll()).rejects.toThrow("TeamViewer GET /usergroups/{groupId}/members failed: HTTP 404");
    expect(state()).toEqual(before);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("fails the poll, if the list has a group without an ID, which could be that one", async () => {
    const { poll, state } = watch();
    await poll();
    const before = state();
    tv.sandbox.fault({ kind: "serverError", status: 404, match: { path } });
    tv.sandbox.fault({
      kind: "oddBody",
      body: { resources: [{ name: "Field" }] },
      pass: 2,
      match: { path: "/usergroups" },
    });
    await expect(poll()).rejects.toThrow("HTTP 404");
    expect(state()).toEqual(before);
  });
});

describe("what has no ID", () => {
  test("takes nobody away: the members of its group stay known", async () => {
    const { poll } = watch({ userGroupIds: ["1001"] });
    await poll();
    const odd = { resources: [{ accountId: 7, name: "Jo" }, { accountId: "8" }, null] };
    tv.sandbox.fault({ kind: "oddBody", body: odd, match: { path: /1001\/members$/ } });
    const { data, warnings } = await poll();
    expect(data).toEqual({
      added: [{ userGroup: { id: 1001, name: groupOf(1001).name }, member: { accountId: 7, name: "Jo" } }],
      removed: [],
    });
    expect(warnings).toEqual(["2 records without an ID were skipped: they cannot be told apart."]);
    expect((await poll()).data).toEqual({
      added: [],
      removed: [{ userGroup: { id: 1001, name: groupOf(1001).name }, member: { accountId: 7 } }],
    });
  });

  test("takes no group away", async () => {
    const { poll } = watch();
    await poll();
    tv.sandbox.fault({
      kind: "oddBody",
      body: { resources: [{ name: "Field" }, null] },
      match: { path: "/usergroups" },
    });
    const { data, warnings } = await poll();
    expect(data).toEqual(nothing);
    expect(warnings).toEqual(["2 records without an ID were skipped: they cannot be told apart."]);
    expect(await poll()).toMatchObject({ data: nothing, warnings: [] });
  });
});

test("a list without its list fails the poll", async () => {
  const { poll, state } = watch();
  await poll();
  const before = state();
  for (const path of ["/usergroups", /members$/]) {
    tv.sandbox.fault({ kind: "emptyObject", match: { path } });
    await expect(poll()).rejects.toThrow("TeamViewer");
    expect(state()).toEqual(before);
  }
});

test("the state holds IDs and no names, 5 characters a member", async () => {
  const members = membersOf(1001);
  for (let count = 0; count < 5000; count += 1) members.add(100_000_000 + count * 977);
  const { poll, state } = watch({ userGroupIds: ["1001"] });
  await poll();
  const text = JSON.stringify(state());
  expect(text).not.toContain(groupOf(1001).name);
  expect(text.length).toBeLessThan(5 * members.size);
}, 30_000);
