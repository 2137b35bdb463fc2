/** Sessions: made on demand, shared by an execution, renewed once, and secret. */
import { ConnectionError } from "@prismatic-io/spectral";
import { failureOf } from "../support/client";
import { asked, component, connectionTo, exchanges, execution, run, runLogged, useRealVnc } from "../support/realvnc";
import { json, startServer } from "../support/server";

const rv = useRealVnc();

test("all actions of an execution share one session, also those that run at once", async () => {
  const flow = execution(rv.connection);
  await Promise.all([flow.run("listComputers"), flow.run("listUsers"), flow.run("listPresence")]);
  await flow.run("listComputers", { fetchAll: true });
  expect(exchanges(rv.sandbox)).toBe(1);
});

test("another execution, another access key and another address have sessions of their own", async () => {
  const flow = execution(rv.connection);
  await flow.run("listComputers");
  await execution(rv.connection).run("listComputers");
  expect(exchanges(rv.sandbox)).toBe(2);
  const { baseUrl, credentials } = rv.sandbox;
  await run("listComputers", connectionTo(baseUrl, credentials.readOnly));
  expect(exchanges(rv.sandbox)).toBe(3);
});

test("a session is asked for with an expiry of one hour, and no token with the exchange", async () => {
  await run("listComputers", rv.connection);
  const [exchange] = rv.sandbox.requests;
  expect(exchange).toMatchObject({
    operationId: "createSession",
    body: { ...rv.sandbox.credentials.full, expiry: "PT1H" },
  });
  expect(exchange?.headers.authorization).toBeUndefined();
});

test("a session that ended is renewed once for all that it is refused to at the same time", async () => {
  const flow = execution(rv.connection);
  await flow.run("listComputers");
  rv.sandbox.sessions.end();
  const all = await Promise.all([flow.run("listComputers"), flow.run("listUsers"), flow.run("listUserGroups")]);
  expect(all).toEqual([
    expect.objectContaining({ entries: expect.any(Array) }),
    expect.objectContaining({ members: expect.any(Array) }),
    expect.objectContaining({ groups: expect.any(Array) }),
  ]);
  expect(exchanges(rv.sandbox)).toBe(2);
});

test("a session that ends between two pages of a list is renewed, and the list goes on", async () => {
  rv.sandbox.fault({ kind: "refusedSession", pass: 1, match: { operationId: "listEntries" } });
  const { entries } = (await run("listComputers", rv.connection, { fetchAll: true })) as { entries: unknown[] };
  expect(entries).toHaveLength(40);
  expect(exchanges(rv.sandbox)).toBe(2);
});

test("a session that is refused again after its renewal is an error of the connection that names the access key", async () => {
  rv.sandbox.fault({
    kind: "refusedSession",
    times: Number.POSITIVE_INFINITY,
    match: { operationId: "listEntries" },
  });
  const error = await failureOf(run("listComputers", rv.connection));
  expect(error).toBeInstanceOf(Error);
  expect(error.constructor.name).toBe(ConnectionError.name);
  expect(error.message).toMatch(/^RealVNC Connect GET \/1\.0\/entries failed: HTTP 401.*Make a new access key/);
  expect(asked(rv.sandbox)).toHaveLength(2);
  expect(exchanges(rv.sandbox)).toBe(2);
});

test.each(["ended", "revoked"] as const)("a key that has %s is an error of the connection", async (which) => {
  const { baseUrl, credentials } = rv.sandbox;
  const error = await failureOf(run("listComputers", connectionTo(baseUrl, credentials[which])));
  expect(error.constructor.name).toBe(ConnectionError.name);
  expect(error.message).toContain("does not accept the access key: it is wrong, has ended or was revoked");
  expect(asked(rv.sandbox)).toEqual([]);
});

test("a key that is revoked in the middle of an execution ends it with an error of the connection", async () => {
  const flow = execution(rv.connection);
  await flow.run("listComputers");
  rv.sandbox.sessions.revokeKey(rv.sandbox.credentials.full.accessKeyId);
  const error = await failureOf(flow.run("listComputers"));
  expect(error.constructor.name).toBe(ConnectionError.name);
  expect(error.message).toContain("access key");
});

test.each(["accessKeyId", "accessKey"])("a blank %s is refused before anything is sent", async (field) => {
  const connection = { ...rv.connection, fields: { ...rv.connection.fields, [field]: " " } };
  const error = await failureOf(run("listComputers", connection));
  expect(error.constructor.name).toBe(ConnectionError.name);
  expect(error.message).toMatch(/^Access Key( ID)? of the RealVNC Connect connection is blank\. Make a new access key/);
  expect(rv.sandbox.requests).toEqual([]);
});

test("a connection of another component is refused by name", async () => {
  const error = await failureOf(run("listComputers", { ...rv.connection, key: "teamviewer-oauth" }));
  expect(error.message).toContain("realvnc-access-key");
});

test("the rate limit of the exchange is waited out", async () => {
  rv.sandbox.fault({ kind: "rateLimit", retryAfter: "0", times: 2, match: { operationId: "createSession" } });
  expect(await run("listComputerGroups", rv.connection)).toHaveProperty("groups");
  expect(exchanges(rv.sandbox)).toBe(3);
});

test("an exchange that fails is not remembered", async () => {
  const flow = execution(rv.connection);
  rv.sandbox.fault({
    kind: "oddBody",
    status: 400,
    body: { message: "no" },
    match: { operationId: "createSession" },
  });
  await expect(flow.run("listComputers")).rejects.toThrow("HTTP 400");
  expect(await flow.run("listComputers")).toHaveProperty("entries");
});

