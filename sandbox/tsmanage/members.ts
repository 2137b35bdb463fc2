import { ok } from "../core/answers";
import { badRequest, notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { people } from "../core/names";
import { random } from "../core/random";
import { idNumber, inTurn, keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { batchTooLarge, notAllowed } from "./errors";
import { groupAnswer, type ServerGroup, type ServerGroupState } from "./serverGroups";

export interface Member {
  cldbid: number;
  id: string;
  nickname: string;
  /** UNIX seconds, as the other time. */
  created: number;
  lastConnected: number;
  connections: number;
  /** The `sgid` of each of its server groups. */
  groups: Set<number>;
}

export interface MemberState {
  /** By client unique identifier. */
  members: Map<string, Member>;
}

export const counts = { members: 400 };

type Reach = AnyCall<MemberState & ServerGroupState>;

/** What a request may change at a time. */
const most = 500;

/** Base64 of 20 bytes, as the hash of a key is: it ends in `=`, and mostly has `+` or `/` in it. */
const identifiers = () => {
  const { integer } = random("client unique identifiers");
  return () => Buffer.from(times(20, () => integer(256))).toString("base64");
};

const nickname = (index: number) => {
  const [first = ""] = (inTurn(people, index) ?? "").split(" ");
  return index < people.length ? first : `${first}${Math.floor(index / people.length) + 1}`;
};

const daySeconds = 86_400;

/** Which group is a member's rank, beside the one that everybody has: most are recruits, a few officers. */
const rankOf = (index: number): number => {
  if (index % 25 === 0) return 6;
  return index % 4 === 1 ? 5 : 4;
};

const seedMembers = (count: number, groups: ServerGroup[], now: number): Member[] => {
  const nextId = identifiers();
  const seconds = now / 1000;
  return times(count, (index) => ({
    cldbid: idNumber(101, index),
    id: nextId(),
    nickname: nickname(index),
    created: seconds - (900 - (index % 800)) * daySeconds,
    lastConnected: seconds - (index % 45) * daySeconds - 3600,
    connections: 1 + ((index * 7) % 500),
    groups: new Set([groups[1], groups[rankOf(index)]].flatMap((group) => (group ? [group.sgid] : []))),
  }));
};

export const seed = ({ count, now, serverGroups }: Seeding<typeof counts, ServerGroupState>): MemberState => ({
  members: keyed(seedMembers(count.members, [...serverGroups.values()], now), ({ id }) => id),
});

const memberAnswer = ({ store }: Reach, member: Member): Schema<"Member"> => ({
  cldbid: member.cldbid,
  clientUniqueIdentifier: member.id,
  clientNickname: member.nickname,
  clientCreated: member.created,
  clientLastconnected: member.lastConnected,
  clientTotalconnections: member.connections,
  serverGroups: [...member.groups].map((sgid) => ({ sgid, name: store.serverGroups.get(sgid)?.name ?? "" })),
});

/** The members of these, each once, in the order of the server's own list; unknown ones are left out. */
const known = ({ store }: Reach, ids: readonly string[]): Member[] => {
  const asked = new Set(ids);
  return [...store.members.values()].filter(({ id }) => asked.has(id));
};

const groupsOf = ({ store }: Reach, ids: readonly number[]): ServerGroup[] =>
  ids.map((sgid) => {
    const group = store.serverGroups.get(sgid);
    if (!group) throw notFound("Server group", String(sgid));
    return group;
  });

export const handlers = {
  Members_Get: (call) => ok(known(call, call.query.id).map((member) => memberAnswer(call, member))),

  Members_UpdateBatch: (call) => {
    const { memberIds = [], serverGroupIdsToAdd = [], serverGroupIdsToRemove = [] } = call.body;
    if (!call.mayChange) throw notAllowed();
    if (memberIds.length === 0) throw badRequest("memberIds is empty.");
    if (memberIds.length > most) throw batchTooLarge(most);
    if (serverGroupIdsToAdd.some((id) => serverGroupIdsToRemove.includes(id))) {
      throw badRequest("A server group is both to add and to remove.");
    }
    // Whatever can be wrong is found before the first member is changed.
    const added = groupsOf(call, serverGroupIdsToAdd);
    const removed = groupsOf(call, serverGroupIdsToRemove);
    const members = known(call, memberIds);
    for (const { groups } of members) {
      for (const { sgid } of added) groups.add(sgid);
      for (const { sgid } of removed) groups.delete(sgid);
    }
    return ok({
      addedGroups: added.map(groupAnswer),
      removedGroups: removed.map(groupAnswer),
      members: members.map((member) => memberAnswer(call, member)),
    });
  },
} satisfies Handlers<Reach>;
