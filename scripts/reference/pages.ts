/** The reference of a component: what it offers, for a builder to look up. */
import type { Component } from "../../engine/component";
import { connectionsPage } from "./connections";
import { contentsPage } from "./contents";
import { familiesOf, type Modules, placesOf } from "./families";
import { familyPage } from "./family";
import type { RequirementOf } from "./needs";
import { triggersPage } from "./triggers";

/** What the built component does not tell. */
export interface Sources {
  /** The modules of the families, by name. */
  modules: Modules;
  requirementOf: RequirementOf;
}

/** The pages by file name, as Markdown. Throws when two of them claim one name. */
export const pagesOf = (component: Component, { modules, requirementOf }: Sources): Map<string, string> => {
  const families = familiesOf(component, modules);
  const places = placesOf(families);
  const hasTriggers = Object.keys(component.triggers).length > 0;
  const pages: [string, string][] = [
    ["README.md", contentsPage(component, families)],
    ["connections.md", connectionsPage(component, places)],
    ...(hasTriggers ? [["triggers.md", triggersPage(component, places)] as [string, string]] : []),
    ...families.map((family): [string, string] => [family.page, familyPage(family, places, requirementOf)]),
  ];
  const twice = pages.find(([name], index) => pages.findIndex(([other]) => other === name) < index);
  if (twice) throw new Error(`Two pages of the reference would be ${twice[0]}. Give the family another name.`);
  return new Map(pages);
};
