import { get } from "node:http";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { type Ask, client, firstOf, heldWaits, vendorError } from "./client";

describe("Faults of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox({ pageSizes: { managedDevices: 50 } });
    ask = client(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it("rateLimit answers 429 with Retry-After as told", async () => {
    sandbox.fault({ kind: "rateLimit", retryAfter: "7" });
    const { status, headers, data } = await ask("GET", "/groups");
    expect([status, headers["retry-after"]]).toEqual([429, "7"]);
    expect(data).toEqual(vendorError("rate_limit_reached"));
    expect((await ask("GET", "/groups")).status).toBe(200);
  });

  it("sends no Retry-After unless it is told to", async () => {
    sandbox.fault({ kind: "rateLimit" });
    expect((await ask("GET", "/groups")).headers).not.toHaveProperty("retry-after");
  });

  it("rateLimit403 answers 403 with rate_limit_reached, blocked 403 with blocked", async () => {
    sandbox.fault({ kind: "rateLimit403" });
    sandbox.fault({ kind: "blocked" });
    const limited = await ask("GET", "/groups");
    expect([limited.status, limited.data]).toEqual([403, vendorError("rate_limit_reached")]);
    const blocked = await ask("GET", "/groups");
    expect([blocked.status, blocked.data]).toEqual([403, vendorError("blocked")]);
  });

  it("serverError answers 500 with a signature, unavailable 503, and a status can be given", async () => {
    sandbox.fault({ kind: "serverError" });
    sandbox.fault({ kind: "unavailable", retryAfter: "1" });
    sandbox.fault({ kind: "serverError", status: 502 });
    const error = await ask("GET", "/groups");
    expect(error.status).toBe(500);
    expect(error.data).toMatchObject({ error: "internal_error", error_signature: expect.any(String) });
    const unavailable = await ask("GET", "/groups");
    expect([unavailable.status, unavailable.headers["retry-after"]]).toEqual([503, "1"]);
    expect((await ask("GET", "/groups")).status).toBe(502);
  });

  it("latency of real milliseconds ends by itself", async () => {
    sandbox.fault({ kind: "latency", milliseconds: 1 });
    expect((await ask("GET", "/groups")).status).toBe(200);
  });

  it("reset cuts the connection without an answer", async () => {
    sandbox.fault({ kind: "reset" });
    await expect(ask("GET", "/groups")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(sandbox.requests.map(({ path, status }) => [path, status])).toEqual([["/api/v1/groups", undefined]]);
  });

  it("reset leaves the state as it was, unless the work is done first", async () => {
    const names = () => [...sandbox.store.groups.values()].map(({ name }) => name);
    sandbox.fault({ kind: "reset" });
    await expect(ask("POST", "/groups", { data: { name: "Not made" } })).rejects.toThrow();
    expect(names()).not.toContain("Not made");
    sandbox.fault({ kind: "reset", after: true });
    await expect(ask("POST", "/groups", { data: { name: "Made" } })).rejects.toThrow();
    expect(names()).toContain("Made");
  });

  it("serverError after the work loses only the answer", async () => {
    sandbox.fault({ kind: "serverError", after: true });
    expect((await ask("POST", "/groups", { data: { name: "Made" } })).status).toBe(500);
    expect((await ask("GET", "/groups?name=Made")).data.groups).toHaveLength(1);
  });

  it("truncated cuts the body off below its content length", async () => {
    sandbox.fault({ kind: "truncated" });
    await expect(ask("GET", "/devices")).rejects.toMatchObject({ message: expect.stringMatching(/aborted|hang up/) });
  });

  it("truncated cuts off bytes as bytes", async () => {
    const [report, { screenshots } = { screenshots: [] }] = [...sandbox.store.evidence][0] ?? [];
    const { id, bytes } = firstOf(screenshots);
    const headers = { Authorization: `Bearer ${sandbox.credentials.userToken}` };
    sandbox.fault({ kind: "truncated" });
    const received: Buffer[] = [];
    const end = await new Promise<Error>((resolve) => {
      get(`${sandbox.baseUrl}/reports/connections/${report}/${id}/screenshot`, { headers }, (response) => {
        response.on("data", (chunk) => received.push(chunk)).on("error", resolve);
      });
    });
    expect(end.message).toBe("aborted");
    expect(Buffer.concat(received)).toEqual(bytes.subarray(0, Math.floor(bytes.length / 2)));
  });

  it("html answers with a page instead of JSON", async () => {
    sandbox.fault({ kind: "html" });
    sandbox.fault({ kind: "html", status: 200 });
    const gateway = await ask("GET", "/groups");
    expect([gateway.status, gateway.headers["content-type"]]).toEqual([502, "text/html; charset=utf-8"]);
    expect(gateway.data).toMatch("<html>");
    expect((await ask("GET", "/groups")).status).toBe(200);
  });

  it.each([undefined, 301, 302, 307, 308])("redirect sends the client elsewhere, status %s", async (status) => {
    sandbox.fault({ kind: "redirect", status, location: "http://127.0.0.1:1/elsewhere" });
    const answer = await ask("GET", "/groups");
    expect([answer.status, answer.headers.location]).toEqual([status ?? 307, "http://127.0.0.1:1/elsewhere"]);
  });

  it.each(["notCovered404", "notCovered500", "notCovered401"] as const)(
    "%s says in one of TeamViewer's three ways that licence or scope do not cover a function",
    async (kind) => {
      sandbox.fault({ kind });
      const { status, data } = await ask("GET", "/groups");
      const categories = {
        notCovered404: "not_found",
        notCovered500: "internal_error",
        notCovered401: "invalid_token",
      };
      expect([kind, data]).toEqual([`notCovered${status}`, vendorError(categories[kind])]);
      expect((await ask("GET", "/ping")).data).toEqual({ token_valid: true });
    },
  );

  it("emptyObject answers 200 with nothing in it", async () => {
    sandbox.fault({ kind: "emptyObject" });
    const { status, data } = await ask("GET", "/groups");
    expect([status, data]).toEqual([200, {}]);
  });

  it.each([["null"], ['"text"'], ["[]"], ["17"], ["false"], [""]])("oddBody answers 200 with %j", async (body) => {
    sandbox.fault({ kind: "oddBody", body: body === "" ? undefined : JSON.parse(body) });
    const { status, data } = await ask("GET", "/groups", { responseType: "text", transformResponse: (text) => text });
    expect([status, data]).toEqual([200, body]);
  });

  it("repeatToken gives the token back that the page was asked with", async () => {
    sandbox.fault({ kind: "repeatToken", times: Number.POSITIVE_INFINITY });
    const first = (await ask("GET", "/managed/devices")).data.nextPaginationToken;
    for (let round = 0; round < 2; round++) {
      const { data } = await ask("GET", "/managed/devices", { params: { paginationToken: first } });
      expect(data.nextPaginationToken).toBe(first);
    }
  });

  it("repeatToken finds the token of every kind of list", async () => {
    const code = [...sandbox.store.sessions.keys()][0];
    const id = [...sandbox.store.reports.keys()][0];
    sandbox.fault({ kind: "repeatToken", times: 2 });
    expect((await ask("GET", "/sessions", { params: { offset: code } })).data.next_offset).toBe(code);
    expect((await ask("GET", "/reports/connections", { params: { offset_id: id } })).data.next_offset).toBe(id);
  });

  it("hits as many requests as it says, and only those that match", async () => {
    sandbox.fault({ kind: "serverError", times: 2, match: { method: "GET", path: "/groups" } });
    sandbox.fault({ kind: "unavailable", match: { path: /\/devices\/d\d+$/ } });
    sandbox.fault({ kind: "rateLimit", match: { operationId: "Contacts_Get" } });
    const statuses: number[] = [];
    for (const path of [
      "/devices",
      "/GROUPS",
      "/groups",
      "/groups",
      "/contacts",
      "/contacts",
      "/devices/d1",
      "/ping",
    ]) {
      statuses.push((await ask("GET", path)).status);
    }
    expect(statuses).toEqual([200, 500, 500, 200, 429, 200, 503, 200]);
  });

  it("lets as many requests pass first as it says, counting those that match", async () => {
    sandbox.fault({ kind: "serverError", pass: 2, match: { path: "/groups" } });
    const statuses: number[] = [];
    for (const path of ["/groups", "/devices", "/groups", "/groups", "/groups"]) {
      statuses.push((await ask("GET", path)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 500, 200]);
  });

  it("hits the token endpoint too", async () => {
    sandbox.fault({ kind: "unavailable", match: { operationId: "OAuth2_Token" } });
    expect((await ask("POST", "/oauth2/token", { data: "" })).status).toBe(503);
  });

  it("goes on for ever when told to, until it is cleared", async () => {
    sandbox.fault({ kind: "serverError", times: Number.POSITIVE_INFINITY });
    for (let round = 0; round < 3; round++) expect((await ask("GET", "/groups")).status).toBe(500);
    sandbox.clearFaults();
    expect((await ask("GET", "/groups")).status).toBe(200);
  });

  it("limits the rate by itself when it is started so, until the window is over", async () => {
    let time = Date.parse("2026-03-02T08:00:00Z");
    const limited = await startSandbox({
      rateLimit: { requests: 2, perMilliseconds: 60_000 },
      now: () => new Date(time),
    });
    const pings = async (): Promise<[number, string | undefined]> => {
      const { status, headers } = await client(limited)("GET", "/ping");
      return [status, headers["retry-after"]];
    };
    const answers = [await pings(), await pings(), await pings()];
    time += 45_000;
    answers.push(await pings());
    time += 15_000;
    answers.push(await pings());
    await limited.close();
    expect(answers).toEqual([
      [200, undefined],
      [200, undefined],
      [429, "60"],
      [429, "15"],
      [200, undefined],
    ]);
  });
});

describe("Latency of the sandbox", () => {
  const waits = heldWaits();
  let sandbox: Sandbox;
  let ask: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox({ wait: waits.wait });
    ask = client(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const names = () => [...sandbox.store.groups.values()].map(({ name }) => name);
  const create = () => ask("POST", "/groups", { data: { name: "Made late" } });

  it("delays the work, and with it the answer, as long as it says", async () => {
    sandbox.fault({ kind: "latency", milliseconds: 120 });
    const answer = create();
    const { milliseconds, end } = await waits.next();
    expect([milliseconds, sandbox.requests.at(-1)?.status]).toEqual([120, undefined]);
    expect(names()).not.toContain("Made late");
    end();
    expect((await answer).status).toBe(200);
  });

  it("lasts a second unless told otherwise, and delays only the answer when the work comes first", async () => {
    sandbox.fault({ kind: "latency", after: true });
    const answer = create();
    const { milliseconds, end } = await waits.next();
    expect([milliseconds, sandbox.requests.at(-1)?.status]).toEqual([1000, undefined]);
    expect(names()).toContain("Made late");
    end();
    expect((await answer).status).toBe(200);
  });

  it("of a drip lies before each of the ten pieces of the body, which is whole in the end", async () => {
    const { data } = await ask("GET", "/groups");
    sandbox.fault({ kind: "drip", milliseconds: 20 });
    const answer = ask("GET", "/groups");
    for (let piece = 0; piece < 10; piece++) {
      const { milliseconds, end } = await waits.next();
      expect(milliseconds).toBe(20);
      end();
    }
    expect((await answer).data).toEqual(data);
  });

  it("leaves other requests alone", async () => {
    sandbox.fault({ kind: "latency", match: { path: "/groups" } });
    const order: string[] = [];
    const slow = ask("GET", "/groups").then(() => order.push("/groups"));
    const { end } = await waits.next();
    await ask("GET", "/devices");
    order.push("/devices");
    end();
    await slow;
    expect(order).toEqual(["/devices", "/groups"]);
  });

  it("and another fault hit the same request", async () => {
    sandbox.fault({ kind: "latency", milliseconds: 60 });
    sandbox.fault({ kind: "serverError" });
    const answer = ask("GET", "/groups");
    const { milliseconds, end } = await waits.next();
    expect(milliseconds).toBe(60);
    end();
    expect((await answer).status).toBe(500);
  });
});
