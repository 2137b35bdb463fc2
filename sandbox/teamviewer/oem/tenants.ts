import { done, noContent, ok } from "../../core/answers";
import { collection, sent } from "../../core/collection";
import { badRequest, forbidden, notFound } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { equals } from "../../core/filters";
import { pageOf } from "../../core/paging";
import { random } from "../../core/random";
import { inTurn, keyed, times } from "../../core/seed";
import { day, isoDate, nowIso } from "../../core/time";
import type { AnyCall, Handlers, Schema } from "../calls";
import { timeOf } from "../dates";
import { idOf, numberIn, teamviewerIdOf } from "../ids";
import { type User, type UserState, userWithEmail } from "../users";

export type Tenant = Required<Schema<"TenantResponse">>;

export interface TenantDevice {
  tenantId: string;
  teamviewerId: number;
  keyId: string;
  /** What takes the device off again. */
  decommissionToken: string;
  registered: string;
  unregistered?: string;
}

export interface TenantState {
  tenants: Map<string, Tenant>;
  /** By the ID of their keys. */
  tenantDevices: Map<string, TenantDevice>;
}

export const counts = { tenants: 2, tenantDevices: 6 };

export const pageSizes = { tenantDevices: 100 };

type Reach = AnyCall<TenantState & UserState, typeof pageSizes>;

/** The company is one vendor, to whose tenants its own account belongs. */
const vendorId = "vendor-4711";

const names = ["Ticket Machines", "Vending Machines"];

const seedTenants = (count: number, [owner]: User[]): Tenant[] =>
  times(count, (index) => ({
    tenant_id: `tenant-${4711 + index}`,
    tenant_account: owner?.email ?? "",
    tenant_name: names[index] ?? `Machines ${index + 1}`,
    tenant_userid: owner?.id ?? "",
    vendor_id: vendorId,
    tenant_description: "",
    active: true,
  }));

/** They belong to the tenants in turn; every fifth is no longer registered. */
const seedDevices = (count: number, tenants: Tenant[], now: number): TenantDevice[] => {
  const chance = random("tenant devices");
  return times(tenants.length > 0 ? count : 0, (index) => ({
    tenantId: inTurn(tenants, index)?.tenant_id ?? "",
    teamviewerId: teamviewerIdOf(index),
    keyId: chance.uuid(),
    decommissionToken: chance.uuid(),
    registered: isoDate(now - (index + 1) * 10 * day),
    unregistered: index % 5 === 4 ? isoDate(now - index * day) : undefined,
  }));
};

export const seed = ({ count, now, users }: Seeding<typeof counts, UserState>): TenantState => {
  const tenants = seedTenants(count.tenants, [...users.values()]);
  return {
    tenants: keyed(tenants, ({ tenant_id }) => tenant_id),
    tenantDevices: keyed(seedDevices(count.tenantDevices, tenants, now), ({ keyId }) => keyId),
  };
};

export const tenants = collection({
  name: "Tenant",
  records: ({ store }: AnyCall<TenantState>) => store.tenants,
  key: ({ tenant_id }) => tenant_id,
});

const devices = collection({
  name: "Device key",
  records: ({ store }: Reach) => store.tenantDevices,
  key: ({ keyId }) => keyId,
});

/** The tenants that a user's account belongs to. */
export const tenantsOf = (call: AnyCall<TenantState>, userId: string): Tenant[] =>
  tenants.list(call).filter(({ tenant_userid }) => tenant_userid === userId);

/** The user of an e-mail address: one of the company, or one of another. */
const userIdOf = (call: Reach, email: string): string => {
  if (!email.includes("@")) throw badRequest("The field 'tenant_account' has to be an e-mail address.");
  return userWithEmail(call, email)?.id ?? `u${call.store.nextNumber()}`;
};

const deviceAnswer = ({ teamviewerId, keyId, registered, unregistered }: TenantDevice) => ({
  DyngateId: teamviewerId,
  DeviceKeyId: keyId,
  RegistrationTime: registered,
  DeregistrationTime: unregistered,
});

const isInState = ({ unregistered }: TenantDevice, state: string | undefined): boolean => {
  if (state === undefined) return true;
  if (equals("Registered", state)) return unregistered === undefined;
  if (equals("Unregistered", state)) return unregistered !== undefined;
  throw badRequest(`DeviceState is Registered or Unregistered, not '${state}'.`);
};

