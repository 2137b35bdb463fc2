import { run, runLogged } from "../support/component";
import { startServer } from "../support/server";
import { useTeamViewer } from "../support/teamviewer";

const tv = useTeamViewer();

const get = (url: string, more: object = {}) =>
  run("rawRequest", tv.user, { url, method: "GET", responseType: "json", ...more });

test("a path below the base URL is requested with the connection's token", async () => {
  expect(await get("/ping")).toEqual({ token_valid: true });
  expect(await get("groups?name=no-such-group", { queryParams: [{ key: "shared", value: "false" }] })).toEqual({
    groups: [],
  });
  expect(tv.sandbox.requests.at(-1)?.query).toEqual({ name: "no-such-group", shared: "false" });
});

test("a body goes out as JSON, and an operation without an action of its own is reached", async () => {
  const { userId } = tv.sandbox.store.account;
  const [group] = [...tv.sandbox.store.groups.values()].filter(({ ownerId }) => ownerId === userId);
  const [other] = [...tv.sandbox.store.users.keys()].filter((id) => id !== userId);
  await run("rawRequest", tv.user, {
    url: `/groups/${group?.id}/share_group`,
    method: "POST",
    responseType: "json",
    data: JSON.stringify({ users: [{ userid: other, permissions: "read" }] }),
  });
  expect(tv.sandbox.store.groups.get(group?.id ?? "")?.sharedWith).toContainEqual({
    userid: other,
    permissions: "read",
  });
});

test.each([
  "https://attacker.example/collect",
  "//attacker.example/collect",
  "\\\\attacker.example\\collect",
  "http://127.0.0.1:1/api/v1/ping",
  "/../../oauth2/authorize",
  "/%2e%2e/%2e%2e/sandbox/requests",
  "file:///etc/passwd",
])("the URL %s is refused before anything is sent", async (url) => {
  await expect(get(url)).rejects.toThrow(/^URL: leads (to|out of) /);
  expect(tv.sandbox.requests).toEqual([]);
});

test("a redirect to another origin is followed without the token", async () => {
  const elsewhere = await startServer({ body: "{}" });
  tv.sandbox.fault({ kind: "redirect", location: `${elsewhere.url}/moved` });
  await get("/groups");
  expect(elsewhere.received.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  await elsewhere.close();
});

test("an error of a raw request is told like that of an action", async () => {
  const { error } = await runLogged("rawRequest", tv.user, {
    url: "/groups/g1",
    method: "GET",
    responseType: "arraybuffer",
  });
  expect(error?.message).toMatch(/^TeamViewer GET \/api\/v1\/groups\/g1 failed: HTTP 404, \w+: /);
});

test("it is retried only as often as it is told", async () => {
  tv.sandbox.fault({ kind: "serverError", times: 2 });
  await expect(get("/groups")).rejects.toThrow("HTTP 500");
  expect(await get("/groups", { maxRetries: "1" })).toMatchObject({ groups: expect.any(Array) });
});
