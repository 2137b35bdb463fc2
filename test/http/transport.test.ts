import { staticCredentials } from "../../src/http/credentials";
import { ApiError } from "../../src/http/errors";
import { clientOf, closeServers, failureOf, plainTransport, serve, token } from "../support/client";
import { cutOff, json, type Received, type Reply, reset, silence, trickle } from "../support/server";

afterEach(closeServers);

const done = json(200, { done: true });
const webPage: Reply = {
  headers: { "content-type": "text/html" },
  body: "<!DOCTYPE html><html><head><title>Gateway</title></head></html>",
};
const rateLimit = json(403, { error: "rate_limit_reached", error_description: "Too many requests." });

type Client = Awaited<ReturnType<typeof clientOf>>["client"];

const get = (client: Client) => client.request("GET /contacts");
const post = (client: Client) => client.request("POST /groups", { body: { name: "Warsaw Office" } });
const patch = (client: Client) =>
  client.transport.send({ operation: "PATCH /x", method: "patch", url: "/x", data: {} });
const put = (client: Client) =>
  client.request("PUT /groups/{id}", { path: { id: "g1" }, body: { name: "Warsaw Office" } });
const remove = (client: Client) => client.request("DELETE /contacts/{id}", { path: { id: "c1" } });

/** Long enough for any answer of a local server, and short enough to wait for one that does not come. */
const attemptTimeout = 250;

/** A request without what belongs to its connection. */
const asSent = ({ headers: { connection, ...headers } = {}, ...rest }: Partial<Received> = {}) => ({
  ...rest,
  headers,
});

const failures: [what: string, reply: Reply][] = [
  ["an error 500", json(500, { error: "internal_error" })],
  ["an error 502 with a web page", { ...webPage, status: 502 }],
  ["a reset connection", reset],
  ["no answer in time", silence],
  ["an answer that is cut off", cutOff],
  ["half of a JSON text", { body: '{"contacts": [' }],
  ["a web page instead of JSON", webPage],
];

describe.each(failures)("after %s", (_, reply) => {
  it.each([
    ["GET", get],
    ["PUT", put],
    ["DELETE", remove],
  ])("a %s is sent again, the same as before", async (method, send) => {
    const { client, server } = await clientOf([reply, done], { attemptTimeout });
    expect(await send(client)).toEqual({ done: true });
    const [first, second, ...more] = server.received;
    expect(first).toMatchObject({ method, headers: { authorization: `Bearer ${token}` } });
    expect(asSent(second)).toEqual(asSent(first));
    expect(more).toEqual([]);
  });

  it.each([
    ["POST", post],
    ["PATCH", patch],
  ])("a %s is not sent again, because its work may have been done", async (method, send) => {
    const { client, server, waits } = await clientOf([reply, done], { attemptTimeout });
    expect(await failureOf(send(client))).toBeInstanceOf(ApiError);
    expect(server.received.map((request) => request.method)).toEqual([method]);
    expect(waits).toEqual([]);
  });
});

describe("a POST that the server says it has not carried out", () => {
  it.each([
    ["429", json(429, { error: "rate_limit_reached" })],
    ["503 with Retry-After", json(503, {}, { "retry-after": "0" })],
    ["421, which says that another server was meant", json(421, {})],
    ["425, which says that it came too early", json(425, {})],
    ["403 in the vendor's words for a rate limit", rateLimit],
  ])("is sent again after %s, the same as before", async (_, reply) => {
    const { client, server } = await clientOf([reply, done]);
    expect(await post(client)).toEqual({ done: true });
    const [first, second] = server.received;
    expect(first).toMatchObject({ method: "POST", body: '{"name":"Warsaw Office"}' });
    expect(asSent(second)).toEqual(asSent(first));
  });

  it.each([
    ["503 without Retry-After", json(503, {})],
    ["408, behind which it may have been done", json(408, {})],
    ["403 that is a missing right", json(403, { error: "access_denied" })],
    ["403 that blocks the sender", json(403, { error: "blocked" })],
  ])("is not sent again after %s", async (_, reply) => {
    const { client, server } = await clientOf([reply, done]);
    await failureOf(post(client));
    expect(server.received).toHaveLength(1);
  });
});

