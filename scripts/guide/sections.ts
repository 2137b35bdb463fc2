/**
 * Pages of the guide are written by hand, apart from their sections between `<!-- begin: name -->` and
 * `<!-- end: name -->`, which are written by `npm run docs`.
 */

/** The lines of each generated section of a page, by name. */
export type Sections = Record<string, readonly string[]>;

const section = /(<!-- begin: ([\w-]+)[^>]*-->\n).*?(<!-- end: \2 -->)/gs;

/** The page with its generated sections written anew. Throws for a section that only one of both has. */
export const filled = (page: string, sections: Sections): string => {
  const left = new Set(Object.keys(sections));
  const text = page.replace(section, (_, begin: string, name: string, end: string) => {
    const lines = sections[name];
    if (!lines) throw new Error(`Nothing writes the section ${name}.`);
    left.delete(name);
    return [begin, ...lines, end].join("\n");
  });
  if (left.size > 0) throw new Error(`The page has no section ${[...left].join(", ")}.`);
  return text;
};
