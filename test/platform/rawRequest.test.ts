import { version } from "../../package.json";
import { ApiError, InputError } from "../../src/http/errors";
import { createTransport } from "../../src/http/transport";
import {
  type RawRequestValues,
  rawRequestInputs,
  sendRawRequest,
  type TransportFor,
} from "../../src/platform/rawRequest";
import { teamviewerTransport } from "../../src/teamviewer/client";
import { closeServers, connectionFor, failureOf, serve, token } from "../support/client";
import { recordingClock } from "../support/clock";
import { recordingLogger } from "../support/logger";
import { json, type Reply, reset, silence, trickle } from "../support/server";

afterEach(closeServers);

/** A path of the API, which texts name as an example. */
const path = "/contacts";

interface Input {
  default?: unknown;
  clean?: (value: unknown) => unknown;
}

/** The values of the action's inputs as the platform hands them over: defaults filled in, each one cleaned. */
const valuesOf = (given: Record<string, unknown>): RawRequestValues => {
  const { connection, ...inputs } = rawRequestInputs(path, "token") as unknown as Record<string, Input>;
  const cleaned = Object.entries(inputs).map(([key, input]) => [
    key,
    input.clean?.(key in given ? given[key] : input.default),
  ]);
  return Object.fromEntries(cleaned);
};

/** Sends a raw request to a server that gives these replies. Waits are remembered and skipped. */
const send = async (given: Record<string, unknown>, ...replies: Reply[]) => {
  const server = await serve(...replies);
  const { logger, lines } = recordingLogger();
  const context = { logger, debug: { enabled: true } };
  const { clock, waits } = recordingClock();
  const transportFor: TransportFor = (...given) => createTransport(teamviewerTransport(...given).options, clock);
  const request = async () => {
    const values = valuesOf({ url: "/contacts", method: "GET", ...given });
    return sendRawRequest(context, { transportFor, path }, { ...values, connection: connectionFor(server) });
  };
  const outcome = await request().then(
    (answer) => ({ answer, error: undefined }),
    (error: Error) => ({ answer: undefined, error }),
  );
  return { ...outcome, lines, received: server.received, first: server.received[0], waits };
};

