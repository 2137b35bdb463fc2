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

interface Input {
  default?: unknown;
  clean?: (value: unknown) => unknown;
}

/** The values of the action's inputs as the platform hands them over: defaults filled in, each one cleaned. */
const valuesOf = (given: Record<string, unknown>): RawRequestValues => {
  const { connection, ...inputs } = rawRequestInputs("/contacts") as unknown as Record<string, Input>;
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
  const { clock, waits } = recordingClock();
  const transportFor: TransportFor = (...given) => createTransport(teamviewerTransport(...given).options, clock);
  const request = async () => {
    const values = valuesOf({ url: "/contacts", method: "GET", ...given });
    return sendRawRequest({ logger }, transportFor, { ...values, connection: connectionFor(server) });
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
    const answer = await sendRawRequest({ logger }, teamviewerTransport, {
      ...values,
      connection: connectionFor(server),
    });
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
    await failureOf(sendRawRequest({ logger }, teamviewerTransport, { ...values, connection }));
    expect(server.received).toEqual([]);
  });
});
