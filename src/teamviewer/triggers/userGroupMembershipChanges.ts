import { concurrently } from "../../http/concurrently";
import { ApiError } from "../../http/errors";
import type { RecordOf } from "../../http/lists";
import { connection } from "../../platform/inputs";
import {
  examplePoll,
  isNumericId,
  listTrigger,
  type MemberChange,
  type Memberships,
  poll,
  watchMembers,
} from "../../polling";
import { type TeamViewerClient, teamviewer } from "../client";
import { userGroupMembers, userGroups } from "../resources/userGroups";
import { ids } from "../vocabulary";

type UserGroup = RecordOf<typeof userGroups>;

type Member = RecordOf<typeof userGroupMembers>;

interface Membership {
  /** Without a name when the user group is gone. */
  userGroup: { id: number; name?: string };
  /** Without a name when the member has gone: names are not kept. */
  member: { accountId: number; name?: string };
}

interface Listed {
  groups: Map<number, UserGroup>;
  withoutId: number;
}

const listGroups = async (client: TeamViewerClient): Promise<Listed> => {
  const groups = new Map<number, UserGroup>();
  let withoutId = 0;
  for await (const { items } of userGroups.pages(client)) {
    for (const group of items) {
      if (isNumericId(group?.id)) groups.set(group.id, group);
      else withoutId += 1;
    }
  }
  return { groups, withoutId };
};

/** The members of a user group, or the refusal where TeamViewer knows none of that ID. */
const membersOf = (client: TeamViewerClient, groupId: number): Promise<Member[] | ApiError> =>
  userGroupMembers.all(client, { path: { groupId } }).catch((error) => {
    if (error instanceof ApiError && error.status === 404) return error;
    throw error;
  });

/** A refusal means that the user group was deleted after it was listed; otherwise something is wrong, and it is thrown. */
const refuseUnlessGone = async (client: TeamViewerClient, refusals: ReadonlyMap<number, ApiError>): Promise<void> => {
  if (refusals.size === 0) return;
  const { groups, withoutId } = await listGroups(client);
  for (const [id, refusal] of refusals) if (withoutId > 0 || groups.has(id)) throw refusal;
};

const readMemberships = async (
  client: TeamViewerClient,
  { groups, withoutId }: Listed,
): Promise<Memberships<UserGroup, Member>> => {
  const refusals = new Map<number, ApiError>();
  const read = await concurrently([...groups], async ([id, group]) => {
    const members = await membersOf(client, id);
    if (!(members instanceof ApiError)) return { id, group, members };
    refusals.set(id, members);
    return { id, group, members: [] };
  });
  await refuseUnlessGone(client, refusals);
  return { groups: read, withoutId };
};

const only = ({ groups, withoutId }: Listed, chosen: readonly number[], warn: (message: string) => void): Listed => {
  const missing = chosen.filter((id) => !groups.has(id));
  if (missing.length > 0) warn(`User Group IDs: the company has no user group ${missing.join(", ")}.`);
  return { groups: new Map([...groups].filter(([id]) => chosen.includes(id))), withoutId };
};

const toMembership = ({ groupId, group, memberId, member }: MemberChange<UserGroup, Member>): Membership => ({
  userGroup: { id: groupId, name: group?.name },
  member: { accountId: memberId, name: member?.name },
});

export const userGroupMembershipChanges = listTrigger({
  display: {
    label: "User Group Membership Changes",
    description:
      "Deliver who was added to and who was removed from a user group. Needs the permission to list user groups.",
  },
  inputs: {
    userGroupIds: ids.userGroup.several(
      "Only these user groups, for example 1001. Blank: all user groups of the company.",
      { label: "User Group IDs" },
    ),
    connection,
  },
  perform: async (context, payload, { connection, userGroupIds }) => {
    const client = teamviewer(context, connection);
    const chosen = userGroupIds && [...new Set(userGroupIds)].sort();
    const warn = (message: string) => context.logger.warn(message);
    const watch = watchMembers({
      trigger: "userGroupMembershipChanges",
      scope: { userGroupIds: chosen },
      read: async () => {
        const listed = await listGroups(client);
        return readMemberships(client, chosen ? only(listed, chosen, warn) : listed);
      },
      memberId: ({ accountId }) => accountId,
      deliver: ({ added, removed }) => ({ added: added.map(toMembership), removed: removed.map(toMembership) }),
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ added: Membership[]; removed: Membership[] }>({
    added: [
      { userGroup: { id: 1001, name: "First level support" }, member: { accountId: 12345678, name: "Maria Keller" } },
    ],
    removed: [{ userGroup: { id: 1002, name: "Field technicians" }, member: { accountId: 23456789 } }],
  }),
});
