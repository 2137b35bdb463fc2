import { created, done, noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest, conflict, notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { dealt, keyed, times } from "../core/seed";
import { refuseMany } from "./bounds";
import type { AnyCall, Handlers } from "./calls";
import { numberIn } from "./ids";
import { orNull, resourcePage } from "./paging";
import { refuseStrangers, type User, type UserState } from "./users";

export interface UserGroup {
  id: number;
  name: string;
  creationSourceType: 1 | 2 | 3;
  accountIds: Set<number>;
  /** The user role that it gives to its members. */
  roleId?: string;
}

export interface UserGroupState {
  userGroups: Map<number, UserGroup>;
}

export const counts = { userGroups: 3 };

export const pageSizes = { userGroups: 100 };

type Reach = AnyCall<UserGroupState & UserState, typeof pageSizes>;

const names = ["First level support", "Second level support", "Field technicians"];

/** Every user is in one group, each group in turn. */
const seedUserGroups = (count: number, users: User[]): UserGroup[] =>
  times(count, (index) => ({
    id: 1001 + index,
    name: names[index] ?? `Team ${index + 1}`,
    creationSourceType: index % 2 === 0 ? 2 : 1,
    accountIds: new Set(dealt(users, count, index).map(({ id }) => numberIn(id))),
  }));

export const seed = ({ count, users }: Seeding<typeof counts, UserState>): UserGroupState => ({
  userGroups: keyed(seedUserGroups(count.userGroups, [...users.values()]), ({ id }) => id),
});

export const userGroups = collection({
  name: "User group",
  records: ({ store }: Reach) => store.userGroups,
  key: ({ id }) => id,
  read: Number,
});

const groupAnswer = ({ id, name, creationSourceType }: UserGroup) => ({ id, name, creationSourceType });

const memberAnswer = ({ store }: Reach, accountId: number) => ({
  accountId,
  name: store.users.get(`u${accountId}`)?.name ?? "",
});

/** The page size that a call asks for, as far as the vendor goes along with it. */
const limited = ({ query: { limit }, pageSizes }: Reach & { query: { limit?: number } }): number => {
  if (limit === undefined) return pageSizes.userGroups;
  if (limit < 1) throw badRequest("limit is at least 1.");
  return Math.min(limit, pageSizes.userGroups);
};

export const handlers = {
  UserGroups_List: (call) =>
    resourcePage(call, {
      list: "user groups",
      items: userGroups.list(call),
      size: limited(call),
      answer: groupAnswer,
    }),

  UserGroups_Post: (call) => {
    const { name } = call.body;
    if (userGroups.list(call).some((group) => group.name === name)) {
      throw conflict(`A user group '${name}' already exists.`);
    }
    const id = 1 + Math.max(1000, ...call.store.userGroups.keys());
    return created(groupAnswer(userGroups.add(call, { id, name, creationSourceType: 1, accountIds: new Set() })));
  },

  UserGroups_GetGroup: (call) => ok(groupAnswer(userGroups.find(call, call.path.groupId))),

  UserGroups_PutGroup: (call) => {
    const { name } = call.body;
    return ok(groupAnswer(userGroups.change(call, call.path.groupId, { name })));
  },

  UserGroups_DeleteGroup: (call) => done(userGroups.remove(call, call.path.groupId)),

  UserGroups_ListGroupMembers: (call) => {
    const { id, accountIds } = userGroups.find(call, call.path.groupId);
    return resourcePage(call, {
      list: `members of ${id}`,
      items: [...accountIds],
      size: limited(call),
      answer: (accountId) => memberAnswer(call, accountId),
    });
  },

  UserGroups_PostGroupMembers: (call) => {
    const { accountIds } = userGroups.find(call, call.path.groupId);
    refuseMany(call.body, "members");
    refuseStrangers(call, call.body);
    for (const id of call.body) accountIds.add(id);
    return created(call.body.map((id) => memberAnswer(call, id)));
  },

  UserGroups_DeleteGroupMembers: (call) => {
    const { accountIds } = userGroups.find(call, call.path.groupId);
    refuseMany(call.body, "members");
    for (const id of call.body) accountIds.delete(id);
    return noContent();
  },

  UserGroups_GetUserGroupsAssignedUserRole: (call) => {
    const { roleId } = userGroups.find(call, call.path.groupId);
    return ok({ assignedRoleId: orNull(roleId) });
  },

  UserGroups_DeleteGroupMember: (call) => {
    const { accountIds } = userGroups.find(call, call.path.groupId);
    const { accountId } = call.path;
    if (!accountIds.delete(Number(accountId))) throw notFound("Member", accountId);
    return noContent();
  },
} satisfies Handlers<Reach>;
