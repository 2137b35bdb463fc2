import { InputError } from "../http/errors";

/** Permissions of the classic set that need no other. */
const alone = [
  "ShareOwnGroups",
  "ViewOwnConnections",
  "EditConnections",
  "DeleteConnections",
  "EditFullProfile",
  "AcknowledgeOwnAlerts",
  "ViewOwnAssets",
  "EditOwnCustomModuleConfigs",
  "None",
] as const;

const neededByManageUsers = [
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

/** Permissions and what has to be listed with each: the API adds nothing by itself (spec/teamviewer-v1-guide.md). */
const needs: Record<string, readonly string[]> = {
  ManageAdmins: ["ManageUsers", ...neededByManageUsers],
  ManageUsers: neededByManageUsers,
  ViewAllConnections: ["ViewOwnConnections"],
  ManagePolicies: ["AssignPolicies", "AcknowledgeAllAlerts", "AcknowledgeOwnAlerts"],
  AssignPolicies: ["AcknowledgeAllAlerts", "AcknowledgeOwnAlerts"],
  AcknowledgeAllAlerts: ["AcknowledgeOwnAlerts"],
  ViewAllAssets: ["ViewOwnAssets"],
  EditAllCustomModuleConfigs: ["EditOwnCustomModuleConfigs"],
  ...Object.fromEntries(alone.map((permission) => [permission, []])),
};

/** The names of all classic permissions. */
export const permissionNames: readonly string[] = Object.keys(needs);

/**
 * A list of classic user permissions as the API takes it. Throws an `InputError` when one is listed without those that
 * it needs.
 */
export const toPermissions = (permissions: string[], label: string): string => {
  for (const permission of permissions) {
    const missing = (needs[permission] ?? []).filter((needed) => !permissions.includes(needed));
    if (missing.length > 0) throw new InputError(label, `${permission} needs ${missing.join(", ")} to be listed too.`);
  }
  return permissions.join(",");
};
