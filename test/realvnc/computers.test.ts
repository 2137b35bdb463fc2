/** Computers and their groups, and finding by name. */
import { asked, pick, run, useRealVnc } from "../support/realvnc";

const rv = useRealVnc({ pageSizes: { entries: 6, members: 5 } });

test("a computer that leaves its last group gets the access that was chosen", async () => {
  const { entryId } = rv.entry("TILL-70");
  const inputs = { entryId, groupId: rv.group("Tills").id };
  expect(await run("removeComputerFromGroup", rv.connection, { ...inputs, defaultAccess: "everyone" })).toEqual({
    addedEveryonePermission: true,
  });
  expect(rv.entry("TILL-70").everyone).toBe(true);
  await run("addComputerToGroup", rv.connection, inputs);
  expect(await run("removeComputerFromGroup", rv.connection, { ...inputs, defaultAccess: "NO_ONE" })).toEqual({
    addedEveryonePermission: false,
  });
});

test("Default Access has to be chosen", async () => {
  const inputs = { entryId: rv.entry("TILL-70").entryId, groupId: rv.group("Tills").id };
  for (const defaultAccess of ["", undefined, "SOME"]) {
    await expect(run("removeComputerFromGroup", rv.connection, { ...inputs, defaultAccess })).rejects.toThrow(
      /^Default Access: /,
    );
  }
  expect(rv.sandbox.requests).toEqual([]);
});

test.each([".", "..", " ", ""])("the ID %j is refused by name, before anything is sent", async (entryId) => {
  await expect(run("removeComputer", rv.connection, { entryId })).rejects.toThrow(/^Computer ID: /);
  expect(rv.sandbox.requests).toEqual([]);
});

test("an ID stays in its segment of the path", async () => {
  await expect(run("removeComputer", rv.connection, { entryId: "../members/a?b#c" })).rejects.toThrow("HTTP 404");
  expect(rv.sandbox.requests.at(-1)?.path).toBe("/1.0/entries/..%2Fmembers%2Fa%3Fb%23c");
});

test("the whole name counts, without regard to case or outer white space", async () => {
  const found = (await run("findComputer", rv.connection, { name: " till-7 " })) as object;
  expect(found).toEqual({
    found: true,
    computer: expect.objectContaining({ name: "TILL-7" }),
    computers: [expect.objectContaining({ name: "TILL-7" })],
  });
  expect(asked(rv.sandbox).length).toBe(7);
});

test("none is no error, and several are all listed without one of them", async () => {
  expect(await run("findComputer", rv.connection, { name: "TILL" })).toEqual({ found: false, computers: [] });
  const several = (await run("findComputerGroup", rv.connection, { name: "kiosks" })) as object;
  expect(several).toEqual({
    found: true,
    groups: [expect.objectContaining({ name: "Kiosks" }), expect.objectContaining({ name: "Kiosks" })],
  });
});

test("a user is found among those who joined and those who are invited", async () => {
  const emails = [...rv.sandbox.store.members.values()].map(({ email, state }) => [email, state] as const);
  for (const state of ["JOINED", "INVITED"]) {
    const [email] = emails.find((each) => each[1] === state) ?? [];
    expect(await run("findUser", rv.connection, { email: email?.toUpperCase() })).toMatchObject({
      found: true,
      user: { email, state },
    });
  }
});

test.each([
  ["selectComputer", () => rv.sandbox.store.entries],
  ["selectComputerGroup", () => rv.sandbox.store.entryGroups],
  ["selectUser", () => rv.sandbox.store.members],
  ["selectUserGroup", () => rv.sandbox.store.userGroups],
] as const)("%s offers everything of all pages, each by a label of its own", async (key, records) => {
  const elements = await pick(key, rv.connection);
  expect(new Set(elements.map((element) => element.key))).toEqual(new Set(records().keys()));
  expect(new Set(elements.map(({ label }) => label)).size).toBe(elements.length);
});

test("labels tell two apart", async () => {
  const labels = (await pick("selectComputer", rv.connection)).map(({ label }) => label);
  expect(labels).toContainEqual(
    expect.stringMatching(/^KIOSK-1 \(kiosk-1-warsaw\.harbour\.example, \d{4}-\d\d-\d\d\)$/),
  );
  expect(labels).toContain("WAREHOUSE-GATE (172.16.1.1::5901, never seen)");
  const users = (await pick("selectUser", rv.connection)).map(({ label }) => label);
  expect(users).toContain("alex.morgan@example.com (OWNER)");
  expect(users).toContain("felix.baumann@example.com (USER, invited)");
});

test("labels count one member and several, and none that are not listed", async () => {
  const groups = [
    { id: "a", name: "One", members: ["m"] },
    { id: "b", name: "Two", members: ["m", "n"] },
    { id: "c", name: "Not listed", members: {} },
  ];
  rv.sandbox.fault({ kind: "oddBody", body: { groups }, times: 2, match: { path: /Groups$/ } });
  const labelsOf = async (key: string) => (await pick(key, rv.connection)).map(({ label }) => label).sort();
  expect(await labelsOf("selectUserGroup")).toEqual(["Not listed", "One (1 user)", "Two (2 users)"]);
  expect(await labelsOf("selectComputerGroup")).toEqual(["Not listed", "One (1 computer)", "Two (2 computers)"]);
});

test("a dropdown offers what it can of records that are not what the description says", async () => {
  const body = {
    entries: [null, 7, { entryId: "a", name: "Till", serverLastSeenTime: 1774936800123 }],
    members: [null, 7, { id: "b", email: "jan@example.com", roles: "USER" }],
  };
  rv.sandbox.fault({ kind: "oddBody", body, times: 2, match: { path: /entries$|members$/ } });
  expect((await pick("selectComputer", rv.connection)).map(({ key }) => key)).toEqual(["a"]);
  expect(await pick("selectUser", rv.connection)).toContainEqual({ key: "b", label: "jan@example.com (USER)" });
});
