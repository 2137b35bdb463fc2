export type Headers = Record<string, string | string[]>;

/** One set of headers out of several: of names that differ at most in case or blanks around them, the last one counts. */
export const mergeHeaders = (...sets: (Record<string, string | string[] | undefined> | undefined)[]): Headers => {
  const merged = new Map<string, [name: string, value: string | string[]]>();
  for (const set of sets) {
    for (const [name, value] of Object.entries(set ?? {})) {
      if (value !== undefined) merged.set(name.trim().toLowerCase(), [name.trim(), value]);
    }
  }
  return Object.fromEntries(merged.values());
};

const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/** What HTTP cannot carry in a header's value: control characters, and what is beyond Latin-1. */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/u;

/** The HTTP library drops headers of these names. */
const dropped = new Set(["__proto__", "constructor", "prototype"]);

const asCode = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Why a header cannot be sent, as the end of a sentence that begins with its name; undefined when it can. Shows no value. */
export const problemOfHeader = (name: string, value: string): string | undefined => {
  if (!token.test(name)) return "is not a header's name: letters, digits and - are expected";
  if (dropped.has(name.toLowerCase())) return "is a name that cannot be sent";
  const [character] = unsendable.exec(value) ?? [];
  return character && `holds a character that a header cannot carry (${asCode(character)}); encode the value`;
};
