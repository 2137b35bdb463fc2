/** Managers of managed devices: the accounts, companies and user groups that may do something with the device. */
import { inPortions, oneList } from "../../http/portions";
import { change, list, picklist, readList } from "../client";
import { noFurtherPage, singlePage } from "../envelopes";
import { managedDeviceId } from "../inputs";
import {
  added,
  changedManagers,
  complete,
  exampleManager,
  existing,
  managerLabel,
  managerPortions,
  managersOf,
  permissions,
  permissionsOf,
} from "../managers";
import { ids } from "../vocabulary";

export const managedDeviceManagers = list("GET /managed/devices/{id}/managers", singlePage);

const { managerId, managerIds } = existing(ids.managedDeviceManager);

const listManagedDeviceManagers = readList({
  label: "List Managed Device Managers",
  description: `List the managers of a managed device, each with its permissions on it. ${noFurtherPage}`,
  list: managedDeviceManagers,
  inputs: { managedDeviceId },
  request: ({ managedDeviceId: id }) => ({ path: { id } }),
  example: { resources: [exampleManager] },
});

const addManagersToManagedDevice = change({
  label: "Add Managers to Managed Device",
  description: "Let users, user groups or companies manage a managed device, any number of them. Sent 100 at a time.",
  operation: "POST /managed/devices/{id}/managers",
  inputs: { managedDeviceId, ...added },
  send: async (tv, { managedDeviceId: id, ...given }) => {
    const answers = await inPortions(managersOf(given), managerPortions, (body) =>
      tv.request("POST /managed/devices/{id}/managers", { path: { id }, body }),
    );
    return answers.flat();
  },
  example: [exampleManager],
});

const updateManagedDeviceManagers = change({
  label: "Update Managed Device Managers",
  description:
    "Replace the permissions of several managers of a managed device. TeamViewer refuses it when no manager would be left with ManagerAdministration.",
  operation: "PUT /managed/devices/{id}/managers",
  inputs: { managedDeviceId, managers: changedManagers },
  send: async (tv, { managedDeviceId: id, managers }) => {
    const answers = await inPortions(complete(managers), managerPortions, (body) =>
      tv.request("PUT /managed/devices/{id}/managers", { path: { id }, body }),
    );
    return oneList(answers);
  },
  example: [exampleManager],
});

const removeManagersFromManagedDevice = change({
  label: "Remove Managers from Managed Device",
  description:
    "Take managers off a managed device, any number of them; the last one with ManagerAdministration cannot be removed.",
  operation: "DELETE /managed/devices/{id}/managers",
  inputs: { managedDeviceId, managerIds },
  send: (tv, { managedDeviceId: id, managerIds }) =>
    inPortions(managerIds, { what: "manager" }, (body) =>
      tv.request("DELETE /managed/devices/{id}/managers", { path: { id }, body }),
    ),
});

const updateManagedDeviceManager = change({
  label: "Update Managed Device Manager",
  description:
    "Replace the permissions of one manager of a managed device. The last one with ManagerAdministration has to keep it.",
  operation: "PUT /managed/devices/{id}/managers/{managerId}",
  inputs: {
    managedDeviceId,
    managerId,
    permissions,
  },
  request: ({ managedDeviceId: id, managerId, permissions: given }) => ({
    path: { id, managerId },
    body: { permissions: permissionsOf(given) },
  }),
  example: { ...exampleManager, permissions: [0] },
});

const removeManagerFromManagedDevice = change({
  label: "Remove Manager from Managed Device",
  description: "Take one manager off a managed device; the last one with ManagerAdministration cannot be removed.",
  operation: "DELETE /managed/devices/{id}/managers/{managerId}",
  inputs: { managedDeviceId, managerId },
  request: ({ managedDeviceId: id, managerId }) => ({ path: { id, managerId } }),
});

const selectManagedDeviceManager = picklist({
  label: "Select Managed Device Manager",
  description: "Pick one of the managers of a managed device, by name and kind.",
  inputs: { managedDeviceId },
  records: (tv, { managedDeviceId: id }) => managedDeviceManagers.pages(tv, { path: { id } }),
  key: (manager) => manager.id,
  name: managerLabel,
  example: { key: exampleManager.id, label: "Jan Nowak (account)" },
});

export const actions = {
  listManagedDeviceManagers,
  addManagersToManagedDevice,
  updateManagedDeviceManagers,
  removeManagersFromManagedDevice,
  updateManagedDeviceManager,
  removeManagerFromManagedDevice,
};
export const dataSources = { selectManagedDeviceManager };