describe("the address of a raw request", () => {
  it("is below the base URL, with the connection's token", async () => {
    const { first } = await send({ url: "/contacts?name=Jan" }, json(200, {}));
    expect(first).toMatchObject({
      method: "GET",
      url: "/api/v1/contacts?name=Jan",
      headers: { authorization: `Bearer ${token}` },
    });
  });

  it("may be a full URL below the base URL", async () => {
    const server = await serve(json(200, { a: 1 }));
    const { logger } = recordingLogger();
    const values = valuesOf({ url: `${server.url}/api/v1/contacts`, method: "GET" });
    const answer = await sendRawRequest(
      { logger },
      { transportFor: teamviewerTransport, path },
      {
        ...values,
        connection: connectionFor(server),
      },
    );
    expect(answer).toEqual({ a: 1 });
    expect(server.received.map(({ url }) => url)).toEqual(["/api/v1/contacts"]);
  });

  it("is refused on another port, and neither server hears of it", async () => {
    const other = await serve(json(200, {}));
    const { received, error } = await send({ url: `${other.url}/api/v1/contacts` }, json(200, {}));
    expect(error).toBeInstanceOf(InputError);
    expect([...received, ...other.received]).toEqual([]);
  });

  it.each([["//evil.example/x"], ["/../../oauth2/token"], ["javascript:alert(1)"]])(
    "is refused before anything is sent when it leads elsewhere: %s",
    async (url) => {
      const { error, received } = await send({ url }, json(200, {}));
      expect(error).toBeInstanceOf(InputError);
      expect(received).toEqual([]);
    },
  );

  it("takes query parameters on top of its own, as pairs or as an object", async () => {
    const url = "/contacts?full_list=true";
    const asPairs = await send({ url, queryParams: [{ key: "name", value: "Jan & Ann" }] }, json(200, {}));
    const asObject = await send({ url, queryParams: { name: "Jan & Ann" } }, json(200, {}));
    expect(asPairs.first?.url).toBe("/api/v1/contacts?full_list=true&name=Jan+%26+Ann");
    expect(asObject.first?.url).toBe(asPairs.first?.url);
  });

  it("is named in errors by its path, without the query", async () => {
    const { error } = await send({ url: "/contacts?name=Jan" }, json(400, { error: "invalid_request" }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error?.message).toBe("TeamViewer GET /api/v1/contacts failed: HTTP 400, invalid_request.");
  });

  it.each(["DELETE", "PATCH", "POST", "PUT", "OPTIONS", "LINK", "UNLINK", "PURGE"])("goes with %s", async (method) => {
    expect((await send({ method }, json(200, {}))).first?.method).toBe(method);
  });
});

describe("the data of a raw request", () => {
  it.each<[string, unknown, string, string]>([
    ["JSON text", '{"name": "Jan"}', "application/json", '{"name": "Jan"}'],
    ["a JSON list as text", "[1]", "application/json", "[1]"],
    ["an object", { name: "Jan" }, "application/json", '{"name":"Jan"}'],
    ["plain text", "name;alias\nJan;", "text/plain", "name;alias\nJan;"],
  ])("goes out as it is, with a content type that fits: %s", async (_, data, contentType, body) => {
    const { first } = await send({ method: "POST", data }, json(200, {}));
    expect(first?.headers["content-type"]).toBe(contentType);
    expect(first?.body).toBe(body);
  });

  it("keeps a content type that is given, in any case", async () => {
    const headers = { "CONTENT-type": "text/csv" };
    const { first } = await send({ method: "POST", data: '{"a": 1}', headers }, json(200, {}));
    expect(first?.headers["content-type"]).toBe("text/csv");
  });

  it.each([[""], [null], [undefined]])("is no body when it is blank: %j", async (data) => {
    const { first } = await send({ method: "POST", data }, json(200, {}));
    expect(first?.body).toBe("");
  });
});

describe("data that is neither a text nor an object", () => {
  it.each<[unknown, string]>([
    [0, "0"],
    [7, "7"],
    [false, "false"],
    [true, "true"],
    [12n, "12"],
    [[0], "[0]"],
  ])("is sent as JSON: %p", async (data, body) => {
    const { first } = await send({ method: "POST", data }, json(200, {}));
    expect(first).toMatchObject({ body, headers: { "content-type": "application/json" } });
  });

  it.each([[Number.NaN], [1e20], [() => 1], [Symbol("x")]])(
    "is refused by name where it cannot be sent as it was meant: %p",
    async (data) => {
      const { error, received } = await send({ method: "POST", data }, json(200, {}));
      expect(error).toBeInstanceOf(InputError);
      expect(error?.message).toMatch(/^Data: /);
      expect(received).toEqual([]);
    },
  );

  it("is the bytes of a file of an earlier step, with its content type unless another is given", async () => {
    const data = { data: Buffer.from("PNG bytes"), contentType: "image/png" };
    expect((await send({ method: "PUT", data }, json(200, {}))).first).toMatchObject({
      body: "PNG bytes",
      headers: { "content-type": "image/png" },
    });
    const { first } = await send({ method: "PUT", data, headers: { "content-TYPE": "image/x" } }, json(200, {}));
    expect(first?.headers["content-type"]).toBe("image/x");
  });

  it("is sent byte for byte where it is a text that is said to be JSON and is not quite", async () => {
    const headers = { "Content-Type": "application/json; charset=utf-8" };
    const { first } = await send({ method: "POST", data: ' {"a": 1,} \n', headers }, json(200, {}));
    expect(first).toMatchObject({ body: ' {"a": 1,} \n', headers: { "content-type": headers["Content-Type"] } });
  });
});

/** Names that every object has already, or that make it another one. */
const inherited = ["constructor", "toString", "__proto__"];

describe("names that objects have of their own", () => {
  const pairs = inherited.map((key) => ({ key, value: `${key} given` }));

  it("arrive as query parameters, as pairs and as an object", async () => {
    for (const queryParams of [pairs, Object.fromEntries(pairs.map(({ key, value }) => [key, value]))]) {
      const { first } = await send({ queryParams }, json(200, {}));
      const { searchParams } = new URL(first?.url ?? "", "http://localhost");
      expect([...searchParams]).toEqual(pairs.map(({ key, value }) => [key, value]));
    }
  });

  it("arrive as fields, files and file names of a form", async () => {
    const files = inherited.map((key) => ({ key, value: "content" }));
    const { first } = await send({ method: "POST", formData: pairs, fileData: files }, json(200, {}));
    for (const name of inherited) {
      expect(first?.body).toContain(`name="${name}"\r\n\r\n${name} given\r\n`);
      expect(first?.body).toContain(`name="${name}"; filename="${name}"\r\n`);
    }
    const named = await send(
      { method: "POST", fileData: files, fileDataFileNames: inherited.map((key) => ({ key, value: `${key}.csv` })) },
      json(200, {}),
    );
    for (const name of inherited) expect(named.first?.body).toContain(`name="${name}"; filename="${name}.csv"\r\n`);
  });

  it.each(inherited.filter((name) => name !== "toString"))(
    "are refused as a header, which would silently be left out: %s",
    async (name) => {
      const { error, received } = await send({ headers: [{ key: name, value: "1" }] }, json(200, {}));
      expect(error?.message).toBe(`Header: "${name}" is a name that cannot be sent. Nothing was sent.`);
      expect(received).toEqual([]);
    },
  );
});

describe("a form", () => {
  const form = {
    method: "POST",
    formData: [{ key: "name", value: "Front Desk" }],
    fileData: [
      { key: "list", value: "name;alias" },
      { key: "icon", value: { data: Buffer.from("PNG bytes"), contentType: "image/png" } },
    ],
    fileDataFileNames: { list: "devices.csv" },
  };

  it("goes out as multipart, with fields, files and their names", async () => {
    const { first } = await send(form, json(200, {}));
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(String(first?.headers["content-type"]))?.[1];
    const parts = first?.body.split(`--${boundary}`).slice(1, -1) ?? [];
    expect(parts.map((part) => part.trim().replaceAll("\r\n", "\n"))).toEqual([
      'Content-Disposition: form-data; name="name"\n\nFront Desk',
      'Content-Disposition: form-data; name="list"; filename="devices.csv"\nContent-Type: text/csv\n\nname;alias',
      'Content-Disposition: form-data; name="icon"; filename="icon"\nContent-Type: image/png\n\nPNG bytes',
    ]);
    expect(first?.headers["content-length"]).toBe(String(Buffer.byteLength(first?.body ?? "")));
  });

  it("has its own content type, whatever is given in any case", async () => {
    const headers = { "CONTENT-TYPE": "multipart/form-data; boundary=other" };
    const { first } = await send({ ...form, headers }, json(200, {}));
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(String(first?.headers["content-type"]))?.[1];
    expect(boundary).not.toBe("other");
    expect(first?.body).toContain(`--${boundary}\r\n`);
  });

  it("is made of an object in Data where the content type says so", async () => {
    const headers = { "content-TYPE": "multipart/form-data" };
    const data = { name: "Front Desk", tags: ["a", "b"], constructor: "c" };
    const { first } = await send({ method: "POST", data, headers }, json(200, {}));
    expect(first?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    const parts = [...(first?.body ?? "").matchAll(/name="(.*)"\r\n\r\n(.*)\r\n/g)];
    expect(parts.map(([, name, value]) => [name, value])).toEqual([
      ["name", "Front Desk"],
      ["tags[]", "a"],
      ["tags[]", "b"],
      ["constructor", "c"],
    ]);
  });

  it("that is a text already is sent as it is, with its boundary", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=b" };
    const data = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';
    const { first } = await send({ method: "POST", data, headers }, json(200, {}));
    expect(first).toMatchObject({ body: data, headers: { "content-type": headers["Content-Type"] } });
  });

  it("has every field and file of a name that is given several times, each with its own file name", async () => {
    const { first } = await send(
      {
        method: "POST",
        formData: [1, 2].map((value) => ({ key: "id", value })),
        fileData: ["a", "b", "c"].map((value) => ({ key: " list ", value })),
        fileDataFileNames: ["one.csv", "two.csv"].map((value) => ({ key: "list", value })),
      },
      json(200, {}),
    );
    const names = [...(first?.body ?? "").matchAll(/form-data; (.*)\r\n/g)].map(([, name]) => name);
    expect(names).toEqual([
      'name="id"',
      'name="id"',
      'name="list"; filename="one.csv"',
      'name="list"; filename="two.csv"',
      'name="list"; filename="list"',
    ]);
  });

  it.each<[unknown, string]>([
    [0, "0"],
    [false, "false"],
    ["", ""],
    [{ a: 1 }, '{"a":1}'],
    [Buffer.from("bytes"), "bytes"],
  ])("takes %j as the content of a file", async (value, content) => {
    const { first } = await send({ method: "POST", fileData: [{ key: "file", value }] }, json(200, {}));
    expect(first?.body).toMatch(new RegExp(`\r\n\r\n${content}\r\n--`));
  });

  it("is refused by the name of a file that is none", async () => {
    const { error } = await send({ method: "POST", fileData: [{ key: "file", value: null }] }, json(200, {}));
    expect(error?.message).toBe('File Data: "file" holds neither text nor file.');
  });

  it("shows its fields in debug mode without their secrets, which no error repeats", async () => {
    const told = json(400, { error: "unknown: f1eld-token, k3y-of-a-file, f1rst-secret, s3cond-secret" });
    const { lines, error } = await send(
      {
        method: "POST",
        formData: [
          { key: "name", value: "Front Desk" },
          { key: "access_token", value: "f1eld-token" },
          { key: "secret", value: "f1rst-secret" },
          { key: "secret", value: "s3cond-secret" },
        ],
        fileData: [
          { key: "private_key", value: "k3y-of-a-file" },
          { key: "list", value: "name;alias" },
        ],
      },
      told,
    );
    const shown = [...lines.map(({ text }) => text), String(error)].join();
    expect(shown).toContain('{"name":"Front Desk"},{"access_token":"[redacted]"}');
    expect(shown).toContain('{"list":"[binary data]"}');
    expect(shown).toContain("unknown: [redacted], [redacted], [redacted], [redacted]");
  });

  it("is sent whole again on a retry", async () => {
    const { received } = await send({ ...form, maxRetries: 1 }, json(429, {}), json(200, {}));
    expect(received).toHaveLength(2);
    expect(received[0]?.body).toContain("PNG bytes");
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(received[1]?.headers["content-type"]).toBe(received[0]?.headers["content-type"]);
  });

  it.each([
    ["fields", { formData: form.formData }],
    ["files", { fileData: form.fileData }],
  ])("of %s together with data is refused before anything is sent", async (_, part) => {
    const { error, received } = await send({ method: "POST", ...part, data: "text" }, json(200, {}));
    expect(error).toBeInstanceOf(InputError);
    expect(error?.message).toMatch(/^Data: cannot be sent together with/);
    expect(received).toEqual([]);
  });
});

describe("the headers of a raw request", () => {
  it("are sent as given", async () => {
    const { first, lines } = await send({ headers: [{ key: "X-Trace", value: "42" }] }, json(200, {}));
    expect(first?.headers["x-trace"]).toBe("42");
    expect(lines.filter(({ level }) => level === "warn")).toEqual([]);
  });

  it("name the component and its version, unless they name another agent", async () => {
    expect((await send({}, json(200, {}))).first?.headers["user-agent"]).toBe(
      `prismatic-remote-support-teamviewer/${version}`,
    );
    const { first } = await send({ headers: [{ key: "user-AGENT", value: "curl/7.64.1" }] }, json(200, {}));
    expect(first?.headers["user-agent"]).toBe("curl/7.64.1");
  });

  it.each(["Authorization", "AUTHORIZATION", " authorization "])(
    "do not replace the connection's authorization: %j is left out with a warning that does not show it",
    async (name) => {
      const { first, lines } = await send({ headers: [{ key: name, value: "Bearer other-token" }] }, json(200, {}));
      expect(first?.headers.authorization).toBe(`Bearer ${token}`);
      const warnings = lines.filter(({ level }) => level === "warn");
      expect(warnings).toHaveLength(1);
      expect(warnings[0]?.text).toContain("Authorization comes from the connection");
      expect(lines.map(({ text }) => text).join()).not.toContain("other-token");
    },
  );
});

describe("the headers of another request", () => {
  /** As a webhook has them when a flow forwards it. */
  const forwarded = {
    Host: "neighbour.example",
    "Content-Length": "4",
    "transfer-encoding": "chunked",
    Connection: "keep-alive, X-Hop",
    "X-Hop": "1",
    "Keep-Alive": "timeout=5",
    "Proxy-Connection": "keep-alive",
    "Proxy-Authorization": "Basic cHJveHk6c2VjcmV0",
    "Proxy-Authenticate": "Basic",
    TE: "trailers",
    Trailer: "Expires",
    Upgrade: "h2c",
    Expect: "100-continue",
    "HTTP2-Settings": "AAMAAABk",
    Via: "1.1 gateway",
    Forwarded: "for=192.0.2.1;host=neighbour.example",
    "X-Forwarded-For": "192.0.2.1",
    "X-Forwarded-Host": "neighbour.example",
    "X-Original-URL": "/admin",
    "X-Rewrite-URL": "/admin",
    "X-Original-Host": "neighbour.example",
    "X-Host": "neighbour.example",
    ":authority": "neighbour.example",
    "Content-Encoding": "gzip",
  };

  it("are left out with one warning that names them and shows no value; the others are sent", async () => {
    const headers = { ...forwarded, "X-Trace": "42", "Content-Type": "text/csv" };
    const { first, received, lines } = await send({ method: "POST", data: "name;alias", headers }, json(200, {}));
    expect(received).toHaveLength(1);
    expect(first).toMatchObject({
      body: "name;alias",
      headers: { "x-trace": "42", "content-type": "text/csv", "content-length": "10" },
    });
    expect(first?.headers.host).toMatch(/^127\.0\.0\.1:\d+$/);
    const own = ["host", "content-length", "connection"];
    for (const name of Object.keys(forwarded).filter((each) => !own.includes(each.toLowerCase()))) {
      expect(first?.headers).not.toHaveProperty(name.toLowerCase());
    }
    const warnings = lines.filter(({ level }) => level === "warn").map(({ text }) => text);
    expect(warnings).toEqual([
      `Header: not sent: ${Object.keys(forwarded).join(", ")}. They belong to another request or connection; this one has its own.`,
    ]);
  });

  it("smuggle no second request behind a body that is shorter than they say", async () => {
    const data = "0\r\n\r\nDELETE /api/v1/users HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const headers of [{ "Transfer-Encoding": "chunked" }, { "Content-Length": "5" }]) {
      const { received } = await send({ method: "POST", data, headers }, json(200, {}));
      expect(received.map(({ method, body }) => [method, body])).toEqual([["POST", data]]);
    }
  });

  it("keep a Content-Encoding for bytes, which may be encoded", async () => {
    const data = { data: Buffer.from("gzip bytes"), contentType: "text/csv" };
    const { first } = await send({ method: "PUT", data, headers: { "Content-Encoding": "gzip" } }, json(200, {}));
    expect(first?.headers["content-encoding"]).toBe("gzip");
  });
});

