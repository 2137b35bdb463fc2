import { inQuotes } from "../../../engine/shell";

/** Words that no shell changes. */
const plain = /^[A-Za-z0-9_\-.,:/@%+=]+$/;

/** A text as one word of a POSIX shell. */
export const quoted = (text: string): string => (plain.test(text) ? text : inQuotes(text));

/** A text as one word of a POSIX shell, with a variable wherever the mark stands. */
export const quotedWith = (text: string, mark: string, variable: string): string =>
  text
    .split(mark)
    .map((part) => (part === "" ? "" : quoted(part)))
    .join(`"$${variable}"`);
