/** The first page: everything that a component offers, a line each. */
import type { Component, Trigger } from "../../engine/component";
import { asEntry } from "./connections";
import { type Entry, placeOf } from "./entry";
import type { DescribedAction, Family } from "./families";
import { anchorOf, block, link, prose, table } from "./markdown";
import { guideOf } from "./triggers";
import { firstSentence, groupedBy, verbOf, withoutWarning } from "./words";

interface Placed {
  action: DescribedAction;
  linked: string;
}

const linkTo = (page: string, entry: Entry): string => link(entry.display.label, placeOf(page, entry));

const linksTo = (component: Component, trigger: Trigger): string =>
  `${link(trigger.display.label, guideOf(component, trigger))} (${link("inputs", placeOf("triggers.md", trigger))})`;

const line = (linked: string, { display }: Entry): string =>
  `- ${linked}: ${prose(firstSentence(display.description))}`;

/** The actions of each family under its name, an empty line behind each. */
const byFamily = (families: readonly Family[]): string[] =>
  families
    .filter(({ actions }) => actions.length > 0)
    .flatMap(({ title, page, actions }) => [
      ...block([`**${link(title, page)}**`]),
      ...block(actions.map((action) => line(linkTo(page, action), action))),
    ]);

const byVerb = (actions: readonly Placed[]): string[] =>
  table(
    ["verb", "actions"],
    groupedBy(actions, ({ action }) => verbOf(action.display.label)).map(([verb, some]) => [
      verb,
      some.map(({ linked }) => linked).join(", "),
    ]),
  );

const irreversible = (actions: readonly Placed[]): string[] =>
  table(
    ["action", "cannot be undone", "what it does"],
    actions.flatMap(({ action, linked }) => {
      const when = action.declared?.irreversible;
      if (!when) return [];
      const lost = firstSentence(withoutWarning(action.display.description));
      return [[linked, when === true ? "always" : prose(when), prose(lost)]];
    }),
  );

/** The first page of a component's reference, as Markdown. */
export const contentsPage = (component: Component, families: readonly Family[]): string => {
  const { display, connections, triggers } = component;
  const actions = families.flatMap(({ page, actions }) =>
    actions.map((action) => ({ action, linked: linkTo(page, action) })),
  );
  const sections: Record<string, string[]> = {
    Connections: block(connections.map(asEntry).map((entry) => line(linkTo("connections.md", entry), entry))),
    "Actions by family": byFamily(families),
    "Actions by verb": block(byVerb(actions)),
    "Data sources": block(
      families.flatMap(({ page, dataSources }) => dataSources.map((each) => line(linkTo(page, each), each))),
    ),
    Triggers: block(Object.values(triggers).map((trigger) => line(linksTo(component, trigger), trigger))),
    "Irreversible actions": block(irreversible(actions)),
  };
  const filled = Object.entries(sections).filter(([, lines]) => lines.length > 0);
  return [
    `# ${display.label}: reference`,
    "",
    "Generated from the built component by `npm run docs`.",
    "",
    ...block(filled.map(([title]) => `- ${link(title, `#${anchorOf(title)}`)}`)),
    ...filled.flatMap(([title, lines]) => [...block([`## ${title}`]), ...lines]),
  ].join("\n");
};
