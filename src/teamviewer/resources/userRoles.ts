/** User roles of the company: named sets of permissions, which users have by themselves or through user groups. */
import { SpectralError } from "@prismatic-io/spectral";
import { limits } from "../../../generated/teamviewer.limits";
import { isRecord } from "../../http/answers";
import { InputError } from "../../http/errors";
import { inPortions } from "../../http/portions";
import { textInput } from "../../platform/inputs";
import { valueListInput } from "../../platform/listInputs";
import { change, list, picklist, read, readList, type TeamViewerClient, update } from "../client";
import { continuationToken, reading } from "../inputs";
import { ids } from "../vocabulary";

export const userRoles = list("GET /userroles", { items: "Roles" });

const pageTokens = { next: "ContinuationToken", token: "continuationToken" } as const;

/** The users that have a role, by their IDs. */
const usersOfRole = list("GET /userroles/assignments/account", { items: "AssignedToUsers", ...pageTokens });

/** The user groups that give a role to their members, by their numbers. */
const groupsOfRole = list("GET /userroles/assignments/usergroups", { items: "AssignedToGroups", ...pageTokens });

const userRoleId = ids.userRole.required("The user role, by its GUID.");

const exampleRole = {
  Id: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15",
  Name: "Support agent",
  Permissions: { ManageUsers: false, ModifyConnections: true },
};

const name = { label: "Name", example: exampleRole.Name } as const;

const permissions = (comments: string) =>
  valueListInput({ label: "Permissions", comments, example: "ModifyConnections" }, (text) => text);

const listUserRoles = readList({
  label: "List User Roles",
  description: "List the company's user roles in one answer, each with what it permits and what it does not.",
  list: userRoles,
  inputs: {},
  request: () => ({}),
  example: { Roles: [exampleRole] },
});

const createUserRole = change({
  label: "Create User Role",
  description: "Create a user role out of permissions. Nobody has it until it is assigned to users or user groups.",
  operation: "POST /userroles",
  inputs: {
    name: textInput({
      ...name,
      comments: "The name of the user role, 1 to 50 characters.",
      required: true,
      ...limits.StoreUserRoleManagementRequest.Name,
    }),
    permissions: permissions("What the role permits, in the words of List User Role Permissions. Blank: nothing."),
  },
  request: ({ name, permissions = [] }) => ({ body: { Name: name, Permissions: permissions } }),
  example: { Role: exampleRole },
});

const isOnOff = (value: unknown) => typeof value === "boolean";

/** Name and permissions of a role as they are. Throws when there is no such role, or its record does not say both. */
const roleAsItIs = async (tv: TeamViewerClient, id: string) => {
  const role = (await userRoles.all(tv)).find((each) => isRecord(each) && String(each.Id).toLowerCase() === id);
  if (!role) throw new InputError("User Role ID", `the company has no user role ${id}. Nothing was changed.`);
  const { Name: name, Permissions: permissions } = role;
  if (!name || !isRecord(permissions) || !Object.values(permissions).every(isOnOff)) {
    throw new SpectralError(`TeamViewer GET /userroles does not say what the user role ${id} is. Nothing was changed.`);
  }
  return { name, permissions: Object.keys(permissions).filter((permission) => permissions[permission]) };
};

const updateUserRole = update({
  label: "Update User Role",
  description:
    "Change the name of a user role, or what it permits. TeamViewer takes only both at once: what is left blank is read from the role and sent as it is.",
  operation: "PUT /userroles",
  alsoCalls: ["GET /userroles"],
  inputs: { userRoleId },
  fields: {
    name: textInput({
      ...name,
      comments: "The new name, 1 to 50 characters. Blank: left as it is.",
      ...limits.ModifyUserRoleManagementRequest.Name,
    }),
    permissions: permissions(
      "All that the role permits from then on, in the words of List User Role Permissions; what is not listed is taken from it. Blank: left as it is.",
    ),
  },
  send: async (tv, { userRoleId: UserRoleId }, { name, permissions }) => {
    const whole = name && permissions ? { name, permissions } : await roleAsItIs(tv, UserRoleId);
    await tv.request("PUT /userroles", {
      body: { UserRoleId, Name: name ?? whole.name, Permissions: permissions ?? whole.permissions },
    });
  },
});

const deleteUserRole = change({
  label: "Delete User Role",
  description: "Delete a user role; whoever has it loses what it permits.",
  irreversible: true,
  operation: "DELETE /userroles",
  inputs: { userRoleId },
  request: (query) => ({ query }),
});

const listUserRolePermissions = read({
  label: "List User Role Permissions",
  description: "List the words for all permissions that a user role can have.",
  operation: "GET /userroles/permissions",
  example: ["ManageUsers", "ModifyConnections"],
});

