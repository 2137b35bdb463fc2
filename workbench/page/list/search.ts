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

/** What is searched for, word by word. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** The entries of a kind that have every word in what is known of them, by family, the closest first. */
export const search = (entries: readonly EntrySummary[], words: string[], kind?: EntryKind): Family[] => {
  const found = entries
    .filter((entry) => kind === undefined || entry.kind === kind)
    .filter((entry) => words.every((word) => textOf(entry).includes(word)))
    .sort((one, other) => closeness(one, words) - closeness(other, words));
  const families = new Map<string, EntrySummary[]>();
  for (const entry of found) families.set(entry.family, [...(families.get(entry.family) ?? []), entry]);
  return [...families].map(([name, members]) => ({ name, entries: members }));
};

interface Part {
  text: string;
  start: number;
  isFound: boolean;
}

/** A text cut at the words that are found in it. */
export const partsOf = (text: string, words: readonly string[]): Part[] => {
  if (words.length === 0) return [{ text, start: 0, isFound: false }];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const pieces = text.split(new RegExp(`(${pattern})`, "i"));
  let start = 0;
  return pieces.map((piece, index) => {
    const part = { text: piece, start, isFound: index % 2 === 1 };
    start += piece.length;
    return part;
  });
};
