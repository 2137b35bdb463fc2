import type { EntryFacts } from "../engine/catalogue";
import { type Component, type Entry, entriesOf } from "../engine/component";
import type { Style } from "./style";
import { counted, firstSentence, section, table, wrap } from "./text";

/** An entry of a component with what is known of it. */
export interface KnownEntry {
  entry: Entry;
  facts: EntryFacts;
}

/** The facts of an entry as a list tells them to a program. */
export const listed = ({ entry: { kind, definition }, facts }: KnownEntry) => ({
  kind,
  key: definition.key,
  label: definition.display.label,
  description: definition.display.description,
  family: facts.family,
  needs: Object.fromEntries(facts.needs),
  irreversible: facts.irreversible ?? false,
});

const searched = ({ entry: { definition }, facts }: KnownEntry): string => {
  const { key, display } = definition;
  return [key, display.label, display.description, facts.family, ...facts.needs.flat(2)].join("\n").toLowerCase();
};

/** The entries that have every word in their key, label, description, family or needs. */
export const matching = (entries: readonly KnownEntry[], words: readonly string[]): KnownEntry[] =>
  entries.filter((entry) => words.every((word) => searched(entry).includes(word.toLowerCase())));

const byFamily = (entries: readonly KnownEntry[]): Map<string, KnownEntry[]> => {
  const families = new Map<string, KnownEntry[]>();
  for (const entry of entries) {
    const { family } = entry.facts;
    families.set(family, [...(families.get(family) ?? []), entry]);
  }
  // Triggers come last, as what a flow starts with is looked for apart from what it does.
  return new Map([...families].sort(([, a], [, b]) => Number(isTrigger(a)) - Number(isTrigger(b))));
};

const isTrigger = ([first]: readonly KnownEntry[]): boolean => first?.entry.kind === "trigger";

/** What a component has, by family, each with its first sentence. */
export const listing = (component: Component, entries: readonly KnownEntry[], style: Style): string => {
  const { width, bold } = style;
  const families = [...byFamily(entries)].flatMap(([family, members]) =>
    section(
      bold(`${family} (${members.length})`),
      table(
        members.map(({ entry: { definition } }) => [definition.key, firstSentence(definition.display.description)]),
        { width },
      ),
    ),
  );
  const connections = component.connections.map(({ key, label }) => [key, label] as const);
  const isWhole = entries.length === entriesOf(component).length;
  return [
    ...wrap(`${component.display.label}: ${component.display.description}`, width),
    ...families,
    ...(isWhole ? section(bold("Connections"), table(connections, { width })) : []),
    "",
    ...(entries.length > 0
      ? wrap(`Run "npx remote-support show ${component.key} KEY" to see what one of them takes.`, width)
      : ["Nothing matches."]),
  ].join("\n");
};

/** Counts of what a component has, for people. */
const contents = ({ actions, dataSources, triggers }: Component): string =>
  [
    counted(Object.keys(actions).length, "action"),
    counted(Object.keys(dataSources).length, "data source"),
    counted(Object.keys(triggers).length, "trigger"),
  ].join(", ");

/** The components that are built. */
export const componentsListing = (components: readonly Component[], { width, bold }: Style): string => {
  return [
    ...components.flatMap((component) => [
      bold(component.key),
      `  ${component.display.label}: ${contents(component)}`,
      ...wrap(firstSentence(component.display.description), width, "  "),
    ]),
    "",
    ...wrap('Run "npx remote-support list COMPONENT [WORD ...]" to see what one of them has.', width),
  ].join("\n");
};
