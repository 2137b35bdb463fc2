import dns from "node:dns";
import { staticCredentials } from "../../src/http/credentials";
import { ApiError } from "../../src/http/errors";
import { clientOf, closeServers, failureOf, plainTransport, serve, token } from "../support/client";
import { json, type Received, type Reply } from "../support/server";

afterEach(async () => {
  jest.restoreAllMocks();
  await closeServers();
});

const done = json(200, { done: true });
const headers = {
  Authorization: `Bearer ${token}`,
  Cookie: "session=1",
  "X-Api-Key": "k3y",
  "X-Auth-Token": "t0ken",
  "X-Access-Token": "t0ken",
  "X-Tenant": "warsaw",
};
const names = Object.keys(headers).map((name) => name.toLowerCase());
const credentialsIn = (request?: Received) => names.filter((name) => name in (request?.headers ?? {}));
const redirectTo = (url: string, status = 302): Reply => ({ status, headers: { location: url } });

/** A request of a transport that sends these headers. */
const send = (server: Parameters<typeof plainTransport>[0], method = "GET", more: object = {}) =>
  plainTransport(server, staticCredentials(headers)).send({ operation: `${method} /x`, url: "/x", method, ...more });

const writes = ["POST", "PUT", "PATCH", "DELETE"];

describe("a redirected GET", () => {
  it.each([301, 302, 303, 307, 308])("within the origin keeps the credentials (HTTP %d)", async (status) => {
    const server = await serve(redirectTo("/api/v1/moved", status), done);
    expect(await send(server)).toMatchObject({ body: { done: true } });
    expect(server.received[1]).toMatchObject({ method: "GET", url: "/api/v1/moved" });
    expect(credentialsIn(server.received[1])).toEqual(names);
  });

  it.each([301, 302, 303, 307, 308])("to another port goes without them (HTTP %d)", async (status) => {
    const other = await serve(done);
    const server = await serve(redirectTo(`${other.url}/elsewhere`, status));
    expect(await send(server)).toMatchObject({ body: { done: true } });
    expect(credentialsIn(server.received[0])).toEqual(names);
    expect(other.received[0]?.url).toBe("/elsewhere");
    expect(credentialsIn(other.received[0])).toEqual([]);
  });

  it("to another origin takes only what says nothing of the sender along", async () => {
    const other = await serve(done);
    const server = await serve(redirectTo(other.url));
    await send(server, "GET", {
      headers: { Range: "bytes=0-9", "User-Agent": "curl/8", "X-Trace": "1", accept: "a/b" },
    });
    expect(other.received[0]?.headers).toMatchObject({ range: "bytes=0-9", "user-agent": "curl/8", accept: "a/b" });
    expect(other.received[0]?.headers).not.toHaveProperty("x-trace");
  });

  it("to another name of the same host goes without them", async () => {
    const server = await serve((request, response) => {
      response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/elsewhere` }).end();
    }, done);
    await send(server);
    expect(server.received[1]?.url).toBe("/elsewhere");
    expect(credentialsIn(server.received[1])).toEqual([]);
  });

  it("to a host below the same name goes without them, which HTTP libraries would let pass", async () => {
    const server = await serve((request, response) => {
      const { localPort } = request.socket;
      response.writeHead(302, { location: `http://files.localhost:${localPort}/elsewhere` }).end();
    }, done);
    jest.spyOn(dns, "lookup").mockImplementation(((
      _host: string,
      { all }: dns.LookupOptions,
      found: (...args: unknown[]) => void,
    ) => {
      const address = { address: "127.0.0.1", family: 4 };
      if (all) found(null, [address]);
      else found(null, address.address, address.family);
    }) as typeof dns.lookup);
    await send({ ...server, url: server.url.replace("127.0.0.1", "localhost") });
    expect(server.received[1]?.headers).toMatchObject({ host: expect.stringContaining("files.localhost") });
    expect(credentialsIn(server.received[1])).toEqual([]);
  });

  it("to another origin and back does not get them back", async () => {
    const home = await serve(
      (_request, response) => void response.writeHead(302, { location: `${away.url}/away` }).end(),
      done,
    );
    const away = await serve(
      (_request, response) => void response.writeHead(302, { location: `${home.url}/api/v1/back` }).end(),
    );
    await send(home);
    expect(home.received[1]?.url).toBe("/api/v1/back");
    expect(credentialsIn(home.received[1])).toEqual([]);
  });

  it("goes to exactly the place that is named, without the query of before", async () => {
    const server = await serve(redirectTo("moved?page=2"), done);
    await send(server, "GET", { params: { name: "Jan" } });
    expect(server.received.map(({ url }) => url)).toEqual(["/api/v1/x?name=Jan", "/api/v1/moved?page=2"]);
  });

  it("with a body does not take it to another origin", async () => {
    const other = await serve(done);
    const server = await serve(redirectTo(other.url));
    const { message } = await failureOf(send(server, "GET", { data: { a: 1 } }));
    expect(message).toContain("because the request's body must not go to another server");
    expect(other.received).toEqual([]);
  });

  it("is counted as one attempt, and tried again from the start when it fails", async () => {
    const { client, server } = await clientOf([redirectTo("/api/v1/moved"), json(500, {}), done]);
    await client.request("GET /contacts");
    expect(server.received.map(({ url }) => url)).toEqual(["/api/v1/contacts", "/api/v1/moved", "/api/v1/contacts"]);
  });
});