describe("a GET", () => {
  it.each([
    ["400", json(400, { error: "invalid_request" })],
    ["404", json(404, {})],
    ["403 that is a missing right", json(403, { error: "access_denied" })],
  ])("is not sent again after %s, which would not go away", async (_, reply) => {
    const { client, server } = await clientOf([reply, done]);
    await failureOf(get(client));
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ["a block of the sender", json(403, { error: "blocked" })],
    ["408, for which the server lost patience", json(408, {})],
  ])("is sent again after %s", async (_, reply) => {
    const { client, server } = await clientOf([reply, done]);
    await get(client);
    expect(server.received).toHaveLength(2);
  });

  it("is sent as often as the policy allows, and no more", async () => {
    const { client, server } = await clientOf([json(500, {})], { attempts: 4 });
    const { message } = await failureOf(get(client));
    expect(server.received).toHaveLength(4);
    expect(message).toMatch(/4 attempts were made in [\d.]+ s\./);
  });
});

describe("a wait that the server asks for", () => {
  const rateLimitFor = (seconds: string) => json(429, {}, { "retry-after": seconds });

  it("in seconds is kept", async () => {
    const { client, waits } = await clientOf([rateLimitFor("1"), rateLimitFor("40"), done]);
    await get(client);
    expect(waits).toEqual([1000, 40_000]);
  });

  it("as an HTTP date is kept", async () => {
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000);
    const { client, clock, waits } = await clientOf([rateLimitFor(date.toUTCString()), done]);
    await get(client);
    expect(waits).toHaveLength(1);
    expect(clock.now()).toBeGreaterThanOrEqual(date.getTime());
    expect(waits[0]).toBeLessThanOrEqual(61_000);
  });

  it("as an HTTP date counts from the server's own clock, whatever ours says", async () => {
    const headers = { date: "Mon, 01 Jan 2035 00:00:00 GMT", "retry-after": "Mon, 01 Jan 2035 00:00:20 GMT" };
    const { client, waits } = await clientOf([json(429, {}, headers), done]);
    await get(client);
    expect(waits).toEqual([20_000]);
  });

  it("of nothing at all is no wish to be asked again at once", async () => {
    const { client, waits } = await clientOf([rateLimitFor("0"), rateLimitFor("0.2"), done]);
    await get(client);
    expect(waits).toEqual([500, 1000]);
  });

  it("is not kept where it would leave a POST too little time to be done and answered", async () => {
    const { client, server, waits } = await clientOf([rateLimitFor("155"), done]);
    const { message } = await failureOf(post(client));
    expect(server.received).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(message).toContain(
      "The next attempt would be due in 155 s, too late: one request may take 180 s, of which 180 s",
    );
    expect(message).not.toContain("may have been done");
  });

  it("is not kept when it does not fit into the time budget: the error comes at once and says so", async () => {
    const { client, server, waits } = await clientOf([json(500, {}), rateLimitFor("3600"), done]);
    const { message } = await failureOf(get(client));
    expect(server.received).toHaveLength(2);
    expect(waits).toEqual([500]);
    expect(message).toMatch(
      /2 attempts were made in [\d.]+ s\. The next attempt would be due in 3600 s, too late: one request may take 180 s, /,
    );
  });

  it("of a POST that has failed but once is named too", async () => {
    const { client, waits } = await clientOf([rateLimitFor("3600")]);
    expect((await failureOf(post(client))).message).toContain("The next attempt would be due in 3600 s");
    expect(waits).toEqual([]);
  });
});

describe("the time budget", () => {
  const budget = 400;

  it("ends an answer that trickles in for ever", async () => {
    const { client, server } = await clientOf([trickle], { budget });
    expect((await failureOf(post(client))).message).toContain("no answer within 0.4 s");
    expect(server.received).toHaveLength(1);
  });

  it("that is used up by an attempt is all that the error tells, not a wait for the next one", async () => {
    const { client } = await clientOf([trickle], { budget });
    expect((await failureOf(get(client))).message).toBe("TeamViewer GET /contacts failed: no answer within 0.4 s.");
  });

  it("of one attempt, where the request has its own, ends an answer that trickles in, and another one follows", async () => {
    const { transport, server } = await clientOf([trickle, done]);
    expect(await transport.send({ operation: "GET /x", url: "/x", timeout: 200 })).toMatchObject({ status: 200 });
    expect(server.received).toHaveLength(2);
  });

  it("has to leave no more than that for an attempt after a wait", async () => {
    const { transport, waits } = await clientOf([json(429, {}, { "retry-after": "178" }), done]);
    expect(await transport.send({ operation: "GET /x", url: "/x", timeout: 500 })).toMatchObject({ status: 200 });
    expect(waits).toEqual([178_000]);
  });

  it("ends attempts without an answer", async () => {
    const { client, waits } = await clientOf([silence], {
      budget,
      attemptTimeout: 30,
      attempts: 1000,
      fixedDelay: 100,
    });
    expect(await failureOf(get(client))).toBeInstanceOf(ApiError);
    expect(waits.length).toBeLessThanOrEqual(3);
  });

  it("counts attempts and waits together", async () => {
    const { client, server, waits } = await clientOf([json(500, {})], { budget, attempts: 1000, fixedDelay: 150 });
    const { message } = await failureOf(get(client));
    expect(waits.length).toBeLessThanOrEqual(2);
    expect(server.received).toHaveLength(waits.length + 1);
    expect(message).toMatch(/due in 0\.\d s, too late: one request may take 0\.4 s, of which 0(\.\d)? s are left/);
  });
});

