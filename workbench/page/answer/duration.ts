/** A time in milliseconds as it is read. */
export const duration = (milliseconds: number): string => `${milliseconds.toLocaleString("en-GB")} ms`;
