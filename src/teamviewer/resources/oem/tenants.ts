/** Tenants: customers of an OEM vendor, each with the devices that are registered for it. */
import { limits } from "../../../../generated/teamviewer.limits";
import { listOf } from "../../../http/envelopes";
import { timestampInput } from "../../../platform/dateInputs";
import { onOffInput, textInput } from "../../../platform/inputs";
import { change, list, picklist, readAs, readList, update } from "../../client";
import { base64ContinuationToken, emailForm, reading, tenantAccount } from "../../inputs";
import { ids } from "../../vocabulary";

export const tenants = list("GET /Tenants/ResolveTenants", { items: "Tenants" });

export const tenantDevices = list("POST /oem/tenants/{id}/devices", {
  items: "Devices",
  next: "ContinuationToken",
  token: "ContinuationToken",
});

const tenantId = ids.tenant.required("The tenant, for example tenant-4711.");

const accountId = ids.account.required("The account whose tenants are listed, by its user ID, for example u12345678.", {
  label: "Account ID",
});

const account = {
  label: "Tenant Account",
  comments:
    "The e-mail address of the tenant's account, 6 to 100 characters. TeamViewer refuses addresses of a few domains.",
  example: "maria.keller@example.com",
  ...emailForm,
} as const;

const name = {
  label: "Tenant Name",
  comments: "The name of the tenant, 5 to 50 characters.",
  example: "Keller Vending Machines",
} as const;

const description = {
  label: "Tenant Description",
  comments: "A note on the tenant, at most 500 characters.",
  example: "Machines in Warsaw and Berlin",
} as const;

const active = (blank: string) =>
  onOffInput({ label: "Active", comments: `Whether the tenant is in use. Blank: ${blank}.`, example: "true" });

const exampleTenant = {
  tenant_id: "tenant-4711",
  tenant_account: account.example,
  tenant_name: name.example,
  tenant_userid: "u12345678",
  vendor_id: "vendor-17",
  tenant_description: description.example,
  active: true,
};

const listTenantsOfAccount = readList({
  label: "List Tenants of Account",
  description:
    "List all tenants that an account belongs to, in one answer, each with its name, its vendor and whether it is active.",
  list: tenants,
  inputs: { accountId },
  request: (query) => ({ query }),
  example: { Tenants: [exampleTenant] },
});

const getTenant = readAs({
  label: "Get Tenant",
  description:
    "Get one tenant: its account, its name, its vendor and whether it is active. TeamViewer answers with a list of one.",
  operation: "GET /oem/tenants/{id}",
  inputs: {
    tenantId,
    vendor_id: textInput({
      label: "Vendor ID",
      comments: "The OEM vendor that the tenant belongs to. Blank: no vendor is named.",
      example: exampleTenant.vendor_id,
    }),
  },
  forDropdowns: { accountId: tenantAccount },
  request: ({ tenantId: id, ...query }) => ({ path: { id }, query }),
  answer: (body) => ({ ...body, Tenants: listOf(body, "Tenants") }),
  example: { Tenants: [exampleTenant] },
});

const createTenant = change({
  label: "Create Tenant",
  description: "Create a tenant of an OEM vendor, for which devices can be registered then.",
  operation: "POST /oem/tenants",
  inputs: {
    tenant_account: textInput({ ...account, ...limits.TenantPostParameters.tenant_account, required: true }),
    tenant_name: textInput({ ...name, ...limits.TenantPostParameters.tenant_name, required: true }),
    tenant_description: textInput({
      ...description,
      comments: `${description.comments} Blank: none.`,
      ...limits.TenantPostParameters.tenant_description,
    }),
    active: active("TeamViewer's default"),
  },
  request: (body) => ({ body }),
  example: exampleTenant,
});

const updateTenant = update({
  label: "Update Tenant",
  description: "Change a tenant of an OEM vendor: its account, its name, its description, or whether it is active.",
  operation: "PUT /oem/tenants/{id}",
  inputs: { tenantId },
  fields: {
    tenant_account: textInput({
      ...account,
      comments: `${account.comments} Blank: left as it is.`,
      ...limits.TenantPutParameters.tenant_account,
    }),
    tenant_name: textInput({
      ...name,
      comments: `${name.comments} Blank: left as it is.`,
      ...limits.TenantPutParameters.tenant_name,
    }),
    tenant_description: textInput({
      ...description,
      comments: `${description.comments} Blank: left as it is.`,
      ...limits.TenantPutParameters.tenant_description,
    }),
    active: active("left as it is"),
  },
  clearable: ["tenant_description"],
  forDropdowns: { accountId: tenantAccount },
  request: ({ tenantId: id }, body) => ({ path: { id }, body }),
});

/**
 * The times are sent plain. The wrapper that the description has for them is the inside of the server's own type, which
 * answers plainly too (spec/README.md), and every other date of a request is plain.
 */
const listTenantDevices = readList({
  label: "List Tenant Devices",
  description:
    "List the devices that are or were registered for a tenant, a page or all of them: TeamViewer ID, device key ID, and when each was registered and taken off.",
  list: tenantDevices,
  inputs: {
    tenantId,
    startTime: timestampInput({
      label: "Start Time",
      comments: "Where the period begins. Blank: without a beginning.",
      example: "2026-03-01T00:00:00Z",
    }),
    endTime: timestampInput({
      label: "End Time",
      comments: "Where the period ends. Blank: without an end.",
      example: "2026-03-31T23:59:59Z",
    }),
    deviceState: textInput({
      label: "Device State",
      comments: "Only devices in this state, in TeamViewer's word for it; no words are published. Blank: any state.",
      example: "Registered",
    }),
    continuationToken: base64ContinuationToken,
    ...reading,
  },
  forDropdowns: { accountId: tenantAccount },
  request: ({ tenantId: id, startTime, endTime, deviceState, continuationToken }) => ({
    path: { id },
    body: {
      StartTime: startTime,
      EndTime: endTime,
      DeviceState: deviceState,
      ContinuationToken: continuationToken,
    },
  }),
  example: {
    Devices: [
      {
        DyngateId: 123456789,
        DeviceKeyId: "d80a5e3c-6f42-4b97-8c1d-2e9f7b04a561",
        RegistrationTime: "2026-03-02T10:15:00Z",
      },
    ],
    ContinuationToken: "dGVuYW50LTEwMA==",
  },
});

const selectTenant = picklist({
  label: "Select Tenant",
  description: "Pick one of the tenants of an account, by name and the account's e-mail address.",
  inputs: { accountId },
  records: (tv, query) => tenants.pages(tv, { query }),
  key: (tenant) => tenant.tenant_id,
  name: (tenant) => [tenant.tenant_name, tenant.tenant_account],
  example: { key: exampleTenant.tenant_id, label: `${exampleTenant.tenant_name} (${exampleTenant.tenant_account})` },
});

export const actions = {
  listTenantsOfAccount,
  getTenant,
  createTenant,
  updateTenant,
  listTenantDevices,
};
export const dataSources = { selectTenant };
