/** Groups of managed devices, which share policies and managers. */
import { limits } from "../../../generated/teamviewer.limits";
import { InputError } from "../../http/errors";
import { textInput } from "../../platform/inputs";
import { change, list, picklist, read, readList, update } from "../client";
import { resourceList } from "../envelopes";
import { managedGroupId, paginationToken, reading } from "../inputs";
import { policyType, requiredPolicyType } from "../policyTypes";
import { ids } from "../vocabulary";
import { exampleManagedDevice } from "./managedDevices";

export const managedGroups = list("GET /managed/groups", resourceList);

/** The devices of a managed group. */
export const managedGroupDevices = list("GET /managed/groups/{id}/devices", resourceList);

const pendingDevices = list("GET /managed/groups/{id}/pending-devices", resourceList);

export const exampleManagedGroup = {
  id: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72",
  name: "Point of sale",
  policy_id: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
};

const tokens = { currentPaginationToken: "bWctMTAw", nextPaginationToken: "bWctMjAw" };

const listManagedGroups = readList({
  label: "List Managed Groups",
  description: "List the managed groups that the account of the token manages, a page or all of them.",
  list: managedGroups,
  inputs: { paginationToken, ...reading },
  request: (query) => ({ query }),
  example: { ...tokens, resources: [exampleManagedGroup] },
});

const getManagedGroup = read({
  label: "Get Managed Group",
  description: "Get the name of a managed group and its TeamViewer policy, where it has one.",
  operation: "GET /managed/groups/{id}",
  inputs: { managedGroupId },
  request: ({ managedGroupId: id }) => ({ path: { id } }),
  example: exampleManagedGroup,
});

const createManagedGroup = change({
  label: "Create Managed Group",
  description:
    "Create a managed group without devices. The account of the token becomes its manager with ManagerAdministration and GroupAdministration.",
  operation: "POST /managed/groups",
  inputs: {
    name: textInput({
      label: "Name",
      comments: "The name of the managed group, 1 to 100 characters.",
      example: "Point of sale",
      required: true,
      ...limits.ManagedGroupsPostParameters.name,
    }),
  },
  request: (body) => ({ body }),
  example: { id: exampleManagedGroup.id, name: exampleManagedGroup.name },
});

type PolicyType = NonNullable<ReturnType<typeof policyType.clean>>;

/** A policy with its type: neither says anything without the other. Throws an `InputError`. */
const policyOf = (policy_id: string | undefined, policy_type: PolicyType | undefined) => {
  if (policy_id === undefined && policy_type === undefined) return undefined;
  if (policy_id === undefined) throw new InputError("Policy ID", "is needed with a Policy Type.");
  if (policy_type === undefined) throw new InputError("Policy Type", "is needed with a Policy ID.");
  return { policy_id, policy_type };
};

const updateManagedGroup = update({
  label: "Update Managed Group",
  description: "Rename a managed group, or set its policy of one type.",
  operation: "PUT /managed/groups/{id}",
  inputs: { managedGroupId },
  fields: {
    name: textInput({
      label: "Name",
      comments: "The new name of the managed group, 1 to 100 characters. Blank: left as it is.",
      example: "Point of sale",
      ...limits.ManagedGroupsPutParameters.name,
    }),
    policyId: ids.teamviewerPolicy.optional(
      "The GUID of the policy to set; its type goes into Policy Type. The dropdown offers TeamViewer policies. Blank: the policies stay as they are.",
      { label: "Policy ID" },
    ),
    policyType,
  },
  request: ({ managedGroupId: id }, { name, policyId, policyType: type }) => ({
    path: { id },
    body: { name, policy: policyOf(policyId, type) },
  }),
  example: exampleManagedGroup,
});

const deleteManagedGroup = change({
  label: "Delete Managed Group",
  description: "Delete a managed group. Its devices leave it, those that are offline once they come online.",
  irreversible: true,
  operation: "DELETE /managed/groups/{id}",
  inputs: { managedGroupId },
  request: ({ managedGroupId: id }) => ({ path: { id } }),
});

const removePolicyFromManagedGroup = change({
  label: "Remove Policy from Managed Group",
  description: "Take the policy of one type off a managed group.",
  operation: "PUT /managed/groups/{id}/policy/remove",
  inputs: { managedGroupId, policyType: requiredPolicyType },
  request: ({ managedGroupId: id, policyType: policy_type }) => ({ path: { id }, body: { policy_type } }),
});

const listManagedGroupDevices = readList({
  label: "List Managed Group Devices",
  description: "List the devices of a managed group, a page or all of them.",
  list: managedGroupDevices,
  inputs: { managedGroupId, paginationToken, ...reading },
  request: ({ managedGroupId: id, ...query }) => ({ path: { id }, query }),
  example: { ...tokens, resources: [exampleManagedDevice] },
});

const listManagedGroupPendingDevices = readList({
  label: "List Managed Group Pending Devices",
  description:
    "List the devices that are still to join or leave a managed group because they are offline, a page or all of them. TeamViewer publishes no names for the numbers of pendingOperation.",
  list: pendingDevices,
  inputs: { managedGroupId, paginationToken, ...reading },
  request: ({ managedGroupId: id, ...query }) => ({ path: { id }, query }),
  example: { ...tokens, resources: [{ pendingOperation: 0 as const, ...exampleManagedDevice }] },
});

const addDeviceToManagedGroup = change({
  label: "Add Device to Managed Group",
  description: "Put a managed device into a managed group. One that is offline joins once it comes online.",
  operation: "POST /managed/groups/{id}/devices",
  inputs: {
    managedGroupId,
    managedDeviceId: ids.managedDevice.required("The managed device to add, by its management ID, a GUID."),
  },
  request: ({ managedGroupId: id, managedDeviceId }) => ({ path: { id }, body: { id: managedDeviceId } }),
  example: { id: exampleManagedDevice.id },
});

const removeDeviceFromManagedGroup = change({
  label: "Remove Device from Managed Group",
  description: "Take a managed device out of a managed group. One that is offline leaves once it comes online.",
  operation: "DELETE /managed/groups/{id}/devices/{managementId}",
  inputs: {
    managedGroupId,
    managedDeviceId: ids.managedDevice.required("The managed device to take out, by its management ID, a GUID."),
  },
  request: ({ managedGroupId: id, managedDeviceId: managementId }) => ({ path: { id, managementId } }),
});

const selectManagedGroup = picklist({
  label: "Select Managed Group",
  description: "Pick one of the managed groups of the account, by name.",
  records: (tv) => managedGroups.pages(tv),
  key: (group) => group.id,
  name: (group) => [group.name],
  example: { key: exampleManagedGroup.id, label: exampleManagedGroup.name },
});

export const actions = {
  listManagedGroups,
  getManagedGroup,
  createManagedGroup,
  updateManagedGroup,
  deleteManagedGroup,
  removePolicyFromManagedGroup,
  listManagedGroupDevices,
  listManagedGroupPendingDevices,
  addDeviceToManagedGroup,
  removeDeviceFromManagedGroup,
};
export const dataSources = { selectManagedGroup };
