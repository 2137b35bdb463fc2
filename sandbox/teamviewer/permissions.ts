import { badRequest } from "../core/errors";

const acknowledge = ["AcknowledgeOwnAlerts"];

const everyUserPermission = [
  "ShareOwnGroups",
  "EditFullProfile",
  "ViewAllConnections",
  "ViewOwnConnections",
  "EditConnections",
  "DeleteConnections",
  "ManagePolicies",
  "AssignPolicies",
  "AcknowledgeAllAlerts",
  "AcknowledgeOwnAlerts",
  "ViewAllAssets",
  "ViewOwnAssets",
  "EditAllCustomModuleConfigs",
  "EditOwnCustomModuleConfigs",
];

/** Classic permissions and the ones that each requires beside it. */
const requirements: Record<string, string[]> = {
  ManageAdmins: ["ManageUsers", ...everyUserPermission],
  ManageUsers: everyUserPermission,
  ViewAllConnections: ["ViewOwnConnections"],
  ManagePolicies: ["AssignPolicies", "AcknowledgeAllAlerts", ...acknowledge],
  AssignPolicies: ["AcknowledgeAllAlerts", ...acknowledge],
  AcknowledgeAllAlerts: acknowledge,
  ViewAllAssets: ["ViewOwnAssets"],
  EditAllCustomModuleConfigs: ["EditOwnCustomModuleConfigs"],
  ShareOwnGroups: [],
  ViewOwnConnections: [],
  EditConnections: [],
  DeleteConnections: [],
  EditFullProfile: [],
  AcknowledgeOwnAlerts: [],
  ViewOwnAssets: [],
  EditOwnCustomModuleConfigs: [],
  None: [],
};

/** What an administrator with every right has. */
export const permissionNames = Object.keys(requirements).filter((name) => name !== "None");

export const defaultPermissions = ["ShareOwnGroups", "ViewOwnConnections", "EditConnections", "EditFullProfile"];

export const administrators = ["ManageUsers", "ManageAdmins"];

/** Refuses unknown permissions and those whose requirements are not listed too: the API adds none. */
export const checkPermissions = (permissions: string[]): void => {
  for (const permission of permissions) {
    const required = requirements[permission];
    if (!required) throw badRequest(`permissions: '${permission}' is not a permission.`);
    const missing = required.filter((name) => !permissions.includes(name));
    if (missing.length > 0) throw badRequest(`permissions: ${permission} requires ${missing.join(", ")} as well.`);
  }
};
