import { inQuotes } from "../engine/shell";

/** Lines of at most `width` columns, broken at spaces; a longer word has a line of its own. */
export const wrap = (text: string, width: number, indent = ""): string[] => {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
};

/** The longest name that a text stands beside. */
const longestName = 30;

/** Names in a column beside their wrapped texts; a name that is too long for its column stands on a line above. */
export const table = (
  rows: readonly (readonly [name: string, text: string])[],
  { width }: { width: number },
): string[] => {
  const names = rows.map(([name]) => name.length).filter((length) => length <= longestName);
  const start = 2 + Math.max(0, ...names) + 2;
  return rows.flatMap(([name, text]) => {
    const lines = text === "" ? [] : wrap(text, width, " ".repeat(start));
    const [first = "", ...rest] = lines;
    return name.length + 4 > start ? [`  ${name}`, ...lines] : [`  ${name}${first.slice(name.length + 2)}`, ...rest];
  });
};

/** A title and its lines after a blank line; nothing without lines. */
export const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ["", title, ...lines] : [];

/** The first sentence of a description. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s+[A-Z]|$)/s.exec(text)?.[0] ?? text;

/** Whether a shell takes a word as it is. */
export const isPlain = (word: string): boolean => /^[\w=.,:/@-]+$/.test(word);

/** A word of a command as a shell takes it; of `input=value`, the value alone is put into quotes. */
export const quoted = (argument: string): string => {
  if (isPlain(argument)) return argument;
  const [, input = "", text = ""] = /^([\w-]+=)?(.*)$/s.exec(argument) ?? [];
  return `${input}${inQuotes(text)}`;
};

const grouped = new Intl.NumberFormat("en");

/** `1,200 records`, `1 record`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped.format(count)} ${count === 1 ? one : many}`;
