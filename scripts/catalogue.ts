/** Writes beside the built components what the sources know of each entry, for the command line and the workbench. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type Catalogue, catalogueFile, type EntryFacts } from "../engine/catalogue";
import { loadComponent } from "../engine/component";
import { familiesOf } from "./reference/families";
import { requirementsOf } from "./reference/needs";
import type { Sources } from "./reference/pages";
import { sourcesOf } from "./reference/sources";

const dist = path.join(__dirname, "..", "dist");

const factsOf = (key: string, { modules, requirementOf }: Sources): Record<string, EntryFacts> => {
  const component = loadComponent(dist, key);
  const families = familiesOf(component, modules).flatMap(({ title: family, actions, dataSources }) => [
    ...actions.map(({ key, declared }): [string, EntryFacts] => [
      key,
      {
        family,
        needs: requirementsOf(declared, requirementOf),
        operations: [...(declared?.operations ?? [])],
        irreversible: declared?.irreversible,
      },
    ]),
    ...dataSources.map(({ key }): [string, EntryFacts] => [key, { family, needs: [], operations: [] }]),
  ]);
  const triggers = Object.keys(component.triggers).map((key): [string, EntryFacts] => [
    key,
    { family: "Triggers", needs: [], operations: [] },
  ]);
  return Object.fromEntries([...families, ...triggers]);
};

const catalogue: Catalogue = Object.fromEntries(
  Object.entries(sourcesOf).map(([key, sources]) => [key, factsOf(key, sources)]),
);
writeFileSync(path.join(dist, catalogueFile), JSON.stringify(catalogue));
