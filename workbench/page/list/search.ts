import type { EntryKind, EntrySummary } from "../../api";

export interface Family {
  name: string;
  entries: EntrySummary[];
}

const textOf = ({ key, label, description, family, needs, operations }: EntrySummary): string =>
  [label, key, description, family, ...needs.flatMap(([kind, values]) => [kind, ...values]), ...operations]
    .join("\n")
    .toLowerCase();

/** Entries with a wanted word in their label come before those that have it elsewhere. */
const closeness = ({ label }: EntrySummary, words: string[]): number =>
  words.filter((word) => !label.toLowerCase().includes(word)).length;

/** The entries of a kind that have every word of `text` in what is known of them, by family, the closest first. */
export const search = (entries: readonly EntrySummary[], text: string, kind?: EntryKind): Family[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries
    .filter((entry) => kind === undefined || entry.kind === kind)
    .filter((entry) => words.every((word) => textOf(entry).includes(word)))
    .sort((one, other) => closeness(one, words) - closeness(other, words));
  const families = new Map<string, EntrySummary[]>();
  for (const entry of found) families.set(entry.family, [...(families.get(entry.family) ?? []), entry]);
  return [...families].map(([name, members]) => ({ name, entries: members }));
};
