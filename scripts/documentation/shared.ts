/** What is told once for all parts of a component: what its connections need, and what its triggers have in common. */
import type { Component, Trigger } from "../../engine/component";
import { anchorOf } from "../reference/markdown";
import { mdxOf, type TargetOf } from "./mdx";
import { hasSection, sectionOf } from "./sections";
import type { Texts } from "./texts";

const hasBatchesOnly = ({ triggerResolverSupport }: Trigger): boolean => triggerResolverSupport === "required";

const ofTriggers = ({ triggers }: Component): string[] => {
  const all = Object.values(triggers);
  if (all.length === 0) return [];
  const batchTriggers = all.some(hasBatchesOnly) ? ["Batch triggers"] : [];
  return ["What all of them promise", "Batches and an initial sync", ...batchTriggers, "Schedules and rate limits"];
};

/** The sections of `docs/` that hold for a component, by their headings. */
export const sharedSections = (component: Component, { connecting, triggers }: Texts): Map<string, string> => {
  const rights = `What to tick in ${component.display.label}`;
  return new Map([
    ...(hasSection(connecting, `### ${rights}`) ? [[rights, sectionOf(connecting, `### ${rights}`)] as const] : []),
    ...ofTriggers(component).map((title) => [title, sectionOf(triggers, `## ${title}`)] as const),
  ]);
};

/** Where each of these sections stands. */
export const sharedPlaces = (sections: ReadonlyMap<string, string>): string[] => [...sections.keys()].map(anchorOf);

/** Without the items of lists that are about other components. */
const withoutOthers = (markdown: string, others: readonly string[]): string =>
  others.reduce((text, label) => text.replace(new RegExp(`^( *)- ${label}:.*\\n(\\1  .*\\n)*`, "gm"), ""), markdown);

/** The page of these sections. */
export const sharedPage = (
  sections: ReadonlyMap<string, string>,
  others: readonly string[],
  targetOf: TargetOf,
): string => {
  const parts = [...sections].flatMap(([title, text]) => [
    `### ${title}`,
    mdxOf(withoutOthers(`${text}\n`, others), targetOf, 1),
  ]);
  return `${parts.join("\n\n")}\n`;
};
