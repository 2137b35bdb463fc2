import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer({ seed: { tenantDevices: 60 }, pageSizes: { tenantDevices: 10 } });

const store = () => tv.sandbox.store;
const accountId = () => store().account.userId;
const tenantId = () => firstOf(store().tenants.keys());
const devicesOf = (tenant: string) =>
  [...store().tenantDevices.values()].filter((device) => device.tenantId === tenant);

const fields = { tenant_account: "partner@machines.example.com", tenant_name: "Coffee Machines" };

interface Devices {
  Devices: { DeviceKeyId: string; DyngateId: number; DeregistrationTime?: string }[];
  ContinuationToken?: string;
}

const list = (inputs: object = {}) =>
  run("listTenantDevices", tv.user, { tenantId: tenantId(), ...inputs }) as Promise<Devices>;

test("a tenant is created, read back, changed, emptied of its description and switched off", async () => {
  const created = (await run("createTenant", tv.user, { ...fields, tenant_description: "Berlin" })) as {
    tenant_id: string;
    vendor_id: string;
  };
  const tenantId = created.tenant_id;
  expect(created).toEqual(store().tenants.get(tenantId));
  expect(created).toMatchObject({ ...fields, tenant_description: "Berlin", active: true });
  expect(await run("getTenant", tv.user, { tenantId })).toEqual({ Tenants: [created] });
  const changes = { tenant_name: "Tea Machines", active: "false", fieldsToClear: ["tenant_description"] };
  expect(await run("updateTenant", tv.user, { tenantId, ...changes })).toBe("ACTION SUCCEEDED");
  expect(store().tenants.get(tenantId)).toEqual({
    ...created,
    tenant_name: "Tea Machines",
    tenant_description: "",
    active: false,
  });
});

test("a tenant is that of its vendor only", async () => {
  const { vendor_id } = firstOf(store().tenants.values());
  expect(await run("getTenant", tv.user, { tenantId: tenantId(), vendor_id })).toMatchObject({
    Tenants: [{ tenant_id: tenantId() }],
  });
  await expect(run("getTenant", tv.user, { tenantId: tenantId(), vendor_id: "vendor-1" })).rejects.toThrow(/HTTP 404/);
});

test("an answer without the list of tenants is not taken for a tenant", async () => {
  tv.sandbox.fault({ kind: "emptyObject" });
  await expect(run("getTenant", tv.user, { tenantId: tenantId() })).rejects.toThrow("no list of Tenants");
});

test("an account is told the tenants that it belongs to, and the dropdown offers them by name", async () => {
  const expected = [...store().tenants.values()];
  expect(expected).toHaveLength(2);
  expect(await run("listTenantsOfAccount", tv.user, { accountId: accountId() })).toEqual({ Tenants: expected });
  expect(await run("getAccountTenantIds", tv.user)).toEqual(expected.map(({ tenant_id }) => tenant_id));
  expect(await pick("selectTenant", tv.user, { accountId: accountId() })).toEqual(
    expected.map(({ tenant_id, tenant_name, tenant_account }) => ({
      key: tenant_id,
      label: `${tenant_name} (${tenant_account})`,
    })),
  );
  expect(await pick("selectTenant", tv.user, { accountId: "u999" })).toEqual([]);
  await expect(pick("selectTenant", tv.user)).rejects.toThrow("Account ID: a value is required.");
});

test("the account of the dropdown is not sent with an action", async () => {
  await run("getTenant", tv.user, { tenantId: tenantId(), accountId: accountId() });
  expect(tv.sandbox.requests.at(-1)?.query).toEqual({});
});

test("the devices of a tenant are read page by page, each once, by the token in the body", async () => {
  const first = await list();
  expect(first.Devices).toHaveLength(10);
  const second = await list({ continuationToken: first.ContinuationToken });
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ ContinuationToken: first.ContinuationToken });
  const all = await list({ fetchAll: true });
  expect(all.Devices.slice(0, 20)).toEqual([...first.Devices, ...second.Devices]);
  expect(all.Devices.map(({ DeviceKeyId }) => DeviceKeyId)).toEqual(devicesOf(tenantId()).map(({ keyId }) => keyId));
  expect(all.ContinuationToken).toBeUndefined();
});

test("a page that fails once is asked for again, because it only reads", async () => {
  tv.sandbox.fault({ kind: "unavailable", pass: 1 });
  expect((await list({ fetchAll: true })).Devices).toHaveLength(devicesOf(tenantId()).length);
});

test("a period and a state narrow the devices, and the times are sent plain", async () => {
  const [newest, , third] = devicesOf(tenantId());
  const { Devices } = await list({ startTime: third?.registered, endTime: newest?.registered });
  expect(Devices.map(({ DeviceKeyId }) => DeviceKeyId)).toEqual(
    devicesOf(tenantId())
      .slice(0, 3)
      .map(({ keyId }) => keyId),
  );
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ StartTime: third?.registered, EndTime: newest?.registered });
  const gone = await list({ deviceState: "Unregistered", fetchAll: true });
  expect(gone.Devices.length).toBeGreaterThan(0);
  expect(gone.Devices.filter(({ DeregistrationTime }) => !DeregistrationTime)).toEqual([]);
});

test("a token that is no base64, and a name that is too short, are refused before anything is sent", async () => {
  await expect(list({ continuationToken: "page 2" })).rejects.toThrow(
    "Continuation Token: must be the continuation token of an earlier answer",
  );
  await expect(run("createTenant", tv.user, { ...fields, tenant_name: "Tea" })).rejects.toThrow(
    "Tenant Name: at least 5 characters are needed; this has 3.",
  );
  await expect(run("createTenant", tv.user, { ...fields, tenant_account: "machines" })).rejects.toThrow(
    "Tenant Account: must be an e-mail address",
  );
  expect(tv.sandbox.requests).toEqual([]);
});