describe("what came back", () => {
  const request = { operation: "GET /x", url: "/x" };
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
  const picture: Reply = (_request, response) =>
    void response.writeHead(200, { "content-type": "image/png", etag: '"7"' }).end(png);

  it("is status, headers and body", async () => {
    const { transport } = await clientOf([
      json(201, { id: 1 }, { ETag: '"6"', Link: '</x?from=2>; rel="next"' }),
      { status: 204, body: "" },
    ]);
    const created = await transport.send(request);
    expect(created).toMatchObject({ status: 201, headers: { etag: '"6"', link: '</x?from=2>; rel="next"' } });
    expect(created.body).toEqual({ id: 1 });
    expect(await transport.send(request)).toMatchObject({ status: 204, body: undefined });
  });

  it("holds a header that came more than once as one text", async () => {
    const { transport } = await clientOf([
      (_request, response) =>
        void response
          .writeHead(
            200,
            [
              ["Link", "</a>; rel=next"],
              ["Link", "</b>; rel=prev"],
              ["Set-Cookie", "a=1"],
              ["Set-Cookie", "b=2"],
            ].flat(),
          )
          .end(),
    ]);
    expect((await transport.send(request)).headers).toMatchObject({
      link: "</a>; rel=next, </b>; rel=prev",
      "set-cookie": "a=1, b=2",
    });
  });

  it("is bytes with their content type where bytes are asked for", async () => {
    const { transport } = await clientOf([picture]);
    const { headers, body } = await transport.send<Buffer>({ ...request, responseType: "arraybuffer" });
    expect(headers["content-type"]).toBe("image/png");
    expect(body).toBeInstanceOf(Buffer);
    expect(png.equals(body)).toBe(true);
  });

  it("is no bytes but the vendor's words where it is an error, and its rate limit is waited for", async () => {
    const refused = json(403, { error: "access_denied", error_description: "No screenshot for you." });
    const { transport, waits } = await clientOf([rateLimit, refused]);
    const { message } = await failureOf(transport.send({ ...request, responseType: "arraybuffer" }));
    expect(message).toContain("HTTP 403, access_denied: No screenshot for you.");
    expect(waits).toEqual([500]);
  });

  it("is no file where its bytes end too early: the error says so", async () => {
    const { transport } = await clientOf([cutOff], { attempts: 1 });
    const file = transport.send({ ...request, responseType: "arraybuffer", read: (bytes) => bytes });
    expect((await failureOf(file)).message).toBe(
      "TeamViewer GET /x failed: HTTP 200, but the connection was lost in the middle of the answer.",
    );
  });

  it("is asked for again where bytes end too early", async () => {
    const { transport } = await clientOf([cutOff, picture]);
    expect((await transport.send({ ...request, responseType: "arraybuffer" })).body).toEqual(png);
  });
});

