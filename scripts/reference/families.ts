/** Where everything that a component offers stands in its reference. */
import type { Action, Component, DataSource } from "../../engine/component";
import type { Family as Module } from "../../src/platform/component";
import { type Declared, declaredOf } from "../../src/platform/declared";
import { placeOf } from "./entry";
import type { Places } from "./inputs";
import { inKebabCase, inWords } from "./words";

export type Modules = Record<string, Module>;

export interface DescribedAction extends Action {
  declared: Declared | undefined;
}

/** A family of a component: what the built component has of it, and its page. */
export interface Family {
  title: string;
  page: string;
  actions: DescribedAction[];
  dataSources: DataSource[];
}

const builtOf = <Built>(built: Record<string, Built>, key: string): Built => {
  const found = built[key];
  if (!found) throw new Error(`The built component has no ${key}. Run "npm run build".`);
  return found;
};

/** The families by title. Throws when the built component lacks one of their actions or data sources. */
export const familiesOf = (component: Component, modules: Modules): Family[] =>
  Object.entries(modules)
    .map(([name, { actions = {}, dataSources = {} }]) => ({
      title: inWords(name),
      page: `${inKebabCase(name)}.md`,
      actions: Object.entries(actions).map(([key, definition]) => ({
        ...builtOf(component.actions, key),
        declared: declaredOf(definition),
      })),
      dataSources: Object.keys(dataSources).map((key) => builtOf(component.dataSources, key)),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, "en"));

/** Where each data source stands, seen from any page of the reference. */
export const placesOf = (families: readonly Family[]): Places =>
  new Map(
    families.flatMap(({ page, dataSources }) => dataSources.map((each) => [each.key, placeOf(page, each)] as const)),
  );
