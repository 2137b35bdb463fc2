/** What a cursor knows of a list, and what it tells of records that were read: all of it pure. */
import { SpectralError } from "@prismatic-io/spectral";
import { hashOf } from "./hashing";
import { type Id, isOddTime, oldestFirst, readId, type Skipped, type Time, toTime } from "./order";
import { pack, unpack } from "./packedMap";
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

/** What records are told by. */
export interface Telling<Item> {
  id: (record: Item) => Id;
  /**
   * The vendor's time of a record. Records without one are delivered once, told by their ids; on the first poll they
   * belong to the baseline, because nothing says that they are newer than anything.
   */
  time: (record: Item) => Time;
}

interface Found<Item> {
  id: string;
  hash: number;
  time: number | undefined;
  record: Item;
}

const minute = 60_000;

const defaultNewest = 100;

export const defaultMostIds = 50_000;

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

/** A record with what it is told by; undefined, and counted, when it cannot be told. */
export const toFound = <Item>(
  record: Item,
  { id, time }: Telling<Item>,
  skipped: Required<Skipped>,
): Found<Item> | undefined => {
  const text = readId(record, id);
  if (text === undefined) skipped.withoutId += 1;
  else if (isOddTime(time(record))) skipped.withOddTime += 1;
  else return { id: text, hash: hashOf(text), time: toTime(time(record)), record };
  return undefined;
};

/** Those of the records that lie in the window and were not seen before, oldest first. */
export const tellNew = <Item>(
  records: readonly Item[],
  { low = 0, seen }: CursorState,
  telling: Telling<Item>,
): { inWindow: Found<Item>[]; fresh: Found<Item>[]; skipped: Skipped } => {
  const found = new Map<string, Found<Item>>();
  const skipped = { withoutId: 0, withOddTime: 0 };
  for (const record of records) {
    const told = toFound(record, telling, skipped);
    if (told) found.set(told.id, told);
  }
  const inWindow = [...found.values()].filter(({ time }) => time === undefined || time >= low);
  return { inWindow, fresh: inWindow.filter(({ hash }) => !seen.has(hash)).sort(oldestFirst), skipped };
};

/**
 * Tells the new records among those that were read and moves the cursor on. `previous.low` may be set without
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

/** Where a first poll starts that is to deliver what is newer than `since`. */
export const justAfter = (since: string): number => {
  const time = toTime(since);
  if (time === undefined) throw new SpectralError(`"${since}" is not a date and time such as 2026-03-31T14:00:00Z.`);
  return time + 1;
};

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
