import { created, noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, notFound, VendorError } from "../errors";
import { listResponse, pageOf } from "../paging";
import type { UserGroup } from "../store";

const groupAnswer = ({ id, name, creationSourceType }: UserGroup) => ({ id, name, creationSourceType });

const groupOf = ({ store }: AnyCall, id: string): UserGroup => {
  const group = store.userGroups.get(Number(id));
  if (!group) throw notFound("User group", id);
  return group;
};

const memberAnswer = (call: AnyCall, accountId: number) => ({
  accountId,
  name: call.store.users.get(`u${accountId}`)?.name ?? "",
});

const limited = (limit: number | undefined, size: number): number => {
  if (limit === undefined) return size;
  if (limit < 1) throw badRequest("limit is at least 1.");
  return Math.min(limit, size);
};

export const userGroups: Handlers = {
  UserGroups_List: (call) => {
    const { paginationToken, limit } = call.query;
    const all = [...call.store.userGroups.values()];
    const page = pageOf("user groups", all, limited(limit, call.pageSizes.userGroups), paginationToken);
    return ok(listResponse(page, paginationToken, groupAnswer));
  },

  UserGroups_Post: ({ store, body: { name } }) => {
    if ([...store.userGroups.values()].some((group) => group.name === name)) {
      throw new VendorError(409, "invalid_request", `A user group '${name}' already exists.`);
    }
    const id = 1 + Math.max(1000, ...store.userGroups.keys());
    const group: UserGroup = { id, name, creationSourceType: 1, accountIds: new Set() };
    store.userGroups.set(id, group);
    return created(groupAnswer(group));
  },

  UserGroups_GetGroup: (call) => ok(groupAnswer(groupOf(call, call.path.groupId))),

  UserGroups_PutGroup: (call) => {
    const group = groupOf(call, call.path.groupId);
    group.name = call.body.name ?? group.name;
    return ok(groupAnswer(group));
  },

  UserGroups_DeleteGroup: (call) => {
    call.store.userGroups.delete(groupOf(call, call.path.groupId).id);
    return noContent();
  },

  UserGroups_ListGroupMembers: (call) => {
    const { paginationToken, limit } = call.query;
    const { id, accountIds } = groupOf(call, call.path.groupId);
    const size = limited(limit, call.pageSizes.userGroups);
    const page = pageOf(`members of ${id}`, [...accountIds], size, paginationToken);
    return ok(listResponse(page, paginationToken, (accountId) => memberAnswer(call, accountId)));
  },

  UserGroups_PostGroupMembers: (call) => {
    const { accountIds } = groupOf(call, call.path.groupId);
    const stranger = call.body.find((id) => !call.store.users.has(`u${id}`));
    if (stranger !== undefined) throw badRequest(`Account ${stranger} is no user of the company.`);
    for (const id of call.body) accountIds.add(id);
    return created(call.body.map((id) => memberAnswer(call, id)));
  },

  UserGroups_DeleteGroupMember: (call) => {
    const { accountIds } = groupOf(call, call.path.groupId);
    if (!accountIds.delete(Number(call.path.accountId))) throw notFound("Member", call.path.accountId);
    return noContent();
  },
};
