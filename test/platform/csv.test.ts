/** Lines and cells of a CSV text, as RFC 4180 has them. */
import fc from "fast-check";
import { CsvError, parseCsv } from "../../src/platform/csv";

const cellsOf = (text: string) => parseCsv(text).map(({ cells }) => cells);

/** Written in the one way that holds any text. */
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** Written without quotes where that is possible. */
const sparing = (cell: string) => (/[",\r\n]/.test(cell) || cell.trim() !== cell || cell === "" ? quoted(cell) : cell);

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "7", " ", ",", '"', "\r", "\n", ";", "é", "\t") }),
  fc.string({ unit: "grapheme" }),
);
const lineEnd = fc.constantFrom("\r\n", "\n", "\r");
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

describe.each([
  ["in quotes", quoted],
  ["in quotes only where they are needed", sparing],
])("cells %s", (_, write) => {
  it("are read as they were written, whatever they hold, with any line end", () => {
    fc.assert(
      fc.property(table, lineEnd, fc.boolean(), (rows, end, ended) => {
        const text = rows.map((row) => row.map(write).join(",")).join(end);
        expect(cellsOf(`${text}${ended ? end : ""}`)).toEqual(rows);
      }),
    );
  });
});

it("any text is read or refused with the number of a line that it has", () => {
  const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\r", "\n", " "), maxLength: 30 });
  fc.assert(
    fc.property(text, (source) => {
      try {
        expect(parseCsv(source).every(({ cells }) => cells.length > 0)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(CsvError);
        const [, number] = /^line (\d+):/.exec((error as Error).message) ?? [];
        expect(Number(number)).toBeGreaterThanOrEqual(1);
        expect(Number(number)).toBeLessThanOrEqual(source.split(/\r\n|\r|\n/).length);
      }
    }),
  );
});

it("a line is numbered by where it begins, also behind cells with line breaks and blank lines", () => {
  expect(parseCsv('a\r\n"b\nb",c\n\n"d\r\rd"\re').map(({ number }) => number)).toEqual([1, 2, 5, 8]);
});

it("blank lines are no lines, and a line of blank cells is one", () => {
  expect(cellsOf('\n  \na,b\n\r\n,\n""\n')).toEqual([["a", "b"], ["", ""], [""]]);
});

it("blanks around quotes are left out, those of a cell without quotes are kept", () => {
  expect(cellsOf('a , "b" ,c')).toEqual([["a ", "b", "c"]]);
});

it("a quote within a cell stands for itself", () => {
  expect(cellsOf('Screen 19",a "b" c')).toEqual([['Screen 19"', 'a "b" c']]);
});

it.each([
  ['a\n"b,c', 2],
  ['"a" b,c', 1],
  ['a,"b""\nc', 1],
])("a quote that does not end, and text behind one that did, are refused: %j", (text, line) => {
  expect(() => parseCsv(text)).toThrow(`line ${line}: a quote is opened and not closed`);
});

it("a cell of millions of characters is read", () => {
  const long = 'a"\n'.repeat(1_000_000);
  expect(cellsOf(`${quoted(long)},b`)).toEqual([[long, "b"]]);
});
