/**
 * Telling new records page by page in a list that the vendor gives newest first, by the times that the vendor sets.
 *
 * The cursor is that of `watchCursor`. Its window stays where it is until the run is through, because what the run has
 * not read yet is older than what it has; until then only the ids of what was delivered are added to it.
 */
import type { Comparison, News, Start } from "./batches";
import {
  advance,
  type CursorOptions,
  type CursorState,
  decode,
  encode,
  endsWindow,
  justAfter,
  timesOf,
} from "./cursor";
import { hashOf } from "./hashing";
import { type Id, type Time, toTime } from "./order";

export interface CursorSync<Item> extends CursorOptions {
  /** The vendor's id of a record. Records without one are skipped, with a warning. */
  id: (record: Item) => Id;
  /** The vendor's time of a record, which the list is sorted by. */
  time: (record: Item) => Time;
}

type Seen = CursorState["seen"];

/** Half of these are the oldest and half the newest: see `bounded`. */
const mostIds = 50_000;

/**
 * The ids to remember while a run is under way, half a MiB of them at most. The newest are what the next cursor is made
 * of; the oldest are those of the last one, which the run still comes to. Of more than that those between are dropped:
 * should the run fail, they are delivered again.
 */
const bounded = (seen: Seen): Seen => {
  if (seen.size <= mostIds) return seen;
  const byTime = [...seen].sort(([, a = 0], [, b = 0]) => a - b);
  return new Map([...byTime.slice(0, mostIds / 2), ...byTime.slice(-mostIds / 2)]);
};

const startOf = ({ state, progress, initial }: Start<CursorState>): CursorState => {
  if (progress) return decode(progress);
  if (state && !initial) return state;
  return { low: initial?.since === undefined ? undefined : justAfter(initial.since), seen: new Map() };
};

const cursorNews = <Item>(options: CursorSync<Item>, start: Start<CursorState>): News<Item> => {
  const { id, time } = options;
  const { low, seen: before } = startOf(start);
  const seen = new Map(before);

  const take = (records: readonly Item[]): Item[] => {
    const { fresh, withoutId } = advance(records, { low, seen }, options);
    if (withoutId > 0) start.warn(`${withoutId} records without an ID were skipped: they cannot be told apart.`);
    for (const record of fresh) seen.set(hashOf(`${id(record)}`), toTime(time(record)));
    const news = new Set(fresh);
    return records.filter((record) => news.has(record));
  };

  const endsWith = (records: readonly Item[]) =>
    endsWindow(timesOf(records.map((record) => toTime(time(record)))), low);

  const nextCursor = (): CursorState => {
    const { next, shrunk } = advance([], { low, seen }, options);
    if (shrunk) {
      start.warn(
        `More records than can be remembered lie within the overlap of ${options.overlapMinutes} minutes. It was shortened: records that arrive late may be missed. Run more often or choose a shorter overlap.`,
      );
    }
    return next;
  };

  const store = (complete: boolean) => {
    const stored = encode(complete ? nextCursor() : { low, seen: bounded(seen) });
    return { state: stored, progress: stored };
  };

  return { take, endsWith, store };
};

/** Everything newer than `since`. */
const everything = <Item>(options: CursorSync<Item>, since: string | undefined) => {
  const { take, endsWith } = cursorNews(options, {
    state: undefined,
    progress: undefined,
    initial: { since },
    warn() {},
  });
  return { take, endsWith };
};

/**
 * Delivers each record once, newest first: what lies in the window of the cursor and was not delivered before. Reading
 * ends at the first page that reaches below the window.
 */
export const compareWithCursor = <Item>(options: CursorSync<Item>): Comparison<Item, CursorState> => ({
  kind: "cursor pages",
  decode,
  everything: (since) => everything(options, since),
  news: (start) => cursorNews(options, start),
});
