/** Groups of the Computers & Contacts list. With a company token every call goes to the owner's location. */
import { limits } from "../../../generated/teamviewer.limits";
import type { Operations } from "../../../generated/teamviewer.operations";
import type { RequestOf } from "../../http/client";
import { InputError } from "../../http/errors";
import { flagInput, onOffInput, textInput } from "../../platform/inputs";
import { queryParams } from "../../platform/keyValueInput";
import { change, list, picklist, read, type TeamViewerClient, update } from "../client";
import { ownerId } from "../inputs";
import { ids } from "../vocabulary";

export const groups = list("GET /groups", { items: "groups" });
const groupsOfUser = list("GET /users/{uid}/groups", { items: "groups" });

/** All groups of the account, or with a company-level token of the user whose they are. */
export const groupsOf = (tv: TeamViewerClient, uid: string | undefined, query: { name?: string } = {}) =>
  uid ? groupsOfUser.pages(tv, { path: { uid }, query }) : groups.pages(tv, { query });

/** Makes a group in the account, or with a company-level token in the location of the user whose it is to be. */
export const makeGroup = (
  tv: TeamViewerClient,
  uid: string | undefined,
  body: RequestOf<Operations["POST /groups"]>["body"],
) => (uid ? tv.request("POST /users/{uid}/groups", { path: { uid }, body }) : tv.request("POST /groups", { body }));

const groupId = ids.group.required("The group, for example g12345678; the prefix may be left out.");

const policyId = (blank: string) => ids.policy.optional(`The GUID of the TeamViewer policy of the group. ${blank}`);

export const exampleGroup = {
  id: "g12345678",
  name: "Warsaw Office",
  shared_with: [{ userid: "u23456789", name: "Jan Nowak", alias: "Jan", permissions: "readwrite", pending: false }],
  owner: { userid: "u12345678", name: "Maria Keller", alias: "Maria" },
  permissions: "owned",
  policy_id: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
};

const listGroups = read({
  label: "List Groups",
  description: "List the groups that the account owns or that are shared with it.",
  important: true,
  operation: "GET /groups",
  alsoCalls: ["GET /users/{uid}/groups"],
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
  },
  send: (tv, { userId: uid, shouldMatchFullName, queryParams: extraQuery, ...query }) => {
    if (uid && shouldMatchFullName) {
      throw new InputError("Match Full Name", "cannot be used together with an Owner User ID. Turn one of them off.");
    }
    return uid
      ? groupsOfUser.read(tv, { path: { uid }, query, extraQuery })
      : groups.read(tv, {
          query: { ...query, shouldMatchFullName: shouldMatchFullName || undefined },
          extraQuery,
        });
  },
  example: { groups: [exampleGroup] },
});

const getGroup = read({
  label: "Get Group",
  description: "Get a group with its owner and whom it is shared with.",
  operation: "GET /groups/{id}",
  alsoCalls: ["GET /users/{uid}/groups/{gid}"],
  inputs: { groupId, userId: ownerId },
  send: (tv, { groupId: id, userId: uid }) =>
    uid
      ? tv.request("GET /users/{uid}/groups/{gid}", { path: { uid, gid: id } })
      : tv.request("GET /groups/{id}", { path: { id } }),
  example: exampleGroup,
});

const createGroup = change({
  label: "Create Group",
  description: "Create a group in the Computers & Contacts list, with nothing in it and shared with nobody.",
  operation: "POST /groups",
  alsoCalls: ["POST /users/{uid}/groups"],
  inputs: {
    name: textInput({ label: "Name", comments: "The name of the group.", example: "Warsaw Office", required: true }),
    policy_id: policyId("Blank: none."),
    userId: ownerId,
  },
  send: (tv, { userId, ...body }) => makeGroup(tv, userId, body),
  example: exampleGroup,
});

const updateGroup = update({
  label: "Update Group",
  description: "Rename a group or set its policy.",
  operation: "PUT /groups/{id}",
  alsoCalls: ["PUT /users/{uid}/groups/{gid}"],
  inputs: {
    groupId,
    userId: ownerId,
  },
  fields: {
    name: textInput({
      label: "Name",
      comments: "The new name of the group. Blank: left as it is.",
      example: "Warsaw Office",
    }),
    policy_id: policyId("Blank: left as it is."),
  },
  unconfirmed: ["policy_id"],
  send: (tv, { groupId: id, userId: uid }, body) =>
    uid
      ? tv.request("PUT /users/{uid}/groups/{gid}", { path: { uid, gid: id }, body })
      : tv.request("PUT /groups/{id}", { path: { id }, body }),
});

