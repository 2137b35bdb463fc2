import { noContent, ok } from "../core/answers";
import { pageOf } from "../core/paging";
import { refuseMany } from "./bounds";
import type { AnyCall, Handlers } from "./calls";
import type { CompanyState } from "./company";
import { numberIn } from "./ids";
import { orNull } from "./paging";
import { type UserGroupState, userGroups } from "./userGroups";
import { knownRole, rolePermissions, type UserRoleState, userRoles } from "./userRoles";
import { ownUser, type User, type UserState, users } from "./users";

export const pageSizes = { roleAssignments: 100 };

type State = CompanyState & UserRoleState & UserState & UserGroupState;
type Reach = AnyCall<State, typeof pageSizes & { userGroups: number }>;

/** A user's own roles and those of the user's groups, each once. */
const rolesOf = ({ store }: Reach, { id, userRoleIds }: User): string[] => {
  const groups = [...store.userGroups.values()].filter(({ accountIds }) => accountIds.has(numberIn(id)));
  return [...new Set([...userRoleIds, ...groups.flatMap(({ roleId }) => roleId ?? [])])];
};

interface Assignment {
  UserIds?: string[];
  UserRoleId?: string;
}

/** The role and the users that a request names, all of them known. */
const checked = (call: Reach, { UserIds = [], UserRoleId = "" }: Assignment) => {
  refuseMany(UserIds, "users");
  return {
    roleId: knownRole(call, "UserRoleId", UserRoleId),
    named: UserIds.map((id) => users.known(call, "UserIds", id)),
  };
};

const knownGroup = (call: Reach, id = 0) => userGroups.known(call, "UserGroupId", String(id));

const page = <Item>({ pageSizes }: Reach, list: string, items: Item[], token: string | undefined) =>
  pageOf(list, items, pageSizes.roleAssignments, token);

export const handlers = {
  Users_GetUsersAssignedUserRoles: (call) => {
    const { paginationToken } = call.query;
    const user = users.find(call, call.path.id);
    const { items, next } = page(call, `roles of ${user.id}`, rolesOf(call, user), paginationToken);
    return ok({
      currentPaginationToken: orNull(paginationToken),
      nextPaginationToken: orNull(next),
      assignedRoleIds: items,
    });
  },

  Users_GetUserEffectivePermissions: (call) => {
    const roles = rolesOf(call, ownUser(call)).map((id) => call.store.userRoles.get(id)?.Permissions);
    return ok(Object.fromEntries(rolePermissions.map((name) => [name, roles.some((role) => role?.[name] === true)])));
  },

  UserRoles_AccountAssignments: (call) => {
    const { userRoleId, continuationToken } = call.query;
    const { Id } = userRoles.find(call, userRoleId);
    const assigned = users.list(call).filter(({ userRoleIds }) => userRoleIds.includes(Id));
    const { items, next } = page(call, `users of ${Id}`, assigned, continuationToken);
    return ok({ ContinuationToken: next, AssignedToUsers: items.map(({ id }) => id) });
  },

  UserRoles_UserGroupAssignments: (call) => {
    const { userRoleId, continuationToken } = call.query;
    const { Id } = userRoles.find(call, userRoleId);
    const assigned = userGroups.list(call).filter(({ roleId }) => roleId === Id);
    const { items, next } = page(call, `user groups of ${Id}`, assigned, continuationToken);
    return ok({ ContinuationToken: next, AssignedToGroups: items.map(({ id }) => id) });
  },

  UserRoles_ToAccount: (call) => {
    const { roleId, named } = checked(call, call.body);
    for (const user of named) user.userRoleIds = [...new Set([...user.userRoleIds, roleId])];
    return noContent();
  },

  UserRoles_FromAccount: (call) => {
    const { roleId, named } = checked(call, call.body);
    for (const user of named) user.userRoleIds = user.userRoleIds.filter((id) => id !== roleId);
    return noContent();
  },

  UserRoles_ToUserGroup: (call) => {
    const { UserRoleId = "", UserGroupId } = call.body;
    knownGroup(call, UserGroupId).roleId = knownRole(call, "UserRoleId", UserRoleId);
    return noContent();
  },

  UserRoles_FromUserGroup: (call) => {
    knownGroup(call, call.body.UserGroupId).roleId = undefined;
    return noContent();
  },

  /** Whoever had it loses it. */
  UserRoles_Delete: (call) => {
    const { Id } = userRoles.remove(call, call.query.userRoleId);
    const { store } = call;
    for (const user of store.users.values()) user.userRoleIds = user.userRoleIds.filter((id) => id !== Id);
    for (const group of store.userGroups.values()) if (group.roleId === Id) group.roleId = undefined;
    if (store.predefinedRole.id === Id) store.predefinedRole.id = undefined;
    return noContent();
  },
} satisfies Handlers<Reach>;
