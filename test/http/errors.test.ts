import { isConnectionError, isSpectralError } from "@prismatic-io/spectral";
import { AxiosError } from "axios";
import { ApiError, InputError, safeError } from "../../src/http/errors";
import { clientOf, closeServers, failureOf, token } from "../support/client";
import { json, type Reply, reset } from "../support/server";

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
    ["another JSON", { message: "no" }, "HTTP 400 Bad Request."],
    ["a JSON list", [1], "HTTP 400 Bad Request."],
    ["null", null, "HTTP 400 Bad Request."],
  ])("is told from %s", async (_, body, told) => {
    expect((await errorAfter(json(400, body))).message).toContain(`failed: ${told}`);
  });

  it("is told from an empty body", async () => {
    expect((await errorAfter({ status: 400, body: "" })).message).toContain("failed: HTTP 400 Bad Request.");
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

describe("an answer that is not JSON", () => {
  const page = "<!DOCTYPE html>\n<html><head><title> Web Gateway: sign in </title></head><body>…</body></html>";

  it.each([200, 403, 502])("with HTTP %d and a web page names the title of the page", async (status) => {
    const error = await errorAfter({ status, body: page, headers: { "content-type": "text/html" } });
    expect(error.message).toContain(`HTTP ${status} with a web page instead of JSON ("Web Gateway: sign in")`);
    expect(error.message).not.toContain("<");
    expect(error).toMatchObject({ status });
  });

  it("names no title where the page has none", async () => {
    expect((await errorAfter({ body: "<html><body>no</body></html>" })).message).toContain("instead of JSON; a proxy");
  });

  it("and no web page is told by its length, not by its content", async () => {
    const error = await errorAfter({ body: '{"name":"Warsaw' });
    expect(error.message).toContain("HTTP 200 with a body that is not valid JSON (15 characters, perhaps cut off)");
  });
});

describe("HTTP 401", () => {
  const unauthorized = json(401, { error: "token_expired", error_description: "The token has expired." });

  it("marks the connection, and tells the vendor's words and what to do", async () => {
    const error = await errorAfter(unauthorized);
    expect(isConnectionError(error)).toBe(true);
    expect(error.message).toMatch(/HTTP 401, token_expired: The token has expired\. .*Connect again/);
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
