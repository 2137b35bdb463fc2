/** Patch management policies: which patches devices are given, and when. The API neither makes nor changes them. */
import { oneRecord } from "../../http/envelopes";
import { change, list, picklist, readAs, readList } from "../client";
import { deviceLookup } from "../deviceLookup";
import { assignmentInputs, assignmentOf, exampleAssignment, outcomePerDevice } from "../policyAssignment";
import { ids } from "../vocabulary";

export const patchPolicies = list("GET /PatchManagement/Policy", { items: "policies" });

const examplePolicy = { policy_id: "b16e8d47-2f9a-4c05-8b3d-7e5a0c9f4d21", policy_name: "Security patches weekly" };

const listPatchManagementPolicies = readList({
  label: "List Patch Management Policies",
  description:
    "List the account's patch management policies by ID and name, in one answer; which patches they install is not told.",
  list: patchPolicies,
  inputs: {},
  request: () => ({}),
  example: { policies: [examplePolicy] },
});

const getPatchManagementPolicy = readAs({
  label: "Get Patch Management Policy",
  description: "Get the name of a patch management policy; TeamViewer does not tell which patches it installs.",
  operation: "GET /PatchManagement/Policy/{id}",
  inputs: { patchPolicyId: ids.patchPolicy.required("The patch management policy, by its GUID.") },
  request: ({ patchPolicyId: id }) => ({ path: { id } }),
  answer: (body) => oneRecord(body, "policies"),
  output: "PatchManagementPolicy",
  example: examplePolicy,
});

const assignPatchManagementPolicy = change({
  label: "Assign Patch Management Policy",
  description: `Give devices a patch management policy, or let them inherit that of a managed group. ${outcomePerDevice}`,
  operation: "POST /PatchManagement/Policy/Assign",
  alsoCalls: deviceLookup,
  inputs: assignmentInputs(ids.patchPolicy),
  send: async (tv, values) =>
    tv.request("POST /PatchManagement/Policy/Assign", { body: await assignmentOf(tv, values) }),
  example: exampleAssignment,
});

const selectPatchPolicy = picklist({
  label: "Select Patch Management Policy",
  description: "Pick one of the account's patch management policies, by name.",
  records: (tv) => patchPolicies.pages(tv),
  key: (policy) => policy.policy_id,
  name: (policy) => [policy.policy_name],
  example: { key: examplePolicy.policy_id, label: examplePolicy.policy_name },
});

export const actions = { listPatchManagementPolicies, getPatchManagementPolicy, assignPatchManagementPolicy };
export const dataSources = { selectPatchPolicy };
