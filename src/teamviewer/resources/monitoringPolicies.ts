/** Monitoring policies: what monitoring watches on the devices that have one. The API neither makes nor changes them. */
import { oneRecord } from "../../http/envelopes";
import { change, list, picklist, readAs, readList } from "../client";
import { deviceLookup } from "../deviceLookup";
import { assignmentInputs, assignmentOf, exampleAssignment, outcomePerDevice } from "../policyAssignment";
import { ids } from "../vocabulary";

export const monitoringPolicies = list("GET /Monitoring/Policy", { items: "policies" });

const examplePolicy = { policy_id: "58c3f1a6-07be-4d29-a4e5-9d8b6c2f1e70", policy_name: "Servers" };

const listMonitoringPolicies = readList({
  label: "List Monitoring Policies",
  description: "List the account's monitoring policies by ID and name, in one answer; what they check is not told.",
  list: monitoringPolicies,
  inputs: {},
  request: () => ({}),
  example: { policies: [examplePolicy] },
});

const getMonitoringPolicy = readAs({
  label: "Get Monitoring Policy",
  description: "Get the name of a monitoring policy; TeamViewer does not tell what it checks.",
  operation: "GET /Monitoring/Policy/{id}",
  inputs: { monitoringPolicyId: ids.monitoringPolicy.required("The monitoring policy, by its GUID.") },
  request: ({ monitoringPolicyId: id }) => ({ path: { id } }),
  answer: (body) => oneRecord(body, "policies"),
  output: "MonitoringPolicy",
  example: examplePolicy,
});

const assignMonitoringPolicy = change({
  label: "Assign Monitoring Policy",
  description: `Give devices a monitoring policy, or let them inherit that of a managed group. ${outcomePerDevice}`,
  operation: "POST /Monitoring/Policy/Assign",
  alsoCalls: deviceLookup,
  inputs: assignmentInputs(ids.monitoringPolicy),
  send: async (tv, values) => tv.request("POST /Monitoring/Policy/Assign", { body: await assignmentOf(tv, values) }),
  example: exampleAssignment,
});

const selectMonitoringPolicy = picklist({
  label: "Select Monitoring Policy",
  description: "Pick one of the account's monitoring policies, by name.",
  records: (tv) => monitoringPolicies.pages(tv),
  key: (policy) => policy.policy_id,
  name: (policy) => [policy.policy_name],
  example: { key: examplePolicy.policy_id, label: examplePolicy.policy_name },
});

export const actions = { listMonitoringPolicies, getMonitoringPolicy, assignMonitoringPolicy };
export const dataSources = { selectMonitoringPolicy };
