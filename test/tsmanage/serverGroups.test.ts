import { isConnectionError } from "@prismatic-io/spectral";
import { countingReply, json, type Reply, reset, startServer } from "../support/server";
import { connectionTo, run, runLogged, useTSManage } from "../support/tsmanage";

const ts = useTSManage();

interface Changed {
  addedGroups: { sgid: string; name: string }[];
  removedGroups: { sgid: string; name: string }[];
  members: { clientUniqueIdentifier: string; serverGroups: { sgid: number }[] }[];
  notFound: string[];
  failed: { memberIds: string[]; error: string }[];
}

const change = (key: string, inputs: object) => run(key, ts.connection, inputs) as Promise<Changed>;
const update = (inputs: object) => change("updateServerGroups", inputs);
const idsOf = ({ members }: Changed) => members.map(({ clientUniqueIdentifier: id }) => id);
const groupsOf = (id = "") => [...(ts.sandbox.store.members.get(id)?.groups ?? [])].sort((a, b) => a - b);
const bodies = () => ts.sandbox.requests.map(({ body }) => body as { memberIds: string[] });

const member = (id: string) => ({ clientUniqueIdentifier: id, serverGroups: [] });
const done = (...ids: string[]) => json(200, { addedGroups: [], removedGroups: [], members: ids.map(member) });

/** What an update of a=, b= and c=, one a batch, comes to against a server with these replies. */
const against = async (replies: Reply[], debug = false) => {
  const server = await startServer(...replies);
  const inputs = { memberIds: ["a=", "b=", "c="], serverGroupIdsToAdd: ["12"], batchSize: "1" };
  const connection = connectionTo(server.url, "tsm_secret-key");
  const outcome = await runLogged("updateServerGroups", connection, inputs, debug);
  await server.close();
  return { ...outcome, data: outcome.data as Changed | undefined, received: server.received };
};

describe("an update", () => {
  test("gives and takes groups, and answers with the groups, and the members as they are then", async () => {
    const [id] = ts.ids.slice(2);
    const before = groupsOf(id);
    const changed = await update({ memberIds: [id], serverGroupIdsToAdd: ["9"], serverGroupIdsToRemove: [7] });
    expect(changed).toEqual({
      addedGroups: [expect.objectContaining({ sgid: "9", name: "Applicant" })],
      removedGroups: [expect.objectContaining({ sgid: "7", name: "Normal" })],
      members: [expect.objectContaining({ clientUniqueIdentifier: id })],
      notFound: [],
      failed: [],
    });
    expect(groupsOf(id)).toEqual([9, ...before.filter((sgid) => sgid !== 7)]);
    expect(changed.members[0]?.serverGroups.map(({ sgid }) => sgid).sort((a, b) => a - b)).toEqual(groupsOf(id));
  });

  test("sends whole numbers, whether they are given as texts or numbers, and always all three lists", async () => {
    await update({ memberIds: [ts.ids[0]], serverGroupIdsToAdd: ["9", 9, " 13 "] });
    expect(bodies()).toEqual([{ memberIds: [ts.ids[0]], serverGroupIdsToAdd: [9, 13], serverGroupIdsToRemove: [] }]);
  });

  test("names those whom the vendor's answer leaves out", async () => {
    const changed = await update({ memberIds: ["bm9ib2R5=", ts.ids[0]], serverGroupIdsToAdd: ["9"] });
    expect(idsOf(changed)).toEqual([ts.ids[0]]);
    expect(changed.notFound).toEqual(["bm9ib2R5="]);
  });

  test("names those whom the answer to their own batch leaves out, also where another answer has them", async () => {
    const { data } = await against([done("a=", "b="), done(), done("c=")]);
    expect(data?.notFound).toEqual(["b="]);
  });

  test("answers with each group once, whether its number comes as a text or not", async () => {
    const adding = (sgid: unknown) =>
      json(200, { addedGroups: [{ sgid }], removedGroups: [], members: [member("a=")] });
    const { data } = await against([adding("12"), adding(12), adding(null)]);
    expect(data?.addedGroups).toEqual([{ sgid: 12 }, { sgid: null }]);
  });

  test("of many members goes out in batches of 100, one after another, each member in one of them", async () => {
    const ids = ts.ids.slice(0, 250);
    const changed = await update({ memberIds: [...ids, ...ids], serverGroupIdsToAdd: ["9"], batchSize: "" });
    expect(bodies().map(({ memberIds }) => memberIds)).toEqual([
      ids.slice(0, 100),
      ids.slice(100, 200),
      ids.slice(200),
    ]);
    expect(idsOf(changed)).toEqual(ids);
    expect(changed.addedGroups.map(({ sgid }) => sgid)).toEqual(["9"]);
    expect(changed.removedGroups).toEqual([]);
    expect(changed.failed).toEqual([]);
  });

  test("begins a batch only when the one before it has ended", async () => {
    const { reply, seen } = countingReply({ addedGroups: [], removedGroups: [], members: [] });
    expect((await against([reply])).received).toHaveLength(3);
    expect(seen.most).toBe(1);
  });

  test.each([
    [{ serverGroupIdsToAdd: ["9", "10"], serverGroupIdsToRemove: ["10"] }, "Server Group IDs to Remove: 10 is also in"],
    [{}, "Server Group IDs to Add: fill in this or Server Group IDs to Remove."],
    [{ serverGroupIdsToAdd: [""], serverGroupIdsToRemove: [] }, "Server Group IDs to Add: fill in this or"],
    [{ memberIds: [], serverGroupIdsToAdd: ["9"] }, "Member IDs: a value is required."],
    [{ memberIds: ["", " "], serverGroupIdsToAdd: ["9"] }, "Member IDs: a value is required."],
    [{ serverGroupIdsToAdd: ["Raider"] }, 'Server Group IDs to Add: "Raider" is no number'],
    [{ serverGroupIdsToAdd: ["-9"] }, 'Server Group IDs to Add: "-9" is no number'],
    [{ serverGroupIdsToRemove: [9.5] }, 'Server Group IDs to Remove: "9.5" is no number'],
    [{ serverGroupIdsToAdd: ["9"], batchSize: "0" }, "Batch Size: must be 1 or more"],
    [{ serverGroupIdsToAdd: ["9"], batchSize: "501" }, "Batch Size: must be 500 or less"],
    [{ serverGroupIdsToAdd: ["9"], batchSize: "many" }, "Batch Size:"],
  ])("%j is refused by name before anything is sent", async (inputs, reason) => {
    await expect(update({ memberIds: [ts.ids[0]], ...inputs })).rejects.toThrow(reason);
    expect(ts.sandbox.requests).toEqual([]);
  });
});

