/** The page of what a flow can start with. */
import type { Component, Trigger } from "../../engine/component";
import { introduced, placeOf } from "./entry";
import type { Places } from "./inputs";
import { block, foldedJson, link } from "./markdown";

/** Where the page of a component's trigger stands, seen from the reference. */
export const guideOf = (component: Pick<Component, "key">, { key }: Trigger): string =>
  `../../triggers/${component.key}/${key}.md`;

const section = (component: Component, trigger: Trigger, places: Places): string[] => [
  ...introduced(trigger, places, "##"),
  ...block(foldedJson("Example of <code>body.data</code>", trigger.examplePayload?.payload.body.data)),
  ...block([`What it promises, costs and delivers: ${link(trigger.display.label, guideOf(component, trigger))}`]),
];

/** The page of the triggers, as Markdown. */
export const triggersPage = (component: Component, places: Places): string => {
  const all = Object.values(component.triggers);
  return [
    "# Triggers",
    "",
    "Part of the [reference](README.md). Every trigger also takes a connection. [What all of them promise](../../triggers/README.md#what-all-of-them-promise)",
    "",
    ...block(all.map((trigger) => `- ${link(trigger.display.label, placeOf("", trigger))}`)),
    ...all.flatMap((trigger) => section(component, trigger, places)),
  ].join("\n");
};
