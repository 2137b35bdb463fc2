/** What `documentation/` is made of, and that it is current. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { builtComponents, loadComponent } from "../../engine/component";
import { changelogOf } from "../../scripts/documentation/changelog";
import { listingOf } from "../../scripts/documentation/marketplace";
import { mdxOf, noLinks } from "../../scripts/documentation/mdx";
import { documentationOf } from "../../scripts/documentation/pages";
import { headingsOf, introductionOf, sectionOf } from "../../scripts/documentation/sections";
import { textsIn } from "../../scripts/documentation/texts";
import { anchorOf } from "../../scripts/reference/markdown";

const root = path.join(__dirname, "..", "..");
const dist = path.join(root, "dist");
const documentation = path.join(root, "documentation");
const components = builtComponents(dist).map((key) => loadComponent(dist, key));
const labels = components.map(({ display }) => display.label);
const texts = textsIn(root);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, "/"));

const made = components.map((component) => ({ component, files: documentationOf(component, texts, labels) }));
const everyFile = made.flatMap(({ component, files }) =>
  [...files].map(([name, text]) => [`${component.key}/${name}`, text] as const),
);
const everyPage = everyFile.filter(([name]) => name.endsWith(".mdx"));

test("documentation/ has the files that npm run docs writes, and its own page", () => {
  expect(filesBelow(documentation).sort()).toEqual(["README.md", ...everyFile.map(([name]) => name)].sort());
});

test.each(everyFile)("%s is current (npm run docs writes it)", (name, text) => {
  expect(existsSync(path.join(documentation, name)) && readFileSync(path.join(documentation, name), "utf8")).toBe(text);
});

test.each(made)("$component.key has a page for each connection and trigger, by their keys", ({ component, files }) => {
  const keys = Object.keys(component.triggers);
  const pages = component.connections.map(({ key }) => `connections/${key}`);
  const expected = ["description", ...pages, ...keys].map((name) => `documentation/${name}.mdx`);
  expect([...files.keys()]).toEqual(expect.arrayContaining(expected));
});

const withoutCode = (mdx: string) => mdx.replace(/^```.*?^```$/gms, "").replace(/`[^`\n]*`/g, "");

test.each(everyPage)("%s is MDX: what it takes for an expression or an element is escaped", (_, mdx) => {
  const outside = withoutCode(mdx).replaceAll("<OauthCallbackUrl />", "");
  expect(outside).not.toMatch(/<|(?<!\\)[{}]/);
});

test.each(everyPage)("%s has no title, no command of this repository and no link out of the page", (_, mdx) => {
  expect(mdx).not.toMatch(/^#{1,2} |^```sh|npm run|\]\((?!https:|#)/m);
});

test.each(made)("the links of $component.key lead to a part or a heading of it", ({ component, files }) => {
  const { actions, triggers, dataSources } = component;
  const pages = [...files].filter(([name]) => name.endsWith(".mdx")).map(([, text]) => text);
  const headings = pages.flatMap((page) => [3, 4, 5].flatMap((level) => headingsOf(page, level))).map(anchorOf);
  const keys = Object.keys({ ...actions, ...triggers, ...dataSources }).map((key) => key.toLowerCase());
  const links = pages.flatMap((page) => [...withoutCode(page).matchAll(/\]\(#([^)]*)\)/g)].map(([, place]) => place));
  expect(links.filter((place = "") => !headings.includes(place) && !keys.includes(place))).toEqual([]);
});

test.each(made)("nothing of $component.key tells of what only another component has", ({ component, files }) => {
  const others = labels.filter((label) => label !== component.display.label);
  const named = [...files.values()].flatMap((text) => others.filter((label) => text.includes(label)));
  expect(named).toEqual([]);
});

test.each(components)(
  "the marketplace text of $key has the name and description that the designer shows",
  (component) => {
    const { label, description } = component.display;
    expect(listingOf(texts.marketplace, label).short).toBe(description);
  },
);

test("the marketplace texts are of the components, and end with what to check for all of them", () => {
  expect(headingsOf(texts.marketplace, 2).sort()).toEqual([...labels, "Before any of them is listed"].sort());
});

test("every version is dated and told by component, and the last one is that of the package", () => {
  const [unreleased, ...versions] = headingsOf(texts.changelog, 2);
  expect(unreleased).toBe("Unreleased");
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d$/.test(version))).toEqual([]);
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  expect(versions[0]).toMatch(`${version} - `);
  expect(headingsOf(texts.changelog, 3).filter((part) => ![...labels, "Repository"].includes(part))).toEqual([]);
});

const changelog =
  "# Log\n\n## Unreleased\n\n### A\n\n- New\n\n## 1.0.0 - 2026-01-02\n\n### A\n\n- [Old](a.md)\n\n### B\n\n- Else\n";

test("a component's changelog has its own entries, by date; what has none yet says so", () => {
  expect(changelogOf(changelog, "A")).toBe("## Changelog\n\n### Unreleased\n\n- New\n\n### 2026-01-02\n\n- Old\n");
  expect(changelogOf(changelog, "B")).toBe("## Changelog\n\n### 2026-01-02\n\n- Else\n");
});

test("braces and angle brackets are escaped outside of code alone", () => {
  expect(mdxOf("{a} < b `{c}`\n\n```json\n{ <d }\n```\n", noLinks, 0)).toBe(
    "\\{a\\} &lt; b `{c}`\n\n```json\n{ <d }\n```",
  );
});

test("headings are lowered, also where a block of code has a line that looks like one", () => {
  expect(mdxOf("## A\n\n```yaml\n# no heading\n```\n", noLinks, 2)).toBe("#### A\n\n```yaml\n# no heading\n```");
});

test("commands and the page sizes of a sandbox are left out", () => {
  expect(mdxOf("a (the sandbox: 15).\n\n```sh\nnpm run x\n```\n\nb\n", noLinks, 0)).toBe("a.\n\nb");
});

test("a link that leads nowhere leaves its words", () => {
  expect(
    mdxOf("[a](b.md) [c](https://example.com) [`d`](e.md)", (link) => (link === "e.md" ? "#e" : undefined), 0),
  ).toBe("a [c](https://example.com) [`d`](#e)");
});

test("a section ends at the next heading that is not below it", () => {
  const page = "# T\n\nIntro\n\n## A\n\na\n\n### B\n\n```md\n## no heading\n```\n\n## C\n";
  expect(sectionOf(page, "## A")).toBe("a\n\n### B\n\n```md\n## no heading\n```");
  expect(introductionOf(sectionOf(page, "## A"))).toBe("a");
  expect(() => sectionOf(page, "## D")).toThrow('There is no heading "## D".');
});

test("a component without a text is refused", () => {
  expect(() => listingOf("## A\n\n> Short\n\n### Links\n", "A")).toThrow("lacks a short or a long description of A");
});
