/** Names and sentences, as the pages write them. */

const acronyms: Record<string, string> = Object.fromEntries(
  ["AI", "API", "APIs", "ID", "IDs", "IoT", "OEM", "SSO"].map((word) => [word.toLowerCase(), word]),
);

const wordsOf = (name: string): string[] =>
  name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase());

/** `iotDashboards` as `iot-dashboards`. */
export const inKebabCase = (name: string): string => wordsOf(name).join("-");

/** `iotDashboards` as `IoT Dashboards`. */
export const inWords = (name: string): string =>
  wordsOf(name)
    .map((word) => acronyms[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

/** What an action is asked to do: the first word of its label. */
export const verbOf = (label: string): string => label.split(" ", 1)[0] ?? "";

/** A description with a full stop behind it. */
export const sentences = (text: string): string => `${text.trim().replace(/\.$/, "")}.`;

/** The first sentence of a description. */
export const firstSentence = (text: string): string =>
  /^.*?[.](?=\s+\p{Lu})/su.exec(text.trim())?.[0] ?? sentences(text);

const irreversibleMark = /^Irreversible[^:]*: (.)/;

/** What an irreversible action does, without the words that it is one. */
export const withoutWarning = (description: string): string =>
  description.replace(irreversibleMark, (_, first: string) => first.toUpperCase());

/** Items by a name that each of them has, in the order of the names. */
export const groupedBy = <Item>(items: readonly Item[], nameOf: (item: Item) => string): [string, Item[]][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b, "en"));
};
