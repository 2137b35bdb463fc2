import { isConnectionError } from "@prismatic-io/spectral";
import { countingReply, json, type Reply, startServer } from "../support/server";
import { connectionTo, run, runLogged, useTSManage } from "../support/tsmanage";

const ts = useTSManage({ seed: { members: 700 } });

interface Listed {
  members: { clientUniqueIdentifier: string; serverGroups: { sgid: number; name: string }[] }[];
  notFound: string[];
}

const list = (memberIds: unknown) => run("listMembers", ts.connection, { memberIds }) as Promise<Listed>;
const idsOf = ({ members }: Listed) => members.map(({ clientUniqueIdentifier: id }) => id);

/** What an action gives, or how it fails, against a server with these replies. */
const against = async (replies: Reply[], memberIds: unknown = ["a=", "b="]) => {
  const server = await startServer(...replies);
  const outcome = await runLogged("listMembers", connectionTo(server.url, "key-1"), { memberIds });
  await server.close();
  return { ...outcome, received: server.received };
};

const member = (id: string) => ({ clientUniqueIdentifier: id });

test("members come with all that the vendor answers, in the order asked for, whatever its own order is", async () => {
  const asked = [ts.ids[5], ts.ids[2], ts.ids[9]];
  const listed = await list(asked);
  expect(idsOf(listed)).toEqual(asked);
  expect(listed.members[0]).toEqual({
    cldbid: expect.any(Number),
    clientUniqueIdentifier: ts.ids[5],
    clientNickname: expect.any(String),
    clientCreated: expect.any(Number),
    clientLastconnected: expect.any(Number),
    clientTotalconnections: expect.any(Number),
    serverGroups: [
      { sgid: 7, name: "Normal" },
      { sgid: 11, name: "Raider" },
    ],
  });
  expect(listed.notFound).toEqual([]);
});

test("IDs without a member are named, in the order asked for", async () => {
  const listed = await list(["bm9ib2R5=", ts.ids[0], "serveradmin"]);
  expect(idsOf(listed)).toEqual([ts.ids[0]]);
  expect(listed.notFound).toEqual(["bm9ib2R5=", "serveradmin"]);
});

test("blank entries and repetitions are dropped", async () => {
  const listed = await list([ts.ids[1], "", "  ", ts.ids[1], null, ` ${ts.ids[0]} `]);
  expect(idsOf(listed)).toEqual([ts.ids[1], ts.ids[0]]);
  expect(ts.sandbox.requests).toMatchObject([{ query: { id: [ts.ids[1], ts.ids[0]] } }]);
});

test("a text with a member a line or commas between them, and the list of an earlier step, are taken alike", async () => {
  const three = ts.ids.slice(0, 3);
  for (const given of [three, three.join("\n"), three.join(", "), JSON.stringify(three), [three]]) {
    expect(idsOf(await list(given))).toEqual(three);
  }
});

test.each([[undefined], [""], [[]], [["", " "]], ["[]"]])(
  "no member, %j, is refused before anything is sent",
  async (given) => {
    await expect(list(given)).rejects.toThrow("Member IDs: a value is required.");
    expect(ts.sandbox.requests).toEqual([]);
  },
);

test.each([["a".repeat(201)], ["jörg="], ["a\u0000b="]])("%j is no identifier, and refused", async (id) => {
  await expect(list(["a=", id])).rejects.toThrow(`Member IDs: "${id}" is no client unique identifier such as`);
  expect(ts.sandbox.requests).toEqual([]);
});

test("any number of members is looked up, by URLs under 8 KB, with each identifier percent-encoded", async () => {
  const reversed = [...ts.ids].reverse();
  expect(reversed.some((id) => id.includes("+")) && reversed.some((id) => id.includes("/"))).toBe(true);
  const listed = await list(reversed);
  expect(idsOf(listed)).toEqual(reversed);
  const { requests, url } = ts.sandbox;
  expect(requests.length).toBeGreaterThan(1);
  for (const { target } of requests) {
    expect(`${url}${target}`.length).toBeLessThan(8_000);
    expect(target).toMatch(/^\/public-api\/v0\/members\?id=[\w%.-]+(&id=[\w%.-]+)*$/);
  }
  // As few as can be: none but the last has room for one more.
  const longest = "&id=".length + 3 * 28;
  for (const { target } of requests.slice(0, -1)) expect(`${url}${target}`.length).toBeGreaterThan(7_999 - longest);
});

test("at most 5 requests are under way at a time", async () => {
  const { reply, seen } = countingReply([]);
  const { received } = await against(
    [reply],
    Array.from({ length: 3_000 }, (_, index) => `member-${index}-`.padEnd(27, "x").concat("=")),
  );
  expect(received.length).toBeGreaterThan(8);
  expect(seen.most).toBe(5);
});

test("a part that fails fails the call", async () => {
  ts.sandbox.fault({ kind: "serverError", match: { method: "GET" }, pass: 1, status: 400 });
  await expect(list(ts.ids)).rejects.toThrow("TSManage GET /members failed: HTTP 400");
});

test("a look-up is repeated when the server stumbles", async () => {
  ts.sandbox.fault({ kind: "reset" });
  expect(idsOf(await list([ts.ids[0]]))).toEqual([ts.ids[0]]);
  expect(ts.sandbox.requests).toHaveLength(2);
});

test.each([
  ["an object", json(200, { members: [] })],
  ["null", json(200, null)],
  ["a text", json(200, "none")],
  ["an empty body", { status: 200, body: "" }],
  ["nothing, with 204", { status: 204, body: "" }],
])("an answer that is %s is an error, and no empty list", async (_what, reply) => {
  const { data, error } = await against([reply]);
  expect(data).toBeUndefined();
  expect(error?.message).toMatch(/^TSManage GET \/members answered with .* in place of a list/);
});

test("a member that cannot be told from others is an error: nobody would know who was not found", async () => {
  const { error } = await against([json(200, [member("a="), { clientNickname: "Ada" }])]);
  expect(error?.message).toContain("answered with a member without its clientUniqueIdentifier");
});

test("null in place of a member is one that was not found, and others than those asked for are not listed", async () => {
  const { data } = await against([json(200, [null, member("b="), member("c=")])]);
  expect(data).toEqual({ members: [member("b=")], notFound: ["a="] });
});

test("a refused API key is an error of the connection, in which there is nothing of it", async () => {
  const key = "tsm_revoked-key";
  const { error, lines } = await runLogged("listMembers", connectionTo(ts.sandbox.baseUrl, key), { memberIds: ["a="] });
  expect(isConnectionError(error)).toBe(true);
  expect(error?.message).toContain("HTTP 401, unauthorized: The API key is not valid.");
  expect(error?.message).toContain("Fill in API Key with a new key");
  expect(JSON.stringify([error, error?.message, error?.stack, lines])).not.toContain(key);
});
