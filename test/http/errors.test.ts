import { ClientRequest } from "node:http";
import https from "node:https";
import { isConnectionError, isSpectralError } from "@prismatic-io/spectral";
import { AxiosError } from "axios";
import { staticCredentials } from "../../src/http/credentials";
import type { FailedRequest } from "../../src/http/dialect";
import { ApiError, InputError, messageOf, safeError } from "../../src/http/errors";
import { clientOf, closeServers, failureOf, plainTransport, serve, token } from "../support/client";
import { cutOff, json, type Reply, reset, silence } from "../support/server";

afterEach(closeServers);

/** The error of `PUT /groups/{id}` when the server answers like this. */
const errorAfter = async (reply: Reply) => {
  const { client } = await clientOf([reply], { attempts: 1 });
  return failureOf(client.request("PUT /groups/{id}", { path: { id: "g1" }, body: { name: "Warsaw Office" } }));
};

const vendorBody = {
  error: "invalid_request",
  error_description: "The name is taken.",
  error_code: 4,
  error_signature: "a1b2c3",
};

describe("a failed request", () => {
  it("names the operation, the status and the vendor's own words, number and signature", async () => {
    const error = await errorAfter(json(400, vendorBody));
    expect(error).toBeInstanceOf(ApiError);
    expect(isSpectralError(error)).toBe(true);
    expect(error.message).toBe(
      "TeamViewer PUT /groups/{id} failed: HTTP 400, invalid_request: The name is taken (error_code 4, error_signature a1b2c3).",
    );
  });

  it("has the same facts as fields", async () => {
    expect(await errorAfter(json(400, vendorBody))).toMatchObject({
      operation: "PUT /groups/{id}",
      status: 400,
      vendorError: {
        code: "invalid_request",
        description: "The name is taken.",
        details: { error_code: 4, error_signature: "a1b2c3" },
      },
    });
  });

  it.each<[string, unknown, string]>([
    ["only a code", { error: "invalid_request" }, "HTTP 400, invalid_request."],
    ["only a description", { error_description: "The name is taken." }, "HTTP 400, The name is taken."],
    ["sentences", { error_description: "No. Not before 10.30." }, "HTTP 400, No. Not before 10.30."],
    ["another JSON", { message: "no" }, "HTTP 400 Bad Request."],
    ["a JSON list", [1], "HTTP 400 Bad Request."],
    ["null", null, "HTTP 400 Bad Request."],
  ])("is told from %s", async (_, body, told) => {
    expect((await errorAfter(json(400, body))).message).toContain(`failed: ${told}`);
  });

  it("is told from an empty body", async () => {
    expect((await errorAfter({ status: 400, body: "" })).message).toContain("failed: HTTP 400 Bad Request.");
  });

  it("is told from a status that has no words", async () => {
    const wordless: Reply = ({ socket }) => void socket.end("HTTP/1.1 499 \r\nContent-Length: 0\r\n\r\n");
    expect((await errorAfter(wordless)).message).toContain("failed: HTTP 499.");
  });

  it("without an answer tells what the network said", async () => {
    expect(await errorAfter(reset)).toMatchObject({ status: undefined, vendorError: undefined });
    expect((await errorAfter(reset)).message).toContain("failed: socket hang up.");
  });

  it("of the only attempt does not count attempts", async () => {
    expect((await errorAfter(json(500, {}))).message).not.toContain("attempt");
  });
});

describe("advice", () => {
  it.each<[number, string, string]>([
    [403, "access_denied", "It needs the scope Groups.Modify"],
    [403, "rate_limit_reached", "run the flow less often"],
    [403, "blocked", "blocks the sender's IP address"],
    [404, "not_found", "group IDs start with g"],
    [429, "rate_limit_reached", "run the flow less often"],
  ])("for HTTP %d %s says what to do", async (status, error, advice) => {
    expect((await errorAfter(json(status, { error }))).message).toContain(advice);
  });

  it("is not given where none is known", async () => {
    expect((await errorAfter(json(400, { error: "x" }))).message).toMatch(/failed: HTTP 400, x\.$/);
  });
});

