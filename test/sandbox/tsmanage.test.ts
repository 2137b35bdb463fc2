/** TSManage's stand-in by itself: what a client that does not keep to the rules is told. */
import { useTSManage } from "../support/tsmanage";

const ts = useTSManage();

const required = { "Content-Type": "application/json", Accept: "application/json" };

const ask = async (
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: object } = {},
  key = ts.sandbox.credentials.apiKey,
) => {
  const response = await fetch(ts.sandbox.baseUrl + path, {
    method,
    body: body && JSON.stringify(body),
    headers: { ...required, Authorization: `Bearer ${key}`, ...headers },
  });
  return { status: response.status, data: JSON.parse(await response.text()) };
};

const get = (ids: string[], headers = {}) =>
  ask("GET", `/members?${ids.map((id) => `id=${encodeURIComponent(id)}`).join("&")}`, { headers });
const patch = (body: object, key?: string) => ask("PATCH", "/members/update-batch", { body }, key);
const groupsOf = (id = "") => [...(ts.sandbox.store.members.get(id)?.groups ?? [])];

test("identifiers are base64 of 20 bytes, end in =, and some of them have + or / in them", () => {
  for (const id of ts.ids) expect(id).toMatch(/^[A-Za-z\d+/]{27}=$/);
  expect(new Set(ts.ids).size).toBe(ts.ids.length);
  expect(ts.ids.some((id) => id.includes("+")) && ts.ids.some((id) => id.includes("/"))).toBe(true);
});

test("members come in the server's own order, and unknown ones are left out", async () => {
  const { status, data } = await get([ts.ids[3] ?? "", "bm9ib2R5=", ts.ids[1] ?? ""]);
  expect(status).toBe(200);
  expect(data.map((member: { clientUniqueIdentifier: string }) => member.clientUniqueIdentifier)).toEqual([
    ts.ids[1],
    ts.ids[3],
  ]);
});

test("an identifier that is not percent-encoded is another one", async () => {
  const id = ts.ids.find((each) => each.includes("+")) ?? "";
  expect((await ask("GET", `/members?id=${id}`)).data).toEqual([]);
  expect((await get([id])).data).toHaveLength(1);
});

test.each([
  ["without Content-Type", { "Content-Type": "text/plain" }, 415],
  ["without Accept", { Accept: "text/html" }, 406],
])("a request %s as JSON is refused, GET included", async (_what, headers, status) => {
  const answer = await get([ts.ids[0] ?? ""], headers);
  expect(answer.status).toBe(status);
  expect(answer.data).toEqual({ code: "invalid_request", message: expect.stringContaining("application/json") });
});

test("no key and an unknown one are 401, and a key of a user without the right may only read", async () => {
  const { readOnlyKey } = ts.sandbox.credentials;
  expect((await get([ts.ids[0] ?? ""], { Authorization: "" })).status).toBe(401);
  expect((await ask("GET", "/members?id=a", {}, "tsm_unknown")).status).toBe(401);
  expect((await ask("GET", "/members?id=a", {}, readOnlyKey)).status).toBe(200);
  expect((await patch({ memberIds: [ts.ids[0]], serverGroupIdsToAdd: [9] }, readOnlyKey)).status).toBe(403);
});

test("a URL of more than 8 KB is refused", async () => {
  expect((await get(ts.ids.slice(0, 200))).status).toBe(200);
  expect((await get(ts.ids.slice(0, 300))).status).toBe(414);
});

test("an update answers with its groups by texts and its members by numbers", async () => {
  const { status, data } = await patch({
    memberIds: [ts.ids[2]],
    serverGroupIdsToAdd: [9],
    serverGroupIdsToRemove: [7],
  });
  expect(status).toBe(200);
  expect(data.addedGroups).toEqual([expect.objectContaining({ sgid: "9", iconid: "0", sortid: "90" })]);
  expect(data.removedGroups).toEqual([expect.objectContaining({ sgid: "7" })]);
  expect(data.members[0].serverGroups).toContainEqual({ sgid: 9, name: "Applicant" });
  expect(groupsOf(ts.ids[2])).toContain(9);
});

test.each([
  ["an unknown group", { serverGroupIdsToAdd: [9, 4711] }, 404],
  ["a group that is both given and taken", { serverGroupIdsToAdd: [9], serverGroupIdsToRemove: [9] }, 400],
  ["a group that is no number", { serverGroupIdsToAdd: ["9"] }, 400],
  ["nobody", { memberIds: [], serverGroupIdsToAdd: [9] }, 400],
  ["an unknown field", { serverGroupIdsToAdd: [9], sgid: 9 }, 400],
])("an update with %s changes nobody", async (_what, body, status) => {
  expect((await patch({ memberIds: [ts.ids[0], ts.ids[1]], ...body })).status).toBe(status);
  expect([...groupsOf(ts.ids[0]), ...groupsOf(ts.ids[1])]).not.toContain(9);
});

test("an update takes 500 members and no more", async () => {
  const memberIds = Array.from({ length: 501 }, (_, index) => `member${index}=`);
  expect((await patch({ memberIds: memberIds.slice(1), serverGroupIdsToAdd: [9] })).status).toBe(200);
  expect((await patch({ memberIds, serverGroupIdsToAdd: [9] })).status).toBe(413);
});

test("at a step of everyday life a member connects", () => {
  const before = [...ts.sandbox.store.members.values()].map(({ connections }) => connections);
  ts.sandbox.simulateActivity();
  const after = [...ts.sandbox.store.members.values()].map(({ connections }) => connections);
  expect(after.filter((count, index) => count === (before[index] ?? 0) + 1)).toHaveLength(1);
});

test("a request stands in the record as it was sent", async () => {
  await get(["a+b/c="]);
  expect(ts.sandbox.requests[0]).toMatchObject({
    target: "/public-api/v0/members?id=a%2Bb%2Fc%3D",
    query: { id: "a+b/c=" },
  });
});
