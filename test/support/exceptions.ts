/** Where an action is an exception to what the contract tests promise of every action, with the reason. */

interface Exception {
  actions: string[];
  because: string;
}

export interface Exceptions {
  /** Inputs that change no request. */
  notInTheRequest: (Exception & { input: string })[];
  /** Fields that an operation knows and no input offers. */
  notForBuilders: (Exception & { fields: string[] })[];
  /** Inputs that cannot be filled in together with others. */
  exclusive: (Exception & { input: string; excludes: string[] })[];
  /** What an action reads before its own request, to compare or to complete it, and what the vendor answers to that. */
  looksFirst: (Exception & { asks: string; answer: unknown })[];
  /** Results that are only a part of what the vendor answers, with the way to it. */
  partOfTheAnswer: (Exception & { at: (string | 0)[] })[];
  /** Actions that take several requests, so that no one operation can judge them: stories do. */
  severalRequests: Exception[];
  /** Names that do not keep to the rules. */
  ownName: Exception[];
  /** Labels that others begin with, where the longer ones say what part or kind they are about. */
  startOfOthers: Exception[];
  /** What deletes or removes, and can be undone by another action. */
  reversible: Exception[];
}

export const exceptions: Exceptions = {
  notInTheRequest: [
    {
      actions: ["updateDevice"],
      input: "remotecontrol_id",
      because: "Kept for drop-in: the published component has it, but the vendor does not change a device's ID.",
    },
    {
      actions: ["updateSession"],
      input: "customId",
      because: "Kept for drop-in: the published component has it, but the vendor does not change a session's own ID.",
    },
    {
      actions: [
        "applyIotDeviceConfigurationToGroup",
        "createContact",
        "createDevice",
        "createOemSession",
        "createSession",
        "listConnectionReports",
        "getIotDeviceConfigurationByGroup",
        "listContacts",
        "listDevices",
        "listMonitoringAlarms",
        "listSessions",
        "queryMonitoringAlarms",
        "updateDevice",
        "updateIotSoftwareConfigurationOfGroup",
        "updateSession",
      ],
      input: "userId",
      because: "Fills the dropdown of Group ID where the token is of company level.",
    },
    {
      actions: [
        "createOemDeviceKey",
        "getTenant",
        "listOemConnectionReports",
        "listTenantDevices",
        "requestOemDeviceControl",
        "unregisterOemDevice",
        "updateTenant",
      ],
      input: "accountId",
      because: "Fills the dropdown of Tenant ID: the API lists the tenants of one account.",
    },
  ],
  notForBuilders: [
    {
      actions: ["createSession", "createOemSession"],
      fields: ["ParsedGroupId", "ParsedUserid", "ParsedValidUntilDate"],
      because: "The vendor's server makes them of the fields that have inputs.",
    },
    { actions: ["updateSession"], fields: ["id"], because: "The code of the session stands in the path already." },
    {
      actions: ["updateManagedDeviceManager", "updateManagedGroupManager"],
      fields: ["id"],
      because: "The ID of the manager stands in the path already.",
    },
    {
      actions: ["createConditionalAccessRule", "updateConditionalAccessRule"],
      fields: ["optionSetId"],
      because: "TeamViewer assigns it where a rule has an option.",
    },
    {
      actions: [
        "createConditionalAccessFeatureOption",
        "createConditionalAccessTimeOption",
        "createConditionalAccessApprovalOption",
        "updateConditionalAccessFeatureOption",
        "updateConditionalAccessTimeOption",
        "updateConditionalAccessApprovalOption",
      ],
      fields: ["optionId"],
      because: "TeamViewer assigns it, and an update has it in its path.",
    },
  ],
  exclusive: [
    {
      actions: ["listGroups"],
      input: "userId",
      excludes: ["shouldMatchFullName"],
      because: "The operation for the groups of a given user has no such parameter.",
    },
    {
      actions: ["assignMonitoringPolicy", "assignPatchManagementPolicy"],
      input: "managed_group_id",
      excludes: ["policy_id"],
      because: "Devices have a policy of their own, or the one that they inherit of a managed group.",
    },
    {
      actions: ["getDeviceTypes"],
      input: "continuationToken",
      excludes: ["ids"],
      because: "The token stands for the devices that are left of those that were asked for.",
    },
    {
      actions: ["listEventLogEntries"],
      input: "rcSessionGuid",
      excludes: ["affectedItem"],
      because: "One leaves out all session events, the other all that are none.",
    },
    ...Object.entries({
      updateConnectionReport: ["notes"],
      updateDevice: ["alias", "description"],
      updateDeviceCustomField: ["description"],
      updateGroup: ["policy_id"],
      updateManagedDeviceDescription: ["deviceDescription"],
      updateMeeting: ["password"],
      updateSession: ["description", "custom_api"],
      updateTenant: ["tenant_description"],
      updateUser: ["custom_quicksupport_id", "custom_quickjoin_id"],
    }).map(([action, excludes]) => ({
      actions: [action],
      input: "fieldsToClear",
      excludes,
      because: "A field is filled in or emptied, not both.",
    })),
  ],
  looksFirst: [
    {
      actions: ["deleteCompany", "deleteUserCompany"],
      asks: "GET /company",
      answer: { companyId: 4711, companyName: "Example Support Ltd." },
      because: "The name that is typed in is compared with the company's.",
    },
    {
      actions: ["updateUserRole"],
      asks: "GET /userroles",
      answer: {
        Roles: [
          {
            Id: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15",
            Name: "Support agent",
            Permissions: { ManageUsers: false, ModifyConnections: true },
          },
          { Id: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e16", Name: "Auditor", Permissions: { ManageUsers: true } },
        ],
      },
      because: "The vendor takes name and permissions at once, and what is left blank stays as it is.",
    },
  ],
  partOfTheAnswer: [
    {
      actions: ["getContact"],
      at: ["contacts", 0],
      because: "Drop-in: the published component gives the contact itself, not a list of one.",
    },
    {
      actions: ["getAccountTenantIds"],
      at: ["TenantIds"],
      because: "Drop-in: the published component gives the IDs as a list.",
    },
    {
      actions: ["getTeamviewerPolicy", "getMonitoringPolicy", "getPatchManagementPolicy"],
      at: ["policies", 0],
      because: "One policy was asked for, and TeamViewer answers with a list of one.",
    },
  ],
  severalRequests: [
    {
      actions: [
        "findUserByEmail",
        "findDeviceByTeamviewerId",
        "findManagedDeviceByTeamviewerId",
        "findGroupByName",
        "findManagedGroupByName",
        "findUserGroupByName",
        "findOrCreateGroup",
      ],
      because: "They read a list and tell of it what matches.",
    },
    {
      actions: ["listConnectionReportsWithDevices", "listManagedDevicesOfAllGroups"],
      because: "They put several lists together.",
    },
    {
      actions: [
        "cleanUpStaleDevices",
        "assignTeamviewerPolicyToDevicesAndGroups",
        "matchUserGroupMembers",
        "offboardUser",
        "onboardUser",
      ],
      because: "They read first and then make many changes, each of which they tell of.",
    },
  ],
  ownName: [
    {
      actions: ["rawRequest", "scanResultsCount", "listPatchMagementDevices"],
      because: "Drop-in: the published component calls them so.",
    },
  ],
  startOfOthers: [
    { actions: ["deleteUser"], because: "Drop-in: Delete User Company is what the published component calls it." },
    {
      actions: ["createUser", "getUser", "updateUser"],
      because: "TeamViewer's user groups and user roles begin with the word user.",
    },
    {
      actions: ["createDevice", "deleteDevice", "updateDevice"],
      because: "TeamViewer's device custom fields begin with the word device.",
    },
    {
      actions: [
        "deleteManagedDevice",
        "getAccount",
        "getConnectionReport",
        "getDevice",
        "getManagedDevice",
        "getMeeting",
        "getSession",
        "getUserGroup",
        "updateManagedDevice",
        "updateManagedGroup",
      ],
      because: "What the longer ones are about is a part of the record, or belongs to it.",
    },
    {
      actions: ["listConnectionReports", "listDeviceReports", "listManagedDevices"],
      because: "The longer ones list the same records, found in another way, or with more of each.",
    },
    {
      actions: ["getIotDeviceConfiguration"],
      because: "The longer ones get a record of the same kind by what it is applied to.",
    },
    {
      actions: ["getCompany", "updateCompany"],
      because: "TeamViewer's company address book begins with the word company.",
    },
  ],
  reversible: [
    { actions: ["deleteContact", "deleteDevice"], because: "An entry of a list, which can be added to it again." },
    {
      actions: [
        "removeDeviceFromManagedGroup",
        "removeManagerFromManagedDevice",
        "removeManagerFromManagedGroup",
        "removeManagersFromManagedDevice",
        "removeManagersFromManagedGroup",
        "removeMembersFromConditionalAccessDirectoryGroup",
        "removeEmailsFromSsoDomainExclusion",
        "removeEmailsFromSsoDomainInclusion",
        "removeMembersFromUserGroup",
        "removeOneMemberFromUserGroup",
      ],
      because: "They can be added again.",
    },
    {
      actions: ["removePolicyFromManagedDevice", "removePolicyFromManagedGroup"],
      because: "The policy itself stays, and can be set again.",
    },
    { actions: ["deleteManagedDeviceCustomField"], because: "The field itself stays, and a value can be set again." },
    { actions: ["offboardUser"], because: "The user can be activated again, and be given all of it again." },
    { actions: ["removePredefinedUserRole"], because: "It can be set again: the user role itself stays." },
  ],
};

/** The exceptions of one kind that an action has. */
export const exceptionsOf = <Kind extends keyof Exceptions>(kind: Kind, action: string) =>
  (exceptions[kind] as Exceptions[Kind][number][]).filter(({ actions }) => actions.includes(action));
