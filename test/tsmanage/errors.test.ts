/** What TSManage's errors tell, of which the vendor documents nothing, and what to do about them. */
import { isConnectionError } from "@prismatic-io/spectral";
import { json, type Reply, startServer } from "../support/server";
import { connectionTo, runLogged, useTSManage } from "../support/tsmanage";

const ts = useTSManage();

/** The error of a look-up against a server that answers so. */
const errorOf = async (reply: Reply, path = ""): Promise<Error | undefined> => {
  const server = await startServer(reply);
  const { error } = await runLogged("listMembers", connectionTo(`${server.url}${path}`, "tsm_key-1"), {
    memberIds: ["a="],
  });
  await server.close();
  return error;
};

test.each([
  ["JSON with a message", json(400, { message: "Bad id." }), "HTTP 400, Bad id."],
  ["JSON with a code", json(400, { code: "E1", message: "Bad id." }), "HTTP 400, E1: Bad id."],
  ["a text", { status: 400, body: "Bad id.", headers: { "content-type": "text/plain" } }, "HTTP 400, Bad id."],
  ["nothing", { status: 400, body: "" }, "HTTP 400 Bad Request."],
  [
    "a web page",
    { status: 400, body: "<html><title>No</title></html>" },
    'HTTP 400 with a web page instead of JSON ("No"); a proxy or a firewall may have answered.',
  ],
])("an error that is %s is told by its operation, its status and what words there are", async (_what, reply, words) => {
  expect((await errorOf(reply))?.message).toBe(`TSManage GET /members failed: ${words}`);
});

test.each([
  [401, "TSManage does not accept the API key. Fill in API Key with a new key"],
  [403, "The user who made the API key lacks a permission in TSManage"],
  [404, "Check the member and server group IDs, and the connection's Instance."],
  [413, "lower Batch Size"],
])("HTTP %d says what can be done", async (status, advice) => {
  const error = await errorOf(json(status, {}));
  expect(error?.message).toContain(advice);
  expect(isConnectionError(error)).toBe(status === 401);
});

test.each([
  ["HTTP 404", json(404, {})],
  ["HTTP 405", json(405, {})],
])("%s at another path than the API's says where that lies", async (_what, reply) => {
  const error = await errorOf(reply, "/dashboard");
  expect(error?.message).toContain("the base URL of TSManage's API ends in /public-api/v0");
});

test("a web page in place of an answer says where the API lies, where another path was given", async () => {
  const server = await startServer({ status: 200, body: "<html><title>TSManage</title></html>" });
  const inputs = { memberIds: ["a="], serverGroupId: "9" };
  const errorAt = async (path: string) =>
    (await runLogged("addMembersToServerGroup", connectionTo(`${server.url}${path}`, "tsm_key-1"), inputs)).error;
  const hint = "the base URL of TSManage's API ends in /public-api/v0";
  expect((await errorAt("/dashboard"))?.message).toContain(hint);
  expect((await errorAt(""))?.message).not.toContain(hint);
  await server.close();
});

test("a rate limit does not ask for smaller batches, which are more requests", async () => {
  const error = await errorOf(json(429, {}, { "retry-after": "900" }));
  expect(error?.message).toContain("by a larger Batch Size");
});

test("a redirect to another place names the input that is to be checked", async () => {
  const error = await errorOf({ status: 302, headers: { location: "/login" } });
  expect(error?.message).toContain("is not followed");
  expect(error?.message).toMatch(/Check the connection's Instance\.$/);
});

test("an address that cannot be used is an error of the connection, before anything is sent", async () => {
  const { apiKey } = ts.sandbox.credentials;
  for (const host of ["http://demo.tsmanage.com", `https://ada:${apiKey}@demo.tsmanage.com`, "demo", ""]) {
    for (const [key, inputs] of Object.entries({
      listMembers: { memberIds: ["a="] },
      rawRequest: { url: "/members?id=a", method: "GET", responseType: "json" },
    })) {
      const { error, lines } = await runLogged(key, connectionTo(host, apiKey), inputs);
      expect(isConnectionError(error)).toBe(true);
      expect(error?.message).toMatch(/^Instance: /);
      expect(JSON.stringify([error?.message, lines])).not.toContain(apiKey);
    }
  }
});
