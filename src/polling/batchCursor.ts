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
  tellNew,
  timesOnPage,
} from "./cursorState";
import { type Id, type Time, warnOfSkipped } from "./order";

/** `mostIds`: the most ids to remember while a run is under way; default 50,000, and half of them between two runs. */
export interface CursorSync<Item> extends CursorOptions {
  /** The vendor's id of a record. Records without one are skipped, with a warning. */
  id: (record: Item) => Id;
  /** The vendor's time of a record, which the list is sorted by. */
  time: (record: Item) => Time;
}

type Seen = CursorState["seen"];

const defaultMostIds = 50_000;

/**
 * The ids to remember while a run is under way: of 50,000 half a MiB. The newest are what the next cursor is made
 * of; the oldest are those of the last one, which the run still comes to. Of more than that those between are forgotten:
 * should the run fail, they are delivered again.
 */
const bounded = ({ seen, forgotten }: Running, mostIds: number): Running => {
  if (seen.size <= mostIds) return { seen, forgotten };
  const byTime = [...seen].sort(([, a = 0], [, b = 0]) => a - b);
  const [, latest = 0] = byTime.at(-mostIds / 2 - 1) as [number, number | undefined];
  return {
    seen: new Map([...byTime.slice(0, mostIds / 2), ...byTime.slice(-mostIds / 2)]),
    forgotten: Math.max(latest, forgotten ?? 0),
  };
};

/** What is remembered while a run is under way. */
interface Running {
  seen: Seen;
  /** The latest time of a record that was delivered and is not remembered. */
  forgotten: number | undefined;
}

interface CursorProgress extends ReturnType<typeof encode> {
  forgotten?: number;
}

/** Those from a time on, and those without a time. */
const since = (low: number, seen: Seen): Seen =>
  new Map([...seen].filter(([, time]) => time === undefined || time >= low));

const startOf = ({ state, progress, initial }: Start<CursorState>): CursorState => {
  if (progress) return decode(progress);
  if (state && !initial) return state;
  return { low: initial?.since === undefined ? undefined : justAfter(initial.since), seen: new Map() };
};

const cursorNews = <Item>(options: CursorSync<Item>, start: Start<CursorState>): News<Item> => {
  const { mostIds = defaultMostIds } = options;
  const { low, seen: before } = startOf(start);
  const seen = new Map(before);
  const forgotten = (start.progress as CursorProgress | undefined)?.forgotten;

  const take = (records: readonly Item[]): Item[] => {
    const { fresh, skipped } = tellNew(records, { low, seen }, options);
    warnOfSkipped(skipped, start.warn);
    for (const found of fresh) seen.set(found.hash, found.time);
    const news = new Set(fresh.map(({ record }) => record));
    return records.filter((record) => news.has(record));
  };

  const endsWith = (records: readonly Item[]) => endsWindow(timesOnPage(records, options), low);

  /** What was forgotten must not be asked for again: the window starts above it. */
  const nextCursor = (): CursorState => {
    const { next, shrunk } = advance([], { low, seen }, { ...options, mostIds: mostIds / 2 });
    const isForgotten = forgotten !== undefined && forgotten >= (next.low ?? 0);
    if (shrunk || isForgotten) {
      start.warn(
        `More records than can be remembered lie within the overlap of ${options.overlapMinutes} minutes. It was shortened: records that arrive late may be missed. Run more often or choose a shorter overlap.`,
      );
    }
    return isForgotten ? { low: forgotten + 1, seen: since(forgotten + 1, next.seen) } : next;
  };

  const store = (complete: boolean) => {
    const running = bounded({ seen, forgotten }, mostIds);
    const stored = encode(complete ? nextCursor() : { low, seen: running.seen });
    return { state: stored, progress: { ...stored, forgotten: running.forgotten } satisfies CursorProgress };
  };

  return { take, endsWith, store };
};

/** Everything newer than `since`. */
const everything = <Item>(options: CursorSync<Item>, since: string | undefined, warn: (message: string) => void) => {
  const { take, endsWith } = cursorNews(options, {
    state: undefined,
    progress: undefined,
    initial: { since },
    warn,
  });
  return { take, endsWith };
};

/**
 * Delivers each record once, newest first: what lies in the window of the cursor and was not delivered before. Reading
 * ends at the first page that reaches below the window.
 */
export const compareWithCursor = <Item>(options: CursorSync<Item>): Comparison<Item, CursorState> => ({
  kind: "cursor pages",
  id: options.id,
  decode,
  everything: (since, warn) => everything(options, since, warn),
  news: (start) => cursorNews(options, start),
});
