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
