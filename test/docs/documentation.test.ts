import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import manifest from "../../package.json";
import { anchorOf } from "../../scripts/reference/markdown";
import { pagesOf } from "../../scripts/reference/pages";
import { teamviewer } from "../../scripts/reference/teamviewer";
import { component } from "../support/component";

const root = path.join(__dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(path.join(root, "docs"), { recursive: true }).map((file) => path.posix.join("docs", String(file))),
].filter((file) => file.endsWith(".md"));

const reference = "docs/reference/teamviewer";
const generated = pagesOf(component, teamviewer);

test("the reference has the pages of the built component and no others (npm run docs writes them)", () => {
  expect(readdirSync(path.join(root, "docs/reference"))).toEqual(["teamviewer"]);
  expect(readdirSync(path.join(root, reference)).sort()).toEqual([...generated.keys()].sort());
});

test.each([...generated])("the page %s of the reference is current (npm run docs writes it)", (name, text) => {
  expect(read(`${reference}/${name}`)).toBe(text);
});

const withoutBlocks = (markdown: string) => markdown.replace(/^```.*?^```/gms, "");

/** The anchors of a page; of headings with the same words, the later ones are numbered. */
const anchorsOf = (markdown: string): Set<string> => {
  const anchors = new Set<string>();
  for (const [, heading = ""] of withoutBlocks(markdown).matchAll(/^#{1,6} (.*)$/gm)) {
    const anchor = anchorOf(heading);
    let number = 0;
    while (anchors.has(number === 0 ? anchor : `${anchor}-${number}`)) number++;
    anchors.add(number === 0 ? anchor : `${anchor}-${number}`);
  }
  return anchors;
};

const leadsSomewhere = (page: string, link: string): boolean => {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
  if (!existsSync(path.join(root, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).has(anchor);
};

test.each(pages)("the links of %s lead somewhere, anchors too", (page) => {
  const links = [...withoutBlocks(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  const dead = links.filter((link) => !/^https:/.test(link) && !leadsSomewhere(page, link));
  expect(dead).toEqual([]);
});

test.each(["missing.md", "README.md#no-such-heading", "#no-such-heading"])("a link to %s is dead", (link) => {
  expect(leadsSomewhere("docs/triggers/README.md", link)).toBe(false);
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
