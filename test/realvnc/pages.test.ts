/** Lists in pages, the next of which a Link header names. */
import fc from "fast-check";
import type { Entry } from "../../sandbox/realvnc";
import { failureOf } from "../support/client";
import { asked, connectionTo, run, useRealVnc } from "../support/realvnc";
import { json, startServer } from "../support/server";

const rv = useRealVnc({ pageSizes: { entries: 7, members: 4, audit: 10, presence: 6 } });

interface Page {
  entries: (Entry & { groups?: { id: string; name: string }[] })[];
  members: { id: string; email: string; groups?: object[] }[];
  events: { id: string; serverId?: string; timestamp: number; eventCategory: string }[];
  next?: string;
}

const list = async (key: string, inputs: object = {}) => (await run(key, rv.connection, inputs)) as Page;

const byName = (names: string[]) => [...names].sort((a, b) => (a < b ? -1 : 1));

test("a page names the next one, and the next one is read on from it", async () => {
  const first = await list("listComputers");
  expect(first.entries).toHaveLength(7);
  const second = await list("listComputers", { nextPage: first.next });
  const names = byName([...rv.sandbox.store.entries.values()].map(({ name }) => name));
  expect([...first.entries, ...second.entries].map(({ name }) => name)).toEqual(names.slice(0, 14));
});

test.each([
  ["listComputers", "entries", () => rv.sandbox.store.entries.size, {}],
  ["listPresence", "events", () => rv.sandbox.store.presence.size, { pageSize: 5 }],
  ["listAuditEvents", "events", () => rv.sandbox.store.events.length, { from: "2000-01-01" }],
] as const)("%s with Fetch All has every record once, and no next page", async (key, items, count, inputs) => {
  const answer = await list(key, { ...inputs, fetchAll: true });
  const records = answer[items].map((record) => JSON.stringify(record));
  expect(records).toHaveLength(count());
  expect(new Set(records).size).toBe(count());
  expect(answer.next).toBeUndefined();
});

test("filters stay on every page, also when the link does not repeat them", async () => {
  const invited = [...rv.sandbox.store.members.values()].filter(({ state }) => state === "INVITED");
  for (const [index, member] of [...rv.sandbox.store.members.values()].entries()) {
    if (index > 6 && index < 15) member.state = "INVITED";
  }
  const { members } = await list("listUsers", { state: "INVITED", role: "USER", fetchAll: true });
  expect(members.length).toBeGreaterThan(invited.length);
  expect(members.every(({ id }) => rv.sandbox.store.members.get(id)?.state === "INVITED")).toBe(true);
  expect(asked(rv.sandbox).every((request) => request.includes("state=INVITED") && request.includes("role=USER"))).toBe(
    true,
  );
});

test("what the link itself sets wins, and where the first page began is not sent again", async () => {
  await list("listPresence", { page: 1, pageSize: 9, fetchAll: true });
  expect(asked(rv.sandbox)).toEqual([
    "GET /1.0/presence?page=1&pageSize=9",
    "GET /1.0/presence?page=2&pageSize=9",
    "GET /1.0/presence?page=3&pageSize=9",
    "GET /1.0/presence?page=4&pageSize=9",
  ]);
});

test("the bounds of audit events stay on every page", async () => {
  const from = Date.now() - 20 * 86_400_000;
  await list("listAuditEvents", { from, to: Date.now() - 1, maximumRecords: 25, fetchAll: true });
  const requests = asked(rv.sandbox);
  expect(requests).toHaveLength(3);
  expect(requests.every((request) => request.includes(`from=${from}&to=`))).toBe(true);
});

test("reading ends at Maximum Records, the last page is cut, and no next one is named then", async () => {
  const answer = await list("listComputers", { fetchAll: true, maximumRecords: 10 });
  expect(answer.entries).toHaveLength(10);
  expect(answer.next).toBeUndefined();
  expect(asked(rv.sandbox)).toHaveLength(2);
  const exact = await list("listComputers", { fetchAll: true, maximumRecords: 14 });
  expect(exact.next).toMatch(/^\/1\.0\/entries\?from=/);
});