describe("a batch that fails", () => {
  const half = () => ({ memberIds: ts.ids.slice(0, 300), serverGroupIdsToAdd: ["9"] });

  test("in the middle leaves the others done, and names its members and the reason", async () => {
    ts.sandbox.fault({ kind: "serverError", match: { method: "PATCH" }, pass: 1 });
    const changed = await update(half());
    expect(idsOf(changed)).toEqual([...ts.ids.slice(0, 100), ...ts.ids.slice(200, 300)]);
    expect(changed.failed).toEqual([{ memberIds: ts.ids.slice(100, 200), error: expect.stringContaining("HTTP 500") }]);
    expect(changed.notFound).toEqual([]);
    expect(changed.addedGroups.map(({ sgid }) => sgid)).toEqual(["9"]);
    expect(ts.ids.slice(100, 200).filter((id) => groupsOf(id).includes(9))).toEqual([]);
  });

  test("at the beginning does not stop the others", async () => {
    ts.sandbox.fault({ kind: "serverError", match: { method: "PATCH" } });
    const changed = await update(half());
    expect(idsOf(changed)).toEqual(ts.ids.slice(100, 300));
    expect(changed.failed.map(({ memberIds }) => memberIds)).toEqual([ts.ids.slice(0, 100)]);
  });

  test("is sent once: nobody knows whether it was done, and its error says so", async () => {
    const { data, received } = await against([done("a="), reset, done("c=")]);
    expect(received).toHaveLength(3);
    expect(data?.members).toEqual([member("a="), member("c=")]);
    expect(data?.failed).toEqual([
      { memberIds: ["b="], error: expect.stringContaining("may have been done all the same, and was not repeated") },
    ]);
  });

  test("because the server did nothing is sent again", async () => {
    ts.sandbox.fault({ kind: "rateLimit", match: { method: "PATCH" }, retryAfter: "1" });
    const changed = await update({ memberIds: [ts.ids[0]], serverGroupIdsToAdd: ["9"] });
    expect(idsOf(changed)).toEqual([ts.ids[0]]);
    expect(ts.sandbox.requests.map(({ status }) => status)).toEqual([429, 200]);
  });

  test("as all others do is the error of the action, with the first reason", async () => {
    const { data, error, received } = await against([json(409, { message: "Locked." }), json(410, {}), json(410, {})]);
    expect(data).toBeUndefined();
    expect(error?.message).toContain("TSManage PATCH /members/update-batch failed: HTTP 409, Locked.");
    expect(received).toHaveLength(3);
  });

  test("as all others do tells of every reason: of a later one it is not known whether it was done", async () => {
    const { error } = await against([json(409, { message: "Locked." }), reset, json(409, { message: "Locked." })]);
    expect(error?.message).toMatch(/HTTP 409, Locked\. None of 3 requests is known to be done\. .* may have been done/);
  });

  test("is told of in the log", async () => {
    const { lines } = await against([done("a="), json(400, {}), done("c=")]);
    expect(lines).toEqual([
      { level: "warn", text: expect.stringContaining("PATCH /members/update-batch: 1 of 3 batches failed") },
    ]);
  });

  test.each([
    ["nothing", { status: 204, body: "" }],
    ["null", json(200, null)],
    ["a list", json(200, [])],
    ["no members", json(200, { addedGroups: [], removedGroups: [] })],
    ["a member without its identifier", json(200, { addedGroups: [], removedGroups: [], members: [{}] })],
  ])("is also one that is answered with %s: it may have been done", async (_what, reply) => {
    const { data } = await against([done("a="), reply, done("c=")]);
    expect(data?.members).toEqual([member("a="), member("c=")]);
    expect(data?.failed).toEqual([{ memberIds: ["b="], error: expect.stringContaining("may have been") }]);
  });
});

