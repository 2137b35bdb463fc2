/**
 * Watching a list that grows, by the times that the vendor gives its records.
 *
 * The window of a cursor is the time from its low-water mark on. What lies in the window and was not seen before is new;
 * what lies below it is known. The ids in the window are remembered, so that equal times, late arrivals, unsorted answers
 * and repeated pages make no difference. Only the vendor's times count: the local clock is never read.
 */
import { SpectralError } from "@prismatic-io/spectral";
import { hashOf } from "./hashing";
import { type Id, isOddTime, oldestFirst, readId, type Skipped, type Time, toTime, warnOfSkipped } from "./order";
import { pack, unpack } from "./packedMap";
import type { Delivery, Pages, Watch } from "./poll";
import { HashTable } from "./tables";

/** Times are in milliseconds since 1970. */
export interface CursorState {
  /** The low-water mark: start of the window. Undefined until enough records were seen: all that is not known is new. */
  low: number | undefined;
  /** By hash of its id, the time of each record in the window; undefined for a record without a time. */
  seen: ReadonlyMap<number, number | undefined>;
}

export interface CursorOptions {
  /** How much later than newer records a record may turn up and still be found, in minutes. */
  overlapMinutes: number;
  /**
   * The window reaches back to the n-th newest record, less the overlap; default 100. Up to n - 1 records with a date in
   * the future can then not push the window past the present. It costs n ids of state, and API calls only where a page
   * holds fewer records. As long as there are fewer records, everything that is not known is new.
   */
  newest?: number;
  /**
   * The most ids to remember; default 50,000, which is half a MiB of state. With more, the window shrinks to the newest,
   * with a warning.
   */
  mostIds?: number;
}

