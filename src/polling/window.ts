/**
 * Watching the recent part of a list by comparing it with what it was at the last poll. How far back that reaches is
 * counted from the vendor's times of its newest records: the local clock is never read.
 */
import { endsWindow, justAfter, lowWaterMark, timesOf, timesOnPage } from "./cursorState";
import { hashOf } from "./hashing";
import { isOddTime, readId, type Time, toTime, warnOfSkipped } from "./order";
import { pack, unpack } from "./packedMap";
import type { Delivery, Pages, Watch } from "./poll";
import { type Changes, compareSnapshot, type Snapshot, type SnapshotReader } from "./snapshot";
import { noRecords, SortedTable } from "./tables";

/** Times are in milliseconds since 1970. */
export interface WindowState {
  /** Start of the window; it never moves back. Undefined: the whole list. */
  low: number | undefined;
  known: Snapshot;
}

export interface WindowWatch<Item, Data extends Delivery> extends SnapshotReader<Item> {
  /** See `Watch`. */
  trigger?: string;
  scope: unknown;
  /** The vendor's time by which a record enters and leaves the window. One without a time is always inside. */
  time: (record: Item) => Time;
  /** Reads the list from a time on, inclusive, as ISO 8601 in UTC; undefined when everything is asked for. */
  pages: (from: string | undefined) => Pages<Item>;
  /** The vendor lists newest first: reading ends at the first page that reaches below the window. */
  newestFirst?: boolean;
  /**
   * How far back the window reaches, in days. It is counted from the 100th newest record, so that up to 99 records with a
   * date in the future cannot push it past the present. Undefined: the whole list is watched.
   */
  days: number | undefined;
  /**
   * What is still going to change. With it the window starts at the oldest such record, where that is later than `days`
   * allow, and reaches back one day at least, for records that arrive late.
   */
  unsettled?: (record: Item) => boolean;
  /**
   * On the first poll, records newer than this time count as created; without it the first poll delivers nothing. In an
   * initial sync they alone count as created; without it all do.
   */
  since?: string;
  deliver: (changes: Changes<Item>) => Data;
}

const minutesPerDay = 1440;

const startAfter = (times: readonly number[], low: number | undefined, days: number | undefined) =>
  days === undefined ? low : lowWaterMark(times, low, { overlapMinutes: days * minutesPerDay });

/** What is noted of the records in the window while they are read. */
interface Noted {
  times: Map<number, number | undefined>;
  oldestUnsettled: number;
  withOddTime: number;
}

/** The records in the window, page by page. */
async function* readWindow<Item, Data extends Delivery>(
  low: number | undefined,
  noted: Noted,
  { pages, id, time, newestFirst, days, unsettled }: WindowWatch<Item, Data>,
): AsyncGenerator<{ items: Item[] }> {
  const note = (record: Item): boolean => {
    const text = readId(record, id);
    if (text === undefined) return true;
    if (isOddTime(time(record))) {
      noted.withOddTime += 1;
      return false;
    }
    const at = toTime(time(record));
    if (at !== undefined && at < (low ?? 0)) return false;
    noted.times.set(hashOf(text), at);
    if (at !== undefined && unsettled?.(record)) noted.oldestUnsettled = Math.min(noted.oldestUnsettled, at);
    return true;
  };

  for await (const { items } of pages(low === undefined ? undefined : new Date(low).toISOString())) {
    yield { items: items.filter(note) };
    if (!newestFirst) continue;
    const onPage = timesOnPage(items, { id, time });
    if (endsWindow(onPage, low ?? startAfter(timesOf(noted.times.values()), low, days))) return;
  }
}

const nextLow = <Item, Data extends Delivery>(
  low: number | undefined,
  { times, oldestUnsettled }: Noted,
  { days, unsettled }: WindowWatch<Item, Data>,
): number | undefined => {
  const all = timesOf(times.values());
  const furthest = startAfter(all, low, days);
  const nearest = startAfter(all, low, 1);
  if (!unsettled || furthest === undefined || nearest === undefined) return furthest;
  return Math.max(furthest, Math.min(nearest, oldestUnsettled));
};

const within = ({ hashes, values }: Snapshot, times: Noted["times"], low: number | undefined): Snapshot => {
  const isInside = (hash: number) => (times.get(hash) ?? Number.POSITIVE_INFINITY) >= (low ?? 0);
  return new SortedTable(
    hashes.filter(isInside),
    values.filter((_, place) => isInside(hashes[place] as number)),
  );
};

/**
 * A watch for `poll` that compares the window with what it was. What entered it is created, what left it is forgotten;
 * a record that left before it changed is not found any more.
 */
export const watchWindow = <Item, Data extends Delivery>(
  options: WindowWatch<Item, Data>,
): Watch<WindowState, Data> => ({
  kind: "window",
  trigger: options.trigger,
  scope: options.scope,
  encode: ({ low, known }) => ({ low: low ?? null, known: pack(known) }),
  decode,
  look: async (previous, { first, load, warn }) => {
    const since = (first || load) && options.since ? justAfter(options.since) : undefined;
    const nothing = load || since !== undefined ? { low: since, known: noRecords() } : undefined;
    const start = previous ?? nothing;
    const noted: Noted = { times: new Map(), oldestUnsettled: Number.POSITIVE_INFINITY, withOddTime: 0 };
    const inWindow = readWindow(start?.low, noted, options);
    const { next, withoutId, ...changes } = await compareSnapshot(inWindow, start?.known, options);
    warnOfSkipped({ withoutId, withOddTime: noted.withOddTime }, warn);
    const low = nextLow(start?.low, noted, options);
    return { next: { low, known: within(next, noted.times, low) }, data: options.deliver(changes) };
  },
});

const decode = (stored: unknown): WindowState => {
  const { low, known } = stored as { low: number | null; known: unknown };
  if (!(low === null || Number.isSafeInteger(low))) throw new Error("the start of the window is damaged");
  return { low: low ?? undefined, known: unpack(known) };
};
