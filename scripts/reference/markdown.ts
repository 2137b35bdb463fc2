/** Markdown as GitHub shows it. */

/** A text as words: nothing in it is taken for Markdown or HTML. */
export const prose = (text: string): string =>
  text
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("\\", "&#92;")
    .replace(/[*`~]/g, "\\$&")
    .replace(/(?<!\w)_|_(?!\w)/g, "\\_")
    .replace(/\[(?=[^\]]*\]\()/g, "\\[")
    .replaceAll("<", "&lt;");

/** A text as code, also one with backticks in it. */
export const code = (text: string): string => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

const cell = (markdown: string): string => markdown.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

/** Lines with an empty one behind them; nothing of nothing. */
export const block = (lines: readonly string[]): string[] => (lines.length > 0 ? [...lines, ""] : []);

/** A table, without the columns that are empty in all of its rows; nothing without rows. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  if (rows.length === 0) return [];
  const used = columns.map((_, index) => rows.some((cells) => cells[index] !== ""));
  const ofUsed = (cells: readonly string[]) => cells.filter((_, index) => used[index]);
  return [row(ofUsed(columns)), row(ofUsed(columns.map(() => "---"))), ...rows.map((cells) => row(ofUsed(cells)))];
};

/** What GitHub makes of a heading for links to it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .replaceAll(" ", "-");

export const link = (words: string, target: string): string => `[${prose(words)}](${target})`;

/** Lines that are folded behind a summary. */
export const folded = (summary: string, lines: readonly string[]): string[] => [
  `<details><summary>${summary}</summary>`,
  "",
  ...lines,
  "",
  "</details>",
];

/** A value as a folded block of JSON. */
export const foldedJson = (summary: string, value: unknown): string[] =>
  folded(summary, ["```json", JSON.stringify(value, null, 2), "```"]);
