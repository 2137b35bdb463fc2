/** The parts of a page of `docs/`. */

/** What begins with a number sign in a block of code is no heading. */
const withoutCode = (markdown: string): string =>
  markdown.replace(/^```.*?^```$/gms, (block) => block.replace(/^#/gm, " "));

const endOf = (headings: string, from: number, level: number): number => {
  const next = headings.slice(from).search(new RegExp(`^#{1,${level}} `, "m"));
  return next < 0 ? headings.length : from + next;
};

const placeOf = (headings: string, heading: string): number => `\n${headings}\n`.indexOf(`\n${heading}\n`);

/** Whether a page has a heading, which is given with its marks. */
export const hasSection = (markdown: string, heading: string): boolean => placeOf(withoutCode(markdown), heading) >= 0;

/** What stands under a heading, up to the next one that is not below it. Throws when there is no such heading. */
export const sectionOf = (markdown: string, heading: string): string => {
  const headings = withoutCode(markdown);
  const start = placeOf(headings, heading);
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const from = start + heading.length;
  return markdown.slice(from, endOf(headings, from, heading.indexOf(" "))).trim();
};

/** The headings of a level, in order, without their marks. */
export const headingsOf = (markdown: string, level: number): string[] =>
  [...withoutCode(markdown).matchAll(new RegExp(`^#{${level}} (.+)$`, "gm"))].map(([, words = ""]) => words);

/** What stands before the first heading. */
export const introductionOf = (markdown: string): string =>
  markdown.slice(0, endOf(withoutCode(markdown), 0, 6)).trim();
