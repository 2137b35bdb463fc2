/** Users of the team, which the API calls members. */
import { enums } from "../../../generated/realvnc.enums";
import { choiceInput, textInput } from "../../platform/inputs";
import { combine, list } from "../client";
import { memberList } from "../envelopes";
import { groupedListSchema, groupingOf } from "../groups";
import { grouping, reading, readingOf } from "../inputs";
import { choicesAmong, exampleMember, exampleUserGroup } from "../vocabulary";
import { userGroups } from "./userGroups";

export const members = list("GET /1.0/members", memberList);

const { state: states, role: roles } = enums["GET /1.0/members"];

const listUsers = combine({
  label: "List Users",
  description:
    "List the team's users, which the API calls members, by e-mail address: a page or all of them. LIST_USER_GROUPS is needed for groups only.",
  operations: ["GET /1.0/members", "GET /1.0/userGroups"],
  safe: true,
  inputs: {
    from: textInput({
      label: "From",
      comments: "Lists from this e-mail address on. Blank: from the first user.",
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
    ...reading,
  },
  run: async (rv, { includeGroups, ungroupedOnly, ...values }) => {
    const { query, options } = readingOf(values);
    const { keep, complete } = await groupingOf(
      { includeGroups, ungroupedOnly },
      () => userGroups.all(rv),
      ({ id }: { id?: string }) => id,
    );
    const { members: found, ...rest } = await members.read(rv, { query }, { ...options, keep });
    return { members: found.map(complete), ...rest };
  },
  output: groupedListSchema("members", "TeamMember"),
  example: {
    members: [{ ...exampleMember, groups: [{ id: exampleUserGroup.id, name: exampleUserGroup.name }] }],
    next: "/1.0/members?from=julia.weiss%40example.com",
  },
});

export const actions = { listUsers };
