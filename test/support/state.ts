/** The stored state of an instance in which one trigger has run. */
type Json = Record<string, unknown>;

const triggersOf = (stored: Json): Json => (stored.triggers ?? {}) as Json;

/** What the trigger has stored; nothing before its first run. */
export const entryOf = (stored: Json): Json => (Object.values(triggersOf(stored))[0] ?? {}) as Json;

/** The same with something else where the trigger's own state was. */
export const withEntry = (stored: Json, entry: unknown): Json => {
  const [place] = Object.keys(triggersOf(stored));
  if (place === undefined) throw new Error("The trigger has not stored anything yet.");
  return { ...stored, triggers: { ...triggersOf(stored), [place]: entry } };
};
