import axios from "axios";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { type Ask, client, vendorError } from "./client";

describe("Routing and validation of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox();
    ask = client(sandbox);
  });
  afterAll(() => sandbox.close());

  const refused = (description: unknown) => vendorError("invalid_request", description);

  it("refuses an unknown body field with the vendor's 400", async () => {
    const { status, data } = await ask("POST", "/groups", { data: { name: "New", nmae: "typo" } });
    expect(status).toBe(400);
    expect(data).toEqual({
      error: "invalid_request",
      error_description: "Unknown field 'nmae'.",
      error_code: 2,
    });
  });

  it("names a misspelt field rather than the one that is missing because of it", async () => {
    const { data } = await ask("POST", "/groups", { data: { nmae: "typo" } });
    expect(data.error_description).toMatch("nmae");
  });

  it("refuses an unknown field inside another field", async () => {
    const data = { groupname: "Customers", end_customer: { name: "A", mail: "a@example.com" } };
    const answer = await ask("POST", "/sessions", { data });
    expect(answer.data).toEqual(refused("Unknown field 'end_customer.mail'."));
  });

  it.each([
    ["/groups?nmae=x", "Unknown query parameter 'nmae'."],
    ["/groups?shared=yes", "The query parameter 'shared' must be boolean."],
    ["/devices?online_state=sleeping", "online, busy, away, offline"],
    ["/monitoring/alarms?status=7", "The query parameter 'status'"],
    ["/reports/connections?offset_id=1", "The query parameter 'offset_id' must match format"],
    ["/managed/devices/not-a-guid", "The path parameter 'id' must match format"],
    ["/groups?name=a&name=b", "The query parameter 'name' must be string."],
  ])("refuses GET %s", async (path, description) => {
    const { status, data } = await ask("GET", path);
    expect(status).toBe(400);
    expect(data).toEqual(refused(expect.stringContaining(description)));
  });

  it.each([
    ["POST", "/groups", {}, "The field 'name' is required."],
    ["POST", "/groups", { name: 7 }, "The field 'name' must be string."],
    ["POST", "/devices", { alias: "x".repeat(51) }, "must NOT have more than 50 characters"],
    ["POST", "/sessions", { groupid: "425123356" }, "The field 'groupid' must match pattern"],
    [
      "POST",
      "/EventLogging",
      { StartDate: "2026-01-01T00:00:00Z", EndDate: "2026-01-02T00:00:00Z", EventNames: ["No"] },
      "EventNames.0",
    ],
    ["POST", "/EventLogging", { StartDate: "2026-01-01T00:00:00.000Z", EndDate: "2026-01-02T00:00:00Z" }, "StartDate"],
  ])("refuses %s %s with %j", async (method, path, data, description) => {
    const answer = await ask(method, path, { data });
    expect(answer.status).toBe(400);
    expect(answer.data).toEqual(refused(expect.stringContaining(description)));
  });

  it("refuses a missing body, broken JSON and a body that is not JSON", async () => {
    const json = { "Content-Type": "application/json" };
    expect((await ask("POST", "/groups")).data).toEqual(refused("The request needs a JSON body."));
    expect((await ask("POST", "/groups", { headers: json, data: '{"name":' })).data).toEqual(
      refused("The body is not valid JSON."),
    );
    expect((await ask("POST", "/groups", { headers: { "Content-Type": "text/plain" }, data: "name=x" })).status).toBe(
      400,
    );
    expect((await ask("POST", "/groups", { headers: json, data: "[]" })).status).toBe(400);
  });

  it("refuses a body of bytes, and records it as it came", async () => {
    const bytes = Buffer.from([0xff, 0x00, 0xc3, 0x28]);
    const headers = { "Content-Type": "application/octet-stream" };
    const { data } = await ask("POST", "/groups", { headers, data: bytes });
    expect(data).toEqual(refused("The body must be sent as application/json."));
    expect(sandbox.requests.at(-1)?.body).toEqual(bytes);
    const { data: recorded } = await axios.get(`${sandbox.url}/sandbox/requests`);
    expect(recorded.requests.at(-1).body).toBe(bytes.toString("base64"));
  });

  it("takes booleans and numbers of a query as text", async () => {
    expect((await ask("GET", "/groups?shared=true")).status).toBe(200);
    expect((await ask("GET", "/monitoring/alarms?status=1")).status).toBe(200);
  });

  it("finds paths whatever their upper and lower case, and keeps the case of values", async () => {
    expect((await ask("GET", "/GROUPS")).status).toBe(200);
    expect((await ask("GET", "/teamviewerpolicies")).status).toBe(200);
    expect((await ask("GET", "/Managed/Devices/Company")).data.resources.length).toBeGreaterThan(0);
    expect((await ask("GET", "/GROUPS/G425123356")).status).toBe(400);
    expect((await ask("GET", "/GROUPS/g425123356")).status).toBe(200);
    expect((await ask("GET", "/groups/")).status).toBe(200);
  });

  it("wants the prefix of an id", async () => {
    for (const path of ["/groups/425123356", "/devices/38463274", "/contacts/286512430", "/sessions/123-456-789"]) {
      const { status, data } = await ask("GET", path);
      expect(status).toBe(400);
      expect(data).toEqual(refused(expect.stringContaining("prefix")));
    }
  });

  it.each([
    "/groups/g1",
    "/devices/d1",
    "/contacts/c1",
    "/sessions/s1",
    "/managed/devices/3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "/managed/groups/3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "/reports/connections/3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "/TeamViewerPolicies/3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "/patchmanagement/devices/1/patches/missing",
    "/usergroups/1",
  ])("answers 404 for an unknown id: %s", async (path) => {
    const { status, data } = await ask("GET", path);
    expect(status).toBe(404);
    expect(data).toEqual(vendorError("not_found"));
  });

  it("keeps a percent-encoded slash inside its segment", async () => {
    const { status } = await ask("GET", "/devices/d1%2F..%2Fd2");
    expect(status).toBe(400);
    expect(sandbox.requests.at(-1)?.operationId).toBe("Devices_Get1");
    expect((await ask("GET", "/devices/%E0%A4%A")).status).toBe(400);
  });

  it("answers 404 for an unknown function and 405 for an unknown method, both in the vendor's shape", async () => {
    const unknown = await ask("GET", "/nonsense");
    expect([unknown.status, unknown.data]).toEqual([404, vendorError("not_found")]);
    const method = await ask("PATCH", "/groups");
    expect([method.status, method.data]).toEqual([405, vendorError("invalid_request")]);
  });

  it("records every request in order", async () => {
    sandbox.requests.length = 0;
    await ask("POST", "/Groups", { data: { name: "Recorded" }, params: undefined });
    await ask("GET", "/devices?name=Till&groupid=g425123356");
    expect(sandbox.requests).toMatchObject([
      {
        method: "POST",
        path: "/api/v1/Groups",
        operationId: "Groups_Post",
        body: { name: "Recorded" },
        status: 200,
        answer: { name: "Recorded" },
        headers: { authorization: `Bearer ${sandbox.credentials.userToken}` },
      },
      { method: "GET", operationId: "Devices_Get", query: { name: "Till", groupid: "g425123356" }, status: 200 },
    ]);
  });
});
