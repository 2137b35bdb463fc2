import type { Element } from "@prismatic-io/spectral";

/** Texts and numbers; what else a vendor sends has no words for a person. */
const filled = (part: unknown): part is string | number =>
  (typeof part === "string" && part !== "") || typeof part === "number";

/** `name (detail, detail)` of what is there; blank when nothing is. */
const labelOf = ([name, ...details]: unknown[]): string => {
  const [first, ...rest] = [name, ...details].filter(filled);
  if (first === undefined) return "";
  return rest.length > 0 ? `${first} (${rest.join(", ")})` : String(first);
};

/**
 * The result of a picklist data source: one element per record that has a key, sorted by label. `label` gives a name
 * and the details that tell two of that name apart; what is missing is left out, and where labels still are equal, or
 * blank, the key is added.
 */
export const toPicklist = <Item>(
  records: readonly Item[],
  read: { key: (record: Item) => unknown; label: (record: Item) => unknown[] },
): { result: Element[] } => {
  const elements = records
    .filter((record) => record !== undefined && record !== null && filled(read.key(record)))
    .map((record) => ({ key: String(read.key(record)), label: labelOf(read.label(record)) }));
  const uses = new Map<string, number>();
  for (const { label } of elements) uses.set(label, (uses.get(label) ?? 0) + 1);
  const collator = new Intl.Collator("en", { numeric: true });
  const result = elements
    .map(({ key, label }) => {
      if (label === "") return { key, label: key };
      return { key, label: uses.get(label) === 1 ? label : `${label} – ${key}` };
    })
    .sort((a, b) => collator.compare(a.label, b.label));
  return { result };
};
