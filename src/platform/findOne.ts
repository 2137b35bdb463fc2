/** The one record that somebody means by a name or another field, or a clear word that there is none, or several. */
import { SpectralError } from "@prismatic-io/spectral";
import { flagInput } from "./inputs";

export interface Found<Item> {
  outcome: "one" | "none" | "several";
  /** The record when there is one. */
  record: Item | null;
  /** All that match. */
  candidates: Item[];
}

export const failUnlessOne = flagInput({
  label: "Fail Unless Found",
  comments:
    "Fails with an error when none or several match. When off, the outcome says so: one, none or several. Default: off.",
});

/** The JSON Schema, as text, of what was found of a schema of the vendor's description. */
export const foundSchema = (component: string): string => {
  const record = { $ref: component };
  return JSON.stringify({
    type: "object",
    properties: {
      outcome: { type: "string", enum: ["one", "none", "several"] },
      record: { anyOf: [record, { type: "null" }] },
      candidates: { type: "array", items: record },
    },
  });
};

/** A text as names are compared: without regard to case and outer white space. */
export const folded = (text: unknown): string =>
  String(text ?? "")
    .trim()
    .toLowerCase();

/** Whether two texts are the same as names are. */
export const isAlike = (one: unknown, other: unknown): boolean => folded(one) === folded(other);

/** The records whose text is the given one: exactly, or where no text is exactly that, without regard to case. */
export const matching = <Item>(records: readonly Item[], text: string, textOf: (record: Item) => unknown): Item[] => {
  const alike = records.filter((record) => folded(textOf(record)) === folded(text));
  const exact = alike.filter((record) => textOf(record) === text.trim());
  return exact.length > 0 ? exact : alike;
};

/** Records by a text of theirs, to find many as `matching` finds one. */
export const textIndex = <Item>(records: readonly Item[], textOf: (record: Item) => unknown) => {
  const alike = new Map<string, Set<Item>>();
  const placeOf = (text: unknown): Set<Item> => {
    const place = alike.get(folded(text)) ?? new Set();
    alike.set(folded(text), place);
    return place;
  };
  for (const record of records) placeOf(textOf(record)).add(record);
  return {
    find: (text: string): Item[] => matching([...(alike.get(folded(text)) ?? [])], text, textOf),
    /** Puts a record in the place of one that is found. */
    replace: (before: Item, after: Item) => {
      placeOf(textOf(before)).delete(before);
      placeOf(textOf(after)).add(after);
    },
  };
};

interface Sought<Item> {
  /** What is looked for, in the singular and in the plural: `user`, `users`. */
  kind: [one: string, many: string];
  /** Completes "No user has …": `the e-mail address jan@example.com`. */
  has: string;
  idOf: (record: Item) => unknown;
}

/** What came of looking for one record. With `fail`, throws when it is not one, and names those that match. */
export const foundOf = <Item>(
  candidates: Item[],
  { kind: [one, many], has, idOf }: Sought<Item>,
  { fail }: { fail: boolean },
): Found<Item> => {
  const [first] = candidates;
  if (first !== undefined && candidates.length === 1) return { outcome: "one", record: first, candidates };
  if (!fail) return { outcome: first === undefined ? "none" : "several", record: null, candidates };
  throw new SpectralError(
    first === undefined
      ? `No ${one} has ${has}.`
      : `${candidates.length} ${many} have ${has}: ${candidates.map(idOf).join(", ")}. Use the ID of one of them.`,
  );
};
