import type { Sandbox } from "../../../sandbox/teamviewer";
import { firstOf, type Request } from "../client";

const [start, end] = ["2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z"];

/** One good request for every handler of OEM and tenants; deletions come last. */
export const oemRequests = ({ store }: Sandbox): Request[] => {
  const owner = firstOf(store.users.keys());
  const { ResellerId, Email } = firstOf(store.oemCustomers.values());
  const tenant = firstOf(store.tenants.keys());
  const machine = firstOf(store.tenantDevices.values());
  const ofTenant = { tenant_id: tenant, remotecontrol_id: `r${machine.teamviewerId}` };
  return [
    ["GET", `/oem/licensing/customers?resellerId=${ResellerId}`],
    ["POST", "/oem/licensing/customers", { ResellerId, Email: "new@customer.example.com" }],
    ["GET", `/Tenants/ResolveTenants?accountId=${owner.slice(1)}`],
    ["POST", "/oem/tenants", { tenant_account: "new.person@example.com", tenant_name: "New tenant" }],
    ["GET", `/oem/tenants/${tenant}`],
    ["PUT", `/oem/tenants/${tenant}`, { tenant_name: "New name" }],
    ["POST", `/oem/tenants/${tenant}/devices`, { StartTime: start }],
    ["POST", "/oem/devices/CreateDeviceKey", { ...ofTenant, request_id: machine.keyId, key_permissions: "All" }],
    [
      "POST",
      "/oem/devices/RequestControl",
      { ...ofTenant, device_key_id: machine.keyId, tenant_nonce: "nonce", control_type: "All" },
    ],
    ["GET", `/oem/reports/connections?from_date=${start}&to_date=${end}`],
    [
      "DELETE",
      "/oem/devices/Unregister",
      { ...ofTenant, device_key_id: machine.keyId, decommission_token: machine.decommissionToken },
    ],
    ["DELETE", "/oem/licensing/customers", { ResellerId, Email }],
  ];
};
