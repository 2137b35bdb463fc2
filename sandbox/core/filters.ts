/** Whether a text contains a part, whatever its upper and lower case; every text contains no part. */
export const contains = (text: string | undefined, part: string | undefined): boolean =>
  part === undefined || (text ?? "").toLowerCase().includes(part.toLowerCase());

/** Whether a filter lets a value through; an absent filter lets all through. */
export const equals = (value: string | undefined, filter: string | undefined): boolean =>
  filter === undefined || (value ?? "").toLowerCase() === filter.toLowerCase();

/** The names of a comma-separated list. */
export const listed = (text: string): string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
