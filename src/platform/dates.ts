/** A time as ISO 8601 in UTC, to the second: the form that every vendor takes. Milliseconds since 1970, or a date. */
export const toIsoSeconds = (time: number | Date): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
