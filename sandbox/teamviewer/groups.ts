import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest, forbidden } from "../core/errors";
import type { Seeding } from "../core/families";
import { contains } from "../core/filters";
import { customers } from "../core/names";
import { idNumber, inTurn, keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { idOf } from "./ids";
import { knownPolicy, type Policy, type PolicyState } from "./policies";
import { people, type User, type UserState } from "./users";

export interface GroupShare {
  userid: string;
  permissions: "read" | "readwrite";
}

export interface Group {
  id: string;
  name: string;
  ownerId: string;
  sharedWith: GroupShare[];
  policy_id?: string;
}

export interface GroupState {
  groups: Map<string, Group>;
}

/** What is in groups, and goes with them. */
interface Contents {
  devices: Map<string, { groupid: string }>;
  contacts: Map<string, { groupid: string }>;
  invitations: { groupid: string }[];
}

type Reach = AnyCall<GroupState & UserState & PolicyState & Contents>;

export const counts = { groups: 6 };

/** Two of three groups are the account's own, the third belongs to a colleague; half are shared. */
const seedGroups = (count: number, users: User[], policies: Policy[]): Group[] => {
  const [owner, ...colleagues] = users.map((user) => user.id);
  if (!owner) return [];
  return times(count, (index) => {
    const colleague = inTurn(colleagues, index);
    const foreign = index % 3 === 2 && colleague !== undefined;
    const other = foreign ? owner : colleague;
    return {
      id: `g${idNumber(425_123_356, index)}`,
      name:
        index === 0 ? "My computers" : `${inTurn(customers, index - 1)}${index > customers.length ? ` ${index}` : ""}`,
      ownerId: foreign ? colleague : owner,
      sharedWith:
        other && (foreign || index % 3 === 1)
          ? [{ userid: other, permissions: index % 2 === 0 ? "read" : "readwrite" }]
          : [],
      policy_id: index % 2 === 0 ? policies[0]?.policy_id : undefined,
    };
  });
};

export const seed = ({ count, users, policies }: Seeding<typeof counts, UserState & PolicyState>): GroupState => ({
  groups: keyed(seedGroups(count.groups, [...users.values()], [...policies.values()]), (group) => group.id),
});

const shareWith = (group: Group, userId: string) => group.sharedWith.find(({ userid }) => userid === userId);

const isVisible = (group: Group, userId: string) => group.ownerId === userId || shareWith(group, userId) !== undefined;

const kind = { name: "Group", key: ({ id }: Group) => id, read: (id: string) => idOf("g", id, "group id") };

/** The groups that a token sees, those of its user or with a company token all; editable are those it may fill. */
export const groups = collection({
  ...kind,
  records: ({ store }: AnyCall<GroupState>) => store.groups,
  visible:
    ({ token }) =>
    (group) =>
      token.level === "company" || isVisible(group, token.userId),
  guard: ({ token }, group) => {
    if (token.level === "company" || group.ownerId === token.userId) return;
    if (shareWith(group, token.userId)?.permissions === "readwrite") return;
    throw forbidden(`Group ${group.id} is shared for reading only.`);
  },
});

/** Tells of records in groups whether a token sees them, because it sees their group. */
export const inVisibleGroup = (call: AnyCall<GroupState>): ((record: { groupid: string }) => boolean) => {
  const groupIds = new Set(groups.list(call).map((group) => group.id));
  return ({ groupid }) => groupIds.has(groupid);
};

const newGroup = (call: AnyCall<GroupState>, ownerId: string, name: string, policy_id?: string): Group =>
  groups.add(call, { id: `g${call.store.nextNumber()}`, name, ownerId, sharedWith: [], policy_id });

/** The group that a contact or session goes to: by id, by name (made if unknown), or by both if they agree. */
export const targetGroup = (
  call: AnyCall<GroupState>,
  { groupid, groupname }: { groupid?: string; groupname?: string },
): Group | undefined => {
  if (groupname === "") throw badRequest("The field 'groupname' must not be blank.");
  const byId = groupid === undefined ? undefined : groups.editable(call, groupid);
  if (byId && groupname && byId.name !== groupname) {
    throw badRequest(`groupid ${byId.id} and groupname '${groupname}' are two different groups.`);
  }
  if (byId || !groupname) return byId;
  const byName = groups.list(call).find((group) => group.name === groupname);
  return byName ?? newGroup(call, call.token.userId, groupname);
};

/** A call at the location of a user: each function of groups exists there, and for the user of the token. */
type Located = Reach & { userId: string };

const own = <Call extends Reach>(call: Call): Call & Located => {
  if (call.token.level === "company") {
    throw badRequest("With a company-level access token the user's location is needed: /users/{uid}/groups.");
  }
  return { ...call, userId: call.token.userId };
};

const at = <Call extends Reach & { path: { uid: string } }>(call: Call): Call & Located => {
  const { id } = people.find(call, call.path.uid);
  if (call.token.level === "user" && id !== call.token.userId) {
    throw forbidden("A user-level access token reaches only the groups of its own user.");
  }
  return { ...call, userId: id };
};

/** The groups of a location's user; editable are only the own ones. */
const located = collection({
  ...kind,
  records: ({ store }: Located) => store.groups,
  visible:
    ({ userId }) =>
    (group) =>
      isVisible(group, userId),
  guard: ({ userId }, group) => {
    if (group.ownerId !== userId) throw forbidden(`Group ${group.id} belongs to another user.`);
  },
});

const person = ({ store }: Reach, userid: string) => ({ userid, name: store.users.get(userid)?.name ?? "" });

/** An own group lists whom it is shared with; a group of others names its owner and one's permissions. */
const groupAnswer = (call: Located, group: Group): Schema<"GetGroupResponse"> => {
  const { id, name, policy_id, ownerId, sharedWith } = group;
  if (ownerId !== call.userId) {
    const permissions = shareWith(group, call.userId)?.permissions ?? "read";
    return { id, name, policy_id, owner: person(call, ownerId), permissions };
  }
  const shared_with = sharedWith.map(({ userid, permissions }) => ({
    ...person(call, userid),
    permissions,
    pending: false,
  }));
  return { id, name, policy_id, permissions: "owned", shared_with };
};

interface ListFilter {
  name?: string;
  shared?: boolean;
  shouldMatchFullName?: boolean;
}

const list = (call: Located, { name, shared, shouldMatchFullName }: ListFilter) => {
  const found = located
    .list(call)
    .filter((group) => shared === undefined || shared === (group.ownerId !== call.userId))
    .filter((group) => (shouldMatchFullName && name !== undefined ? group.name === name : contains(group.name, name)));
  return ok({ groups: found.map((group) => groupAnswer(call, group)) });
};

const read = (call: Located, id: string) => ok(groupAnswer(call, located.find(call, id)));

const named = (name: string): string => {
  const text = name.trim();
  if (!text) throw badRequest("The field 'name' must not be blank.");
  return text;
};

const create = (call: Located, { name, policy_id }: { name: string; policy_id?: string }) => {
  const group = newGroup(call, call.userId, named(name), knownPolicy(call, "policy_id", policy_id));
  return ok(groupAnswer(call, group));
};

const update = (call: Located, id: string, { name, policy_id }: { name?: string; policy_id?: string }) => {
  const group = located.editable(call, id);
  if (name !== undefined) group.name = named(name);
  if (policy_id !== undefined) group.policy_id = knownPolicy(call, "policy_id", policy_id);
  return noContent();
};

/** An own group goes with all that is in it; a group of others is only no longer shared. */
const remove = (call: Located, id: string) => {
  const { store, userId } = call;
  const group = located.find(call, id);
  if (group.ownerId !== userId) {
    group.sharedWith = group.sharedWith.filter(({ userid }) => userid !== userId);
    return noContent();
  }
  store.groups.delete(group.id);
  for (const records of [store.devices, store.contacts]) {
    for (const [key, { groupid }] of records) if (groupid === group.id) records.delete(key);
  }
  store.invitations = store.invitations.filter(({ groupid }) => groupid !== group.id);
  return noContent();
};

const shareOf = (call: Reach, ownerId: string, { userid = "", permissions = "read" }: Partial<GroupShare>) => {
  if (permissions !== "read" && permissions !== "readwrite") {
    throw badRequest("users.permissions is 'read' or 'readwrite'.");
  }
  people.known(call, "users", userid);
  if (userid === ownerId) throw badRequest("users: a group cannot be shared with its owner.");
  return { userid, permissions };
};

/** Overwrites the permissions of the given users and leaves those of others. */
const share = (call: Located, id: string, users: { userid: string; permissions?: string }[]) => {
  const group = located.editable(call, id);
  const shares = users.map((user) => shareOf(call, group.ownerId, user as Partial<GroupShare>));
  const given = new Set(shares.map(({ userid }) => userid));
  group.sharedWith = [...group.sharedWith.filter(({ userid }) => !given.has(userid)), ...shares];
  return noContent();
};

const unshare = (call: Located, id: string, users: string[]) => {
  const group = located.editable(call, id);
  group.sharedWith = group.sharedWith.filter(({ userid }) => !users.includes(userid));
  return noContent();
};

export const handlers = {
  Groups_Get1: (call) => list(own(call), call.query),
  Groups_Get3: (call) => list(at(call), call.query),
  Groups_Post: (call) => create(own(call), call.body),
  Groups_Post1: (call) => create(at(call), call.body),
  Groups_Get: (call) => read(own(call), call.path.id),
  Groups_Get2: (call) => read(at(call), call.path.gid),
  Groups_Put: (call) => update(own(call), call.path.id, call.body),
  Groups_Put1: (call) => update(at(call), call.path.gid, call.body),
  Groups_Delete: (call) => remove(own(call), call.path.id),
  Groups_Delete1: (call) => remove(at(call), call.path.gid),
  Groups_Share_Group: (call) => share(own(call), call.path.id, call.body.users),
  Groups_Share_Group1: (call) => share(at(call), call.path.gid, call.body.users),
  Groups_Unshare_Group: (call) => unshare(own(call), call.path.id, call.body.users),
  Groups_Unshare_Group1: (call) => unshare(at(call), call.path.gid, call.body.users),
} satisfies Handlers<Reach>;
