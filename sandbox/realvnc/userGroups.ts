import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { dealt, keyed, times } from "../core/seed";
import type { AnyCall, Handlers } from "./calls";
import { type Group, groupAnswer, touch } from "./groups";
import { plainId } from "./ids";
import { type Member, type MemberState, type pageSizes as memberPages, members } from "./members";

export interface UserGroupState {
  userGroups: Map<string, Group>;
}

export const counts = { userGroups: 3 };

type Reach = AnyCall<UserGroupState & MemberState, typeof memberPages>;

const names = ["First level support", "Store managers", "Field, north and east"];

/** Everybody is in one group, but the last two, who joined this week. */
const seedGroups = (count: number, everybody: Member[], now: number): Group[] => {
  const chance = random("user groups");
  return times(count, (index) => ({
    id: plainId(chance),
    name: names[index] ?? `Team ${index + 1}`,
    members: new Set(dealt(everybody.slice(0, -2), count, index).map(({ id }) => id)),
    version: 1,
    lastModifiedAt: now - index * 86_400_123,
  }));
};

export const seed = ({ count, members: all, now }: Seeding<typeof counts, MemberState>): UserGroupState => ({
  userGroups: keyed(seedGroups(count.userGroups, [...all.values()], now), ({ id }) => id),
});

export const userGroups = collection({
  name: "User group",
  records: ({ store }: Reach) => store.userGroups,
  key: ({ id }) => id,
});

export const handlers: Handlers<Reach> = {
  listUserGroups: (call) =>
    ok({ groups: userGroups.list(call).map((group) => groupAnswer(group, call.store.members)) }),
  readUserGroup: (call) => {
    const { name, members: ids } = userGroups.find(call, call.path.groupId);
    const known = [...ids].flatMap((id) => call.store.members.get(id) ?? []);
    return ok({ name, members: known.map(({ id, email }) => ({ id, email })) });
  },
  listMemberGroups: (call) => {
    const { id } = members.find(call, call.path.userId);
    return ok({
      groups: userGroups
        .list(call)
        .filter((group) => group.members.has(id))
        .map((group) => groupAnswer(group, call.store.members)),
    });
  },
  addMemberToGroup: (call) => {
    const { id } = members.find(call, call.path.userId);
    const group = userGroups.find(call, call.path.groupId);
    if (!group.members.has(id)) touch(group, call.now()).members.add(id);
    return noContent();
  },
  removeMemberFromGroup: (call) => {
    const { id } = members.find(call, call.path.userId);
    const group = userGroups.find(call, call.path.groupId);
    if (!group.members.has(id)) throw notFound("Membership of", id);
    touch(group, call.now()).members.delete(id);
    return noContent();
  },
};
