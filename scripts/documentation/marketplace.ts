/** What `docs/marketplace.md` says of a component. */
import { introductionOf, sectionOf } from "./sections";

export interface Listing {
  short: string;
  long: string;
  links: { label: string; href: string }[];
}

/** The texts of a component by its label. Throws for a component that the page does not have, or lacks a text of. */
export const listingOf = (page: string, label: string): Listing => {
  const section = sectionOf(page, `## ${label}`);
  const [, short, long] = /^> ([^\n]+)\n\n(.+)$/s.exec(introductionOf(section)) ?? [];
  if (!short || !long) throw new Error(`docs/marketplace.md lacks a short or a long description of ${label}.`);
  const links = [...sectionOf(section, "### Links").matchAll(/^- \[(.+)\]\((.+)\)$/gm)];
  return { short, long, links: links.map(([, words = "", href = ""]) => ({ label: words, href })) };
};