const listUserRoleAccountAssignments = readList({
  label: "List User Role Account Assignments",
  description:
    "List the IDs of the users that a user role is assigned to, a page or all of them. Users who have it through a user group are not among them.",
  list: usersOfRole,
  inputs: { userRoleId, continuationToken, ...reading },
  request: (query) => ({ query }),
  example: { ContinuationToken: "YWNjb3VudHMtMTAw", AssignedToUsers: ["u23456789"] },
});

const listUserRoleGroupAssignments = readList({
  label: "List User Role Group Assignments",
  description: "List the numbers of the user groups that give a user role to their members, a page or all of them.",
  list: groupsOfRole,
  inputs: { userRoleId, continuationToken, ...reading },
  request: (query) => ({ query }),
  example: { ContinuationToken: "Z3JvdXBzLTEwMA==", AssignedToGroups: [1001] },
});

const userIds = (comments: string) =>
  ids.user.several(`${comments}, for example u23456789. Sent 100 at a time.`, {
    label: "User IDs",
    example: "u23456789",
    required: true,
  });

interface OfUsers {
  userRoleId: string;
  userIds: string[];
}

const forUsers =
  (operation: "POST /userroles/assign/account" | "POST /userroles/unassign/account") =>
  (tv: TeamViewerClient, { userRoleId: UserRoleId, userIds }: OfUsers) =>
    inPortions(userIds, { what: "user" }, (UserIds) => tv.request(operation, { body: { UserRoleId, UserIds } }));

const assignUserRoleToUsers = change({
  label: "Assign User Role to Users",
  description: "Give a user role to users, any number of them. Other roles that they have stay.",
  operation: "POST /userroles/assign/account",
  inputs: { userRoleId, userIds: userIds("The users who get the role") },
  send: forUsers("POST /userroles/assign/account"),
});

const unassignUserRoleFromUsers = change({
  label: "Unassign User Role from Users",
  description:
    "Take a user role from users, any number of them. What they have of it through a user group stays with them.",
  operation: "POST /userroles/unassign/account",
  inputs: { userRoleId, userIds: userIds("The users who lose the role") },
  send: forUsers("POST /userroles/unassign/account"),
});

const assignUserRoleToUserGroup = change({
  label: "Assign User Role to User Group",
  description: "Have a user group give a user role to its members. A user group gives one role.",
  operation: "POST /userroles/assign/usergroup",
  inputs: {
    userRoleId,
    userGroupId: ids.userGroup.required("The user group whose members get the role, by its number."),
  },
  request: ({ userRoleId: UserRoleId, userGroupId: UserGroupId }) => ({ body: { UserRoleId, UserGroupId } }),
});

const unassignUserRoleFromUserGroup = change({
  label: "Unassign User Role from User Group",
  description: "Take from a user group the user role that it gives to its members, whichever that is.",
  operation: "POST /userroles/unassign/usergroup",
  inputs: { userGroupId: ids.userGroup.required("The user group whose members lose its role, by its number.") },
  request: ({ userGroupId: UserGroupId }) => ({ body: { UserGroupId } }),
});

const getPredefinedUserRole = read({
  label: "Get Predefined User Role",
  description: "Get the ID of the user role that new users of the company get by themselves; null when none is set.",
  operation: "GET /userroles/predefined",
  example: { PredefinedUserRoleId: exampleRole.Id },
});

const setPredefinedUserRole = change({
  label: "Set Predefined User Role",
  description:
    "Set the user role that new users of the company get by themselves, in place of the one that was set before.",
  operation: "PUT /userroles/{userRoleId}/predefined",
  inputs: { userRoleId },
  request: (path) => ({ path }),
});

const removePredefinedUserRole = change({
  label: "Remove Predefined User Role",
  description: "Have new users of the company get no user role by themselves. The role itself stays.",
  operation: "DELETE /userroles/predefined",
});

const selectUserRole = picklist({
  label: "Select User Role",
  description: "Pick one of the company's user roles, by name.",
  records: (tv) => userRoles.pages(tv),
  key: (role) => role.Id,
  name: (role) => [role.Name],
  example: { key: exampleRole.Id, label: exampleRole.Name },
});

export const actions = {
  listUserRoles,
  createUserRole,
  updateUserRole,
  deleteUserRole,
  listUserRolePermissions,
  listUserRoleAccountAssignments,
  listUserRoleGroupAssignments,
  assignUserRoleToUsers,
  unassignUserRoleFromUsers,
  assignUserRoleToUserGroup,
  unassignUserRoleFromUserGroup,
  getPredefinedUserRole,
  setPredefinedUserRole,
  removePredefinedUserRole,
};
export const dataSources = { selectUserRole };
