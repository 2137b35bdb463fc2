/** User groups of the company: users who are given a role, or access to devices, together. */
import { limits } from "../../../generated/teamviewer.limits";
import { inPortions } from "../../http/portions";
import { integerInput, textInput } from "../../platform/inputs";
import { change, list, picklist, read, readList, update } from "../client";
import { resourceList } from "../envelopes";
import { accountIds, paginationToken, reading } from "../inputs";
import { ids } from "../vocabulary";

export const userGroups = list("GET /usergroups", resourceList);

/** The members of a user group. */
export const userGroupMembers = list("GET /usergroups/{groupId}/members", resourceList);

const userGroupId = ids.userGroup.required("The user group, by its number.");

const limit = integerInput({
  label: "Page Size",
  comments: "How many entries a page has at most. Blank: TeamViewer's default.",
  example: "50",
  minimum: 1,
});

export const exampleUserGroup = { id: 1001, name: "First level support", creationSourceType: 1 as const };

const exampleMember = { accountId: 23456789, name: "Jan Nowak" };

const listUserGroups = readList({
  label: "List User Groups",
  description: "List the company's user groups, a page or all of them.",
  list: userGroups,
  inputs: { limit, paginationToken, ...reading },
  request: (query) => ({ query }),
  example: { currentPaginationToken: "dWctMTAw", nextPaginationToken: "dWctMjAw", resources: [exampleUserGroup] },
});

const getUserGroup = read({
  label: "Get User Group",
  description:
    "Get the name of a user group and how it was made: creationSourceType is 1 for the API, 2 for the user interface and 3 for SCIM.",
  operation: "GET /usergroups/{groupId}",
  inputs: { userGroupId },
  request: ({ userGroupId: groupId }) => ({ path: { groupId } }),
  example: exampleUserGroup,
});

const createUserGroup = change({
  label: "Create User Group",
  description: "Create a user group without members. TeamViewer refuses a name that another one has (HTTP 409).",
  operation: "POST /usergroups",
  inputs: {
    name: textInput({
      label: "Name",
      comments: "The name of the user group, 1 to 100 characters.",
      example: "First level support",
      required: true,
      ...limits.UserGroupsPostParameters.name,
    }),
  },
  request: (body) => ({ body }),
  example: exampleUserGroup,
});

const updateUserGroup = update({
  label: "Update User Group",
  description: "Rename a user group.",
  operation: "PUT /usergroups/{groupId}",
  inputs: { userGroupId },
  fields: {
    name: textInput({
      label: "Name",
      comments: "The new name of the user group, 1 to 100 characters. Blank: left as it is.",
      example: "First level support",
      ...limits.UserGroupPutParameters.name,
    }),
  },
  request: ({ userGroupId: groupId }, body) => ({ path: { groupId }, body }),
  example: exampleUserGroup,
});

const deleteUserGroup = change({
  label: "Delete User Group",
  description: "Delete a user group; its members stay users of the company and lose what the group gave them.",
  irreversible: true,
  operation: "DELETE /usergroups/{groupId}",
  inputs: { userGroupId },
  request: ({ userGroupId: groupId }) => ({ path: { groupId } }),
});

const listUserGroupMembers = readList({
  label: "List User Group Members",
  description: "List the members of a user group, a page or all of them.",
  list: userGroupMembers,
  inputs: { userGroupId, limit, paginationToken, ...reading },
  request: ({ userGroupId: groupId, ...query }) => ({ path: { groupId }, query }),
  example: { currentPaginationToken: "dW0tMTAw", nextPaginationToken: "dW0tMjAw", resources: [exampleMember] },
});

const addMembersToUserGroup = change({
  label: "Add Members to User Group",
  description: "Add users of the company to a user group, any number of them. Those that are members already stay so.",
  operation: "POST /usergroups/{groupId}/members",
  inputs: { userGroupId, accountIds: accountIds("The users to add") },
  send: async (tv, { userGroupId: groupId, accountIds }) => {
    const added = await inPortions(accountIds, { what: "member" }, (body) =>
      tv.request("POST /usergroups/{groupId}/members", { path: { groupId }, body }),
    );
    return added.flat();
  },
  example: [exampleMember],
});

const removeMembersFromUserGroup = change({
  label: "Remove Members from User Group",
  description: "Take users out of a user group, any number of them; they stay users of the company.",
  operation: "DELETE /usergroups/{groupId}/members",
  inputs: { userGroupId, accountIds: accountIds("The users to take out") },
  send: (tv, { userGroupId: groupId, accountIds }) =>
    inPortions(accountIds, { what: "member" }, (body) =>
      tv.request("DELETE /usergroups/{groupId}/members", { path: { groupId }, body }),
    ),
});

const removeOneMemberFromUserGroup = change({
  label: "Remove One Member from User Group",
  description: "Take one user out of a user group. TeamViewer answers 404 when the user is no member of it.",
  operation: "DELETE /usergroups/{groupId}/members/{accountId}",
  inputs: {
    userGroupId,
    accountId: ids.account.required("The user to take out, for example u23456789.", { example: "u23456789" }),
  },
  request: ({ userGroupId: groupId, accountId }) => ({ path: { groupId, accountId } }),
});

const getUserGroupRole = read({
  label: "Get User Group Role",
  description: "Get the ID of the user role that a user group gives to its members; null when it gives none.",
  operation: "GET /usergroups/{groupId}/userroles",
  inputs: { userGroupId },
  request: ({ userGroupId: groupId }) => ({ path: { groupId } }),
  example: { assignedRoleId: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15" },
});

const selectUserGroup = picklist({
  label: "Select User Group",
  description: "Pick one of the company's user groups, by name.",
  records: (tv) => userGroups.pages(tv),
  key: (group) => group.id,
  name: (group) => [group.name],
  example: { key: "1001", label: "First level support" },
});

export const actions = {
  listUserGroups,
  getUserGroup,
  createUserGroup,
  updateUserGroup,
  deleteUserGroup,
  listUserGroupMembers,
  addMembersToUserGroup,
  removeMembersFromUserGroup,
  removeOneMemberFromUserGroup,
  getUserGroupRole,
};
export const dataSources = { selectUserGroup };
