/** Markdown of `docs/` as MDX, the format of the platform's own component pages. */

/** What a link of a page becomes: another target, or nothing where its words stand alone. */
export type TargetOf = (link: string) => string | undefined;

export const noLinks: TargetOf = () => undefined;

const code = /(^```[^\n]*\n.*?^```$|`[^`\n]*`)/gms;

/** A text outside of code: MDX would take a brace for an expression and an angle bracket for an element. */
const escaped = (text: string): string => text.replace(/[{}]/g, "\\$&").replaceAll("<", "&lt;");

const link = /\[([^\]]*)\]\(([^)\s]+)\)/g;

const outsideOfCode = (markdown: string, change: (text: string) => string): string =>
  markdown
    .split(code)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");

/** Commands of this repository, which whoever reads the page elsewhere does not have. */
const commands = /^```sh\n.*?^```\n*/gms;

/** The page of a sandbox says nothing of the vendor. */
const ofTheSandbox = / \(the sandbox: \d+\)/g;

/** The comments that mark generated sections. */
const marks = /^<!--.*?-->\n*/gms;

const withLinks = (markdown: string, targetOf: TargetOf): string =>
  markdown.replace(link, (_, words: string, target: string) => {
    const place = /^https:/.test(target) ? target : targetOf(target);
    return place === undefined ? words : `[${words}](${place})`;
  });

/** A page, or a part of it, with its headings so many levels further down. */
export const mdxOf = (markdown: string, targetOf: TargetOf, levels: number): string => {
  const kept = markdown.replace(marks, "").replace(commands, "").replace(ofTheSandbox, "");
  const lowered = (text: string) => text.replace(/^#+(?= )/gm, (heading) => heading + "#".repeat(levels));
  return outsideOfCode(withLinks(kept, targetOf), (text) => escaped(lowered(text))).trim();
};
