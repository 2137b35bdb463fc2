import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, forbidden, notFound } from "../errors";
import type { Group, GroupShare, Schema, Store } from "../store";
import { contains, idOf, knownPolicy } from "./shared";

/** Whose groups a call is about: the token's user, or the user in the path. */
const location = (call: AnyCall, uid?: string): string => {
  if (uid !== undefined) {
    const userId = idOf("u", uid, "user id");
    if (!call.store.users.has(userId)) throw notFound("User", userId);
    if (call.token.level === "user" && userId !== call.token.userId) {
      throw forbidden("A user-level access token reaches only the groups of its own user.");
    }
    return userId;
  }
  if (call.token.level === "company") {
    throw badRequest("With a company-level access token the user's location is needed: /users/{uid}/groups.");
  }
  return call.token.userId;
};

const shareWith = (group: Group, userId: string) => group.sharedWith.find(({ userid }) => userid === userId);

const isVisible = (group: Group, userId: string) => group.ownerId === userId || shareWith(group, userId) !== undefined;

/** The groups that a token sees: those of its user, or with a company token those of all users. */
export const visibleGroups = ({ store, token }: AnyCall): Group[] =>
  [...store.groups.values()].filter((group) => token.level === "company" || isVisible(group, token.userId));

/** A group that the token sees; 404 for any other. */
export const visibleGroup = (call: AnyCall, id: string): Group => {
  const groupId = idOf("g", id, "group id");
  const group = call.store.groups.get(groupId);
  if (!group || (call.token.level === "user" && !isVisible(group, call.token.userId))) {
    throw notFound("Group", groupId);
  }
  return group;
};

/** A group into which the token may put records. */
export const writableGroup = (call: AnyCall, id: string): Group => {
  const group = visibleGroup(call, id);
  if (call.token.level === "company" || group.ownerId === call.token.userId) return group;
  if (shareWith(group, call.token.userId)?.permissions !== "readwrite") {
    throw forbidden(`Group ${group.id} is shared for reading only.`);
  }
  return group;
};

export const createGroup = (store: Store, ownerId: string, name: string, policy_id?: string): Group => {
  const group: Group = { id: `g${store.nextNumber()}`, name, ownerId, sharedWith: [], policy_id };
  store.groups.set(group.id, group);
  return group;
};

/** The group that a contact or session goes to: by id, by name (made if unknown), or by both if they agree. */
export const targetGroup = (
  call: AnyCall,
  { groupid, groupname }: { groupid?: string; groupname?: string },
): Group | undefined => {
  const byId = groupid ? writableGroup(call, groupid) : undefined;
  if (byId && groupname && byId.name !== groupname) {
    throw badRequest(`groupid ${byId.id} and groupname '${groupname}' are two different groups.`);
  }
  if (byId || !groupname) return byId;
  const byName = visibleGroups(call).find((group) => group.name === groupname);
  return byName ?? createGroup(call.store, call.token.userId, groupname);
};

const person = (store: Store, userid: string) => ({ userid, name: store.users.get(userid)?.name ?? "" });

/** An own group lists whom it is shared with; a group of others names its owner and one's permissions. */
const groupAnswer = (store: Store, group: Group, userId: string): Schema<"GetGroupResponse"> => {
  const { id, name, policy_id } = group;
  if (group.ownerId === userId) {
    return {
      id,
      name,
      policy_id,
      permissions: "owned",
      shared_with: group.sharedWith.map(({ userid, permissions }) => ({
        ...person(store, userid),
        permissions,
        pending: false,
      })),
    };
  }
  return {
    id,
    name,
    policy_id,
    owner: person(store, group.ownerId),
    permissions: shareWith(group, userId)?.permissions ?? "read",
  };
};

interface ListFilter {
  name?: string;
  shared?: boolean;
  shouldMatchFullName?: boolean;
}

const list = (call: AnyCall, userId: string, { name, shared, shouldMatchFullName }: ListFilter) => {
  const nameMatches = (group: Group) => (shouldMatchFullName ? group.name === name : contains(group.name, name));
  const groups = [...call.store.groups.values()]
    .filter((group) => isVisible(group, userId))
    .filter((group) => shared === undefined || shared === (group.ownerId !== userId))
    .filter((group) => name === undefined || nameMatches(group));
  return ok({ groups: groups.map((group) => groupAnswer(call.store, group, userId)) });
};

const groupOf = (call: AnyCall, userId: string, id: string): Group => {
  const groupId = idOf("g", id, "group id");
  const group = call.store.groups.get(groupId);
  if (!group || !isVisible(group, userId)) throw notFound("Group", groupId);
  return group;
};

