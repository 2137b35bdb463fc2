/** How large families and their files are: a builder or a maintainer looks through one at a time. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as families from "../../src/teamviewer/resources";

const folder = join(__dirname, "../../src/teamviewer/resources");

const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

const linesOf = (file: string) => readFileSync(join(folder, file), "utf8").trimEnd().split("\n").length;

test.each(Object.entries(families))("the family %s has 3 to 19 actions", (_name, { actions }) => {
  const count = Object.keys(actions).length;
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count).toBeLessThanOrEqual(19);
});

test.each(files)("resources/%s has at most 350 lines", (file) => {
  expect(linesOf(file)).toBeLessThanOrEqual(350);
});
