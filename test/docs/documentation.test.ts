import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { builtComponents, loadComponent } from "../../engine/component";
import manifest from "../../package.json";
import { anchorOf } from "../../scripts/reference/markdown";
import { pagesOf } from "../../scripts/reference/pages";
import { sourcesOf } from "../../scripts/reference/sources";

const root = path.join(__dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const pages = [
  "README.md",
  "CHANGELOG.md",
  "documentation/README.md",
  ...["docs", "examples"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((file) => path.posix.join(folder, String(file))),
  ),
].filter((file) => file.endsWith(".md"));

const dist = path.join(root, "dist");
const components = builtComponents(dist);

test("every built component has a reference, and nothing else has", () => {
  expect(readdirSync(path.join(root, "docs/reference")).sort()).toEqual(components);
  expect(Object.keys(sourcesOf).sort()).toEqual(components);
});

const generated = Object.entries(sourcesOf).map(
  ([key, sources]) => [key, pagesOf(loadComponent(dist, key), sources)] as const,
);

test.each(generated)("the reference of %s has its pages and no others (npm run docs writes them)", (key, ofKey) => {
  expect(readdirSync(path.join(root, "docs/reference", key)).sort()).toEqual([...ofKey.keys()].sort());
});

const everyPage = generated.flatMap(([key, ofKey]) =>
  [...ofKey].map(([name, text]) => [`docs/reference/${key}/${name}`, text] as const),
);

test.each(everyPage)("the page %s is current (npm run docs writes it)", (file, text) => {
  expect(read(file)).toBe(text);
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

test.each(components)("the README counts what %s offers, and leads to its reference", (key) => {
  const { actions, dataSources, triggers } = loadComponent(dist, key);
  const counted = Object.entries({ actions, "data sources": dataSources, triggers })
    .map(([what, offered]) => [Object.keys(offered).length, what] as const)
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`);
  expect(read("README.md")).toContain(`${counted.join(", ")}: [reference](docs/reference/${key}/README.md)`);
});

test.each(components)("there is a script that publishes %s", (key) => {
  expect(manifest.scripts).toHaveProperty(`publish:${key}`, expect.stringContaining(`cd dist/${key} &&`));
});
