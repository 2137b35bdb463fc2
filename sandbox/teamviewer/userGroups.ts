import { created, done, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest, notFound, VendorError } from "../core/errors";
import type { Seeding } from "../core/families";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers } from "./calls";
import { orNull, resourcePage } from "./paging";
import type { User, UserState } from "./users";

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

/** The vendor's own module sends no more in one request. */
const mostMembers = 100;

const names = ["First level support", "Second level support", "Field technicians"];

/** Every user is in one group, each group in turn. */
const seedUserGroups = (count: number, users: User[]): UserGroup[] =>
  times(count, (index) => ({
    id: 1001 + index,
    name: names[index] ?? `Team ${index + 1}`,
    creationSourceType: index % 2 === 0 ? 2 : 1,
    accountIds: new Set(users.filter((_, user) => user % count === index).map((user) => Number(user.id.slice(1)))),
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
      throw new VendorError(409, "invalid_request", `A user group '${name}' already exists.`);
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
    const stranger = call.body.find((id) => !call.store.users.has(`u${id}`));
    if (stranger !== undefined) throw badRequest(`Account ${stranger} is no user of the company.`);
    if (call.body.length > mostMembers) throw badRequest(`At most ${mostMembers} members can be added at a time.`);
    for (const id of call.body) accountIds.add(id);
    return created(call.body.map((id) => memberAnswer(call, id)));
  },

  UserGroups_DeleteGroupMembers: (call) => {
    const { accountIds } = userGroups.find(call, call.path.groupId);
    if (call.body.length > mostMembers) throw badRequest(`At most ${mostMembers} members can be taken out at a time.`);
    for (const id of call.body) accountIds.delete(id);
    return done(call.path.groupId);
  },

  UserGroups_GetUserGroupsAssignedUserRole: (call) => {
    const { roleId } = userGroups.find(call, call.path.groupId);
    return ok({ assignedRoleId: orNull(roleId) });
  },

  UserGroups_DeleteGroupMember: (call) => {
    const { accountIds } = userGroups.find(call, call.path.groupId);
    const { accountId } = call.path;
    if (!accountIds.delete(Number(accountId))) throw notFound("Member", accountId);
    return done(accountId);
  },
} satisfies Handlers<Reach>;
