/** Devices under central management, each with its managers, groups and policies. */
import { limits } from "../../../generated/teamviewer.limits";
import { textInput } from "../../platform/inputs";
import { queryParams } from "../../platform/keyValueInput";
import { change, list, picklist, read, readList, update } from "../client";
import { resourceList } from "../envelopes";
import { managedDeviceId, paginationToken, reading } from "../inputs";
import { requiredPolicyType } from "../policyTypes";
import { ids } from "../vocabulary";

/** The devices that the account manages directly. */
export const managedDevices = list("GET /managed/devices", resourceList);

/** The devices that the account's company manages. */
export const companyManagedDevices = list("GET /managed/devices/company", resourceList);

/** The managed groups that a device is in. */
const managedDeviceGroups = list("GET /managed/devices/{id}/groups", resourceList);

export const exampleManagedDevice = {
  id: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31",
  teamviewerId: 123456789,
  name: "FRONT-DESK-03",
  isOnline: false,
  last_seen: "2026-03-31T14:00:00Z",
};

const examplePage = {
  currentPaginationToken: "bWQtMjAw",
  nextPaginationToken: "bWQtMzAw",
  resources: [exampleManagedDevice],
};

const listManagedDevices = readList({
  label: "List Managed Devices",
  description:
    "List the devices that the account manages directly, a page or all of them. Only those that are offline have a last_seen.",
  important: true,
  list: managedDevices,
  inputs: { paginationToken, ...reading, queryParams },
  request: ({ paginationToken, queryParams: extraQuery }) => ({ query: { paginationToken }, extraQuery }),
  example: examplePage,
});

const listCompanyManagedDevices = readList({
  label: "List Company Managed Devices",
  description:
    "List the devices that the account's company manages, a page or all of them. Only those that are offline have a last_seen.",
  list: companyManagedDevices,
  inputs: { paginationToken, ...reading, queryParams },
  request: ({ paginationToken, queryParams: extraQuery }) => ({ query: { paginationToken }, extraQuery }),
  example: examplePage,
});

const getManagedDevice = read({
  label: "Get Managed Device",
  description:
    "Get one managed device with its policy, client version and description. It has a last_seen only while it is offline.",
  important: true,
  operation: "GET /managed/devices/{id}",
  inputs: { managedDeviceId },
  request: ({ managedDeviceId: id }) => ({ path: { id } }),
  example: {
    teamviewerPolicyId: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
    teamViewerVersion: "15.68.5",
    deviceDescription: "Reception, second floor",
    ...exampleManagedDevice,
  },
});

const updateManagedDevice = update({
  label: "Update Managed Device",
  description: "Rename a managed device, or set its TeamViewer policy: one of its own, or that of a managed group.",
  operation: "PUT /managed/devices/{id}",
  inputs: { managedDeviceId },
  fields: {
    name: textInput({
      label: "Name",
      comments: "The new name, 1 to 100 characters. Blank: left as it is.",
      example: "FRONT-DESK-03",
      ...limits.ManagedDevicesPutParameters.name,
    }),
    teamviewerPolicyId: ids.teamviewerPolicy.optional(
      "The GUID of the TeamViewer policy to set. Blank: left as it is.",
    ),
    managedGroupId: ids.managedGroup.optional(
      "The GUID of the managed group whose policy the device takes over. Blank: left as it is.",
    ),
  },
  request: ({ managedDeviceId: id }, body) => ({ path: { id }, body }),
});

const deleteManagedDevice = change({
  label: "Delete Managed Device",
  description: "Remove the management of a managed device; it has to be assigned anew to be managed again.",
  irreversible: true,
  operation: "DELETE /managed/devices/{id}",
  inputs: { managedDeviceId },
  request: ({ managedDeviceId: id }) => ({ path: { id } }),
});

const updateManagedDeviceDescription = update({
  label: "Update Managed Device Description",
  description: "Replace the description of a managed device, or empty it with Fields to Clear.",
  operation: "PUT /managed/devices/{id}/description",
  inputs: { managedDeviceId },
  fields: {
    deviceDescription: textInput({
      label: "Description",
      comments: "The new description. Blank: left as it is; to empty it, name deviceDescription in Fields to Clear.",
      example: "Reception, second floor",
    }),
  },
  clearable: ["deviceDescription"],
  request: ({ managedDeviceId: id }, body) => ({ path: { id }, body }),
});

const removePolicyFromManagedDevice = change({
  label: "Remove Policy from Managed Device",
  description: "Take the policy of one type off a managed device.",
  operation: "PUT /managed/devices/{id}/policy/remove",
  inputs: { managedDeviceId, policyType: requiredPolicyType },
  request: ({ managedDeviceId: id, policyType: policy_type }) => ({ path: { id }, body: { policy_type } }),
});

const listManagedDeviceGroups = readList({
  label: "List Managed Device Groups",
  description: "List the managed groups that a managed device is in, a page or all of them.",
  list: managedDeviceGroups,
  inputs: { managedDeviceId, paginationToken, ...reading },
  request: ({ managedDeviceId: id, ...query }) => ({ path: { id }, query }),
  example: {
    currentPaginationToken: "bWctMTAw",
    nextPaginationToken: "bWctMjAw",
    resources: [{ id: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72", name: "Point of sale" }],
  },
});

const updateManagedDeviceGroups = update({
  label: "Update Managed Device Groups",
  description: "Let a managed device join managed groups and leave others, in one step.",
  operation: "PUT /managed/devices/{id}/groups",
  inputs: { managedDeviceId },
  fields: {
    addedGroupIds: ids.managedGroup.several("The managed groups to join. Blank: none.", {
      label: "Managed Group IDs to Join",
    }),
    removedGroupIds: ids.managedGroup.several("The managed groups to leave. Blank: none.", {
      label: "Managed Group IDs to Leave",
    }),
  },
  request: ({ managedDeviceId: id }, { addedGroupIds, removedGroupIds }) => ({
    path: { id },
    body: { AddedChainIds: addedGroupIds, RemovedChainIds: removedGroupIds },
  }),
});

const getManagedDeviceAssignmentData = read({
  label: "Get Managed Device Assignment Data",
  description:
    "Get the data with which a device assigns itself to the account of the token, to be managed by it: base64 of a protobuf message.",
  operation: "GET /managed/devices/assignment-data",
  example: { assignmentData: "CAESJDlkOGM3YjZhLTVmNGUtM2QyYy0xYjBh" },
});

const selectManagedDevice = picklist({
  label: "Select Managed Device",
  description: "Pick one of the devices that the account manages, by name and TeamViewer ID.",
  records: (tv) => managedDevices.pages(tv),
  key: (device) => device.id,
  name: (device) => [device.name, device.teamviewerId],
  example: { key: exampleManagedDevice.id, label: "FRONT-DESK-03 (123456789)" },
});

export const actions = {
  listManagedDevices,
  listCompanyManagedDevices,
  getManagedDevice,
  updateManagedDevice,
  deleteManagedDevice,
  updateManagedDeviceDescription,
  removePolicyFromManagedDevice,
  listManagedDeviceGroups,
  updateManagedDeviceGroups,
  getManagedDeviceAssignmentData,
};
export const dataSources = { selectManagedDevice };
