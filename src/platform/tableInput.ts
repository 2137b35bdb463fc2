/** Inputs that take a table: CSV text or a file with it, or the rows of an earlier step. */
import { input } from "@prismatic-io/spectral";
import { isRecord } from "../http/answers";
import { InputError } from "../http/errors";
import { CsvError, type CsvLine, parseCsv } from "./csv";
import { textOfFile } from "./fileText";
import { folded, isAlike } from "./findOne";
import { cleanWith, isBlank, type Optional, shown, textOf } from "./inputs";
import { parseJson } from "./jsonInputs";

/** A row by its columns. White space around a cell is dropped; one that is not filled in is blank. */
export type Row<Column extends string> = Record<Column, string>;

interface Table<Column extends string> {
  columns: readonly [Column, ...Column[]];
  /** Those that a row of an earlier step must have. Of CSV text each line has all columns. */
  needed: readonly Column[];
  /** The CSV text has no header: its columns come in the order of `columns`. */
  headless?: boolean;
}

/** Rows of JSON, told from a CSV text whose first cell begins with a bracket. */
const isJsonRows = (text: string) => /^\s*\[\s*[{\]]/.test(text);

const readLines = (label: string, text: string): CsvLine[] => {
  try {
    return parseCsv(text);
  } catch (error) {
    throw error instanceof CsvError ? new InputError(label, error.message) : error;
  }
};

/** The place of each column in the lines, and how many columns a line has at least and at most. */
const placesOf = <Column extends string>(label: string, header: CsvLine | undefined, columns: readonly Column[]) => {
  const names = (header?.cells ?? []).map(folded);
  const expected = `The first line is the header ${columns.join(",")}, its columns in any order, with commas between them.`;
  const missing = columns.filter((column) => !names.includes(folded(column)));
  if (missing.length > 0) throw new InputError(label, `the header has no column ${missing.join(", ")}. ${expected}`);
  const doubled = columns.find((column) => names.indexOf(folded(column)) !== names.lastIndexOf(folded(column)));
  if (doubled) throw new InputError(label, `the header has the column ${doubled} twice. ${expected}`);
  return {
    least: names.findLastIndex((name) => name !== "") + 1,
    most: names.length,
    places: columns.map((column) => names.indexOf(folded(column))),
  };
};

/** Spreadsheets write commas behind the last column: on some lines, on all of them or in the header alone. */
const requireWidth = (label: string, { number, cells }: CsvLine, least: number, most: number) => {
  const isFew = cells.length < least;
  if (!isFew && cells.slice(most).every(isBlank)) return;
  throw new InputError(
    label,
    `line ${number}: ${least} columns are expected, not ${cells.length}.${isFew ? "" : " A cell that holds a comma stands in quotes."}`,
  );
};

const rowsOfText = <Column extends string>(
  label: string,
  text: string,
  { columns, headless }: Table<Column>,
): Row<Column>[] => {
  const lines = readLines(label, text);
  const header = headless ? { number: 0, cells: [...columns] } : lines.shift();
  const { least, most, places } = placesOf(label, header, columns);
  return lines.map((line) => {
    requireWidth(label, line, least, most);
    const cells = columns.map((column, index) => [column, (line.cells[places[index] as number] as string).trim()]);
    return Object.fromEntries(cells) as Row<Column>;
  });
};

const rowOfRecord = <Column extends string>(
  label: string,
  record: unknown,
  place: number,
  { columns, needed }: Table<Column>,
): Row<Column> => {
  if (!isRecord(record))
    throw new InputError(label, `at [${place}]: an object with ${columns.join(", ")} is expected.`);
  const fields = new Map(Object.entries(record).map(([name, value]) => [folded(name), value]));
  const doubled = columns.find((column) => Object.keys(record).filter((name) => isAlike(name, column)).length > 1);
  if (doubled) throw new InputError(label, `at [${place}]: ${doubled} is there twice.`);
  const missing = needed.filter((column) => !fields.has(folded(column)));
  if (missing.length > 0) throw new InputError(label, `at [${place}]: ${missing.join(", ")} is missing.`);
  const cells = columns.map((column) => [column, textOf(label, fields.get(folded(column)) ?? "").trim()]);
  return Object.fromEntries(cells) as Row<Column>;
};

const rowsOf = <Column extends string>(
  label: string,
  given: unknown,
  table: Table<Column>,
): Row<Column>[] | undefined => {
  const value = textOfFile(label, given);
  if (isBlank(value)) return undefined;
  if (typeof value === "string" && !isJsonRows(value)) return rowsOfText(label, value, table);
  const records = parseJson(label, value);
  if (!Array.isArray(records)) throw new InputError(label, "CSV text or a list of rows is expected.");
  return records.map((record, place) => rowOfRecord(label, record, place, table));
};

/**
 * A table as CSV text (RFC 4180), as a file with such text, or as JSON rows. Names of columns count without regard to case;
 * more columns than those named are left out. A text without its header, a line of too few or too many columns and a row
 * without what is needed are refused by their place. A table without rows is an empty list.
 */
export const tableInput = <const O extends Optional, const Column extends string>(options: O, table: Table<Column>) =>
  input({
    ...shown(options),
    type: "text",
    clean: cleanWith<O, Row<Column>[]>(options, (value) => rowsOf(options.label, value, table)),
  });