describe("a header that cannot be sent", () => {
  it.each([
    ["a line break", "a\r\nX-Evil: 1", "U+000D"],
    ["a control character", "a\u0000b", "U+0000"],
    ["a letter beyond Latin-1", "Łódź", "U+0141"],
    ["an emoji", "🙂", "U+1F642"],
  ])("is refused with its name, before anything is sent, and shows no value: %s", async (_, value, code) => {
    const { error, received } = await send({ headers: [{ key: "X-Note", value }] }, json(200, {}));
    expect(error).toBeInstanceOf(InputError);
    expect(error?.message).toBe(
      `Header: "X-Note" holds a character that a header cannot carry (${code}); encode the value. Nothing was sent.`,
    );
    expect(received).toEqual([]);
  });

  it.each(["X Note", "X-Nöte", "X:Note", "X\r\nNote"])("is refused where its name is none: %j", async (name) => {
    const { error, received } = await send({ headers: [{ key: name, value: "1" }] }, json(200, {}));
    expect(error?.message).toMatch(/^Header: "[^"]*" is not a header's name/);
    expect(received).toEqual([]);
  });

  it("is none with letters of Latin-1", async () => {
    const { first } = await send({ headers: [{ key: "X-Note", value: "Zoë\tß" }] }, json(200, {}));
    expect(first?.headers["x-note"]).toBe("Zoë\tß");
  });
});

