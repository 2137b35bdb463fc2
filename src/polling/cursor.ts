/**
 * Watching a list that grows, by the times that the vendor gives its records.
 *
 * The window of a cursor is the time from its low-water mark on. What lies in the window and was not seen before is new;
 * what lies below it is known. The ids in the window are remembered, so that equal times, late arrivals, unsorted answers
 * and repeated pages make no difference. Only the vendor's times count: the local clock is never read.
 */
import {
  advance,
  type CursorOptions,
  type CursorState,
  decode,
  defaultMostIds,
  encode,
  endsWindow,
  justAfter,
  lowWaterMark,
  type Telling,
  timesOf,
  timesOnPage,
  toFound,
} from "./cursorState";
import { readId, type Time, toTime, warnOfSkipped } from "./order";
import type { Delivery, Pages, Watch } from "./poll";

export interface CursorWatch<Item, Data extends Delivery> extends CursorOptions, Telling<Item> {
  /** See `Watch`. */
  trigger?: string;
  scope: unknown;
  /**
   * Reads the list from a time on, inclusive, up to another, exclusive, as ISO 8601 in UTC; undefined where there is no
   * such end. Older and later records may come too: they are dropped. Pages are fetched only as they are asked for.
   */
  pages: (from: string | undefined, until: string | undefined) => Pages<Item>;
  /**
   * The vendor lists newest first. Reading then ends at the first page that reaches below the window, or, when that page
   * is not in order, at the first that lies below it as a whole. Otherwise all pages are read.
   */
  newestFirst?: boolean;
  /**
   * The most new records to deliver in one poll; default 20,000. Of more the oldest are delivered, up to a time, and the
   * next polls deliver the rest. Only what is logged in one and the same second is never divided.
   */
  mostNew?: number;
  /** The pages after which a poll that has something to deliver reads no further slice; default 1000. */
  mostPages?: number;
  /**
   * On the first poll, deliver what is newer than this time; without it the first poll delivers nothing. In an initial
   * sync, deliver that alone; without it everything.
   */
  since?: string;
  /** Where a baseline starts when the vendor wants a start; without it a baseline is asked for without one. */
  baselineStart?: Time;
  /** The same for an initial sync without `since`: earlier than anything that the vendor keeps. */
  earliest?: Time;
  /** What the trigger delivers of the new records, which come oldest first. */
  deliver: (records: Item[]) => Data;
}

const toIso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

/**
 * What a first poll notes: the window, and of more records than can be remembered the first that come. A vendor who lists
 * newest first is read only as far as the window will reach.
 */
const readBaseline = async <Item, Data extends Delivery>(
  low: number | undefined,
  { pages, newestFirst, ...options }: CursorWatch<Item, Data>,
): Promise<Item[]> => {
  const records: Item[] = [];
  const known = new Map<string, number | undefined>();
  for await (const { items } of pages(toIso(low), undefined)) {
    for (const record of items) {
      records.push(record);
      const text = readId(record, options.id);
      if (text !== undefined) known.set(text, toTime(options.time(record)));
    }
    if (known.size > (options.mostIds ?? defaultMostIds)) break;
    const start = lowWaterMark(timesOf(known.values()), undefined, options);
    if (newestFirst && endsWindow(timesOnPage(items, options), start)) break;
  }
  return records;
};

const second = 1000;

/** A part of the list by time, from `from` up to, but not including, `until`. */
interface Bounds {
  from: number | undefined;
  until: number | undefined;
}

interface Slice<Item> {
  /** False when reading was given up because there is more in it than there is room for. */
  isWhole: boolean;
  pages: number;
  /** The records in the window, without those that are later than the slice. */
  records: Item[];
  /** By hash of its id, the time of each new record in it. */
  fresh: Map<number, number>;
}

const readSlice = async <Item, Data extends Delivery>(
  { from, until }: Bounds,
  room: number,
  { low = 0, seen }: CursorState,
  { pages, newestFirst, ...options }: CursorWatch<Item, Data>,
): Promise<Slice<Item>> => {
  const slice: Slice<Item> = { isWhole: true, pages: 0, records: [], fresh: new Map() };
  const add = (record: Item) => {
    const found = toFound(record, options, { withoutId: 0, withOddTime: 0 });
    const time = found?.time;
    if (time !== undefined && (time < low || time >= (until ?? Number.POSITIVE_INFINITY))) return;
    slice.records.push(record);
    if (found && time !== undefined && time >= (from ?? 0) && !seen.has(found.hash)) slice.fresh.set(found.hash, time);
  };
  for await (const { items } of pages(toIso(from), toIso(until))) {
    slice.pages += 1;
    for (const record of items) add(record);
    if (slice.fresh.size > room) return { ...slice, isWhole: false };
    if (newestFirst && endsWindow(timesOnPage(items, options), from)) break;
  }
  return slice;
};