describe("an answer of 2xx that says that the request failed", () => {
  const dialect = {
    denies: (body: unknown) => (body as { done?: boolean }).done === false,
    readError: (body: unknown) => ({ description: (body as { why: string }).why }),
  };
  const denied = (why: string) => json(200, { done: false, why });

  it.each(["get", "put", "post", "delete"])(
    "is an error in the vendor's words, and is not sent again: %s",
    async (method) => {
      const server = await serve(denied("The name is taken."), done);
      const { send } = plainTransport(server, staticCredentials({}), { dialect });
      const error = await failureOf(send({ operation: "X /x", method, url: "/x" }));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ message: "Vendor X /x failed: HTTP 200, The name is taken.", status: 200 });
      expect(server.received).toHaveLength(1);
    },
  );

  it("is not sent again even where everything is", async () => {
    const server = await serve(denied("The name is taken."), done);
    const { send } = plainTransport(server, staticCredentials({}), { dialect, retry: { retryAll: true } });
    await failureOf(send({ operation: "GET /x", method: "get", url: "/x" }));
    expect(server.received).toHaveLength(1);
  });

  it("tells no secret", async () => {
    const server = await serve(denied(`No account for ${token}.`));
    const credentials = staticCredentials({ Authorization: `Bearer ${token}` });
    const { send } = plainTransport(server, credentials, { dialect });
    expect((await failureOf(send({ operation: "GET /x", method: "get", url: "/x" }))).message).not.toContain(token);
  });

  it("is an answer like any other for a vendor that says nothing there", async () => {
    const server = await serve(denied("The name is taken."));
    const { send } = plainTransport(server, staticCredentials({}));
    expect(await send({ operation: "GET /x", method: "get", url: "/x" })).toMatchObject({ body: { done: false } });
  });
});

describe("a DELETE whose answer was lost", () => {
  it.each([
    ["a reset connection", reset],
    ["a 504 of a gateway", json(504, {})],
  ])("by %s and that finds nothing any more has done its work, and says so in the log", async (_, lost) => {
    const { client, server, lines } = await clientOf([lost, json(404, { error: "not_found" })]);
    expect(await remove(client)).toBeUndefined();
    expect(server.received).toHaveLength(2);
    expect(lines.at(-1)).toMatchObject({
      level: "warn",
      text: "TeamViewer DELETE /contacts/{id}: HTTP 404 after an attempt whose answer was lost: that one is taken to have done the work.",
    });
  });

  it("has not where it was never sent", async () => {
    const { client } = await clientOf([json(404, { error: "not_found" })]);
    expect((await failureOf(remove(client))).message).toContain("HTTP 404");
  });
});

