import { readFileSync } from "node:fs";
import path from "node:path";
import { pages } from "../../scripts/guide/pages";
import { filled } from "../../scripts/guide/sections";

const read = (name: string) => readFileSync(path.join(__dirname, "..", "..", "docs", name), "utf8");

/** Those of limits.md are measured. */
const longest = 60_000;

test.each(Object.entries(pages))(
  "the tables of %s are current (npm run docs writes them)",
  async (name, sections) => {
    expect(read(name)).toBe(filled(read(name), await sections()));
  },
  longest,
);

const page = ["# Title", "", "<!-- begin: one (npm run docs) -->", "old", "<!-- end: one -->", "", "words", ""];

test("a section is written anew, and what is around it is left as it is", () => {
  expect(filled(page.join("\n"), { one: ["| new |", ""] })).toBe(
    [...page.slice(0, 3), "", "| new |", "", ...page.slice(4)].join("\n"),
  );
});

test("a section that nothing writes is refused, and one that the page does not have", () => {
  expect(() => filled(page.join("\n"), {})).toThrow("Nothing writes the section one.");
  expect(() => filled(page.join("\n"), { one: [], two: [] })).toThrow("The page has no section two.");
});