/**
 * How long a slice should be that holds half of what there is room for, after one that held too much: as long as the older
 * half of what was read of that one, which leaves out wrong dates, and a quarter of it at most.
 */
const narrower = ({ from = 0, until }: Bounds, fresh: ReadonlyMap<number, number>): number => {
  const times = Float64Array.from(fresh.values()).sort();
  const [oldest = 0, median = 0, newest = 0] = [times.at(0), times.at(times.length >> 1), times.at(-1)];
  return Math.max(second, Math.min(median - oldest, ((until ?? newest + second) - from) / 4));
};

/** The end of a slice, in whole seconds, because vendors take no others. */
const endOf = (from = 0, length: number): number => {
  const toSecond = (time: number) => Math.floor(time / second) * second;
  return Math.max(toSecond(from + length), toSecond(from) + second);
};

/** So many new records one poll delivers. */
export const defaultMostNew = 20_000;

/**
 * Reads what is new, up to `mostNew` records. Of more the oldest are read: slice by slice by time, from the start of the
 * window on. A slice that holds too much is read again as a shorter one; the next after one that did not is twice as long.
 * One of a second is read whole, so that every poll gets on.
 */
const readNew = async <Item, Data extends Delivery>(
  state: CursorState,
  options: CursorWatch<Item, Data>,
): Promise<{ records: Item[]; isAll: boolean }> => {
  const { mostNew = defaultMostNew, mostPages = 1000 } = options;
  const records: Item[] = [];
  const fresh = new Set<number>();
  let bounds: Bounds = { from: state.low, until: undefined };
  let length = 0;
  let newest = 0;
  let pages = 0;
  const isEnough = (part: number) => fresh.size >= mostNew / part || (pages >= mostPages && fresh.size > 0);

  for (;;) {
    const { from, until } = bounds;
    const isShortest = until !== undefined && until - (from ?? 0) <= second;
    const slice = await readSlice(bounds, isShortest ? Number.POSITIVE_INFINITY : mostNew - fresh.size, state, options);
    pages += slice.pages;
    if (slice.isWhole) {
      for (const record of slice.records) records.push(record);
      for (const hash of slice.fresh.keys()) fresh.add(hash);
      if (until === undefined) return { records, isAll: true };
      if (isEnough(2)) return { records, isAll: false };
      length *= 2;
      const end = endOf(until, length);
      bounds = { from: until, until: end > newest ? undefined : end };
    } else {
      if (isEnough(4)) return { records, isAll: false };
      for (const time of slice.fresh.values()) newest = Math.max(newest, time);
      length = narrower(bounds, slice.fresh);
      bounds = { from, until: endOf(from, length) };
    }
  }
};

/**
 * A watch for `poll` that delivers what is new since the cursor. A poll reads the window and what is newer, so that a
 * vendor who can filter by `from`, or lists newest first, is asked for little: most polls cost one API call.
 *
 * Guarantees: a record is delivered once; it is delivered if the vendor lists it, at the latest `overlapMinutes` behind
 * newer ones. Use it for times that the vendor's servers set; where devices set them, compare snapshots.
 */
export const watchCursor = <Item, Data extends Delivery>(
  options: CursorWatch<Item, Data>,
): Watch<CursorState, Data> => ({
  kind: "cursor",
  trigger: options.trigger,
  scope: options.scope,
  encode,
  decode,
  look: async (previous, { first, load, warn }) => {
    const since = (first || load) && options.since ? justAfter(options.since) : undefined;
    const low = since ?? toTime(load ? options.earliest : options.baselineStart);
    const start = previous ?? { low, seen: new Map() };
    const baseline = previous === undefined && since === undefined && !load;
    const { records, isAll } = baseline
      ? { records: await readBaseline(start.low, options), isAll: true }
      : await readNew(start, options);
    const { fresh, next, shrunk, skipped } = advance(records, start, options);
    warnOfSkipped(skipped, warn);
    if (shrunk) {
      warn(
        `More records than can be remembered lie within the overlap of ${options.overlapMinutes} minutes. It was shortened: records that arrive late may be missed. Poll more often or choose a shorter overlap.`,
      );
    }
    const isDue = (record: Item) => since === undefined || toTime(options.time(record)) !== undefined;
    const delivered = baseline ? [] : fresh.filter(isDue);
    if (!isAll) {
      warn(
        `More records are new than one poll delivers. The oldest ${delivered.length} of them are delivered now and the rest by the next polls; nothing is skipped.`,
      );
    }
    return { next, data: options.deliver(delivered) };
  },
});
