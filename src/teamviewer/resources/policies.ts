/** TeamViewer policies, which devices and groups are given. */
import { list, picklist } from "../client";

export const policies = list("GET /TeamViewerPolicies", { items: "policies" });

const selectPolicy = picklist({
  label: "Select Policy",
  description: "Pick one of the account's TeamViewer policies, by name.",
  records: (tv) => policies.pages(tv),
  key: (policy) => policy.policy_id,
  name: (policy) => [policy.name],
  example: { key: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58", label: "Kiosk devices" },
});

export const dataSources = { selectPolicy };
