import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers } from "./calls";
import { type EntryState, entries, type pageSizes as entryPages } from "./entries";
import type { Entry } from "./fleet";
import { type Group, groupAnswer, membersOf, touch } from "./groups";
import { plainId } from "./ids";

export interface EntryGroupState {
  entryGroups: Map<string, Group>;
}

export const counts = { computerGroups: 5 };

type Reach = AnyCall<EntryGroupState & EntryState, typeof entryPages>;

/** By name, what the name of a computer in it begins with. Two have one name: somebody made the second by mistake. */
const groups: [name: string, prefix: string][] = [
  ["Tills", "TILL-7"],
  ["Warsaw", "WARSAW-"],
  ["Lyon, all floors", "LYON-"],
  ["Kiosks", "KIOSK-"],
  ["Kiosks", "none begins so"],
];

const seedGroups = (count: number, all: Entry[], now: number): Group[] => {
  const chance = random("entry groups");
  return times(count, (index) => {
    const [name, prefix] = groups[index] ?? [`Floor ${index}`, "none begins so"];
    return {
      id: plainId(chance),
      name,
      members: new Set(all.filter((entry) => entry.name.startsWith(prefix)).map(({ entryId }) => entryId)),
      version: 1,
      lastModifiedAt: now - index * 86_400_321,
    };
  });
};

export const seed = ({ count, entries: all, now }: Seeding<typeof counts, EntryState>): EntryGroupState => ({
  entryGroups: keyed(seedGroups(count.computerGroups, [...all.values()], now), ({ id }) => id),
});

export const entryGroups = collection({
  name: "Entry group",
  records: ({ store }: Reach) => store.entryGroups,
  key: ({ id }) => id,
});

const groupsOf = (call: Reach, entryId: string) => entryGroups.list(call).filter(({ members }) => members.has(entryId));

export const handlers: Handlers<Reach> = {
  listEntryGroups: (call) =>
    ok({ groups: entryGroups.list(call).map((group) => groupAnswer(group, call.store.entries)) }),
  readEntryGroup: (call) => {
    const group = entryGroups.find(call, call.path.groupId);
    return ok({ name: group.name, members: membersOf(group, call.store.entries).map((id) => ({ id })) });
  },
  listEntryGroups_1: (call) => {
    const { entryId } = entries.find(call, call.path.entryId);
    return ok({ groups: groupsOf(call, entryId).map((group) => groupAnswer(group, call.store.entries)) });
  },
  addEntryToGroup: (call) => {
    const { entryId } = entries.find(call, call.path.entryId);
    const group = entryGroups.find(call, call.path.entryGroupId);
    if (!group.members.has(entryId)) touch(group, call.now()).members.add(entryId);
    return noContent();
  },
  removeEntryFromGroup: (call) => {
    const entry = entries.find(call, call.path.entryId);
    const group = entryGroups.find(call, call.path.entryGroupId);
    if (!group.members.has(entry.entryId)) throw notFound("Membership of", entry.entryId);
    touch(group, call.now()).members.delete(entry.entryId);
    const isLeftAlone = groupsOf(call, entry.entryId).length === 0 && !entry.everyone;
    const addedEveryonePermission = isLeftAlone && call.query.defaultAccess === "EVERYONE";
    entry.everyone ||= addedEveryonePermission;
    return ok({ addedEveryonePermission });
  },
};
