/** Groups of users. */
import { textInput } from "../../platform/inputs";
import { change, combine, list, picklist, type RealVncClient, read, readList } from "../client";
import { groupList } from "../envelopes";
import { allAlike, foundAs, foundSchema, howItIsFound } from "../finding";
import { memberCount, withMembers } from "../groups";
import { exampleMember, exampleUserGroup, ids } from "../vocabulary";

export const userGroups = list("GET /1.0/userGroups", groupList);

const groupsOfUser = list("GET /1.0/members/{userId}/groups", groupList);

/** All groups with their users. */
export const userGroupsWithMembers = async (rv: RealVncClient) =>
  withMembers(await userGroups.all(rv), (groupId) =>
    rv.request("GET /1.0/userGroups/{groupId}", { path: { groupId } }),
  );

const userId = ids.user.required("The user, by ID.");
const groupId = ids.userGroup.required("The group of users.");

const listUserGroups = readList({
  label: "List User Groups",
  description: "List all groups of users. Their members are the IDs of users, which the API calls members.",
  list: userGroups,
  inputs: {},
  request: () => ({}),
  example: { groups: [exampleUserGroup] },
});

const getUserGroup = read({
  label: "Get User Group",
  description: "Get a group of users with its users, whom the API calls members.",
  operation: "GET /1.0/userGroups/{groupId}",
  inputs: { groupId },
  request: (path) => ({ path }),
  example: { name: exampleUserGroup.name, members: [{ id: exampleMember.id, email: exampleMember.email }] },
});

const findUserGroup = combine({
  label: "Find User Group",
  description: `Find a group of users, which the API calls members, by its name. ${howItIsFound}`,
  operations: ["GET /1.0/userGroups"],
  safe: true,
  inputs: {
    name: textInput({
      label: "Name",
      comments: "The name of the group.",
      example: "First level support",
      required: true,
    }),
  },
  run: async (rv, { name }) =>
    foundAs(
      "group",
      "groups",
      await allAlike(userGroups.pages(rv), name, { text: ({ name }) => name, id: ({ id }) => id }),
    ),
  output: foundSchema("group", "groups", "Group"),
  example: { found: true, group: exampleUserGroup, groups: [exampleUserGroup] },
});

const listGroupsOfUser = readList({
  label: "List Groups of User",
  description: "List the groups that a user, whom the API calls a member, is in.",
  list: groupsOfUser,
  inputs: { userId },
  request: (path) => ({ path }),
  example: { groups: [exampleUserGroup] },
});

const addUserToGroup = change({
  label: "Add User to Group",
  description: "Put a user, whom the API calls a member, into a group. One who is in it already stays so.",
  operation: "PUT /1.0/members/{userId}/groups/{groupId}",
  inputs: { userId, groupId },
  request: (path) => ({ path }),
});

const removeUserFromGroup = change({
  label: "Remove User from Group",
  description: "Take a user, whom the API calls a member, out of a group; the user stays in the team.",
  operation: "DELETE /1.0/members/{userId}/groups/{groupId}",
  inputs: { userId, groupId },
  request: (path) => ({ path }),
});

const selectUserGroup = picklist({
  label: "Select User Group",
  description: "Pick one of the groups of users, by name.",
  records: (rv) => userGroups.pages(rv),
  key: ({ id }) => id,
  name: (group) => [group.name, memberCount(group, "user")],
  example: { key: exampleUserGroup.id, label: "First level support (7 users)" },
});

export const actions = {
  listUserGroups,
  getUserGroup,
  findUserGroup,
  listGroupsOfUser,
  addUserToGroup,
  removeUserFromGroup,
};
export const dataSources = { selectUserGroup };