test("Fetch All begins at the given page", async () => {
  const { next } = await list("listComputers");
  const answer = await list("listComputers", { nextPage: next, fetchAll: true });
  expect(answer.entries).toHaveLength(33);
});

test("a list can begin at a name, the beginning of one, and an ID", async () => {
  const names = async (from: string) => (await list("listComputers", { from })).entries.map(({ name }) => name);
  expect((await names("TILL-7"))[0]).toBe("TILL-7");
  expect((await names("TILL"))[0]).toBe("TILL-7");
  expect((await names(rv.entry("TILL-70").entryId))[0]).toBe("TILL-70");
});

test("Page and Next Page exclude each other by name, before anything is sent", async () => {
  await expect(list("listPresence", { page: 1, nextPage: "/1.0/presence?page=2" })).rejects.toThrow(
    /^Page: cannot be used together with Next Page/,
  );
  expect(rv.sandbox.requests).toEqual([]);
});

test.each([
  "https://elsewhere.example/1.0/entries?from=a",
  "//elsewhere.example/1.0/entries",
  "/1.0/members?from=a",
  "two",
])("%j as Next Page is refused by name, before anything is sent", async (nextPage) => {
  for (const fetchAll of [true, false]) {
    await expect(list("listComputers", { nextPage, fetchAll })).rejects.toThrow(/^Next Page: the link /);
  }
  expect(rv.sandbox.requests).toEqual([]);
});

test("a link to another host ends the action with an error, and the token goes nowhere", async () => {
  rv.sandbox.fault({ kind: "foreignLink", times: 2, match: { operationId: "listEntries" } });
  for (const fetchAll of [true, false]) {
    const error = await failureOf(list("listComputers", { fetchAll }));
    expect(error.message).toMatch(/^RealVNC Connect GET \/1\.0\/entries: the link to the next page is not a path/);
  }
  expect(asked(rv.sandbox)).toHaveLength(2);
});

test("a link that cannot be read ends the action with an error", async () => {
  rv.sandbox.fault({ kind: "unreadableLink", match: { operationId: "listMembers" } });
  await expect(list("listUsers")).rejects.toThrow("answered with a Link header that cannot be read");
});

test("a link that repeats ends the action with an error", async () => {
  rv.sandbox.fault({ kind: "repeatToken", times: Number.POSITIVE_INFINITY, match: { operationId: "listEntries" } });
  await expect(list("listComputers", { fetchAll: true })).rejects.toThrow("The list repeats itself");
  expect(asked(rv.sandbox)).toHaveLength(2);
});

test.each([{}, { fetchAll: true, maximumRecords: 1 }])(
  "a page that names itself as the next one ends the action with an error, with %j too",
  async (inputs) => {
    const itself = "/1.0/entries?from=b";
    const server = await startServer(
      json(201, { token: "t0ken-of-a-session" }),
      json(200, { entries: [{ entryId: "e", name: "b" }] }, { link: `<${itself}>; rel=next` }),
    );
    const connection = connectionTo(server.url, { accessKeyId: "id", accessKey: "key-1234" });
    const error = await failureOf(run("listComputers", connection, { nextPage: itself, ...inputs }));
    await server.close();
    expect(error.message).toMatch(/^The list repeats itself: after 1 records/);
  },
);

test("a plus in a link stays a plus", async () => {
  const server = await startServer(
    json(201, { token: "t0ken-of-a-session" }),
    json(200, { members: [] }, { link: "</1.0/members?from=a+b%40example.com>; rel=next" }),
    json(200, { members: [] }),
  );
  await run("listUsers", connectionTo(server.url, { accessKeyId: "id", accessKey: "key-1234" }), { fetchAll: true });
  await server.close();
  expect(server.received.at(-1)?.url).toBe("/1.0/members?from=a+b%40example.com");
});

