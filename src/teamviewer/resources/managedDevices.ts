/** Devices under central management, each with its managers, groups and policies. */
import { limits } from "../../../generated/teamviewer.limits";
import { queryParams, textInput } from "../../platform/inputs";
import { change, list, picklist, read, readList, update } from "../client";
import { resourceList } from "../envelopes";
import { paginationToken, reading } from "../inputs";
import { ids } from "../vocabulary";

/** The devices that the account manages directly. */
export const managedDevices = list("GET /managed/devices", resourceList);

/** The devices that the account's company manages. */
export const companyManagedDevices = list("GET /managed/devices/company", resourceList);

const managedDeviceId = ids.managedDevice.required("The management ID of the device, a GUID.");

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

const deleteManagedDevice = change({
  label: "Delete Managed Device",
  description: "Remove the management of a device; it has to be assigned anew to be managed again.",
  irreversible: true,
  operation: "DELETE /managed/devices/{id}",
  inputs: { managedDeviceId },
  request: ({ managedDeviceId: id }) => ({ path: { id } }),
});

const getManagedDevice = read({
  label: "Get Managed Device",
  description: "Get one managed device with its policy and client version.",
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

const listManagedDevices = readList({
  label: "List Managed Devices",
  description: "List the devices that the account manages directly, a page or all of them.",
  important: true,
  list: managedDevices,
  inputs: { paginationToken, ...reading, queryParams },
  request: ({ paginationToken, queryParams: extraQuery }) => ({ query: { paginationToken }, extraQuery }),
  example: examplePage,
});

const listCompanyManagedDevices = readList({
  label: "List Company Managed Devices",
  description: "List the devices that the account's company manages, a page or all of them.",
  list: companyManagedDevices,
  inputs: { paginationToken, ...reading, queryParams },
  request: ({ paginationToken, queryParams: extraQuery }) => ({ query: { paginationToken }, extraQuery }),
  example: examplePage,
});

const updateManagedDevice = update({
  label: "Update Managed Device",
  description: "Change the name, the policy or the group of a managed device.",
  operation: "PUT /managed/devices/{id}",
  inputs: {
    managedDeviceId,
  },
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

const selectManagedDevice = picklist({
  label: "Select Managed Device",
  description: "Pick one of the devices that the account manages, by name and TeamViewer ID.",
  records: (tv) => managedDevices.pages(tv),
  key: (device) => device.id,
  name: (device) => [device.name, device.teamviewerId],
  example: { key: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", label: "FRONT-DESK-03 (123456789)" },
});

export const actions = {
  deleteManagedDevice,
  getManagedDevice,
  listManagedDevices,
  listCompanyManagedDevices,
  updateManagedDevice,
};
export const dataSources = { selectManagedDevice };
