/** Ids as texts, times as milliseconds, and the order of what is delivered. */

/** An id as the vendor has it; blank and missing ones name no record. */
export type Id = string | number | null | undefined;

/** A time as the vendor has it: ISO 8601, or milliseconds since 1970. */
export type Time = string | number | null | undefined;

/** An id as text; undefined when there is none, or when the vendor sent something that is no id. */
export const idText = (id: Id): string | undefined => {
  if (typeof id === "string") return id === "" ? undefined : id;
  return Number.isFinite(id) ? `${id}` : undefined;
};

/** The id of a record as text; undefined also where the vendor sent null for a record. */
export const readId = <Item>(record: Item, id: (record: Item) => Id): string | undefined =>
  record === undefined || record === null ? undefined : idText(id(record));

/** Keeps times within what a packed map can hold; it is reached in the year 10889. */
const latestTime = 2 ** 48 - 2;

/** A number below it is no count of milliseconds, or one from before 1973: seconds, for example. */
const earliestNumber = 1e11;

/** Whether a time is none that a vendor writes: an object, or a number that cannot be milliseconds. */
export const isOddTime = (time: unknown): boolean => {
  if (typeof time === "number") return !(time >= earliestNumber);
  return time !== undefined && time !== null && typeof time !== "string";
};

/**
 * A vendor's time as milliseconds since 1970; undefined when there is none. A text without a zone is UTC: the zone of
 * this machine is nothing that a vendor knows. A date before 1970 is a placeholder (0001-01-01) and counts as none.
 */
export const toTime = (time: Time): number | undefined => {
  if (time === undefined || time === null || time === "" || isOddTime(time)) return undefined;
  const zoned = typeof time === "string" && /T[\d:.]+$/.test(time) ? `${time}Z` : time;
  const milliseconds = Math.floor(typeof zoned === "number" ? zoned : Date.parse(zoned));
  return milliseconds > 0 && milliseconds <= latestTime ? milliseconds : undefined;
};

/** Records of an answer that cannot be used. */
export interface Skipped {
  withoutId: number;
  withOddTime?: number;
}

export const warnOfSkipped = ({ withoutId, withOddTime = 0 }: Skipped, warn: (message: string) => void): void => {
  if (withoutId > 0) warn(`${withoutId} records without an ID were skipped: they cannot be told apart.`);
  if (withOddTime > 0) warn(`${withOddTime} records were skipped: the time of each is no time that can be read.`);
};

let collator: Intl.Collator | undefined;

/** Made on first use: it takes longer than the rest of this folder to load, and most executions sort nothing. */
const natural = (): Intl.Collator => {
  collator ??= new Intl.Collator("en", { numeric: true });
  return collator;
};

/** Ids in natural order (d9 before d10), in which most vendors number what they create. */
const compareIds = (a: string, b: string): number => natural().compare(a, b) || (a < b ? -1 : Number(a > b));

/** Sorts oldest first; records without a time come last, those of one time by their ids. */
export const oldestFirst = (
  a: { id: string; time: number | undefined },
  b: { id: string; time: number | undefined },
): number => {
  const [timeA, timeB] = [a.time ?? Number.POSITIVE_INFINITY, b.time ?? Number.POSITIVE_INFINITY];
  return timeA === timeB ? compareIds(a.id, b.id) : timeA - timeB;
};