test.each([[{}], [{ token: 7 }], [{ token: "a b" }], [[]], [undefined]])(
  "an exchange that is answered with %j is an error and sends nothing else",
  async (body) => {
    rv.sandbox.fault({ kind: "oddBody", body, status: 201, match: { operationId: "createSession" } });
    await expect(run("listComputers", rv.connection)).rejects.toThrow(/session token/);
    expect(asked(rv.sandbox)).toEqual([]);
  },
);

describe("sessions with a short life", () => {
  let time = Date.parse("2026-03-31T12:00:00Z");
  const short = useRealVnc({ sessionSeconds: 1, now: () => new Date(time) });

  test("are used until shortly before they end, and made anew then", async () => {
    const flow = execution(short.connection);
    await flow.run("listComputers");
    await flow.run("listComputers");
    expect(exchanges(short.sandbox)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 950));
    time += 950;
    await flow.run("listComputers");
    expect(exchanges(short.sandbox)).toBe(2);
    expect(short.sandbox.requests.every(({ status }) => status === 200 || status === 201)).toBe(true);
  });
});

const secretsOf = ({ sandbox, connection }: typeof rv) => [
  String(connection.fields?.accessKey),
  ...sandbox.sessions.tokens(),
];

test("neither access key nor session token is in any log line, in debug mode neither", async () => {
  const flow = execution(rv.connection);
  await flow.run("listComputers", { fetchAll: true });
  await flow.run("inviteUser", { email: "new@example.com", roles: ["USER"] });
  rv.sandbox.sessions.end();
  await flow.run("listUsers");
  const text = JSON.stringify(flow.lines);
  expect(text).toContain("POST /1.0/sessions");
  for (const secret of secretsOf(rv)) expect(text).not.toContain(secret);
});

test("a vendor that repeats access key and token in an error tells nobody", async () => {
  const key = String(rv.connection.fields?.accessKey);
  const server = await startServer((request, response) => {
    const isExchange = request.url === "/1.0/sessions";
    response.writeHead(isExchange ? 201 : 400, { "content-type": "application/json" });
    response.end(
      JSON.stringify(
        isExchange ? { token: "s3cret-session-t0ken", expiresIn: 60 } : { message: `${key} s3cret-session-t0ken` },
      ),
    );
  });
  const connection = connectionTo(server.url, { accessKeyId: "id", accessKey: key });
  const { error, lines } = await runLogged("listComputers", connection, {}, true);
  await server.close();
  expect(error?.message).toContain("HTTP 400");
  for (const text of [error?.message, JSON.stringify(lines)]) {
    expect(text).not.toContain(key);
    expect(text).not.toContain("s3cret-session-t0ken");
  }
});

test("a vendor that repeats the access key in its refusal tells nobody", async () => {
  const key = "r3peated-Access-Key";
  const server = await startServer(json(401, { message: `unknown key ${key}` }));
  const connection = connectionTo(server.url, { accessKeyId: "id", accessKey: key });
  const { error, lines } = await runLogged("listComputers", connection, {}, true);
  await server.close();
  expect(error?.message).toContain("unknown key");
  expect(`${error?.message} ${JSON.stringify(lines)}`).not.toContain(key);
});

test("a raw request makes no session, whose token would be its answer", async () => {
  for (const url of ["/1.0/sessions", "/1.0/%73essions/", "1.0/sessions"]) {
    await expect(
      run("rawRequest", rv.connection, {
        url,
        method: "POST",
        responseType: "json",
        data: JSON.stringify(rv.sandbox.credentials.full),
      }),
    ).rejects.toThrow("makes a session");
  }
  expect(rv.sandbox.requests).toEqual([]);
});

test("the connection says where a key is made and that its permissions decide", () => {
  const [connection] = component.connections as unknown as { inputs: { key: string; comments: string }[] }[];
  const comments = connection?.inputs.find(({ key }) => key === "accessKeyId")?.comments;
  expect(comments).toMatch(/portal under Add-ons, API Access Keys.*permissions that are ticked there decide/);
});

test("a session that a raw request makes is worth as many attempts as any", async () => {
  rv.sandbox.fault({ kind: "rateLimit", retryAfter: "0", match: { operationId: "createSession" } });
  const inputs = { url: "/1.0/entries", method: "GET", responseType: "json", maxRetries: 0 };
  expect(await run("rawRequest", rv.connection, inputs)).toHaveProperty("entries");
});

test.each([301, 302, 303, 307, 308])(
  "an exchange that is redirected (HTTP %d) takes no access key elsewhere",
  async (status) => {
    const elsewhere = await startServer(json(201, { token: "t0ken-of-elsewhere" }));
    const server = await startServer({ status, headers: { location: `${elsewhere.url}/1.0/sessions` } });
    const connection = connectionTo(server.url, { accessKeyId: "id", accessKey: "s3cret-access-key" });
    const { error, lines } = await runLogged("listComputers", connection, {}, true);
    await Promise.all([server.close(), elsewhere.close()]);
    expect(error).toBeDefined();
    expect(elsewhere.received).toEqual([]);
    expect(server.received).toHaveLength(1);
    expect(`${error?.message} ${JSON.stringify(lines)}`).not.toContain("s3cret-access-key");
  },
);
