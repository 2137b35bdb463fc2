/** Users of the team, which the API calls members. */

import { SpectralError } from "@prismatic-io/spectral";
import { enums } from "../../../generated/realvnc.enums";
import type { Page } from "../../http/pages";
import { choiceInput, textInput } from "../../platform/inputs";
import { change, combine, list, picklist, type RealVncClient } from "../client";
import { memberList } from "../envelopes";
import { allAlike, foundAs, foundSchema, howItIsFound } from "../finding";
import { groupedListSchema, groupingOf } from "../groups";
import { grouping, reading, readingOf, rolesInput, unique } from "../inputs";
import { ifMatchInput, versionedSchema, versionOf, withVersion } from "../versions";
import { choicesAmong, exampleMember, exampleUserGroup, ids } from "../vocabulary";
import { inviteUser } from "./invitations";
import { userGroupsWithMembers } from "./userGroups";

export const members = list("GET /1.0/members", memberList);

const { state: states, role: roles } = enums["GET /1.0/members"];

/** The users who joined, and then those who are invited: the vendor lists the ones or the others. */
export async function* everybody(rv: RealVncClient) {
  for (const state of states) yield* members.pages(rv, { query: { state } });
}

const userId = ids.user.required("The user, by ID.");

const outOfReach = "Users with the role ADMIN or OWNER are out of the API's reach.";

/** What an answer names as the next page. */
const next = "/1.0/members?from=julia.weiss%40example.com";

const listUsers = combine({
  label: "List Users",
  description:
    "List the team's users, which the API calls members, by e-mail address: a page or all of them. Of its permissions LIST_USER_GROUPS is for Include Groups and Ungrouped Only alone.",
  operations: ["GET /1.0/members", "GET /1.0/userGroups"],
  safe: true,
  inputs: {
    from: textInput({
      label: "From",
      comments: "Lists from this e-mail address on. With Next Page it does not count. Blank: from the first user.",
      example: "jan.nowak@example.com",
    }),
    state: choiceInput({
      label: "State",
      comments: "Users who joined the team, or those who are invited and have not joined yet. Blank: those who joined.",
      choices: choicesAmong(states),
    }),
    role: choiceInput({
      label: "Role",
      comments: "Only users with at least this role. Blank: any role.",
      choices: choicesAmong(roles),
    }),
    ...grouping("users", "LIST_USER_GROUPS"),
    ...reading(next),
  },
  run: async (rv, { includeGroups, ungroupedOnly, ...values }) => {
    const { query, options } = readingOf(values);
    const { keep, complete } = await groupingOf(
      { includeGroups, ungroupedOnly },
      () => userGroupsWithMembers(rv),
      ({ id }: { id?: string }) => id,
    );
    const { members: found, ...rest } = await members.read(rv, { query }, { ...options, keep });
    return { members: found.map(complete), ...rest };
  },
  output: groupedListSchema("members", "TeamMember"),
  example: {
    members: [{ ...exampleMember, groups: [{ id: exampleUserGroup.id, name: exampleUserGroup.name }] }],
    next,
  },
});

const getUser = combine({
  label: "Get User",
  description: "Get a user, whom the API calls a member, with the version as etag.",
  operations: ["GET /1.0/members/{userId}"],
  safe: true,
  inputs: { userId },
  run: async (rv, path) =>
    withVersion(
      await rv.exchange("GET /1.0/members/{userId}", { path }),
      rv.transport.nameOf("GET /1.0/members/{userId}"),
    ),
  output: versionedSchema("TeamMember"),
  example: exampleMember,
});

/** The version of a user as it is now. Throws when the vendor gives none. */
const currentVersion = async (rv: RealVncClient, userId: string): Promise<string> => {
  const version = versionOf(await rv.exchange("GET /1.0/members/{userId}", { path: { userId } }));
  if (version) return version;
  throw new SpectralError("RealVNC Connect gives no version of this user, and changes no roles without one.");
};

const updateUserRoles = change({
  label: "Update User Roles",
  description: `Replace the roles of a user, whom the API calls a member. A change that somebody else makes at the same time is not overwritten. Of its permissions LIST_TEAM_MEMBERS is for a blank If Match alone. ${outOfReach}`,
  operation: "PATCH /1.0/members/{userId}",
  alsoCalls: ["GET /1.0/members/{userId}"],
  inputs: {
    userId,
    roles: rolesInput("All roles that the user is to have, in place of the present ones."),
    ifMatch: ifMatchInput("the version is read first."),
  },
  send: async (rv, { userId, roles, ifMatch }) =>
    rv.request("PATCH /1.0/members/{userId}", {
      path: { userId },
      headers: { "If-Match": ifMatch ?? (await currentVersion(rv, userId)) },
      body: { roles: unique(roles) },
    }),
});

const removeUser = change({
  label: "Remove User",
  description: `Remove a user, whom the API calls a member, from the team, or take an invitation back. ${outOfReach}`,
  irreversible: true,
  operation: "DELETE /1.0/members/{userId}",
  inputs: { userId },
  request: (path) => ({ path }),
});

const findUser = combine({
  label: "Find User",
  description: `Find a user, whom the API calls a member, by e-mail address, among those who joined and those who are invited. ${howItIsFound}`,
  operations: ["GET /1.0/members"],
  safe: true,
  inputs: {
    email: textInput({
      label: "Email",
      comments: "The e-mail address of the user.",
      example: exampleMember.email,
      required: true,
    }),
  },
  run: async (rv, { email }) =>
    foundAs("user", "users", await allAlike(everybody(rv), email, { text: ({ email }) => email, id: ({ id }) => id })),
  output: foundSchema("user", "users", "TeamMember"),
  example: { found: true, user: exampleMember, users: [exampleMember] },
});

const selectUser = picklist({
  label: "Select User",
  description: "Pick one of the team's users, by e-mail address.",
  records: (rv): AsyncIterable<Page<{ id?: string; email?: string; state?: string; roles?: string[] }>> =>
    everybody(rv),
  key: ({ id }) => id,
  name: ({ email, roles, state }) => [email, [roles ?? []].flat().join(" "), state === "INVITED" && "invited"],
  example: { key: exampleMember.id, label: "jan.nowak@example.com (USER MANAGER)" },
});

export const actions = { listUsers, getUser, findUser, inviteUser, updateUserRoles, removeUser };
export const dataSources = { selectUser };