const deleteGroup = change({
  label: "Delete Group",
  description:
    "Delete a group of one's own with all that is in it, or leave a group that another user shares, which deletes nothing.",
  irreversible: "for one's own group",
  operation: "DELETE /groups/{id}",
  alsoCalls: ["DELETE /users/{uid}/groups/{gid}"],
  inputs: { groupId, userId: ownerId },
  send: (tv, { groupId: id, userId: uid }) =>
    uid
      ? tv.request("DELETE /users/{uid}/groups/{gid}", { path: { uid, gid: id } })
      : tv.request("DELETE /groups/{id}", { path: { id } }),
});

const sharedWith = (label: string, comments: string, example: string) =>
  ids.user.several(comments, {
    label,
    example,
    ...limits.UserToShareGroupWith.userid,
    format: "a user ID such as u23456789",
  });

const readers = "Read User IDs";
const writers = "Read and Write User IDs";

/** The users in the form of the request, each with its permission. Throws an `InputError` for none and for one that has both. */
const sharesOf = ({ read = [], readwrite = [] }: { read?: string[]; readwrite?: string[] }) => {
  if (read.length + readwrite.length === 0) {
    throw new InputError(readers, `a user is needed here or in ${writers}.`);
  }
  const both = read.find((userid) => readwrite.includes(userid));
  if (both) throw new InputError(readers, `"${both}" also stands in ${writers}. A user has one of both permissions.`);
  return [
    ...read.map((userid) => ({ userid, permissions: "read" })),
    ...readwrite.map((userid) => ({ userid, permissions: "readwrite" })),
  ];
};

const shareGroup = change({
  label: "Share Group",
  description:
    "Share a group of one's own with users, each for reading or also for writing. A user with whom it is shared already gets the new permission; those who are not named keep theirs.",
  operation: "POST /groups/{id}/share_group",
  alsoCalls: ["POST /users/{uid}/groups/{gid}/share_group"],
  inputs: {
    groupId,
    read: sharedWith(
      readers,
      `The users who may see and connect to what is in the group, for example u23456789. Blank: only those of ${writers}.`,
      "u23456789",
    ),
    readwrite: sharedWith(
      writers,
      `The users who may also change what is in the group, for example u34567890. Blank: only those of ${readers}.`,
      "u34567890",
    ),
    userId: ownerId,
  },
  send: (tv, { groupId: id, userId: uid, ...shares }) => {
    const body = { users: sharesOf(shares) };
    return uid
      ? tv.request("POST /users/{uid}/groups/{gid}/share_group", { path: { uid, gid: id }, body })
      : tv.request("POST /groups/{id}/share_group", { path: { id }, body });
  },
});

const unshareGroup = change({
  label: "Unshare Group",
  description: "Take a group of one's own away from users with whom it is shared; the others keep it.",
  operation: "POST /groups/{id}/unshare_group",
  alsoCalls: ["POST /users/{uid}/groups/{gid}/unshare_group"],
  inputs: {
    groupId,
    users: ids.user.several("The users to take the group away from, for example u23456789.", {
      label: "User IDs",
      example: "u23456789",
      required: true,
    }),
    userId: ownerId,
  },
  send: (tv, { groupId: id, userId: uid, ...body }) =>
    uid
      ? tv.request("POST /users/{uid}/groups/{gid}/unshare_group", { path: { uid, gid: id }, body })
      : tv.request("POST /groups/{id}/unshare_group", { path: { id }, body }),
});

const selectGroup = picklist({
  label: "Select Group",
  description: "Pick one of the account's groups; shared ones name their owner.",
  inputs: { userId: ownerId },
  records: (tv, { userId }) => groupsOf(tv, userId),
  key: (group) => group.id,
  name: (group) => [group.name, group.permissions === "owned" ? undefined : group.owner?.name],
  example: { key: "g12345678", label: "Warsaw Office" },
});

export const actions = { listGroups, getGroup, createGroup, updateGroup, deleteGroup, shareGroup, unshareGroup };
export const dataSources = { selectGroup };