/** Milliseconds of a time in either form that the description has for it. */
const boundOf = (field: string, time: Schema<"NullableOfDateTimeUtc"> | undefined, without: number): number => {
  const text = typeof time === "object" ? time._underlyingValue : time;
  return text === undefined ? without : timeOf(field, text);
};

/** The device that a request means, by its key, its TeamViewer ID and its tenant, which have to agree. */
const meantDevice = (
  call: Reach,
  { tenant_id, remotecontrol_id, device_key_id }: Schema<"RequestControlParameters" | "UnregisterDeviceParameters">,
): TenantDevice => {
  const device = devices.known(call, "device_key_id", device_key_id);
  if (device.tenantId !== tenant_id || `r${device.teamviewerId}` !== remotecontrol_id) {
    throw badRequest(`device_key_id: the key is not of ${remotecontrol_id} of tenant ${tenant_id}.`);
  }
  return device;
};

/** Stands for the encryption for the tenant, which alone can read what comes of it. */
const encrypted = (secret: string) => Buffer.from(secret).toString("base64");

export const handlers = {
  Tenants_ResolveTenants: (call) => ok({ Tenants: tenantsOf(call, `u${call.query.accountId}`) }),

  Tenants_GetTenant: (call) => {
    const tenant = tenants.find(call, call.path.id);
    if (!equals(tenant.vendor_id, call.query.vendor_id)) throw notFound("Tenant", call.path.id);
    return ok({ Tenants: [tenant] });
  },

  Tenants_CreateTenant: (call) => {
    const { tenant_account, tenant_name, tenant_description = "", active = true } = call.body;
    const tenant_userid = userIdOf(call, tenant_account);
    const tenant_id = `tenant-${call.store.nextNumber()}`;
    const fields = { tenant_account, tenant_name, tenant_description, active };
    return ok(tenants.add(call, { tenant_id, tenant_userid, vendor_id: vendorId, ...fields }));
  },

  Tenants_UpdateTenant: (call) => {
    const { tenant_account } = call.body;
    const account = tenant_account && { tenant_userid: userIdOf(call, tenant_account) };
    return done(tenants.change(call, call.path.id, { ...sent(call.body), ...(account || {}) }));
  },

  /** Those that were registered in the period. */
  Tenants_GetDevicesByTenant: (call) => {
    const { StartTime, EndTime, DeviceState, ContinuationToken } = call.body;
    const { tenant_id } = tenants.find(call, call.path.id);
    const from = boundOf("StartTime", StartTime, Number.NEGATIVE_INFINITY);
    const to = boundOf("EndTime", EndTime, Number.POSITIVE_INFINITY);
    const found = devices.list(call).filter((device) => {
      const time = Date.parse(device.registered);
      return device.tenantId === tenant_id && time >= from && time <= to && isInState(device, DeviceState);
    });
    const list = `devices of ${tenant_id}`;
    const { items, next } = pageOf(list, found, call.pageSizes.tenantDevices, ContinuationToken);
    return ok({ Devices: items.map(deviceAnswer), ContinuationToken: next });
  },

  OemDevices_CreateDeviceKey: (call) => {
    const { tenant_id } = tenants.known(call, "tenant_id", call.body.tenant_id);
    const { keyId, decommissionToken } = devices.add(call, {
      tenantId: tenant_id,
      teamviewerId: numberIn(idOf("r", call.body.remotecontrol_id, "remotecontrol_id")),
      keyId: call.store.newGuid(),
      decommissionToken: call.store.newGuid(),
      registered: nowIso(call.now),
    });
    return ok({
      device_key_id: keyId,
      encrypted_device_key: encrypted(call.store.newGuid()),
      encrypted_decommission_token: encrypted(decommissionToken),
    });
  },

  OemDevices_RequestControl: (call) => {
    const { teamviewerId, unregistered } = meantDevice(call, call.body);
    if (unregistered !== undefined) throw badRequest(`device_key_id: r${teamviewerId} is no longer registered.`);
    return ok({
      encrypted_device_secret: encrypted(call.store.newGuid()),
      target_nonce: encrypted(call.store.newGuid()),
      teamviewer_protocol_url: `teamviewer10://control?device=${teamviewerId}`,
    });
  },

  OemDevices_Unregister: (call) => {
    const device = meantDevice(call, call.body);
    if (device.decommissionToken !== call.body.decommission_token)
      throw forbidden("The decommission token is not the device's.");
    device.unregistered ??= nowIso(call.now);
    return noContent();
  },
} satisfies Handlers<Reach>;
