/**
 * Watching who belongs to which group. Members are remembered by their ids, because one that has gone can only be named
 * by what is stored. The ids are numbers, and packed as hashes are.
 */
import { warnOfSkipped } from "./order";
import { isWhole, largestValue, pack, unpack } from "./packedMap";
import type { Delivery, Watch } from "./poll";

/** By the id of a group, the ids of its members in order. */
type MemberState = ReadonlyMap<number, Float64Array>;

/** A group with what the vendor answered as its members. */
export interface GroupMembers<Group, Member> {
  id: number;
  group: Group;
  members: readonly Member[];
}

export interface Memberships<Group, Member> {
  /** Each group once. */
  groups: readonly GroupMembers<Group, Member>[];
  /** How many groups had no id. */
  withoutId: number;
}

/** Somebody who was added to a group or removed from it. */
export interface MemberChange<Group, Member> {
  groupId: number;
  /** Undefined where the group is gone. */
  group?: Group;
  memberId: number;
  /** Undefined where the member has gone. */
  member?: Member;
}

export interface MemberChanges<Group, Member> {
  added: MemberChange<Group, Member>[];
  removed: MemberChange<Group, Member>[];
}

export interface MembersWatch<Group, Member, Data extends Delivery> {
  /** See `Watch`. */
  trigger?: string;
  scope: unknown;
  /** Reads all groups with all of their members. */
  read: () => Promise<Memberships<Group, Member>>;
  memberId: (member: Member) => unknown;
  /** What the trigger delivers of the changes, which come by group, in the order of the answer, and by id of the member. */
  deliver: (changes: MemberChanges<Group, Member>) => Data;
}

/** Whether the vendor sent an id that can be asked for and remembered. */
export const isNumericId = (id: unknown): id is number => isWhole(id, largestValue);

/**
 * The members of one group by their ids, and who is to count as a member. A member without an id could be any of those
 * that are missing: then nobody has gone.
 */
const readGroup = <Member>(
  members: readonly Member[],
  before: Float64Array,
  idOf: (member: Member) => unknown,
): { listed: ReadonlyMap<number, Member>; now: Float64Array; withoutId: number } => {
  const listed = new Map<number, Member>();
  let withoutId = 0;
  for (const member of members) {
    const id = member === undefined || member === null ? undefined : idOf(member);
    if (isNumericId(id)) listed.set(id, member);
    else withoutId += 1;
  }
  const ids = new Set([...listed.keys(), ...(withoutId > 0 ? before : [])]);
  return { listed, now: Float64Array.from(ids).sort(), withoutId };
};

const without = (ids: Float64Array, others: Float64Array): number[] => {
  const known = new Set(others);
  return [...ids].filter((id) => !known.has(id));
};

/** Tells who is new and who has gone; a group that is gone has no members. Pure. */
const compareMembers = <Group, Member>(
  { groups, withoutId: groupsWithoutId }: Memberships<Group, Member>,
  previous: MemberState,
  idOf: (member: Member) => unknown,
): MemberChanges<Group, Member> & { next: MemberState; withoutId: number } => {
  const next = new Map<number, Float64Array>();
  const added: MemberChange<Group, Member>[] = [];
  const removed: MemberChange<Group, Member>[] = [];
  let withoutId = groupsWithoutId;
  for (const { id, group, members } of groups) {
    const before = previous.get(id) ?? new Float64Array();
    const { listed, now, withoutId: odd } = readGroup(members, before, idOf);
    withoutId += odd;
    next.set(id, now);
    for (const memberId of without(now, before)) {
      added.push({ groupId: id, group, memberId, member: listed.get(memberId) });
    }
    for (const memberId of without(before, now)) removed.push({ groupId: id, group, memberId });
  }
  for (const [id, before] of previous) {
    if (next.has(id)) continue;
    if (groupsWithoutId > 0) next.set(id, before);
    else for (const memberId of before) removed.push({ groupId: id, memberId });
  }
  return { next, added, removed, withoutId };
};

/** A watch for `poll` that delivers who joined a group and who left one. Its state takes 4 to 5 characters a member. */
export const watchMembers = <Group, Member, Data extends Delivery>({
  trigger,
  scope,
  read,
  memberId,
  deliver,
}: MembersWatch<Group, Member, Data>): Watch<MemberState, Data> => ({
  kind: "members",
  trigger,
  scope,
  encode: (groups) => [...groups].map(([id, members]) => ({ id, ...packIds(members) })),
  decode,
  look: async (previous, { load, warn }) => {
    const known = previous ?? new Map();
    const { next, added, removed, withoutId } = compareMembers(await read(), known, memberId);
    warnOfSkipped({ withoutId }, warn);
    return { next, data: deliver(previous || load ? { added, removed } : { added: [], removed: [] }) };
  },
});

const packIds = (ids: Float64Array) =>
  pack({ size: ids.length, sorted: () => ({ hashes: ids, values: new Float64Array(ids.length) }) });

const decode = (stored: unknown): MemberState => {
  const groups = stored as { id: unknown }[];
  return new Map(
    groups.map((group): [number, Float64Array] => {
      if (!isNumericId(group.id)) throw new Error("the id of a group is damaged");
      return [group.id, unpack(group).hashes];
    }),
  );
};
