/** Groups of the Computers & Contacts list. With a company token every call goes to the owner's location. */
import { action, dataSource } from "@prismatic-io/spectral";
import { InputError } from "../../http/errors";
import { connection, flagInput, onOffInput, textInput } from "../../platform/inputs";
import { toPicklist } from "../../platform/picklist";
import { succeeded } from "../../platform/results";
import { teamviewer } from "../client";
import { idInput, plainIdInput } from "../ids";
import { ownerId, queryParams } from "../inputs";

const groupId = idInput("g", {
  label: "Group ID",
  comments: "The group, for example g12345678; the prefix may be left out.",
  dataSource: "selectGroup",
  example: "g12345678",
  required: true,
});

const policyId = plainIdInput({
  label: "Policy ID",
  comments: "The GUID of the TeamViewer policy of the group. Blank: none on a new group, left as it is on an update.",
  dataSource: "selectPolicy",
  example: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
});

export const exampleGroup = {
  id: "g12345678",
  name: "Warsaw Office",
  shared_with: [{ userid: "u23456789", name: "Jan Nowak", alias: "Jan", permissions: "readwrite", pending: false }],
  owner: { userid: "u12345678", name: "Maria Keller", alias: "Maria" },
  permissions: "owned",
  policy_id: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
};

const createGroup = action({
  display: { label: "Create Group", description: "Create a group. Needs Groups.Create." },
  performSafety: "notAllowed",
  inputs: {
    name: textInput({ label: "Name", comments: "The name of the group.", example: "Warsaw Office", required: true }),
    policy_id: policyId,
    userId: ownerId,
    connection,
  },
  perform: async (context, { connection, userId, ...body }) => {
    const client = teamviewer(context, connection);
    return {
      data: userId
        ? await client.post("/users/{uid}/groups", { path: { uid: userId }, body })
        : await client.post("/groups", { body }),
    };
  },
  examplePayload: { data: exampleGroup },
});

const deleteGroup = action({
  display: {
    label: "Delete Group",
    description: "Delete a group of one's own, or leave a group that another user shares. Needs Groups.Delete.",
  },
  performSafety: "notAllowed",
  inputs: { groupId, userId: ownerId, connection },
  perform: async (context, { connection, groupId, userId }) => {
    const client = teamviewer(context, connection);
    await (userId
      ? client.delete("/users/{uid}/groups/{gid}", { path: { uid: userId, gid: groupId } })
      : client.delete("/groups/{id}", { path: { id: groupId } }));
    return succeeded;
  },
  examplePayload: succeeded,
});

const getGroup = action({
  display: {
    label: "Get Group",
    description: "Get a group with its owner and whom it is shared with. Needs Groups.Read.",
  },
  performSafety: "safe",
  inputs: { groupId, userId: ownerId, connection },
  perform: async (context, { connection, groupId, userId }) => {
    const client = teamviewer(context, connection);
    return {
      data: userId
        ? await client.get("/users/{uid}/groups/{gid}", { path: { uid: userId, gid: groupId } })
        : await client.get("/groups/{id}", { path: { id: groupId } }),
    };
  },
  examplePayload: { data: exampleGroup },
});

const listGroups = action({
  display: {
    label: "List Groups",
    description: "List the groups that the account owns or that are shared with it. Needs Groups.Read.",
  },
  performSafety: "safe",
  inputs: {
    name: textInput({
      label: "Name",
      comments: "Only groups whose name contains this text. Blank: all.",
      example: "Warsaw",
    }),
    shared: onOffInput({
      label: "Shared",
      comments: "Yes: only groups that others share. No: only own groups. Blank: both.",
    }),
    shouldMatchFullName: flagInput({
      label: "Match Full Name",
      comments: "Only groups whose whole name is the Name given. Not available with an Owner User ID. Default: off.",
    }),
    userId: ownerId,
    queryParams,
    connection,
  },
  perform: async (context, { connection, name, shared, shouldMatchFullName, userId, queryParams }) => {
    const client = teamviewer(context, connection);
    if (userId && shouldMatchFullName) {
      throw new InputError("Match Full Name", "cannot be used together with an Owner User ID. Turn one of them off.");
    }
    const query = { name, shared };
    return {
      data: userId
        ? await client.get("/users/{uid}/groups", { path: { uid: userId }, query, extraQuery: queryParams })
        : await client.get("/groups", {
            query: { ...query, shouldMatchFullName: shouldMatchFullName || undefined },
            extraQuery: queryParams,
          }),
    };
  },
  examplePayload: { data: { groups: [exampleGroup] } },
});

const updateGroup = action({
  display: { label: "Update Group", description: "Rename a group or set its policy. Needs Groups.Modify." },
  performSafety: "notAllowed",
  inputs: {
    groupId,
    name: textInput({
      label: "Name",
      comments: "The new name of the group. Blank: left as it is.",
      example: "Warsaw Office",
    }),
    policy_id: policyId,
    userId: ownerId,
    connection,
  },
  perform: async (context, { connection, groupId, userId, ...body }) => {
    const client = teamviewer(context, connection);
    await (userId
      ? client.put("/users/{uid}/groups/{gid}", { path: { uid: userId, gid: groupId }, body })
      : client.put("/groups/{id}", { path: { id: groupId }, body }));
    return succeeded;
  },
  examplePayload: succeeded,
});

const selectGroup = dataSource({
  display: { label: "Select Group", description: "Pick one of the account's groups; shared ones name their owner." },
  dataSourceType: "picklist",
  inputs: { userId: ownerId, connection },
  perform: async (context, { connection, userId }) => {
    const client = teamviewer(context, connection);
    const answer = userId
      ? await client.get("/users/{uid}/groups", { path: { uid: userId } })
      : await client.get("/groups");
    return toPicklist(answer?.groups ?? [], {
      key: (group) => group.id,
      label: (group) => [group.name, group.permissions === "owned" ? undefined : group.owner?.name],
    });
  },
  examplePayload: { result: [{ key: "g12345678", label: "Warsaw Office" }] },
});

export const actions = { createGroup, deleteGroup, getGroup, listGroups, updateGroup };
export const dataSources = { selectGroup };