describe("the answer of a raw request", () => {
  it.each<[string, Reply, unknown]>([
    ["JSON", json(200, { a: [1] }), { a: [1] }],
    ["text that is no JSON", { body: "name;alias" }, "name;alias"],
    ["half of a JSON text", { body: '{"a":' }, '{"a":'],
    ["an empty body", { status: 204, body: "" }, ""],
    ["JSON null", { body: "null" }, null],
  ])("with the response type json may be %s", async (_, reply, answer) => {
    const outcome = await send({ responseType: "json" }, reply);
    expect(outcome.error).toBeUndefined();
    expect(outcome.answer).toEqual(answer);
  });

  it.each(["text", "document"])("with the response type %s stays text, also where it is JSON", async (responseType) => {
    expect((await send({ responseType }, json(200, { a: 1 }))).answer).toBe('{"a":1}');
    expect((await send({ responseType }, { status: 204, body: "" })).answer).toBe("");
  });

  it("with the response type arraybuffer is the bytes", async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
    const reply: Reply = (_request, response) => void response.writeHead(200).end(bytes);
    const { answer } = await send({ responseType: "arraybuffer" }, reply);
    expect(answer).toBeInstanceOf(Buffer);
    expect(bytes.equals(answer as Buffer)).toBe(true);
  });

  it("is JSON unless another type is chosen", async () => {
    expect((await send({}, json(200, { a: 1 }))).answer).toEqual({ a: 1 });
  });

  it.each(["json", "text", "document", "arraybuffer"])(
    "that is an error keeps the vendor's words, also with %s",
    async (responseType) => {
      const { error } = await send({ responseType }, json(400, { error: "invalid_request", error_description: "No." }));
      expect(error?.message).toContain("HTTP 400, invalid_request: No.");
    },
  );

  it("of a rate limit is told from the body, also with arraybuffer", async () => {
    const rateLimit = json(403, { error: "rate_limit_reached" });
    const post = { method: "POST", responseType: "arraybuffer", maxRetries: 1 };
    expect((await send(post, rateLimit, json(200, {}))).received).toHaveLength(2);
  });
});