export interface CursorWatch<Item, Data extends Delivery> extends CursorOptions {
  /** See `Watch`. */
  trigger?: string;
  scope: unknown;
  id: (record: Item) => Id;
  /**
   * The vendor's time of a record. Records without one are delivered once, told by their ids; on the first poll they
   * belong to the baseline, because nothing says that they are newer than anything.
   */
  time: (record: Item) => Time;
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

interface Found<Item> {
  id: string;
  hash: number;
  time: number | undefined;
  record: Item;
}

const minute = 60_000;

const defaultNewest = 100;

const defaultMostIds = 50_000;

/** The n-th largest of the times; undefined when there are fewer. */
const nthNewest = (times: readonly number[], n: number): number | undefined =>
  times.length < n ? undefined : Float64Array.from(times).sort().at(-n);

export const timesOf = (times: Iterable<number | undefined>): number[] =>
  [...times].filter((time): time is number => time !== undefined);

/**
 * Where the window starts after all of these times were seen: the overlap before the n-th newest. With fewer times, and
 * where that would move it back, it stays where it is.
 */
export const lowWaterMark = (
  times: readonly number[],
  low: number | undefined,
  { overlapMinutes, newest = defaultNewest }: CursorOptions,
): number | undefined => {
  const mark = nthNewest(times, newest);
  return mark === undefined ? low : Math.max(low ?? 0, mark - overlapMinutes * minute);
};

/** The start of the largest window from `low` on that holds no more than `most` of the times. */
const shrink = (times: readonly number[], low: number | undefined, most: number): number | undefined => {
  const within = times.filter((time) => time >= (low ?? 0));
  const firstTooMany = nthNewest(within, most + 1);
  return firstTooMany === undefined ? low : firstTooMany + 1;
};

/** Ids of records without a time, at most `most`: those that the vendor still lists before those that it does not. */
const timeless = (known: CursorState["seen"], listed: ReadonlySet<number>, most: number): number[] =>
  [...known.keys()]
    .filter((hash) => known.get(hash) === undefined)
    .sort((a, b) => Number(listed.has(b)) - Number(listed.has(a)))
    .slice(0, most);

/** The state after these records were seen, and whether its window had to shrink to `mostIds`. */
const nextState = <Item>(
  previous: CursorState,
  found: readonly Found<Item>[],
  options: CursorOptions,
): { next: CursorState; shrunk: boolean } => {
  const { mostIds = defaultMostIds } = options;
  const known = new Map(previous.seen);
  for (const { hash, time } of found) known.set(hash, time ?? known.get(hash));
  const times = timesOf(known.values());
  const wanted = lowWaterMark(times, previous.low, options);
  const withoutTime = timeless(known, new Set(found.map(({ hash }) => hash)), mostIds);
  const low = shrink(times, wanted, mostIds - withoutTime.length);
  const seen = new Map<number, number | undefined>(withoutTime.map((hash) => [hash, undefined]));
  for (const [hash, time] of known) if (time !== undefined && time >= (low ?? 0)) seen.set(hash, time);
  return { next: { low, seen }, shrunk: low !== wanted };
};

type Telling<Item> = Pick<CursorWatch<Item, Delivery>, "id" | "time">;

/** A record with what it is told by; undefined, and counted, when it cannot be told. */
const find = <Item>(record: Item, { id, time }: Telling<Item>, skipped: Required<Skipped>): Found<Item> | undefined => {
  const text = readId(record, id);
  if (text === undefined) skipped.withoutId += 1;
  else if (isOddTime(time(record))) skipped.withOddTime += 1;
  else return { id: text, hash: hashOf(text), time: toTime(time(record)), record };
  return undefined;
};

/** Those of the records that lie in the window and were not seen before, oldest first. Pure. */
export const tellNew = <Item>(
  records: readonly Item[],
  { low = 0, seen }: CursorState,
  telling: Telling<Item>,
): { inWindow: Found<Item>[]; fresh: Found<Item>[]; skipped: Skipped } => {
  const found = new Map<string, Found<Item>>();
  const skipped = { withoutId: 0, withOddTime: 0 };
  for (const record of records) {
    const told = find(record, telling, skipped);
    if (told) found.set(told.id, told);
  }
  const inWindow = [...found.values()].filter(({ time }) => time === undefined || time >= low);
  return { inWindow, fresh: inWindow.filter(({ hash }) => !seen.has(hash)).sort(oldestFirst), skipped };
};

/**
 * Tells the new records among those that were read and moves the cursor on. Pure. `previous.low` may be set without
 * anything seen: what is not older is then new. Gives the new records, oldest first, and the next state.
 */
export const advance = <Item>(
  records: readonly Item[],
  previous: CursorState,
  options: Telling<Item> & CursorOptions,
): { fresh: Item[]; next: CursorState; shrunk: boolean; skipped: Skipped } => {
  const { inWindow, fresh, skipped } = tellNew(records, previous, options);
  return { fresh: fresh.map(({ record }) => record), ...nextState(previous, inWindow, options), skipped };
};

/** The times of the records on a page that have one. What has no id is no record, and says nothing of the page. */
export const timesOnPage = <Item>(items: readonly Item[], { id, time }: Telling<Item>): number[] =>
  timesOf(items.map((record) => (readId(record, id) === undefined ? undefined : toTime(time(record)))));

/** Whether everything after this page of a list, newest first, lies below the window. */
export const endsWindow = (page: readonly number[], low: number | undefined): boolean => {
  if (low === undefined || page.length === 0) return false;
  const inOrder = page.every((time, index) => index === 0 || time <= (page[index - 1] as number));
  return inOrder ? (page.at(-1) as number) < low : page.every((time) => time < low);
};

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
    const found = find(record, options, { withoutId: 0, withOddTime: 0 });
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

/**
 * Reads what is new, up to `mostNew` records. Of more the oldest are read: slice by slice by time, from the start of the
 * window on. A slice that holds too much is read again as a shorter one; the next after one that did not is twice as long.
 * One of a second is read whole, so that every poll gets on.
 */
const readNew = async <Item, Data extends Delivery>(
  state: CursorState,
  options: CursorWatch<Item, Data>,
): Promise<{ records: Item[]; isAll: boolean }> => {
  const { mostNew = 20_000, mostPages = 1000 } = options;
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

/** Where a first poll starts that is to deliver what is newer than `since`. */
export const justAfter = (since: string): number => {
  const time = toTime(since);
  if (time === undefined) throw new SpectralError(`"${since}" is not a date and time such as 2026-03-31T14:00:00Z.`);
  return time + 1;
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

interface StoredCursor {
  low: number | null;
  /** The earliest time seen. */
  base: number;
  /** Times as milliseconds after one before `base`; 0 for a record without a time. */
  seen: unknown;
}

export const encode = ({ low, seen }: CursorState): StoredCursor => {
  const times = timesOf(seen.values());
  const base = nthNewest(times, times.length) ?? 0;
  const offsets = new HashTable(seen.size);
  for (const [hash, time] of seen) offsets.set(hash, time === undefined ? 0 : time - base + 1);
  return { low: low ?? null, base, seen: pack(offsets) };
};

export const decode = (stored: unknown): CursorState => {
  const { low, base, seen } = stored as StoredCursor;
  if (!(low === null || Number.isSafeInteger(low)) || !Number.isSafeInteger(base)) {
    throw new Error("the cursor's times are damaged");
  }
  const times = new Map<number, number | undefined>();
  for (const [hash, offset] of unpack(seen)) times.set(hash, offset === 0 ? undefined : offset - 1 + base);
  return { low: low ?? undefined, seen: times };
};