describe("a redirected request that changes something", () => {
  const cases = writes.flatMap((method) => [301, 302, 303].map((status) => [method, status] as const));

  it.each(cases)("%s is not turned into a GET by HTTP %d, and does not report success", async (method, status) => {
    const server = await serve(redirectTo("/api/v1/moved?token=x", status), done);
    const error = await failureOf(send(server, method, { data: { a: 1 } }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status });
    expect(error.message).toContain(
      `Vendor ${method} /x failed: HTTP ${status}: the server redirects ${server.url}/api/v1/x to ${server.url}/api/v1/moved, which is not followed, because a ${method} would become a GET. Check the connection's Base URL.`,
    );
    expect(server.received).toHaveLength(1);
  });

  it.each(writes)("%s keeps method and body within the origin (HTTP 307, 308)", async (method) => {
    const server = await serve(redirectTo("/api/v1/a", 307), redirectTo("/api/v1/b", 308), done);
    expect(await send(server, method, { data: { a: 1 } })).toMatchObject({ body: { done: true } });
    expect(server.received[2]).toMatchObject({ method, url: "/api/v1/b", body: '{"a":1}' });
    expect(credentialsIn(server.received[2])).toEqual(names);
  });

  it.each(writes)("%s does not go to another origin (HTTP 307, 308)", async (method) => {
    const other = await serve(done);
    for (const status of [307, 308]) {
      const server = await serve(redirectTo(`${other.url}/elsewhere`, status));
      await expect(send(server, method, { data: { a: 1 } })).rejects.toThrow(
        `to ${other.url}/elsewhere, which is not followed, because a ${method} is not sent to another server. Check`,
      );
    }
    expect(other.received).toEqual([]);
  });
});

describe("a redirect that is not followed", () => {
  it.each([
    ["GET", 302, "/login"],
    ["GET", 307, "/api/v10/x"],
    ["GET", 301, "/api/v1/../v2/x"],
    ["PUT", 308, "/admin/x"],
  ])("of a %s (HTTP %d) to %s leads out of the API, and the token with it", async (method, status, location) => {
    const server = await serve(redirectTo(location, status), done);
    const { message } = await failureOf(send(server, method));
    expect(message).toContain(`which is not followed, because that is not below ${server.url}/api/v1/. Check the`);
    expect(server.received).toHaveLength(1);
  });

  it("of a loop ends after five, names it and is not retried", async () => {
    const { client, server } = await clientOf([redirectTo("/api/v1/contacts")]);
    const { message } = await failureOf(client.request("GET /contacts"));
    expect(message).toContain("because more than 5 redirects came in a row. Check the connection's Base URL.");
    expect(server.received).toHaveLength(6);
  });

  it.each<[string, Reply]>([
    ["no Location", { status: 302 }],
    ["no URL", redirectTo("http://")],
    ["another protocol", redirectTo("ftp://files.example/x")],
    ["a protocol whose name ends alike", redirectTo("shttp://files.example/x")],
  ])("with %s is told as one and not retried", async (_, reply) => {
    const { client, server } = await clientOf([reply, done]);
    const { message } = await failureOf(client.request("GET /contacts"));
    expect(message).toContain(
      `HTTP 302: the server redirects ${server.url}/api/v1/contacts without naming an HTTP URL to go to. Check`,
    );
    expect(server.received).toHaveLength(1);
  });

  it("is not retried either where everything is to be retried", async () => {
    const { transport, server } = await clientOf([redirectTo("/moved", 302), done], { retryAll: true, attempts: 3 });
    await failureOf(transport.send({ operation: "POST /x", method: "post", url: "/x" }));
    expect(server.received).toHaveLength(1);
  });

  it("shows neither a query nor a token in the path", async () => {
    const { transport } = await clientOf([redirectTo(`/login/${token}?return=${token}`)]);
    const { message } = await failureOf(transport.send({ operation: "PUT /x", method: "put", url: "/x?name=Jan" }));
    expect(message).toContain("/api/v1/x to ");
    expect(message).toContain("/login/[redacted], which");
    expect(message).not.toMatch(/Jan|return|Secr3t/);
  });

  it("is no answer of 304, which says that nothing has changed", async () => {
    const { client } = await clientOf([{ status: 304 }]);
    expect((await failureOf(client.request("GET /contacts"))).message).toContain("failed: HTTP 304 Not Modified.");
  });
});
