/** The lines of a CSV text as RFC 4180 has them: its own few lines, because the platform's bundle has no parser. */

export interface CsvLine {
  /** Where it begins in the text, counted from 1: a field in quotes may go over several lines. */
  number: number;
  cells: string[];
}

/** A text that is not CSV: a quote that does not end, or text behind one that did. */
export class CsvError extends Error {}

/** A field in quotes, with blanks around it; anything else up to a comma or the line's end; and what ends it. */
const field = /[ \t]*"([^"]*(?:""[^"]*)*)"[ \t]*(,|\r\n|\r|\n|$)|([^,\r\n]*)(,|\r\n|\r|\n|$)/y;

const lineEnds = /\r\n|\r|\n/g;

const refuseQuotes = (text: string, number: number) => {
  if (!/^[ \t]*"/.test(text)) return;
  throw new CsvError(
    `line ${number}: a quote is opened and not closed before a comma or the end of the line. A quote within quotes is written twice.`,
  );
};

/**
 * Splits a text into lines and cells. Any line end will do, blank lines are dropped, and quotes hold commas, line breaks and
 * doubled quotes. A quote within a cell that does not begin with one stands for itself. Throws a `CsvError` that names the
 * line.
 */
export const parseCsv = (text: string): CsvLine[] => {
  const lines: CsvLine[] = [];
  let at = 0;
  let number = 1;
  let line: CsvLine = { number, cells: [] };
  while (at < text.length || line.cells.length > 0) {
    field.lastIndex = at;
    const [whole, quoted, quotedEnd, plain = "", plainEnd] = field.exec(text) as RegExpExecArray;
    if (quoted === undefined) refuseQuotes(plain, number);
    line.cells.push(quoted?.replaceAll('""', '"') ?? plain);
    at += whole.length;
    number += whole.match(lineEnds)?.length ?? 0;
    if ((quotedEnd ?? plainEnd) === ",") continue;
    if (line.cells.length > 1 || quoted !== undefined || plain.trim() !== "") lines.push(line);
    line = { number, cells: [] };
  }
  return lines;
};
