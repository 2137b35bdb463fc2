/** Directory groups of Conditional Access: users and devices that its rules name together. */
import { toPlainId } from "../../../platform/ids";
import { choiceInput, textInput } from "../../../platform/inputs";
import { valueListInput } from "../../../platform/listInputs";
import { change, list, picklist, read, readList } from "../../client";
import { continuationToken as continuation_token, reading } from "../../inputs";
import { ids, withPrefix } from "../../vocabulary";

const paging = { next: "continuation_token", token: "continuation_token" } as const;

export const directoryGroups = list("GET /ConditionalAccess/DirectoryGroups", { items: "directory_groups", ...paging });

const members = "GET /ConditionalAccess/DirectoryGroups/{id}/{member_type}";
const within = "directory_group";

/** The IDs of a directory group's members, by their kind. */
export const directoryGroupMembers = {
  users: list(members, { within, items: "user_ids", ...paging }),
  devices: list(members, { within, items: "device_ids", ...paging }),
};

/** What each kind of member is called in a body, and the form of its IDs. That of devices is not published. */
const kinds = {
  users: { member_type: "User", toId: withPrefix("u") },
  devices: { member_type: "Device", toId: toPlainId },
} as const;

const directoryGroupId = ids.directoryGroup.required("The directory group, by its GUID.");

const name = (comments: string) =>
  textInput({ label: "Name", comments, example: "Night shift technicians", required: true });

const memberType = (comments: string) =>
  choiceInput({
    label: "Member Type",
    comments,
    choices: [
      { label: "Users", value: "users" },
      { label: "Devices", value: "devices" },
    ],
    required: true,
  });

const chosenMembers = {
  memberType: memberType("What the Member IDs are the IDs of: one request takes members of one kind."),
  memberIds: valueListInput(
    {
      label: "Member IDs",
      comments:
        "Users by their user IDs, for example u23456789; the prefix may be left out. Devices by the IDs that List Conditional Access Directory Group Members gives.",
      example: "u23456789",
      required: true,
    },
    toPlainId,
  ),
};

const bodyOf = ({ memberType, memberIds }: { memberType: keyof typeof kinds; memberIds: string[] }) => {
  const { member_type, toId } = kinds[memberType];
  return { member_type, members: memberIds.map((id) => toId(id, chosenMembers.memberIds.label)) };
};

const exampleDirectoryGroup = { id: "7d0f3b68-1c42-4e95-a8b7-5f9e2d6c0a34", name: "Night shift technicians" };

const listConditionalAccessDirectoryGroups = readList({
  label: "List Conditional Access Directory Groups",
  description: "List the directory groups of Conditional Access by ID and name, a page or all of them.",
  list: directoryGroups,
  inputs: { continuation_token, ...reading },
  request: (query) => ({ query }),
  example: { directory_groups: [exampleDirectoryGroup], continuation_token: "ZGctMTAw" },
});

const createConditionalAccessDirectoryGroup = change({
  label: "Create Conditional Access Directory Group",
  description: "Create a directory group without members, for the rules of Conditional Access.",
  operation: "POST /ConditionalAccess/DirectoryGroups",
  inputs: { name: name("The name of the directory group.") },
  request: (body) => ({ body }),
  example: exampleDirectoryGroup,
});

const updateConditionalAccessDirectoryGroup = change({
  label: "Update Conditional Access Directory Group",
  description: "Rename a directory group. The name is all that this changes: its members have actions of their own.",
  operation: "PUT /ConditionalAccess/DirectoryGroups/{id}",
  inputs: { directoryGroupId, name: name("The new name of the directory group.") },
  request: ({ directoryGroupId: id, ...body }) => ({ path: { id }, body }),
});

const deleteConditionalAccessDirectoryGroup = change({
  label: "Delete Conditional Access Directory Group",
  description:
    "Delete a directory group; its users and devices stay. Rules that name it then have an invalid source or target, as List Conditional Access Rules tells by their state.",
  irreversible: true,
  operation: "DELETE /ConditionalAccess/DirectoryGroups/{id}",
  inputs: { directoryGroupId },
  request: ({ directoryGroupId: id }) => ({ path: { id } }),
});

const listConditionalAccessDirectoryGroupMembers = read({
  label: "List Conditional Access Directory Group Members",
  description:
    "List the IDs of a directory group's users or of its devices, a page or all of them, together with the group's name. One call tells of one kind of member.",
  operation: members,
  inputs: {
    directoryGroupId: ids.anyDirectoryGroup.required("The directory group, by its GUID or by its name."),
    memberType: memberType("Which of the directory group's members to list."),
    continuation_token,
    ...reading,
  },
  send: (tv, { directoryGroupId: id, memberType: member_type, fetchAll, maximumRecords, ...query }) =>
    directoryGroupMembers[member_type].read(tv, { path: { id, member_type }, query }, { fetchAll, maximumRecords }),
  example: {
    directory_group: {
      ...exampleDirectoryGroup,
      company_id: 4711,
      user_ids: ["u12345678", "u23456789"],
    },
    continuation_token: "ZGdtLTEwMA==",
  },
});

const addMembersToConditionalAccessDirectoryGroup = change({
  label: "Add Members to Conditional Access Directory Group",
  description:
    "Add users or devices to a directory group: every rule that names the group holds for them from then on.",
  operation: "POST /ConditionalAccess/DirectoryGroups/{id}",
  inputs: { directoryGroupId, ...chosenMembers },
  request: ({ directoryGroupId: id, ...chosen }) => ({ path: { id }, body: bodyOf(chosen) }),
});

const removeMembersFromConditionalAccessDirectoryGroup = change({
  label: "Remove Members from Conditional Access Directory Group",
  description: "Take users or devices out of a directory group: the rules that name the group no longer hold for them.",
  operation: "DELETE /ConditionalAccess/DirectoryGroups/{id}/members",
  inputs: { directoryGroupId, ...chosenMembers },
  request: ({ directoryGroupId: id, ...chosen }) => ({ path: { id }, body: bodyOf(chosen) }),
});

const selectDirectoryGroup = picklist({
  label: "Select Directory Group",
  description: "Pick one of the directory groups of Conditional Access, by name.",
  records: (tv) => directoryGroups.pages(tv),
  key: (group) => group.id,
  name: (group) => [group.name],
  example: { key: exampleDirectoryGroup.id, label: exampleDirectoryGroup.name },
});

export const actions = {
  listConditionalAccessDirectoryGroups,
  createConditionalAccessDirectoryGroup,
  updateConditionalAccessDirectoryGroup,
  deleteConditionalAccessDirectoryGroup,
  listConditionalAccessDirectoryGroupMembers,
  addMembersToConditionalAccessDirectoryGroup,
  removeMembersFromConditionalAccessDirectoryGroup,
};
export const dataSources = { selectDirectoryGroup };
