/**
 * Watching a list that grows, by the times that the vendor gives its records.
 *
 * The window of a cursor is the time from its low-water mark on. What lies in the window and was not seen before is new;
 * what lies below it is known. The ids in the window are remembered, so that equal times, late arrivals, unsorted answers
 * and repeated pages make no difference. Only the vendor's times count: the local clock is never read.
 */
import { SpectralError } from "@prismatic-io/spectral";
import { hashOf } from "./hashing";
import { type Id, idText, oldestFirst, type Time, toTime } from "./order";
import { pack, unpack } from "./packedMap";
import type { Delivery, Pages, Watch } from "./poll";

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
  scope: unknown;
  id: (record: Item) => Id;
  /**
   * The vendor's time of a record. Records without one are delivered once, told by their ids; on the first poll they
   * belong to the baseline, because nothing says that they are newer than anything.
   */
  time: (record: Item) => Time;
  /**
   * Reads the list from a time on, inclusive, as ISO 8601 in UTC; undefined when everything is asked for. Older
   * records may come too: they are dropped. Pages are fetched only as they are asked for.
   */
  pages: (from: string | undefined) => Pages<Item>;
  /**
   * The vendor lists newest first. Reading then ends at the first page that reaches below the window, or, when that page
   * is not in order, at the first that lies below it as a whole. Otherwise all pages are read.
   */
  newestFirst?: boolean;
  /** The most pages to read in one poll; default 1000. With more the poll fails. */
  mostPages?: number;
  /** On the first poll, deliver what is newer than this time; without it the first poll delivers nothing. */
  since?: string;
  /** Where a baseline starts when the vendor wants a start; without it a baseline is asked for without one. */
  baselineStart?: Time;
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
  const { mostIds = 50_000 } = options;
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

/**
 * Tells the new records among those that were read and moves the cursor on. Pure. `previous.low` may be set without
 * anything seen: what is not older is then new. Gives the new records, oldest first, and the next state.
 */
export const advance = <Item>(
  records: readonly Item[],
  previous: CursorState,
  { id, time, ...options }: Pick<CursorWatch<Item, Delivery>, "id" | "time"> & CursorOptions,
): { fresh: Item[]; next: CursorState; shrunk: boolean; withoutId: number } => {
  const found = new Map<string, Found<Item>>();
  let withoutId = 0;
  for (const record of records) {
    const text = idText(id(record));
    if (text === undefined) withoutId += 1;
    else found.set(text, { id: text, hash: hashOf(text), time: toTime(time(record)), record });
  }
  const inWindow = [...found.values()].filter((each) => each.time === undefined || each.time >= (previous.low ?? 0));
  const fresh = inWindow.filter(({ hash }) => !previous.seen.has(hash)).sort(oldestFirst);
  return { fresh: fresh.map(({ record }) => record), ...nextState(previous, inWindow, options), withoutId };
};

/** Whether everything after this page of a list, newest first, lies below the window. */
export const endsWindow = (page: readonly number[], low: number | undefined): boolean => {
  if (low === undefined || page.length === 0) return false;
  const inOrder = page.every((time, index) => index === 0 || time <= (page[index - 1] as number));
  return inOrder ? (page.at(-1) as number) < low : page.every((time) => time < low);
};

const readWindow = async <Item, Data extends Delivery>(
  { low, baseline }: { low: number | undefined; baseline: boolean },
  { pages, id, time, newestFirst, mostPages = 1000, ...options }: CursorWatch<Item, Data>,
): Promise<Item[]> => {
  const records: Item[] = [];
  const known = new Map<string, number | undefined>();
  let read = 0;
  for await (const { items } of pages(low === undefined ? undefined : new Date(low).toISOString())) {
    if (read === mostPages) {
      throw new SpectralError(
        `More than ${mostPages} pages (${records.length} records) are newer than the last poll. Nothing was delivered; narrow the trigger's filters or load the past in another way.`,
      );
    }
    read += 1;
    for (const record of items) records.push(record);
    if (!newestFirst) continue;
    const onPage = timesOf(items.map((record) => toTime(time(record))));
    for (const record of baseline ? items : []) {
      const text = idText(id(record));
      if (text !== undefined) known.set(text, toTime(time(record)));
    }
    const start = baseline ? lowWaterMark(timesOf(known.values()), undefined, options) : low;
    if (endsWindow(onPage, start)) break;
  }
  return records;
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
  scope: options.scope,
  encode,
  decode,
  look: async (previous, { first, warn }) => {
    const since = first && options.since ? justAfter(options.since) : undefined;
    const start = previous ?? { low: since ?? toTime(options.baselineStart), seen: new Map() };
    const baseline = previous === undefined && since === undefined;
    const records = await readWindow({ low: start.low, baseline }, options);
    const { fresh, next, shrunk, withoutId } = advance(records, start, options);
    if (withoutId > 0) warn(`${withoutId} records without an ID were skipped: they cannot be told apart.`);
    if (shrunk) {
      warn(
        `More records than can be remembered lie within the overlap of ${options.overlapMinutes} minutes. It was shortened: records that arrive late may be missed. Poll more often or choose a shorter overlap.`,
      );
    }
    if (previous) return { next, data: options.deliver(fresh) };
    const isNewer = (record: Item) => since !== undefined && toTime(options.time(record)) !== undefined;
    return { next, data: options.deliver(fresh.filter(isNewer)) };
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
  const offsets = new Map<number, number>();
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
