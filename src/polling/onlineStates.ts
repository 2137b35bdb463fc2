/** Following who is online: a state counts once it has lasted long enough, so that going and coming back is no news. */
import { type Id, type Time, toTime } from "./order";
import type { Pages, Watch } from "./poll";
import { type Snapshot, watchSnapshot } from "./snapshot";

const unknown = 0;
const offline = 1;
const online = 2;

interface Presence {
  /** The state that counts: the last one that was delivered, or that of the baseline. */
  reported: number;
  /** Since when it is in the other state, in minutes since 1970; 0 when it is not. */
  otherSince: number;
}

export interface OnlineStatesWatch<Item> {
  /** See `Watch`. */
  trigger: string;
  scope: unknown;
  /** Reads the whole list. */
  pages: () => Pages<Item>;
  id: (record: Item) => Id;
  /** Undefined or null where the vendor does not say: the record keeps the state that it had. */
  isOnline: (record: Item) => boolean | null | undefined;
  /** When the record was online last, by the vendor's clock. */
  lastSeen: (record: Item) => Time;
  /** How long a new state has to last, in minutes. */
  minimumMinutes: number;
  /** When the poll started, by the platform's clock. */
  startedAt: Time;
}

/** Who changed, in the order of their ids. */
type OnlineStateChanges<Item> = Record<"cameOnline" | "wentOffline", Item[]>;

const unpack = (value: number): Presence => ({ reported: value % 4, otherSince: Math.floor(value / 4) });

const pack = ({ reported, otherSince }: Presence): number => otherSince * 4 + reported;

const toMinutes = (milliseconds: number): number => Math.floor(milliseconds / 60_000);

/**
 * A watch for `poll` that delivers who came online or went offline and stayed so.
 *
 * An offline record says itself since when it is, by the vendor's clock, also when it came back and went again between two
 * polls. An online one does not: the poll that saw it first counts.
 */
export const watchOnlineStates = <Item>({
  isOnline,
  lastSeen,
  minimumMinutes,
  startedAt,
  ...list
}: OnlineStatesWatch<Item>): Watch<Snapshot, OnlineStateChanges<Item>> => {
  const now = toMinutes(toTime(startedAt) ?? Date.now());

  const stateOf = (record: Item): number => {
    const state = isOnline(record);
    if (state === undefined || state === null) return unknown;
    return state ? online : offline;
  };

  const otherSince = (record: Item, known: number): number => {
    const seen = isOnline(record) ? undefined : toTime(lastSeen(record));
    if (seen !== undefined) return Math.min(toMinutes(seen), now);
    return known === 0 ? now : known;
  };

  /** What to remember of a record: a state other than the reported one is reported once it has lasted long enough. */
  const follow = (record: Item, { reported, otherSince: known }: Presence): Presence => {
    const state = stateOf(record);
    if (state === unknown) return { reported, otherSince: known };
    if (state === reported || reported === unknown) return { reported: state, otherSince: 0 };
    const since = otherSince(record, known);
    return now - since >= minimumMinutes ? { reported: state, otherSince: 0 } : { reported, otherSince: since };
  };

  return watchSnapshot({
    ...list,
    value: (record, before = unknown) => pack(follow(record, unpack(before))),
    deliver: ({ updated }) => {
      const became = (state: number): Item[] =>
        updated
          .filter(({ before, value }) => {
            const [was, is] = [unpack(before).reported, unpack(value).reported];
            return was !== unknown && was !== is && is === state;
          })
          .map(({ record }) => record);
      return { cameOnline: became(online), wentOffline: became(offline) };
    },
  });
};
