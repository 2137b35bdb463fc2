import fc from "fast-check";
import { firstJsonError } from "../../engine/jsonError";

test.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{"token": hunter22}', 1, 11],
  ['{\n  "key": "a",\n  "fields": {,}\n}', 3, 14],
  ['{\r\n"a": 1\r\n"b": 2}', 3, 1],
  ['{"a": "no end}', 1, 7],
  ['{"a": 1}}', 1, 9],
  ['{"a": [1, 2}', 1, 12],
  ['{"a": 1,}', 1, 9],
  ["[1, ]", 1, 5],
  ["{'a': 1}", 1, 2],
  ['{"a" 1}', 1, 6],
  ["01", 1, 2],
  ["1 2", 1, 3],
])("%j stops being JSON at line %d, column %d", (text, line, column) => {
  expect(firstJsonError(text)).toEqual({ line, column });
});

test("it finds an error exactly where the parser does, in JSON and in what is nearly JSON", () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const nearly = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "1", "-", ".", "e", "t", "\n"),
    )
    .map(([json, at, part]) => json.slice(0, at % (json.length + 1)) + part + json.slice((at % (json.length + 1)) + 1));
  fc.assert(
    fc.property(fc.oneof(fc.json(), nearly), (text) => {
      expect(firstJsonError(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 2_000 },
  );
});