describe("a vendor's dialect", () => {
  const readError = (body: unknown) => ({ code: String((body as { code: string }).code) });

  it("advises by all that is known of the failed request, but its query", async () => {
    const advise = jest.fn((_: FailedRequest) => "Look it up.");
    const server = await serve(json(404, { code: "gone" }));
    const { send } = plainTransport(server, staticCredentials({}), { dialect: { readError, advise } });
    const request = { operation: "GET /groups/{id}", url: "/groups/g1", params: { name: "Jan" } };
    expect((await failureOf(send(request))).message).toMatch(/HTTP 404, gone\. Look it up\.$/);
    expect(advise.mock.calls).toEqual([
      [
        {
          operation: "GET /groups/{id}",
          requestUrl: `${server.url}/api/v1/groups/g1`,
          baseUrl: `${server.url}/api/v1`,
          connectionKey: "teamviewer-script-token",
          status: 404,
          error: { code: "gone" },
        },
      ],
    ]);
  });

  it.each<[string, Reply]>([
    ["an empty body", { status: 400, body: "" }],
    ["a web page", { status: 502, body: "<html></html>" }],
    ["no answer", reset],
  ])("is not asked to read %s", async (_, reply) => {
    const reading = jest.fn(readError);
    const { send } = plainTransport(await serve(reply), staticCredentials({}), { dialect: { readError: reading } });
    expect(await failureOf(send({ operation: "POST /x", method: "POST", url: "/x" }))).toBeInstanceOf(ApiError);
    expect(reading).not.toHaveBeenCalled();
  });

  it("can find a failure worth fewer attempts than the policy allows", async () => {
    const attemptsFor = ({ status, error }: FailedRequest) =>
      status === 500 && error?.code === "licence" ? 3 : undefined;
    const request = { operation: "GET /x", url: "/x" };
    const requests = async (code: string) => {
      const server = await serve(json(500, { code }));
      await failureOf(
        plainTransport(server, staticCredentials({}), { dialect: { readError, attemptsFor } }).send(request),
      );
      return server.received.length;
    };
    expect(await requests("licence")).toBe(3);
    expect(await requests("internal")).toBe(6);
  });
});

describe("a create or change whose answer is lost", () => {
  const notRepeated =
    "The request may have been done all the same, and was not repeated: look for its result before running it again.";
  const told = async (
    method: string,
    reply: Reply,
    { url, ...retry }: { url?: string; [key: string]: unknown } = {},
  ) => {
    const server = await serve(reply);
    const { send } = plainTransport({ ...server, url: url ?? server.url }, staticCredentials({}), {
      // Long enough for a busy machine, except where nothing comes anyway.
      retry: { attemptTimeout: reply === silence ? 100 : 5_000, attempts: 2, ...retry },
    });
    return (await failureOf(send({ operation: `${method} /x`, url: "/x", method, data: { a: 1 } }))).message;
  };

  it.each<[string, Reply]>([
    ["a reset connection", reset],
    ["no answer in time", silence],
    ["an answer that is cut off", cutOff],
    ["half of a JSON text", { body: '{"id":' }],
    ["a web page instead of JSON", { body: "<html></html>" }],
    ["an error 500", json(500, {})],
    ["an error 502", { status: 502, body: "<html></html>" }],
    ["an error 503 without Retry-After", json(503, {})],
    ["a redirect to its result", { status: 303, headers: { location: "/x/1" } }],
  ])("by %s says that it may have been done, was not repeated, and to look first", async (_, reply) => {
    expect(await told("POST", reply)).toContain(notRepeated);
    expect(await told("PATCH", reply)).toContain(notRepeated);
    expect(await told("PUT", reply)).not.toContain("may have been done");
  });

  it.each<[string, Reply]>([
    ["400", json(400, {})],
    ["401", json(401, {})],
    ["403", json(403, {})],
    ["404", json(404, {})],
    ["409", json(409, {})],
    ["429", json(429, {})],
    ["503 with Retry-After", json(503, {}, { "retry-after": "3600" })],
    ["a redirect", { status: 307, headers: { location: "https://elsewhere.example/x" } }],
  ])("does not say so of %s, where nothing was done", async (_, reply) => {
    expect(await told("POST", reply)).not.toContain("may have been done");
  });

  it.each([
    ["there is no server", "http://127.0.0.1:1"],
    ["there is none under either address", "http://localhost:1"],
    ["the host is not known", "http://no-such-host.invalid"],
  ])("does not say so where %s, so that nothing was sent", async (_, url) => {
    expect(await told("POST", {}, { url })).toMatch(/failed: .*(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)[^.]*(\.[^A-Z]*)*$/);
    expect(await told("POST", {}, { url })).not.toContain("may have been done");
  });

  it("does not say so where the server's certificate is not to be trusted", async () => {
    const error = Object.assign(new Error("certificate has expired"), { code: "CERT_HAS_EXPIRED" });
    jest.spyOn(https, "request").mockImplementation(() => {
      const request = new ClientRequest({ host: "127.0.0.1", port: 1 });
      request.destroy(error);
      return request;
    });
    const message = await told("POST", {}, { url: "https://127.0.0.1:1" });
    jest.restoreAllMocks();
    expect(message).toBe("Vendor POST /x failed: certificate has expired.");
  });

  it("that was repeated because everything was to be, says that it may have been done more than once", async () => {
    const message = await told("POST", json(500, {}), { retryAll: true });
    expect(message).toContain("2 attempts were made");
    expect(message).toContain(
      "The request may have been done by any of its attempts, even more than once: look for its results",
    );
  });
});

