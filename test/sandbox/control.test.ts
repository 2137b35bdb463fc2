import axios from "axios";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { introduction } from "../../sandbox/teamviewer/command";
import { client, heldWaits } from "./client";

describe("Switches of the sandbox for a person with curl", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const http = axios.create({ validateStatus: () => true });
  const switchFault = (fault: unknown) => http.post(`${sandbox.url}/sandbox/faults`, fault);
  const status = async (path: string) => (await client(sandbox)("GET", path)).status;

  it("queues a fault, with a path as text or as a pattern", async () => {
    await switchFault({ kind: "serverError", times: 2, match: { path: "/groups" } });
    await switchFault({ kind: "unavailable", times: "Infinity", match: { path: "/devices.*/" } });
    expect(await status("/devices/d1")).toBe(503);
    expect(await status("/groups")).toBe(500);
    expect((await http.get(`${sandbox.url}/sandbox/faults`)).data.faults).toHaveLength(2);
    expect((await http.delete(`${sandbox.url}/sandbox/faults`)).status).toBe(204);
    expect(await status("/groups")).toBe(200);
  });

  it("refuses an unknown kind of fault, naming the known ones", async () => {
    const answer = await switchFault({ kind: "nonsense" });
    expect(answer.status).toBe(400);
    expect(answer.data.error_description).toMatch("latency, rateLimit");
    expect((await switchFault({ kind: "reset", times: 0 })).status).toBe(400);
  });

  it("goes back to the seeded start", async () => {
    const size = sandbox.store.groups.size;
    await client(sandbox)("POST", "/groups", { data: { name: "Short-lived" } });
    expect((await http.post(`${sandbox.url}/sandbox/reset`)).status).toBe(204);
    expect(sandbox.store.groups.size).toBe(size);
    expect(sandbox.requests).toHaveLength(0);
  });

  it("lists the requests without their tokens", async () => {
    await status("/groups");
    const { data } = await http.get(`${sandbox.url}/sandbox/requests`);
    expect(data.requests).toMatchObject([{ operationId: "Groups_Get1", headers: { authorization: "Bearer ***" } }]);
    expect(JSON.stringify(data)).not.toMatch(sandbox.credentials.userToken);
  });

  it("answers 404 for any other page", async () => {
    expect((await http.get(`${sandbox.url}/nowhere`)).status).toBe(404);
  });

  it("says a port that is in use", async () => {
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("closes without waiting for connections that are kept alive and requests that hang", async () => {
    const waits = heldWaits();
    const other = await startSandbox({ wait: waits.wait });
    await fetch(`${other.baseUrl}/ping`);
    other.fault({ kind: "latency" });
    const hanging = fetch(`${other.baseUrl}/ping`).catch(() => "cut");
    await waits.next();
    await other.close();
    expect(await hanging).toBe("cut");
  });

  it("gives a connection to whoever asks, of company level on request", async () => {
    const connectionOf = async (query: string) => (await http.get(`${sandbox.url}/sandbox/connection${query}`)).data;
    const { baseUrl, credentials } = sandbox;
    expect(await connectionOf("")).toEqual({
      key: "teamviewer-script-token",
      fields: { token: credentials.userToken, baseUrl },
    });
    expect((await connectionOf("?level=company")).fields.token).toBe(credentials.companyToken);
  });

  it("prints its URLs, credentials, faults and reset", () => {
    const text = introduction(sandbox);
    for (const part of [sandbox.baseUrl, sandbox.authorizeUrl, sandbox.tokenUrl, "/sandbox/faults", "/sandbox/reset"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(sandbox.credentials.companyToken);
    expect(text).toContain(sandbox.credentials.unlicensedToken);
  });
});