const ownGroup = (call: AnyCall, userId: string, id: string): Group => {
  const group = groupOf(call, userId, id);
  if (group.ownerId !== userId) throw forbidden(`Group ${group.id} belongs to another user.`);
  return group;
};

const named = (name: string | undefined): string => {
  const text = name?.trim();
  if (!text) throw badRequest("The field 'name' must not be blank.");
  return text;
};

const create = (call: AnyCall, userId: string, { name, policy_id }: { name: string; policy_id?: string }) => {
  const group = createGroup(call.store, userId, named(name), knownPolicy(call.store, policy_id));
  return ok(groupAnswer(call.store, group, userId));
};

const update = (call: AnyCall, group: Group, { name, policy_id }: { name?: string; policy_id?: string }) => {
  if (name !== undefined) group.name = named(name);
  if (policy_id !== undefined) group.policy_id = knownPolicy(call.store, policy_id);
  return noContent();
};

/** An own group goes with all that is in it; a group of others is only no longer shared. */
const remove = ({ store }: AnyCall, group: Group, userId: string) => {
  if (group.ownerId !== userId) {
    group.sharedWith = group.sharedWith.filter(({ userid }) => userid !== userId);
    return noContent();
  }
  store.groups.delete(group.id);
  for (const device of store.devices.values()) {
    if (device.groupid === group.id) store.devices.delete(device.device_id);
  }
  for (const contact of store.contacts.values()) {
    if (contact.groupid === group.id) store.contacts.delete(contact.contact_id);
  }
  store.invitations = store.invitations.filter(({ groupid }) => groupid !== group.id);
  return noContent();
};

const shareOf = (store: Store, ownerId: string, { userid, permissions = "read" }: Partial<GroupShare>): GroupShare => {
  if (permissions !== "read" && permissions !== "readwrite") {
    throw badRequest("users.permissions is 'read' or 'readwrite'.");
  }
  if (!userid || !store.users.has(userid)) throw badRequest(`users: there is no user ${userid}.`);
  if (userid === ownerId) throw badRequest("users: a group cannot be shared with its owner.");
  return { userid, permissions };
};

/** Overwrites the permissions of the given users and leaves those of others. */
const share = ({ store }: AnyCall, group: Group, users: { userid: string; permissions?: string }[]) => {
  const shares = users.map((user) => shareOf(store, group.ownerId, user as Partial<GroupShare>));
  const given = new Set(shares.map(({ userid }) => userid));
  group.sharedWith = [...group.sharedWith.filter(({ userid }) => !given.has(userid)), ...shares];
  return noContent();
};

const unshare = (group: Group, users: string[]) => {
  group.sharedWith = group.sharedWith.filter(({ userid }) => !users.includes(userid));
  return noContent();
};

export const groups: Handlers = {
  Groups_Get1: (call) => list(call, location(call), call.query),
  Groups_Get3: (call) => list(call, location(call, call.path.uid), call.query),
  Groups_Post: (call) => create(call, location(call), call.body),
  Groups_Post1: (call) => create(call, location(call, call.path.uid), call.body),
  Groups_Get: (call) => {
    const userId = location(call);
    return ok(groupAnswer(call.store, groupOf(call, userId, call.path.id), userId));
  },
  Groups_Get2: (call) => {
    const userId = location(call, call.path.uid);
    return ok(groupAnswer(call.store, groupOf(call, userId, call.path.gid), userId));
  },
  Groups_Put: (call) => update(call, ownGroup(call, location(call), call.path.id), call.body),
  Groups_Put1: (call) => update(call, ownGroup(call, location(call, call.path.uid), call.path.gid), call.body),
  Groups_Delete: (call) => {
    const userId = location(call);
    return remove(call, groupOf(call, userId, call.path.id), userId);
  },
  Groups_Delete1: (call) => {
    const userId = location(call, call.path.uid);
    return remove(call, groupOf(call, userId, call.path.gid), userId);
  },
  Groups_Share_Group: (call) => share(call, ownGroup(call, location(call), call.path.id), call.body.users),
  Groups_Share_Group1: (call) =>
    share(call, ownGroup(call, location(call, call.path.uid), call.path.gid), call.body.users),
  Groups_Unshare_Group: (call) => unshare(ownGroup(call, location(call), call.path.id), call.body.users),
  Groups_Unshare_Group1: (call) =>
    unshare(ownGroup(call, location(call, call.path.uid), call.path.gid), call.body.users),
};
