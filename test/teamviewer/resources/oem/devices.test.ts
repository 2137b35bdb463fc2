import { run, runLogged } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer({ seed: { tenantReports: 25 }, pageSizes: { tenantReports: 10 } });

const store = () => tv.sandbox.store;
const tenant_id = () => firstOf(store().tenants.keys());

const keyInputs = () => ({
  tenant_id: tenant_id(),
  remotecontrol_id: "777 888 999",
  request_id: "6c41f9a8-05b3-4e7d-92d6-1a8e3f70c25b",
  key_permissions: "RemoteControl",
});

interface Key {
  device_key_id: string;
  encrypted_device_key: string;
  encrypted_decommission_token: string;
}

const textOf = (lines: { text: string }[]) => lines.map(({ text }) => text).join("\n");

const decrypted = (secret: string) => Buffer.from(secret, "base64").toString();

test("a device gets a key of its tenant, and is taken off by the token that came with the key", async () => {
  const key = (await run("createOemDeviceKey", tv.user, keyInputs())) as Key;
  const device = () => store().tenantDevices.get(key.device_key_id);
  expect(device()).toMatchObject({ tenantId: tenant_id(), teamviewerId: 777888999 });
  expect(device()).not.toHaveProperty("unregistered");
  const off = {
    tenant_id: tenant_id(),
    remotecontrol_id: "r777888999",
    device_key_id: key.device_key_id,
  };
  await expect(run("unregisterOemDevice", tv.user, { ...off, decommission_token: "guessed-it" })).rejects.toThrow(
    /HTTP 403/,
  );
  expect(device()).not.toHaveProperty("unregistered");
  const decommission_token = decrypted(key.encrypted_decommission_token);
  const { data, lines } = await runLogged("unregisterOemDevice", tv.user, { ...off, decommission_token }, true);
  expect(data).toBe("ACTION SUCCEEDED");
  expect(device()?.unregistered).toMatch(/^\d{4}-.*Z$/);
  expect(textOf(lines)).toContain("HTTP 204");
  expect(textOf(lines)).not.toContain(decommission_token);
});

test("the secrets that come with a key reach no log line, in debug mode neither", async () => {
  const { data, lines } = await runLogged("createOemDeviceKey", tv.user, keyInputs(), true);
  const { encrypted_device_key, encrypted_decommission_token } = data as Key;
  expect(textOf(lines)).toMatch(/HTTP 200[\s\S]*"key_permissions":"RemoteControl"/);
  for (const secret of [encrypted_device_key, encrypted_decommission_token]) {
    expect(textOf(lines)).not.toContain(secret);
    expect(textOf(lines)).not.toContain(decrypted(secret));
  }
});

test("a key whose answer is cut off or is none leaves its secrets out of logs and errors", async () => {
  tv.sandbox.fault({ kind: "truncated" });
  const cut = await runLogged("createOemDeviceKey", tv.user, keyInputs(), true);
  expect(cut.error?.message).toMatch(/may have been done all the same/);
  tv.sandbox.fault({ kind: "oddBody", body: ["c2VjcmV0LW9mLWEtbGlzdA=="] });
  const odd = await runLogged("createOemDeviceKey", tv.user, keyInputs(), true);
  expect(odd.error?.message).toMatch(/answered with a list in place of a record/);
  const told = [cut, odd].map(({ error, lines }) => `${error?.message}\n${textOf(lines)}`).join("\n");
  expect(told).not.toContain("c2VjcmV0LW9mLWEtbGlzdA==");
  for (const { decommissionToken } of store().tenantDevices.values()) {
    expect(told).not.toContain(Buffer.from(decommissionToken).toString("base64").slice(0, 20));
  }
});

test("control is asked for by all that the key is for, and what comes for it reaches no log line", async () => {
  const answer = {
    encrypted_device_secret: "b25lLXNlY3JldC1vZi1hLWRldmljZQ==",
    target_nonce: "dGhlLW5vbmNlLW9mLWEtdGFyZ2V0",
    teamviewer_protocol_url: "teamviewer10://control?device=777888999&sid=Kd83JfQx",
  };
  tv.sandbox.fault({ kind: "oddBody", body: answer });
  const inputs = {
    tenant_id: tenant_id(),
    tenant_nonce: "dGVuYW50LW5vbmNl",
    remotecontrol_id: "777888999",
    device_key_id: firstOf(store().tenantDevices.keys()),
    control_type: "RemoteControl",
  };
  const { data, lines } = await runLogged("requestOemDeviceControl", tv.user, inputs, true);
  expect(data).toEqual(answer);
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ ...inputs, remotecontrol_id: "r777888999" });
  expect(textOf(lines)).toContain("HTTP 200");
  for (const secret of Object.values(answer)) expect(textOf(lines)).not.toContain(secret);
});