test.each([{}, { entries: null }, [], undefined])("an answer of %j is no empty list", async (body) => {
  rv.sandbox.fault({ kind: "oddBody", body, match: { operationId: "listEntries" } });
  await expect(list("listComputers")).rejects.toThrow("answered without the list of entries");
});

test.each([
  ["listComputerGroups", "listEntryGroups", {}],
  ["listUserGroups", "listUserGroups", {}],
  ["listGroupsOfComputer", "listEntryGroups_1", { entryId: "e" }],
  ["listGroupsOfUser", "listMemberGroups", { userId: "u" }],
])("to %s an answer without its list is no empty list", async (key, operationId, inputs) => {
  for (const body of [{}, { groups: null }, { groups: {} }, [], undefined]) {
    rv.sandbox.fault({ kind: "oddBody", body, match: { operationId } });
    await expect(list(key, inputs)).rejects.toThrow("answered without the list of groups");
  }
});

test("the groups of all computers cost one request, and none without them", async () => {
  const { entries } = await list("listComputers", { fetchAll: true, includeGroups: true });
  expect(asked(rv.sandbox).filter((request) => request.includes("entryGroups"))).toHaveLength(1);
  const till = entries.find(({ name }) => name === "TILL-7");
  expect(till?.groups).toEqual([{ id: rv.group("Tills").id, name: "Tills" }]);
  expect(entries.find(({ name }) => name === "LAB-OLD-1")?.groups).toEqual([]);
  rv.sandbox.requests.length = 0;
  const { entries: bare } = await list("listComputers");
  expect(bare.some((entry) => "groups" in entry)).toBe(false);
  expect(asked(rv.sandbox)).toEqual(["GET /1.0/entries"]);
});

test("a list of groups that leaves their members out says nothing of them: they are read group by group", async () => {
  const bare = (groups: Iterable<{ id: string; name: string }>) => [...groups].map(({ id, name }) => ({ id, name }));
  for (const [key, operationId, groups] of [
    ["listComputers", "listEntryGroups", rv.sandbox.store.entryGroups],
    ["listUsers", "listUserGroups", rv.sandbox.store.userGroups],
  ] as const) {
    const expected = await list(key, { fetchAll: true, includeGroups: true });
    rv.sandbox.fault({ kind: "oddBody", body: { groups: bare(groups.values()) }, match: { operationId } });
    expect(await list(key, { fetchAll: true, includeGroups: true })).toEqual(expected);
  }
});

test("what is no group, or does not list its members, stops nothing and is nobody's group", async () => {
  const { id, name, members } = rv.group("Tills");
  const odd = [null, 7, { id: "g", name: "No list", members: {} }, { id, name, members: [...members, null] }];
  rv.sandbox.fault({ kind: "oddBody", body: { groups: odd }, match: { operationId: "listEntryGroups" } });
  rv.sandbox.fault({ kind: "oddBody", body: { members: {} }, match: { operationId: "readEntryGroup" } });
  const { entries } = await list("listComputers", { fetchAll: true, includeGroups: true });
  expect(entries.find((entry) => entry.name === "TILL-7")?.groups).toEqual([{ id, name }]);
  expect(entries.find((entry) => entry.name === "LAB-OLD-1")?.groups).toEqual([]);
});

test("what is no record in a list passes, and stops nothing", async () => {
  const body = { entries: [null, { entryId: "e", name: "n" }], events: [null] };
  rv.sandbox.fault({ kind: "oddBody", body, times: 3, match: { path: /entries$|audit/ } });
  const { entries } = await list("listComputers", { includeGroups: true });
  expect(entries).toEqual([null, { entryId: "e", name: "n", groups: [] }]);
  expect(await list("findComputer", { name: "n" })).toMatchObject({ found: true, computer: { entryId: "e" } });
  expect((await list("listAuditEvents", { from: "2000-01-01", sessionEventsOnly: true })).events).toEqual([]);
});

