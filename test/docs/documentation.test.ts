import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import manifest from "../../package.json";
import { referenceOf } from "../../scripts/reference";
import { component } from "../support/component";

const root = path.join(__dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(path.join(root, "docs"), { recursive: true }).map((file) => `docs/${file}`),
].filter((file) => file.endsWith(".md"));

test("the reference is that of the built component (npm run docs writes it)", () => {
  expect(read("docs/reference/teamviewer.md")).toBe(referenceOf(component));
});

test.each(pages)("the links of %s lead somewhere", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)/g)].map(([, link = ""]) => link);
  const dead = links.filter((link) => !/^https:/.test(link) && !existsSync(path.join(root, path.dirname(page), link)));
  expect(dead).toEqual([]);
});

test("every command of the README is a script of the package", () => {
  const commands = [...read("README.md").matchAll(/npm run (?:--silent |-s )?([\w:]+)/g)].map(([, name = ""]) => name);
  expect(commands.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test("the README counts what the component offers", () => {
  const { actions, dataSources, triggers } = component;
  const [a, d, t] = [actions, dataSources, triggers].map((each) => Object.keys(each).length);
  expect(read("README.md")).toContain(`${a} actions, ${d} data sources, ${t} triggers`);
});
