/** Managers of managed groups: the accounts, companies and user groups that may do something with the group. */
import { inPortions, oneList } from "../../http/portions";
import { change, list, picklist, readList } from "../client";
import { noFurtherPage, singlePage } from "../envelopes";
import { managedGroupId } from "../inputs";
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

export const managedGroupManagers = list("GET /managed/groups/{id}/managers", singlePage);

const { managerId, managerIds } = existing(ids.managedGroupManager);

const listManagedGroupManagers = readList({
  label: "List Managed Group Managers",
  description: `List the managers of a managed group, each with its permissions on it. ${noFurtherPage}`,
  list: managedGroupManagers,
  inputs: { managedGroupId },
  request: ({ managedGroupId: id }) => ({ path: { id } }),
  example: { resources: [exampleManager] },
});

const addManagersToManagedGroup = change({
  label: "Add Managers to Managed Group",
  description: "Let users, user groups or companies manage a managed group, any number of them. Sent 100 at a time.",
  operation: "POST /managed/groups/{id}/managers",
  inputs: { managedGroupId, ...added },
  send: async (tv, { managedGroupId: id, ...given }) => {
    const answers = await inPortions(managersOf(given), managerPortions, (body) =>
      tv.request("POST /managed/groups/{id}/managers", { path: { id }, body }),
    );
    return answers.flat();
  },
  example: [exampleManager],
});

const updateManagedGroupManagers = change({
  label: "Update Managed Group Managers",
  description:
    "Replace the permissions of several managers of a managed group. TeamViewer refuses it when no manager would be left with ManagerAdministration.",
  operation: "PUT /managed/groups/{id}/managers",
  inputs: { managedGroupId, managers: changedManagers },
  send: async (tv, { managedGroupId: id, managers }) => {
    const answers = await inPortions(complete(managers), managerPortions, (body) =>
      tv.request("PUT /managed/groups/{id}/managers", { path: { id }, body }),
    );
    return oneList(answers);
  },
  example: [exampleManager],
});

const removeManagersFromManagedGroup = change({
  label: "Remove Managers from Managed Group",
  description:
    "Take managers off a managed group, any number of them; the last one with ManagerAdministration cannot be removed.",
  operation: "DELETE /managed/groups/{id}/managers",
  inputs: { managedGroupId, managerIds },
  send: (tv, { managedGroupId: id, managerIds }) =>
    inPortions(managerIds, { what: "manager" }, (body) =>
      tv.request("DELETE /managed/groups/{id}/managers", { path: { id }, body }),
    ),
});

const updateManagedGroupManager = change({
  label: "Update Managed Group Manager",
  description:
    "Replace the permissions of one manager of a managed group. The last one with ManagerAdministration has to keep it.",
  operation: "PUT /managed/groups/{id}/managers/{managerId}",
  inputs: {
    managedGroupId,
    managerId,
    permissions,
  },
  request: ({ managedGroupId: id, managerId, permissions: given }) => ({
    path: { id, managerId },
    body: { permissions: permissionsOf(given) },
  }),
  example: { ...exampleManager, permissions: [0] },
});

const removeManagerFromManagedGroup = change({
  label: "Remove Manager from Managed Group",
  description: "Take one manager off a managed group; the last one with ManagerAdministration cannot be removed.",
  operation: "DELETE /managed/groups/{id}/managers/{managerId}",
  inputs: { managedGroupId, managerId },
  request: ({ managedGroupId: id, managerId }) => ({ path: { id, managerId } }),
});

const selectManagedGroupManager = picklist({
  label: "Select Managed Group Manager",
  description: "Pick one of the managers of a managed group, by name and kind.",
  inputs: { managedGroupId },
  records: (tv, { managedGroupId: id }) => managedGroupManagers.pages(tv, { path: { id } }),
  key: (manager) => manager.id,
  name: managerLabel,
  example: { key: exampleManager.id, label: "Jan Nowak (account)" },
});

export const actions = {
  listManagedGroupManagers,
  addManagersToManagedGroup,
  updateManagedGroupManagers,
  removeManagersFromManagedGroup,
  updateManagedGroupManager,
  removeManagerFromManagedGroup,
};
export const dataSources = { selectManagedGroupManager };
