/**
 * The stories of the vendor's example script, one test for each of its commands. Each runs with an access key that has the
 * permissions that spec/realvnc-commands.md gives the command, and no others.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Connection } from "@prismatic-io/spectral";
import type { AuditEvent, Entry, Group, Member } from "../../sandbox/realvnc";
import { run, useRealVnc } from "../support/realvnc";

const read = (file: string) => readFileSync(path.join(__dirname, "..", "..", file), "utf8");

/** By command, its permissions. */
const commands = new Map(
  [...read("spec/realvnc-commands.md").matchAll(/^\| `(-\w+)[^|]*\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, command = "", permissions = ""]) => [
      command,
      [...permissions.matchAll(/[A-Z]+(?:_[A-Z]+)+/g)].map(([name]) => name),
    ],
  ),
);

const rv = useRealVnc();

type Answer = Record<string, unknown> & { items: { name: string; email: string; outcome: string }[] };

/** What runs actions with one access key. */
type Act = (key: string, inputs?: object) => Promise<Answer>;

const act =
  (connection: Connection): Act =>
  async (key, inputs = {}) =>
    (await run(key, connection, inputs)) as Answer;

const everything = { fetchAll: true };
const real = { dryRun: "false" };

const isThere = (name: string) => [...rv.sandbox.store.entries.values()].some((entry) => entry.name === name);

const computerId = async (go: Act, name: string) => ((await go("findComputer", { name })).computer as Entry).entryId;
const userId = async (go: Act, email: string) => ((await go("findUser", { email })).user as Member).id;
const groupId = async (go: Act, kind: "Computer" | "User", name: string) =>
  ((await go(`find${kind}Group`, { name })).group as Group).id;

/** A user who can be changed, and is in the first user group or in no other. */
const someone = (isSought: (member: Member) => boolean = () => true): Member => {
  const { members } = rv.sandbox.store;
  const found = [...members.values()].find(
    (each) => each.state === "JOINED" && !each.roles.has("OWNER") && !each.roles.has("ADMIN") && isSought(each),
  );
  if (!found) throw new Error("The sandbox has no such user.");
  return found;
};

const namesOf = (records: unknown) => (records as { name: string }[]).map(({ name }) => name);

const stories: Record<string, (go: Act) => Promise<void>> = {
  "-listcomputers": async (go) => {
    const { entries } = await go("listComputers", { ...everything, includeGroups: true });
    expect(entries).toHaveLength(rv.sandbox.store.entries.size);
    const till = (entries as (Entry & { groups: { name: string }[] })[]).find(({ name }) => name === "TILL-7");
    expect(till).toMatchObject({
      entryId: rv.entry("TILL-7").entryId,
      serverLastSeenTime: expect.any(String),
      groups: [{ name: "Tills" }],
    });
    const { entries: ungrouped } = await go("listComputers", { ...everything, ungroupedOnly: true });
    expect(namesOf(ungrouped)).toContain("SPARE-1");
    expect(namesOf(ungrouped)).not.toContain("TILL-7");
  },
  "-renamecomputer": async (go) => {
    await go("renameComputer", { entryId: await computerId(go, "till-70"), name: "TILL-71" });
    expect([isThere("TILL-71"), isThere("TILL-70")]).toEqual([true, false]);
  },
  "-renamecomputerlistbyname": async (go) => {
    await go("renameComputers", { ...real, renames: "TILL-70,TILL-71\nTILL-7 Backup,TILL-70\n" });
    expect([isThere("TILL-71"), isThere("TILL-70"), isThere("TILL-7 Backup")]).toEqual([true, true, false]);
  },
  "-findcomputer": async (go) => {
    const found = { found: true, computer: { entryId: rv.entry("KIOSK-1").entryId } };
    expect(await go("findComputer", { name: "kiosk-1" })).toMatchObject(found);
    expect(await go("findComputer", { name: "kiosk" })).toEqual({ found: false, computers: [] });
  },
  "-removecomputer": async (go) => {
    await go("removeComputer", { entryId: await computerId(go, "SPARE-1") });
    expect(isThere("SPARE-1")).toBe(false);
  },
  "-removecomputerlistbyname": async (go) => {
    await go("removeComputers", { ...real, names: "SPARE-1\nTILL-7 Backup\n" });
    expect([isThere("SPARE-1"), isThere("TILL-7 Backup"), isThere("TILL-7")]).toEqual([false, false, true]);
  },
  "-removecomputerlistbyid": async (go) => {
    const entryIds = ["SPARE-1", "TILL-7 Backup"].map((name) => rv.entry(name).entryId).join("\n");
    expect(await go("removeComputers", { ...real, entryIds })).toMatchObject({ done: 2 });
    expect([isThere("SPARE-1"), isThere("TILL-7 Backup")]).toEqual([false, false]);
  },
  "-cleanduplicates": async (go) => {
    const working = rv.entry("TILL-7 (2)");
    expect(await go("cleanDuplicateComputers", { ...real, namePrefix: "TILL-7" })).toMatchObject({ done: 3 });
    expect(working.name).toBe("TILL-7");
    expect([isThere("TILL-7 #3"), isThere("TILL-70"), isThere("TILL-7 Backup")]).toEqual([false, true, true]);
  },
  "-cleanallduplicates": async (go) => {
    const working = rv.entry("TILL-7 (2)");
    expect(await go("cleanDuplicateComputers", real)).toMatchObject({ done: 3, failed: 0 });
    expect(working.name).toBe("TILL-7");
    expect([isThere("KIOSK-1"), isThere("KIOSK-1 (2)")]).toEqual([true, true]);
  },
  "-cleanstalecomputers": async (go) => {
    const { items } = await go("cleanStaleComputers", { ...real, period: "6M" });
    const removed = items.filter(({ outcome }) => outcome === "done");
    expect(namesOf(removed).sort()).toEqual(["LAB-OLD-1", "LAB-OLD-2"]);
    expect([isThere("LAB-OLD-1"), isThere("LAB-OLD-2"), isThere("SPARE-1")]).toEqual([false, false, true]);
  },
  "-listcomputergroups": async (go) => {
    expect(namesOf((await go("listComputerGroups")).groups)).toEqual(expect.arrayContaining(["Tills", "Warsaw"]));
  },
  "-findcomputergroup": async (go) => {
    expect(await go("findComputerGroup", { name: "tills" })).toMatchObject({ found: true, group: { name: "Tills" } });
    const { found, group, groups } = await go("findComputerGroup", { name: "Kiosks" });
    expect([found, group, namesOf(groups)]).toEqual([true, undefined, ["Kiosks", "Kiosks"]]);
  },
  "-listgroupsforcomputer": async (go) => {
    const { groups } = await go("listGroupsOfComputer", { entryId: await computerId(go, "TILL-7") });
    expect(namesOf(groups)).toEqual(["Tills"]);
  },
  "-groupaddcomputer": async (go) => {
    const entryId = await computerId(go, "SPARE-1");
    await go("addComputerToGroup", { groupId: await groupId(go, "Computer", "Tills"), entryId });
    expect(rv.group("Tills").members).toContain(entryId);
  },
  "-bulkgroupaddcomputer": async (go) => {
    const { entryId } = rv.entry("TILL-7 Backup");
    const assignments = `GroupName,Name,EntryID\nWarsaw,SPARE-1,\n"Lyon, all floors",,${entryId}\n`;
    expect(await go("addComputersToGroups", { ...real, assignments })).toMatchObject({ done: 2 });
    expect(rv.group("Warsaw").members).toContain(rv.entry("SPARE-1").entryId);
    expect(rv.group("Lyon, all floors").members).toContain(entryId);
  },
  "-groupremovecomputer": async (go) => {
    const entryId = await computerId(go, "TILL-7");
    const group = await groupId(go, "Computer", "Tills");
    await go("removeComputerFromGroup", { groupId: group, entryId, defaultAccess: "NO_ONE" });
    expect(rv.group("Tills").members).not.toContain(entryId);
  },
  "-listauditevents": async (go) => {
    const { events: all } = rv.sandbox.store;
    const from = Math.min(...all.map(({ timestamp }) => timestamp)) - 1;
    expect((await go("listAuditEvents", { ...everything, from })).events).toHaveLength(all.length);
    const to = from + 7 * 86_400_000;
    const { events: week } = await go("listAuditEvents", { ...everything, from, to, sessionEventsOnly: true });
    const expected = all.filter((event) => event.timestamp <= to && event.eventCategory === "SESSION_LOG");
    expect((week as AuditEvent[]).map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(expected.length).toBeGreaterThan(0);
  },
  "-listpresence": async (go) => {
    expect((await go("listPresence", everything)).events).toHaveLength(rv.sandbox.store.presence.size);
  },
  "-listusers": async (go) => {
    const { members } = await go("listUsers", { ...everything, includeGroups: true });
    const joined = [...rv.sandbox.store.members.values()].filter(({ state }) => state === "JOINED");
    expect((members as Member[]).map(({ id }) => id).sort()).toEqual(joined.map(({ id }) => id).sort());
    expect(members).toContainEqual(
      expect.objectContaining({ groups: [expect.objectContaining({ name: expect.any(String) })] }),
    );
    const { members: ungrouped } = await go("listUsers", { ...everything, ungroupedOnly: true });
    expect((ungrouped as Member[]).length).toBeGreaterThan(0);
    expect((ungrouped as Member[]).length).toBeLessThan(joined.length);
  },
  "-inviteuser": async (go) => {
    const groups = ["First level support"];
    await go("inviteUser", { email: "new.person@example.com", roles: ["USER", "TECHNICIAN"], groups });
    const { id, state, roles } = rv.member("new.person@example.com");
    expect([state, [...roles].sort()]).toEqual(["INVITED", ["TECHNICIAN", "USER"]]);
    expect(rv.group("First level support").members).toContain(id);
  },
  "-updateuserroles": async (go) => {
    const { email } = someone();
    await go("updateUserRoles", { userId: await userId(go, email), roles: ["MANAGER", "TECHNICIAN"] });
    expect([...rv.member(email).roles].sort()).toEqual(["MANAGER", "TECHNICIAN"]);
  },
  "-finduser": async (go) => {
    const { email, id } = someone();
    expect(await go("findUser", { email: email.toUpperCase() })).toMatchObject({ found: true, user: { id } });
  },
  "-removeuser": async (go) => {
    const { email, id } = someone();
    await go("removeUser", { userId: await userId(go, email) });
    expect(rv.sandbox.store.members.has(id)).toBe(false);
  },
  "-listusergroups": async (go) => {
    expect(namesOf((await go("listUserGroups")).groups)).toContain("Store managers");
  },
  "-findusergroup": async (go) => {
    const { id } = rv.group("Store managers");
    expect(await go("findUserGroup", { name: "STORE MANAGERS" })).toMatchObject({ found: true, group: { id } });
  },
  "-listgroupsforuser": async (go) => {
    const { members } = rv.group("Store managers");
    const { email } = someone(({ id }) => members.has(id));
    const { groups } = await go("listGroupsOfUser", { userId: await userId(go, email) });
    expect(namesOf(groups)).toEqual(["Store managers"]);
  },
  "-groupadduser": async (go) => {
    const { members } = rv.group("Store managers");
    const { email, id } = someone((each) => !members.has(each.id));
    const group = await groupId(go, "User", "Store managers");
    await go("addUserToGroup", { groupId: group, userId: await userId(go, email) });
    expect(members).toContain(id);
  },
  "-bulkgroupadduser": async (go) => {
    const { members } = rv.group("Store managers");
    const { email, id } = someone((each) => !members.has(each.id));
    const assignments = `GroupName,Email,UserID\nStore managers,${email},\n`;
    expect(await go("addUsersToGroups", { ...real, assignments })).toMatchObject({ done: 1 });
    expect(members).toContain(id);
  },
  "-groupremoveuser": async (go) => {
    const { members } = rv.group("Store managers");
    const { email, id } = someone((each) => members.has(each.id));
    const group = await groupId(go, "User", "Store managers");
    await go("removeUserFromGroup", { groupId: group, userId: await userId(go, email) });
    expect(members).not.toContain(id);
  },
};

test("the script has 29 commands, and each has its story", () => {
  expect([...commands.keys()].sort()).toEqual(Object.keys(stories).sort());
  expect(commands.size).toBe(29);
});

test.each([...commands])("%s", async (command, permissions) => {
  await stories[command]?.(act(rv.withOnly(...permissions)));
});