describe("a refused API key", () => {
  test("is an error of the connection, and no further batch is sent", async () => {
    const { error, received } = await against([json(401, { message: "No." })]);
    expect(isConnectionError(error)).toBe(true);
    expect(received).toHaveLength(1);
  });

  test("is one also where an earlier batch failed otherwise, and nothing was done", async () => {
    const { error, received } = await against([json(409, { message: "Locked." }), json(401, { message: "No." })]);
    expect(isConnectionError(error)).toBe(true);
    expect(error?.message).toContain("HTTP 409, Locked.");
    expect(received).toHaveLength(2);
  });

  test("in the middle leaves what was done, and names all others without sending them", async () => {
    const { data, received } = await against([done("a="), json(401, { message: "No." })]);
    expect(received).toHaveLength(2);
    expect(data?.members).toEqual([member("a=")]);
    expect(data?.failed).toEqual([
      { memberIds: ["b="], error: expect.stringContaining("HTTP 401") },
      { memberIds: ["c="], error: "Not sent: the connection was refused before it." },
    ]);
  });

  test("stands in no log, error or answer, in debug mode neither and not when the server repeats it", async () => {
    const echo = json(400, { message: "Bearer tsm_secret-key, dHNtX3NlY3JldC1rZXk= may not." });
    for (const replies of [[echo], [done("a="), echo, echo]]) {
      const { data, error, lines } = await against(replies, true);
      expect(lines.length).toBeGreaterThan(2);
      expect(JSON.stringify([data, error?.message, error?.stack, lines])).not.toMatch(/tsm_secret|dHNtX3NlY3JldC1rZXk/);
    }
  });
});

test("a missing permission is told as one of the user who made the key", async () => {
  const { baseUrl, credentials } = ts.sandbox;
  const inputs = { memberIds: [ts.ids[0]], serverGroupId: "9" };
  const changed = run("addMembersToServerGroup", connectionTo(baseUrl, credentials.readOnlyKey), inputs);
  await expect(changed).rejects.toThrow(/HTTP 403, .*The user who made the API key lacks a permission in TSManage/);
});

test("one group is given to members, and taken from them", async () => {
  const memberIds = ts.ids.slice(0, 3);
  const added = await change("addMembersToServerGroup", { memberIds, serverGroupId: "9", batchSize: "2" });
  expect(memberIds.every((id) => groupsOf(id).includes(9))).toBe(true);
  expect(idsOf(added)).toEqual(memberIds);
  const removed = await change("removeMembersFromServerGroup", { memberIds, serverGroupId: 9 });
  expect(memberIds.some((id) => groupsOf(id).includes(9))).toBe(false);
  expect(removed.removedGroups.map(({ sgid }) => sgid)).toEqual(["9"]);
  expect(bodies().map(({ memberIds: each }) => each.length)).toEqual([2, 1, 3]);
});

test("a group that does not exist is an error in the vendor's words", async () => {
  const memberIds = [ts.ids[0]];
  const added = change("addMembersToServerGroup", { memberIds, serverGroupId: "4711" });
  await expect(added).rejects.toThrow("HTTP 404, not_found: Server group 4711 not found.");
});

describe("setting groups", () => {
  const set = (inputs: object) => change("setServerGroupsOfMembers", inputs);
  const ranks = ["10", "11", "12"];

  test("gives each member exactly the wanted ones of the set, and leaves all others alone", async () => {
    const memberIds = ts.ids.slice(0, 30);
    await set({ memberIds, serverGroupIds: ["12", "10"], amongServerGroupIds: ranks });
    for (const id of memberIds) expect(groupsOf(id)).toEqual([7, 10, 12]);
    expect(groupsOf(ts.ids[31])).not.toEqual([7, 10, 12]);
  });

  test.each([[[]], [""], [undefined]])("to none (%j) takes the whole set away", async (serverGroupIds) => {
    const memberIds = ts.ids.slice(0, 30);
    await set({ memberIds, serverGroupIds, amongServerGroupIds: ranks });
    for (const id of memberIds) expect(groupsOf(id)).toEqual([7]);
  });

  test("to the whole set takes nothing away", async () => {
    await set({ memberIds: [ts.ids[0]], serverGroupIds: ranks, amongServerGroupIds: ranks });
    expect(bodies()).toMatchObject([{ serverGroupIdsToAdd: [10, 11, 12], serverGroupIdsToRemove: [] }]);
  });

  test.each([
    [
      { serverGroupIds: ["9", "11"], amongServerGroupIds: ranks },
      "Server Group IDs: 9 is not in Among Server Group IDs",
    ],
    [{ serverGroupIds: ["9"], amongServerGroupIds: [] }, "Among Server Group IDs: a value is required."],
  ])("with %j is refused before any change", async (inputs, reason) => {
    await expect(set({ memberIds: [ts.ids[0]], ...inputs })).rejects.toThrow(reason);
    expect(ts.sandbox.requests).toEqual([]);
  });
});
