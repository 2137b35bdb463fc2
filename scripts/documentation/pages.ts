/** The documentation of a component, in the layout of the platform's own components. */
import type { Component } from "../../engine/component";
import { changelogOf } from "./changelog";
import { connectionPage } from "./connection";
import { type Listing, listingOf } from "./marketplace";
import { mdxOf, noLinks, type TargetOf } from "./mdx";
import { sharedPage, sharedPlaces, sharedSections } from "./shared";
import type { Texts } from "./texts";

type File = [path: string, text: string];

/** A part of a component is found by its key: the last word of its heading in the reference, the name of a trigger's page. */
const keyIn = (link: string): string =>
  /reference\/.*-([^-]+)$/.exec(link)?.[1] ?? /([\w-]+)\.md$/.exec(link)?.[1]?.toLowerCase() ?? "";

/** The platform shows everything of a component on one page. */
const targetsOf = ({ actions, triggers, dataSources }: Component, sections: readonly string[]): TargetOf => {
  const keys = Object.keys({ ...actions, ...triggers, ...dataSources }).map((key) => key.toLowerCase());
  return (link) => {
    const [, heading = ""] = link.split("#");
    if (sections.includes(heading)) return `#${heading}`;
    const key = keyIn(link);
    return keys.includes(key) ? `#${key}` : undefined;
  };
};

const description = ({ long, links }: Listing): string => {
  const list = links.map(({ label, href }) => `- [${label}](${href})`).join("\n");
  return `${mdxOf(long, noLinks, 0)}\n\n#### API Documentation\n\n${list}\n`;
};

const triggerPage = (guide: string, targetOf: TargetOf): string =>
  `${mdxOf(guide.replace(/^# .*\n/, ""), targetOf, 2)}\n`;

/** The files by their paths. Throws when a text lacks what a part of the component needs. */
export const documentationOf = (component: Component, texts: Texts, labels: readonly string[]): Map<string, string> => {
  const { key, display, connections, triggers } = component;
  const listing = listingOf(texts.marketplace, display.label);
  const sections = sharedSections(component, texts);
  const targetOf = targetsOf(component, sharedPlaces(sections));
  const others = labels.filter((label) => label !== display.label);
  return new Map<string, string>([
    ["changelog.md", changelogOf(texts.changelog, display.label)],
    ["documentation/description.mdx", description(listing)],
    ["documentation/external-docs.json", `${JSON.stringify(listing.links, null, 2)}\n`],
    ...connections.map(
      (each): File => [`documentation/connections/${each.key}.mdx`, connectionPage(each, texts.connecting, targetOf)],
    ),
    ...Object.keys(triggers).map(
      (trigger): File => [`documentation/${trigger}.mdx`, triggerPage(texts.trigger(key, trigger), targetOf)],
    ),
    ...(sections.size > 0 ? [["documentation/dev.mdx", sharedPage(sections, others, targetOf)] as File] : []),
  ]);
};