describe("the log", () => {
  const warnings = (lines: { level: string; text: string }[]) =>
    lines.filter(({ level }) => level === "warn").map(({ text }) => text);

  it("has a warning for each retry, that says why, which and when", async () => {
    const { client, lines } = await clientOf(
      [json(500, {}), reset, silence, cutOff, webPage, json(429, {}, { "retry-after": "30" }), done],
      { attempts: 9, attemptTimeout },
    );
    await get(client);
    expect(warnings(lines)).toEqual([
      "TeamViewer GET /contacts: HTTP 500. Attempt 2 of 9 follows in 0.5 s.",
      "TeamViewer GET /contacts: ECONNRESET. Attempt 3 of 9 follows in 1 s.",
      "TeamViewer GET /contacts: no answer in time. Attempt 4 of 9 follows in 2 s.",
      "TeamViewer GET /contacts: an answer that was cut off. Attempt 5 of 9 follows in 4 s.",
      "TeamViewer GET /contacts: an answer that is not JSON. Attempt 6 of 9 follows in 8 s.",
      "TeamViewer GET /contacts: HTTP 429. Attempt 7 of 9 follows in 30 s.",
    ]);
  });

  it("has no warning when the first attempt succeeds, and none for an error that is not retried", async () => {
    const { client, lines } = await clientOf([done, json(404, {})]);
    await get(client);
    await failureOf(get(client));
    expect(warnings(lines)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["that is nested 2,000 levels deep", JSON.parse(`${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`)],
    ["that is a text of 100,000 levels", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["with a field that is longer than any pattern", { token: "a+/".repeat(400_000) }],
    [
      "with more secrets than any pattern can hold",
      { tokens: Array.from({ length: 5_000 }, (_, i) => `t+/oken-${i}`) },
    ],
  ])("does not make a request fail that has succeeded: a body %s", async (_, data) => {
    const { transport, lines } = await clientOf([done], { debug: true });
    const send = transport.send({ operation: "POST /x", method: "POST", url: "/x", data });
    expect(await send).toMatchObject({ body: { done: true } });
    expect(lines.map(({ text }) => text).join()).toContain('"method":"POST","url":"/x"');
  });

  it("shows of a request that cannot be written as JSON where it went, and why no more", async () => {
    const { transport, lines } = await clientOf([done], { debug: true });
    const toJSON = () => {
      throw new Error("a field that refuses");
    };
    const form = { data: Buffer.from("…"), fields: [{ toJSON }] };
    await transport.send({ operation: "POST /x", method: "POST", url: "/x", ...form });
    expect(lines.at(-1)?.text).toBe(
      'TeamViewer {"method":"POST","url":"/x"} (the rest cannot be shown: a field that refuses)',
    );
  });

  it("shows a body down to the depth that people read", async () => {
    const { transport, lines } = await clientOf([done], { debug: true });
    const data = JSON.parse(`${'{"a":'.repeat(100)}1${"}".repeat(100)}`);
    await transport.send({ operation: "POST /x", method: "POST", url: "/x", data });
    expect(lines.at(-1)?.text).toContain('{"a":"[deeper levels]"}');
  });

  it("shows in debug mode what was sent, and only there", async () => {
    const send = async (debug: boolean) => {
      const { client, lines } = await clientOf([done], { debug });
      await client.request("PUT /groups/{id}", { path: { id: "g1" }, body: { name: "Warsaw Office" } });
      return lines.map(({ text }) => text).join("\n");
    };
    expect(await send(true)).toContain('"body":{"name":"Warsaw Office"}');
    expect(await send(true)).toContain('"url":"/groups/g1"');
    expect(await send(false)).not.toContain("Warsaw Office");
    expect(await send(true)).toMatch(/TeamViewer PUT \/groups\/\{id\}: HTTP 200 in \d+ ms/);
    expect(await send(false)).toBe("");
  });

  it.each<[string, Reply]>([
    ["HTTP 404", json(404, {})],
    ["failed", reset],
  ])("tells in debug mode how a request failed: %s", async (outcome, reply) => {
    const { client, lines } = await clientOf([reply], { debug: true });
    await failureOf(post(client));
    expect(lines[0]?.text).toMatch(new RegExp(`^TeamViewer POST /groups: ${outcome} in \\d+ ms$`));
  });
});

describe("no secret reaches a log or an error, in debug mode", () => {
  /** One for each place where a request can have a secret, with characters that look different in a URL and in JSON. */
  const inPlace = (place: string) => `${place} s3cret/"+&`;
  const [url, query, header, field, nested] = ["url", "query", "header", "field", "nested"].map(inPlace);
  const cookie = "session=c00kie-s3cret";
  const forms = [token, url, query, header, field, nested, cookie].flatMap((secret = "") => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    new URLSearchParams({ secret }).toString().slice("secret=".length),
  ]);

  /** A server that answers with all it was told: the worst that a vendor's error can do. */
  const echo =
    (status: number): Reply =>
    (_request, response) => {
      const told = `Bearer ${token} ${forms.join(" ")}`;
      const body = { error: token, error_description: told, error_code: 7, error_signature: told };
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };

  const body = { name: "Jan", password: field, nested: [{ client_secret: nested }] };

  it.each([
    [200, "an object", body],
    [200, "a JSON text", JSON.stringify(body)],
    [400, "an object", body],
    [400, "a JSON text", JSON.stringify(body)],
    [401, "an object", body],
    [500, "a JSON text", JSON.stringify(body)],
  ])("after HTTP %d to %s with secrets", async (status, _, data) => {
    const { transport, lines } = await clientOf([echo(status)], { debug: true, attempts: 2 });
    const outcome = await transport
      .send({
        operation: "PUT /account",
        method: "put",
        url: `/account?api_key=${encodeURIComponent(url ?? "")}`,
        params: { access_token: query },
        headers: { "X-Api-Key": header ?? "", Cookie: cookie },
        data,
      })
      .catch((error: Error) => error);
    const error = outcome instanceof Error ? outcome : undefined;
    const shown = [
      ...lines.map(({ text }) => text),
      ...(error ? [error.message, error.stack, JSON.stringify(error), JSON.stringify({ ...error })] : []),
    ].join("\n");
    expect(error === undefined).toBe(status === 200);
    expect(shown).toContain('"name":"Jan"');
    expect(shown).toContain("[redacted]");
    for (const form of forms) expect(shown).not.toContain(form);
  });

  /** All that a request leaves in logs and errors when the server tells `told` in its error. */
  const shownAfter = async (request: object, told: string, hidden: readonly unknown[] = []) => {
    const refused = json(400, { error: told, error_description: told });
    const { transport, lines } = await clientOf([refused], { debug: true });
    transport.hide(hidden);
    const error = await failureOf(transport.send({ operation: "POST /x", method: "POST", url: "/x", ...request }));
    return [...lines.map(({ text }) => text), error.message, JSON.stringify({ ...error })].join("\n");
  };

  it.each<[string, object, string[]]>([
    [
      "a form text body",
      { data: "grant_type=refresh_token&refresh_token=r3fresh%2bt&client_secret=cl1ent%2fs" },
      ["r3fresh+t", "cl1ent/s"],
    ],
    ["a text that is not quite JSON", { data: "{\"name\": \"Jan\", 'password': 'hunter22',}" }, ["hunter22"]],
    ["a list", { data: { tokens: ["f1rst-token", ["s3cond-token"]] } }, ["f1rst-token", "s3cond-token"]],
    ["a number", { data: { password: 47110815 } }, ["47110815"]],
    ["a number of many digits", { data: '{"password": 12345678901234567891}' }, ["12345678901234567891"]],
    [
      "a parameter that is given twice",
      { params: { token: ["f1rst-token", "s3cond-token"] } },
      ["f1rst-token", "s3cond-token"],
    ],
    [
      "a parameter of the URL that is given twice, behind another question mark",
      { url: "/x?back=/a?b=c&api_key=f1rst-key&api_key=s3cond-key" },
      ["f1rst-key", "s3cond-key"],
    ],
    [
      "the fields of a form that is sent as bytes",
      { data: Buffer.from("…"), fields: [{ token: "f1eld-token" }] },
      ["f1eld-token"],
    ],
    ["a header with a scheme", { headers: { "X-Authorization": "Basic b4sic-key" } }, ["b4sic-key"]],
    [
      "a cookie among others",
      { headers: { Cookie: "lang=de; sid=c00kie-one; sid2=c00kie-two" } },
      ["c00kie-one", "c00kie-two"],
    ],
    ...["X-Auth-Token", "X-Access-Token", "X-Auth", "X-Session-Token", "X-Functions-Key", "X-JWT", "X-Credentials"].map(
      (name): [string, object, string[]] => [
        `the header ${name}`,
        { headers: { [name]: "h3ader+value" } },
        ["h3ader+value"],
      ],
    ),
  ])("from %s", async (_, request, secrets) => {
    const lower = (text: string) => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    const shown = await shownAfter(request, secrets.flatMap((secret) => [secret, lower(secret)]).join(" "));
    expect(shown).toContain("[redacted]");
    for (const secret of secrets) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(lower(secret));
    }
  });

  it("of a form or a query, even where it is a common word", async () => {
    const shown = await shownAfter({ url: "/x?api_key=test", data: "client_secret=none&name=Jan" }, "");
    expect(shown).toContain('"url":"/x?api_key=[redacted]"');
    expect(shown).toContain('"body":"client_secret=[redacted]&name=Jan"');
  });

  it("of what was to be hidden, under whatever name it is sent", async () => {
    const shown = await shownAfter({ data: { kennwort: "hunter22" } }, "unknown: hunter22", ["hunter22"]);
    expect(shown).toContain('"kennwort":"[redacted]"');
    expect(shown).not.toContain("hunter22");
  });

  it.each(["Bearer", "Basic", "Token"])("when the credentials come back without the word %s", async (scheme) => {
    const server = await serve(json(400, { message: "unknown token f3tched-elsewhere" }));
    const readError = (body: unknown) => ({ description: String((body as { message: string }).message) });
    const credentials = staticCredentials({ Authorization: `${scheme} f3tched-elsewhere` });
    const { send } = plainTransport(server, credentials, { dialect: { readError } });
    const { message } = await failureOf(send({ operation: "GET /x", url: "/x" }));
    expect(message).toContain("unknown token [redacted]");
  });
});

describe("what a vendor requires on every request", () => {
  const headers = { "Content-Type": "application/vnd.vendor+json", "X-Version": "2" };
  const sent = async (request: object) => {
    const server = await serve(done);
    const { send } = plainTransport(server, staticCredentials({}), { headers });
    await send({ operation: "GET /x", url: "/x", ...request });
    return server.received[0]?.headers;
  };

  it("is on a request without a body too", async () => {
    expect(await sent({})).toMatchObject({ "content-type": "application/vnd.vendor+json", "x-version": "2" });
  });

  it("gives way to a header of the request", async () => {
    const own = { "x-version": "3", "content-type": "text/csv" };
    expect(await sent({ method: "POST", data: "a,b", headers: own })).toMatchObject(own);
  });

  it("does not give way to what the body seems to be", async () => {
    for (const data of [{ a: 1 }, "a,b", Buffer.from("a")]) {
      expect(await sent({ method: "POST", data })).toMatchObject({ "content-type": "application/vnd.vendor+json" });
    }
  });
});
