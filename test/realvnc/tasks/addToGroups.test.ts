import { asked, useRealVnc } from "../../support/realvnc";
import { changesAsked, dryAndReal, reportOf } from "./support";

const rv = useRealVnc();

describe("addComputersToGroups", () => {
  const key = "addComputersToGroups";
  const add = (assignments: unknown, inputs: object = {}, connection = rv.connection) =>
    reportOf(rv, key, { assignments, ...inputs }, connection);

  test("computers come into groups by name and by ID, from a file with its columns in another order", async () => {
    const { entryId } = rv.entry("SPARE-1");
    const text = `\uFEFFEntryID,Site,GroupName,Name\r\n,1,"Lyon, all floors",till-70\r\n${entryId},2,warsaw,\r\n`;
    const { real } = await dryAndReal(rv, key, { assignments: text });
    const [lyon, warsaw] = [rv.group("Lyon, all floors"), rv.group("Warsaw")];
    const till = rv.entry("TILL-70").entryId;
    expect(real.items).toEqual([
      {
        ...{ action: "add", groupName: "Lyon, all floors", groupId: lyon.id, name: "till-70", entryId: till },
        outcome: "done",
      },
      { action: "add", groupName: "warsaw", groupId: warsaw.id, name: "", entryId, outcome: "done" },
    ]);
    expect([lyon.members.has(till), warsaw.members.has(entryId)]).toEqual([true, true]);
  });

  test("with IDs the computers are not read, and LIST_ENTRIES is not needed", async () => {
    const { entryId } = rv.entry("SPARE-1");
    const connection = rv.withOnly("LIST_ENTRY_GROUPS", "UPDATE_ENTRY_GROUP");
    const rows = [{ GroupName: "Warsaw", EntryID: entryId }];
    expect(await add(rows, { dryRun: false }, connection)).toMatchObject({ done: 1 });
    const { id } = rv.group("Warsaw");
    expect(asked(rv.sandbox)).toEqual(["GET /1.0/entryGroups", `PUT /1.0/entries/${entryId}/groups/${id}`]);
  });

  test.each([
    [{ GroupName: "nobody", Name: "TILL-70" }, "No group has the name nobody."],
    [{ GroupName: "Kiosks", Name: "TILL-70" }, /^2 groups have the name Kiosks: \w+, \w+\./],
    [{ GroupName: "", Name: "TILL-70" }, "GroupName is blank."],
    [{ GroupName: "Warsaw", Name: "nobody" }, "No computer has the name nobody."],
    [{ GroupName: "Warsaw", Name: " " }, "Name and EntryID are blank."],
    [{ GroupName: "Warsaw", EntryID: ".." }, 'EntryID: ".." is not an ID.'],
  ])("the line %j fails, and the others are done", async (row, reason) => {
    const { real } = await dryAndReal(rv, key, { assignments: [row, { GroupName: "Warsaw", Name: "SPARE-1" }] });
    expect(real).toMatchObject({ done: 1, failed: 1 });
    const failed = real.items.find(({ outcome }) => outcome === "failed");
    expect(failed?.reason).toEqual(typeof reason === "string" ? reason : expect.stringMatching(reason));
    expect(failed).toMatchObject({ groupName: row.GroupName, groupId: "" });
  });

  test("who is in the group already is left alone, and a line that comes twice is done once", async () => {
    const { real } = await dryAndReal(rv, key, {
      assignments: "GroupName,Name,EntryID\nTills,TILL-7,\nTills,SPARE-1,\nTills,spare-1,",
    });
    expect(real.items.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ["SPARE-1", "done", undefined],
      ["TILL-7", "skipped", "Already in the group."],
      ["spare-1", "skipped", "An earlier line says the same."],
    ]);
    expect(changesAsked(rv)).toHaveLength(1);
  });

  test.each([
    ["Tills,TILL-7,", "the header has no column GroupName, Name, EntryID."],
    ["GroupName,Name,EntryID\nTills,TILL-7", "line 2: 3 columns are expected, not 2."],
    ['GroupName,Name,EntryID\n"Tills,TILL-7,', "line 2: a quote is opened and not closed"],
    [[{ Name: "TILL-7" }], "at [0]: GroupName is missing."],
    ["", "a value is required."],
  ])("the list %j is refused before anything is sent", async (assignments, reason) => {
    await expect(add(assignments, { dryRun: false })).rejects.toThrow(`Assignments: ${reason}`);
    expect(rv.sandbox.requests).toEqual([]);
  });

  test("a header without lines needs no request", async () => {
    expect(await add("GroupName,Name,EntryID\n")).toMatchObject({ planned: 0, items: [] });
    expect(rv.sandbox.requests).toEqual([]);
  });

  test("one failure does not stop the rest", async () => {
    rv.sandbox.fault({ kind: "emptyError", match: { method: "PUT" } });
    const report = await add("GroupName,Name,EntryID\nWarsaw,SPARE-1,\nWarsaw,TILL-70,", { dryRun: false });
    expect(report.items).toMatchObject([
      { outcome: "failed", reason: expect.stringContaining("UPDATE_ENTRY_GROUP") },
      { outcome: "done" },
    ]);
  });
});

describe("addUsersToGroups", () => {
  const key = "addUsersToGroups";
  const someone = (state: string) => {
    const { members } = rv.group("Store managers");
    const found = [...rv.sandbox.store.members.values()].find((each) => each.state === state && !members.has(each.id));
    if (!found) throw new Error("The sandbox has no such user.");
    return found;
  };

  test("users come into groups by e-mail address and by ID, joined and invited ones", async () => {
    const [joined, invited] = [someone("JOINED"), someone("INVITED")];
    const text = `GroupName,Email,UserID\nstore managers,${joined.email.toUpperCase()},\nStore managers,${invited.email},`;
    const { real } = await dryAndReal(rv, key, { assignments: text });
    const { id: groupId, members } = rv.group("Store managers");
    expect(real.items).toEqual([
      {
        ...{ action: "add", groupName: "store managers", groupId, email: joined.email.toUpperCase() },
        ...{ userId: joined.id, outcome: "done" },
      },
      expect.objectContaining({ userId: invited.id, outcome: "done" }),
    ]);
    expect([members.has(joined.id), members.has(invited.id)]).toEqual([true, true]);
  });

  test("with IDs the users are not read, and LIST_TEAM_MEMBERS is not needed", async () => {
    const { id } = someone("JOINED");
    const connection = rv.withOnly("LIST_USER_GROUPS", "UPDATE_USER_GROUP");
    const assignments = [{ groupname: "Store managers", userid: id }];
    expect(await reportOf(rv, key, { assignments, dryRun: false }, connection)).toMatchObject({ done: 1 });
    const group = rv.group("Store managers");
    expect(asked(rv.sandbox)).toEqual(["GET /1.0/userGroups", `PUT /1.0/members/${id}/groups/${group.id}`]);
  });

  test.each([
    [{ GroupName: "Kiosks", Email: "x@example.com" }, "No group has the name Kiosks."],
    [
      { GroupName: "Store managers", Email: "nobody@example.com" },
      "No user has the e-mail address nobody@example.com.",
    ],
    [{ GroupName: "Store managers" }, "Email and UserID are blank."],
  ])("the line %j fails", async (row, reason) => {
    const { real } = await dryAndReal(rv, key, { assignments: [row] });
    expect(real.items).toMatchObject([{ outcome: "failed", reason }]);
  });
});
