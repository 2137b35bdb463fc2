import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { loadApi } from "../../sandbox/teamviewer/api";
import { handlers } from "../../sandbox/teamviewer/families";
import { client, firstOf } from "./client";
import { everyRequest } from "./requests";

describe("The sandbox and the vendor's description", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it("agree on every answer of every handler", async () => {
    const user = client(sandbox);
    const company = client(sandbox, sandbox.credentials.companyToken);
    const { account } = sandbox.store;
    const { company: whole } = account;
    for (const [method, path, data] of everyRequest(sandbox)) {
      // Two of the requests delete it.
      account.company = whole;
      const ask = /^\/(users(\?|$|\/[^/]+(\/userroles|\/tfa)?$)|OAuth2\/)/.test(path) ? company : user;
      const answer = await ask(method, path, { data });
      expect([method, path, answer.status, answer.data.error]).toEqual([method, path, answer.status, undefined]);
      expect(answer.status).toBeLessThan(300);
    }
    expect(sandbox.violations).toEqual([]);
    expect(new Set(sandbox.requests.map(({ operationId }) => operationId))).toEqual(new Set(Object.keys(handlers)));
  });

  it("agree on the example that stands in for an operation without a handler", async () => {
    const api = await loadApi();
    const examples = api.operationIds.filter((operationId) => !(operationId in handlers));
    expect(examples).toHaveLength(api.operationIds.length - Object.keys(handlers).length);
    expect(examples).not.toEqual([]);
    expect(examples.flatMap((operationId) => api.mismatches(operationId, api.example(operationId)))).toEqual([]);
  });

  it("send such an example only to a valid token", async () => {
    expect(handlers).not.toHaveProperty("SoftwareConfigurationPolicy_ProductsOnDevice");
    const path = "/devices/38463274/iot/software-configurations";
    expect((await client(sandbox)("GET", path)).status).toBe(200);
    expect((await client(sandbox, null)("GET", path)).status).toBe(401);
  });

  it("have bytes where the description has bytes, every one there is in an example, and send each as it is", async () => {
    const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    expect((await loadApi()).example("Connections_GetScreenshot").body).toEqual(everyByte);
    const [report = "", evidence] = [...sandbox.store.evidence][0] ?? [];
    const screenshot = firstOf(evidence?.screenshots ?? []);
    screenshot.bytes = everyByte;
    const path = `/reports/connections/${report}/${screenshot.id}/screenshot`;
    const { status, data, headers } = await client(sandbox)("GET", path, { responseType: "arraybuffer" });
    expect([status, headers["content-type"]]).toEqual([200, "image/png"]);
    expect(everyByte.equals(data)).toBe(true);
    expect(sandbox.violations).toEqual([]);
  });

  it("a wrong answer is noted with its operation and place", async () => {
    const device = firstOf(sandbox.store.managedDevices.values());
    Object.assign(device, { name: 7 });
    await client(sandbox)("GET", `/managed/devices/${device.id}`);
    expect(sandbox.violations).toEqual(["ManagedDevices_Get /name: must be string"]);
  });

  it("a handler that breaks is noted and answers 500", async () => {
    Object.assign(sandbox.store, { devices: undefined });
    expect((await client(sandbox)("GET", "/devices")).status).toBe(500);
    expect(sandbox.violations).toEqual([expect.stringMatching(/^Devices_Get: TypeError/)]);
  });
});
