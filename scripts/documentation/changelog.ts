/** The changelog of one component, in the form of the platform's own components. */
import { mdxOf, noLinks } from "./mdx";
import { headingsOf, sectionOf } from "./sections";

/** The date of a version, or its heading where it has none yet. */
const dateOf = (version: string): string => / - (\d{4}-\d\d-\d\d)$/.exec(version)?.[1] ?? version;

/** What the project's changelog says of a component, by the dates of the versions; nothing of one that does not name it. */
export const changelogOf = (changelog: string, label: string): string => {
  const entries = headingsOf(changelog, 2).flatMap((version) => {
    const section = sectionOf(changelog, `## ${version}`);
    if (!headingsOf(section, 3).includes(label)) return [];
    return [`### ${dateOf(version)}`, mdxOf(sectionOf(section, `### ${label}`), noLinks, 0)];
  });
  return `${["## Changelog", ...entries].join("\n\n")}\n`;
};
