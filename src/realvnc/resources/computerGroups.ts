/** Groups of computers, which the API calls entry groups. */
import { choiceInput, textInput } from "../../platform/inputs";
import { change, combine, list, picklist, type RealVncClient, read, readList } from "../client";
import { groupList } from "../envelopes";
import { allAlike, foundAs, foundSchema, howItIsFound } from "../finding";
import { memberCount, withMembers } from "../groups";
import { exampleEntryGroup, exampleIds, ids } from "../vocabulary";

export const entryGroups = list("GET /1.0/entryGroups", groupList);

const groupsOfComputer = list("GET /1.0/entries/{entryId}/groups", groupList);

/** All groups with their computers. */
export const computerGroupsWithMembers = async (rv: RealVncClient) =>
  withMembers(await entryGroups.all(rv), (groupId) =>
    rv.request("GET /1.0/entryGroups/{groupId}", { path: { groupId } }),
  );

const entryId = ids.entry.required("The computer, by its entryId.");
const groupId = ids.entryGroup.required("The group of computers.");

const listComputerGroups = readList({
  label: "List Computer Groups",
  description:
    "List all groups of computers, which the API calls entry groups. Their members are the IDs of computers, which it calls entries.",
  list: entryGroups,
  inputs: {},
  request: () => ({}),
  example: { groups: [exampleEntryGroup] },
});

const getComputerGroup = read({
  label: "Get Computer Group",
  description:
    "Get a group of computers, which the API calls an entry group, with the IDs of its computers as members.",
  operation: "GET /1.0/entryGroups/{groupId}",
  inputs: { groupId },
  request: (path) => ({ path }),
  example: { name: exampleEntryGroup.name, members: [{ id: exampleIds.entry }] },
});

const findComputerGroup = combine({
  label: "Find Computer Group",
  description: `Find a group of computers, which the API calls an entry group, by its name. ${howItIsFound}`,
  operations: ["GET /1.0/entryGroups"],
  safe: true,
  inputs: {
    name: textInput({ label: "Name", comments: "The name of the group.", example: "Warsaw tills", required: true }),
  },
  run: async (rv, { name }) =>
    foundAs(
      "group",
      "groups",
      await allAlike(entryGroups.pages(rv), name, { text: ({ name }) => name, id: ({ id }) => id }),
    ),
  output: foundSchema("group", "groups", "Group"),
  example: { found: true, group: exampleEntryGroup, groups: [exampleEntryGroup] },
});

const listGroupsOfComputer = readList({
  label: "List Groups of Computer",
  description: "List the groups that a computer, which the API calls an entry, is in.",
  list: groupsOfComputer,
  inputs: { entryId },
  request: (path) => ({ path }),
  example: { groups: [exampleEntryGroup] },
});

const addComputerToGroup = change({
  label: "Add Computer to Group",
  description: "Put a computer, which the API calls an entry, into a group. One that is in it already stays so.",
  operation: "PUT /1.0/entries/{entryId}/groups/{entryGroupId}",
  inputs: { entryId, groupId },
  request: ({ entryId, groupId: entryGroupId }) => ({ path: { entryId, entryGroupId } }),
});

const removeComputerFromGroup = change({
  label: "Remove Computer from Group",
  description:
    "Take a computer, which the API calls an entry, out of a group. addedEveryonePermission says whether everybody in the team was given access to it.",
  operation: "DELETE /1.0/entries/{entryId}/groups/{entryGroupId}",
  inputs: {
    entryId,
    groupId,
    defaultAccess: choiceInput({
      label: "Default Access",
      comments:
        "Who gets access to the computer when it is left without any permission. Everyone: all users of the team get access to it. No one: nobody can discover it until new permissions are granted.",
      choices: [
        { label: "Everyone: all users of the team get access to it", value: "EVERYONE" },
        { label: "No one: nobody can discover it until new permissions are granted", value: "NO_ONE" },
      ],
      required: true,
    }),
  },
  request: ({ entryId, groupId: entryGroupId, ...query }) => ({ path: { entryId, entryGroupId }, query }),
  example: { addedEveryonePermission: false },
});

const selectComputerGroup = picklist({
  label: "Select Computer Group",
  description: "Pick one of the groups of computers, by name.",
  records: (rv) => entryGroups.pages(rv),
  key: ({ id }) => id,
  name: (group) => [group.name, memberCount(group, "computer")],
  example: { key: exampleEntryGroup.id, label: "Warsaw tills (12 computers)" },
});

export const actions = {
  listComputerGroups,
  getComputerGroup,
  findComputerGroup,
  listGroupsOfComputer,
  addComputerToGroup,
  removeComputerFromGroup,
};
export const dataSources = { selectComputerGroup };