test("a computer that comes on two pages is found once", async () => {
  const page = (next?: string) =>
    json(200, { entries: [{ entryId: "e", name: "Till" }] }, next ? { link: `<${next}>; rel=next` } : {});
  const server = await startServer(json(201, { token: "t0ken-of-a-session" }), page("/1.0/entries?from=b"), page());
  const connection = connectionTo(server.url, { accessKeyId: "id", accessKey: "key-1234" });
  const { computers } = (await run("findComputer", connection, { name: "till" })) as { computers: object[] };
  await server.close();
  expect(computers).toHaveLength(1);
});

test("Ungrouped Only has those in no group, and only they count for Maximum Records", async () => {
  const grouped = new Set([...rv.sandbox.store.entryGroups.values()].flatMap(({ members }) => [...members]));
  const ungrouped = [...rv.sandbox.store.entries.values()].filter(({ entryId }) => !grouped.has(entryId));
  const { entries } = await list("listComputers", { fetchAll: true, ungroupedOnly: true });
  expect(byName(entries.map(({ name }) => name))).toEqual(byName(ungrouped.map(({ name }) => name)));
  const few = await list("listComputers", { fetchAll: true, ungroupedOnly: true, maximumRecords: 9 });
  expect(few.entries.map(({ name }) => name)).toEqual(entries.slice(0, 9).map(({ name }) => name));
});

test("Session Events Only leaves out all others", async () => {
  const all = await list("listAuditEvents", { from: "2000-01-01", fetchAll: true });
  const sessions = await list("listAuditEvents", { from: "2000-01-01", fetchAll: true, sessionEventsOnly: true });
  expect(sessions.events).toEqual(all.events.filter(({ eventCategory }) => eventCategory === "SESSION_LOG"));
  expect(sessions.events.length).toBeLessThan(all.events.length);
});

test("dates of audit events go out to the millisecond that was given", async () => {
  await list("listAuditEvents", { from: "2026-11-20T10:11:12.345Z", to: "2026-11-21T00:00:00.001+02:00" });
  expect(rv.sandbox.requests.at(-1)?.query).toEqual({
    from: String(Date.parse("2026-11-20T10:11:12.345Z")),
    to: String(Date.parse("2026-11-20T22:00:00.001Z")),
  });
});

test.each([
  [{ from: 1764000000123, to: 1764000000122 }, /^To: lies before From/],
  [{ from: "9998-01-01" }, /^From: lies in the future/],
  [{}, /^From: a value is required/],
  [{ from: "yesterday" }, /^From: "yesterday" is not a date/],
])("%j is refused by name, before anything is sent", async (inputs, message) => {
  await expect(list("listAuditEvents", inputs)).rejects.toThrow(message);
  expect(rv.sandbox.requests).toEqual([]);
});

test("a blank To is now", async () => {
  const before = Date.now();
  await list("listAuditEvents", { from: "2000-01-01", to: "" });
  const to = Number(rv.sandbox.requests.at(-1)?.query.to);
  expect(to).toBeGreaterThanOrEqual(before);
  expect(to).toBeLessThanOrEqual(Date.now());
});

test("whatever the size of a page and Maximum Records are, no record is lost or doubled", async () => {
  const all = (await list("listPresence", { fetchAll: true })).events.map(({ serverId }) => serverId);
  const sizes = fc.record({
    pageSize: fc.integer({ min: 1, max: 50 }),
    maximumRecords: fc.integer({ min: 1, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(sizes, async (inputs) => {
      const { events } = await list("listPresence", { ...inputs, fetchAll: true });
      expect(events.map(({ serverId }) => serverId)).toEqual(all.slice(0, inputs.maximumRecords));
    }),
    { numRuns: 15 },
  );
});