describe("the retries of a raw request", () => {
  const failing = json(500, {});

  it.each([
    [undefined, 1],
    ["0", 1],
    ["3", 4],
  ])("with Max Retry Count %j are %d attempts in all", async (maxRetries, attempts) => {
    expect((await send(maxRetries === undefined ? {} : { maxRetries }, failing)).received).toHaveLength(attempts);
  });

  it("leave out a POST whose work may have been done, unless all errors are to be retried", async () => {
    const post = { method: "POST", data: { name: "Jan" }, maxRetries: 2 };
    expect((await send(post, failing)).received).toHaveLength(1);
    expect((await send({ ...post, retryAllErrors: true }, failing)).received).toHaveLength(3);
    expect((await send({ ...post, retryAllErrors: true }, reset, json(200, {}))).received).toHaveLength(2);
  });

  it("leave out an error that would not go away, unless all errors are to be retried", async () => {
    expect((await send({ maxRetries: 2 }, json(404, {}))).received).toHaveLength(1);
    expect((await send({ maxRetries: 2, retryAllErrors: true }, json(404, {}))).received).toHaveLength(3);
  });

  it("wait for Retry Delay", async () => {
    expect((await send({ maxRetries: 2, retryDelayMS: 120 }, failing)).waits).toEqual([120, 120]);
    expect((await send({ maxRetries: 1 }, failing)).waits).toEqual([0]);
  });

  it("do not wait for it with Use Exponential Backoff", async () => {
    const { waits } = await send({ maxRetries: 2, retryDelayMS: 5000, useExponentialBackoff: true }, failing);
    expect(waits).toEqual([500, 1000]);
  });

  it("are made after no answer within Timeout", async () => {
    const { received, error } = await send({ timeout: 80, maxRetries: 1 }, silence);
    expect(received).toHaveLength(2);
    expect(error?.message).toMatch(/no whole answer within 80 ms\. 2 attempts were made/);
  });

  it("are made after an answer that trickles in and is not whole within Timeout", async () => {
    const { received, error } = await send({ timeout: 200, maxRetries: 1 }, trickle);
    expect(received).toHaveLength(2);
    expect(error?.message).toMatch(/no whole answer within 200 ms\. 2 attempts were made/);
  });

  it("are not needed when an answer comes within Timeout", async () => {
    const late: Reply = { ...json(200, { a: 1 }), after: 80 } as Reply;
    expect((await send({ timeout: 2000 }, late)).answer).toEqual({ a: 1 });
  });

  it.each([
    ["maxRetries", "21"],
    ["maxRetries", "-1"],
    ["timeout", "0"],
    ["retryDelayMS", "-1"],
  ])("are refused with %s = %s, before anything is sent", async (name, value) => {
    const { error, received } = await send({ [name]: value }, json(200, {}));
    expect(error).toBeInstanceOf(InputError);
    expect(received).toEqual([]);
  });
});

describe("a connection that is unusable", () => {
  it("fails before anything is sent", async () => {
    const server = await serve();
    const { logger } = recordingLogger();
    const connection = { ...connectionFor(server), key: "realvnc-access-key" };
    const values = valuesOf({ url: "/contacts", method: "GET" });
    await failureOf(sendRawRequest({ logger }, { transportFor: teamviewerTransport, path }, { ...values, connection }));
    expect(server.received).toEqual([]);
  });
});