describe("an answer that is not JSON", () => {
  const page = "<!DOCTYPE html>\n<html><head><title> Web Gateway: sign in </title></head><body>…</body></html>";

  it.each([200, 403, 502])("with HTTP %d and a web page names the title of the page", async (status) => {
    const error = await errorAfter({ status, body: page, headers: { "content-type": "text/html" } });
    expect(error.message).toContain(`HTTP ${status} with a web page instead of JSON ("Web Gateway: sign in")`);
    expect(error.message).not.toContain("<");
    expect(error).toMatchObject({ status });
  });

  it("reads the title from the beginning of a page of any size, in one line", async () => {
    const long = `<html><title lang="en">Sign\n  in</title>${"<title".repeat(40_000)}`;
    const started = process.cpuUsage();
    expect((await errorAfter({ body: long, status: 502 })).message).toContain('instead of JSON ("Sign in")');
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
    const late = `<html>${" ".repeat(20_000)}<title>Late</title>`;
    expect((await errorAfter({ body: late, status: 502 })).message).toContain("instead of JSON; a proxy");
    const endless = `<html><title>${"x".repeat(100_000)}`;
    expect((await errorAfter({ body: endless, status: 502 })).message).toContain(`("${"x".repeat(200)}")`);
  });

  it("takes no longer for a page of 240 KB that is nothing but beginnings of titles", async () => {
    const started = process.cpuUsage();
    await errorAfter({ body: `<html>${"<title".repeat(40_000)}`, status: 502 });
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });

  it("names no title where the page has none", async () => {
    expect((await errorAfter({ body: "<html><body>no</body></html>" })).message).toContain("instead of JSON; a proxy");
  });

  it.each(["<HTML>", "\r\n  <html lang='en'>", "<!doctype html>"])(
    "is a web page where it begins with %j",
    async (body) => {
      expect((await errorAfter({ body })).message).toContain("HTTP 200 with a web page instead of JSON; a proxy");
    },
  );

  it.each(['{"name":"Warsaw', "no <html> here", "<?xml version='1.0'?>"])(
    "and no web page is told by its length, not by its content: %j",
    async (body) => {
      expect((await errorAfter({ body })).message).toContain(
        `HTTP 200 with a body that is not valid JSON (${body.length} characters, perhaps cut off)`,
      );
    },
  );
});

describe("HTTP 401", () => {
  const unauthorized = json(401, { error: "token_expired", error_description: "The token has expired." });

  it("marks the connection, and tells the vendor's words and what to do", async () => {
    const error = await errorAfter(unauthorized);
    expect(isConnectionError(error)).toBe(true);
    expect(error.message).toMatch(
      /HTTP 401, token_expired: The token has expired\. .*Fill in Script Token with a new token/,
    );
  });

  it("carries the connection's name and none of its values", async () => {
    const error = await errorAfter(unauthorized);
    expect(error).toMatchObject({
      connection: { key: "teamviewer-script-token", configVarKey: "TeamViewer", fields: {} },
    });
    expect(Object.keys((error as unknown as { connection: object }).connection)).not.toContain("token");
    expect(JSON.stringify(error) + error.message + error.stack).not.toContain(token);
  });

  it("is not tried again", async () => {
    const { client, server } = await clientOf([unauthorized]);
    await failureOf(client.request("GET /contacts"));
    expect(server.received).toHaveLength(1);
  });
});

describe("the error hook of a component", () => {
  it("keeps only the redacted words of an error of the HTTP library, which has headers on it", () => {
    const headers = { Authorization: `Bearer ${token}` };
    const leaky = new AxiosError(`sent Bearer ${token}`, "ERR_NETWORK", { headers } as never, { headers });
    const error = safeError(leaky) as Error;
    expect(isSpectralError(error)).toBe(true);
    expect(error.message).toBe("sent Bearer [redacted]");
    expect(JSON.stringify(error) + error.stack).not.toContain(token);
    expect(error).not.toHaveProperty("config");
  });

  it.each([
    ["an input's", new InputError("Group ID", "is missing.")],
    ["the client's", new ApiError("failed", { operation: "GET /x" })],
    ["any other", new TypeError("x is not a function")],
  ])("passes %s own error", (_, error) => {
    expect(safeError(error)).toBe(error);
  });
});

describe("an error that is told in an answer or a log", () => {
  it.each([
    ["its words", new InputError("Group ID", "is missing."), "Group ID: is missing."],
    ["its redacted words, of one of the HTTP library", new AxiosError(`Bearer ${token}`), "Bearer [redacted]"],
    ["itself, where it is none", "gone", "gone"],
  ])("is %s", (_, error, words) => {
    expect(messageOf(error)).toBe(words);
  });
});
