/** Ids as texts, times as milliseconds, and the order of what is delivered. */

/** An id as the vendor has it; blank and missing ones name no record. */
export type Id = string | number | null | undefined;

/** A time as the vendor has it: ISO 8601, or milliseconds since 1970. */
export type Time = string | number | null | undefined;

export const idText = (id: Id): string | undefined =>
  id === undefined || id === null || id === "" ? undefined : `${id}`;

/** Keeps times within what a packed map can hold; it is reached in the year 10889. */
const latestTime = 2 ** 48 - 2;

/**
 * A vendor's time as milliseconds since 1970; undefined when there is none. A text without a zone is UTC: the zone of
 * this machine is nothing that a vendor knows. A date before 1970 is a placeholder (0001-01-01) and counts as none.
 */
export const toTime = (time: Time): number | undefined => {
  if (time === undefined || time === null || time === "") return undefined;
  const zoned = typeof time === "string" && /T[\d:.]+$/.test(time) ? `${time}Z` : time;
  const milliseconds = Math.floor(typeof zoned === "number" ? zoned : Date.parse(zoned));
  return milliseconds > 0 && milliseconds <= latestTime ? milliseconds : undefined;
};

const natural = new Intl.Collator("en", { numeric: true });

/** Ids in natural order (d9 before d10), in which most vendors number what they create. */
const compareIds = (a: string, b: string): number => natural.compare(a, b) || (a < b ? -1 : Number(a > b));

/** Sorts oldest first; records without a time come last, those of one time by their ids. */
export const oldestFirst = (
  a: { id: string; time: number | undefined },
  b: { id: string; time: number | undefined },
): number => {
  const [timeA, timeB] = [a.time ?? Number.POSITIVE_INFINITY, b.time ?? Number.POSITIVE_INFINITY];
  return timeA === timeB ? compareIds(a.id, b.id) : timeA - timeB;
};
