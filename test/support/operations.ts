/** The operation of the vendor that each action is for. */
const operations: Record<string, string> = {
  createAccount: "Account_Post",
  getAccount: "Account_Get",
  getAccountTenantIds: "Account_GetTenantIds",
  updateAccount: "Account_Put",
  createContact: "Contacts_Post",
  deleteContact: "Contacts_Delete",
  getContact: "Contacts_Get1",
  listContacts: "Contacts_Get",
  assignDevice: "Devices_Assign",
  createDevice: "Devices_Post",
  deleteDevice: "Devices_Delete",
  getDevice: "Devices_Get1",
  listDevices: "Devices_Get",
  updateDevice: "Devices_Put",
  createGroup: "Groups_Post",
  deleteGroup: "Groups_Delete",
  getGroup: "Groups_Get",
  listGroups: "Groups_Get1",
  updateGroup: "Groups_Put",
  deleteManagedDevice: "ManagedDevices_DeleteDevice",
  getManagedDevice: "ManagedDevices_Get",
  listManagedDevices: "ManagedDevices_List",
  listCompanyManagedDevices: "ManagedDevices_ListCompanyDevices",
  updateManagedDevice: "ManagedDevices_Put",
  getPing: "Ping_Get",
  getMissingPatches: "PatchManagement_GetMissingPatchScanResult",
  listPatchMagementDevices: "PatchManagement_GetActiveDevices",
  scanResultsCount: "PatchManagement_GetPatchScanResultCounts",
  createSession: "Sessions_Post",
  getSession: "Sessions_Get1",
  listSessions: "Sessions_Get",
  updateSession: "Sessions_Put",
  createUser: "Users_Post",
  listUsers: "Users_Get",
  getUser: "Users_Get1",
  updateUser: "Users_Put",
  deleteUser: "Users_DeleteUser",
  deleteUserCompany: "Users_DeleteCompany",
};

/** The operation id of an action; throws for an action that the table does not have yet. */
export const operationOf = (action: string): string => {
  const operation = operations[action];
  if (!operation) throw new Error(`Which operation is ${action} for? Add it to test/support/operations.ts.`);
  return operation;
};