test("control is refused without the key of that device of that tenant", async () => {
  const [key, { teamviewerId }] = firstOf(store().tenantDevices.entries());
  const inputs = {
    tenant_id: tenant_id(),
    tenant_nonce: "dGVuYW50LW5vbmNl",
    remotecontrol_id: `r${teamviewerId}`,
    device_key_id: key,
    control_type: "RemoteControl",
  };
  expect(await run("requestOemDeviceControl", tv.user, inputs)).toMatchObject({
    teamviewer_protocol_url: expect.stringContaining(String(teamviewerId)),
  });
  const ofAnother = { ...inputs, remotecontrol_id: "r777888999" };
  await expect(run("requestOemDeviceControl", tv.user, ofAnother)).rejects.toThrow(/HTTP 400.*is not of r777888999/);
});

test("a session is made for a reseller from the fields of any session", async () => {
  const resellerId = firstOf(store().oemCustomers.values()).ResellerId;
  const groupid = firstOf(store().groups.keys());
  const fields = { description: "Machine does not print", valid_until: "2026-12-31T12:00:00Z" };
  await run("createOemSession", tv.user, { resellerId, groupid, ...fields, end_customer_name: "Anna Schmidt" });
  const { path, body } = tv.sandbox.requests.at(-1) ?? {};
  expect(path).toMatch(new RegExp(`/oem/sessions/${resellerId}$`));
  expect(body).toEqual({ groupid, ...fields, end_customer: { name: "Anna Schmidt" } });
});

test("a session without a group is refused before anything is sent", async () => {
  const resellerId = firstOf(store().oemCustomers.values()).ResellerId;
  await expect(run("createOemSession", tv.user, { resellerId })).rejects.toThrow(
    "Group ID: a Group ID or a Group Name is needed.",
  );
  expect(tv.sandbox.requests).toEqual([]);
});

describe("reports of connections", () => {
  const period = { from_date: "2000-01-01", to_date: "2100-01-01" };
  const list = (inputs: object) =>
    run("listOemConnectionReports", tv.user, inputs) as Promise<{
      ReachReports: { id: string; tenant_id: string; server_id: number }[];
      ContinuationToken?: string;
    }>;

  test("are read page by page or all at once, each once", async () => {
    const first = await list(period);
    expect(first.ReachReports).toHaveLength(10);
    const second = await list({ ...period, continuation_token: first.ContinuationToken });
    const all = await list({ ...period, fetchAll: true });
    expect(all.ReachReports.slice(0, 20)).toEqual([...first.ReachReports, ...second.ReachReports]);
    expect(all.ReachReports.map(({ id }) => id)).toEqual([...store().tenantReports.keys()]);
  });

  test("of one tenant name its devices alone", async () => {
    const { ReachReports } = await list({ ...period, tenant_id: tenant_id(), fetchAll: true });
    const ours = [...store().tenantDevices.values()].filter(({ tenantId }) => tenantId === tenant_id());
    const servers = ReachReports.map(({ server_id }) => server_id);
    expect(ReachReports.length).toBeGreaterThan(0);
    expect(ReachReports.length).toBeLessThan(store().tenantReports.size);
    expect([...new Set(servers)].sort()).toEqual(ours.map(({ teamviewerId }) => teamviewerId).sort());
  });

  test("end with their period", async () => {
    const { start_date, end_date } = [...store().tenantReports.values()][3] as { start_date: string; end_date: string };
    const { ReachReports } = await list({ from_date: start_date, to_date: "2100-01-01" });
    expect(ReachReports.map(({ id }) => id)).toEqual([...store().tenantReports.keys()].slice(0, 4));
    expect((await list({ from_date: start_date, to_date: end_date })).ReachReports).toEqual([]);
  });
});
