/** What users may do, by which roles, and how they get into the company. */
import { onOffInput } from "../../platform/inputs";
import { change, list, read, readList } from "../client";
import { resourceList } from "../envelopes";
import { paginationToken, reading } from "../inputs";
import { ids } from "../vocabulary";
import { userId } from "./users";

/** The IDs of a user's roles. */
export const rolesOfUser = list("GET /users/{id}/userroles", { ...resourceList, items: "assignedRoleIds" });

const getUserEffectivePermissions = read({
  label: "Get User Effective Permissions",
  description:
    "Get what the token's owner may do by all user roles together: the name of each permission with true or false. Of other users TeamViewer does not tell it.",
  operation: "GET /users/effectivepermissions",
  example: { AllowGroupSharing: true, ManageAdmins: false, ManageUsers: true, ModifyConnections: true },
});

const listRolesOfUser = readList({
  label: "List Roles of User",
  description:
    "List the IDs of the user roles that a user has, each once: those that are assigned to the user and those that come from user groups.",
  list: rolesOfUser,
  inputs: {
    userId,
    paginationToken,
    ...reading,
  },
  request: ({ userId: id, ...query }) => ({ path: { id }, query }),
  example: {
    currentPaginationToken: "cm9sZXMtMTAw",
    nextPaginationToken: "cm9sZXMtMjAw",
    assignedRoleIds: ["d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15"],
  },
});

const resetUserTwofactorAuthentication = change({
  label: "Reset User Two-Factor Authentication",
  description:
    "Switch off the two-factor authentication of a user who has lost the second factor. Only the user can set it up again.",
  irreversible: true,
  operation: "DELETE /users/{id}/tfa",
  inputs: {
    userId: ids.user.required("The user who signs in without a second factor from then on, for example u23456789.", {
      example: "u23456789",
    }),
  },
  request: ({ userId: id }) => ({ path: { id } }),
});

const respondToUserJoinRequest = change({
  label: "Respond to User Join Request",
  description:
    "Accept or decline the request of an account to join the company as a user. Where none is pending, TeamViewer answers with an internal error (HTTP 500).",
  operation: "POST /users/respondtojointocompanyrequest",
  inputs: {
    // Those who ask are no users yet: the dropdown of users has none of them.
    userId: ids.user.required("The user ID of the account that asks, for example u34567890.", {
      dataSource: undefined,
      example: "u34567890",
    }),
    isAccepted: onOffInput({
      label: "Is Accepted",
      comments: "Yes: the account becomes a user of the company. No: the request is declined.",
      required: true,
    }),
  },
  request: (body) => ({ body }),
});

export const actions = {
  getUserEffectivePermissions,
  listRolesOfUser,
  resetUserTwofactorAuthentication,
  respondToUserJoinRequest,
};
