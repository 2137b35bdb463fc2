import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "./component";

/** What is known of an entry of a component and has no place in what is published of it. */
export interface EntryFacts {
  /** The family that it stands in, in words, for example `Managed Devices`. */
  family: string;
  /** What its operations need of the credentials: `["Scope", ["Groups.Read"]]`. */
  needs: [kind: string, values: string[]][];
  /** Method and path of each operation that it calls. */
  operations: string[];
  /** True when it cannot be undone, or the case in which it cannot. */
  irreversible?: boolean | string;
}

/** The entries of each component by their keys. */
export type Catalogue = Record<string, Record<string, EntryFacts>>;

/** The name of the file beside the built components, which the build writes. */
export const catalogueFile = "catalogue.json";

/** What the build knows of a component's entries; empty for components that were built elsewhere. */
export const readCatalogue = (dist: string, component: string): Record<string, EntryFacts> => {
  const file = join(dist, catalogueFile);
  if (!existsSync(file)) return {};
  return (JSON.parse(readFileSync(file, "utf8")) as Catalogue)[component] ?? {};
};

/** How the descriptions of our own components begin when there is no way back. */
const warning = /^Irreversible(?: ([^:]+))?:/;

const families = { action: "Actions", "data source": "Data Sources", trigger: "Triggers" } as const;

/**
 * What is known of an entry. Without the build's catalogue, it stands in the family of its kind, and its description
 * tells whether it can be undone.
 */
export const factsOf = ({ kind, definition }: Entry, catalogue: Record<string, EntryFacts>): EntryFacts => {
  const known = catalogue[definition.key] ?? { family: families[kind], needs: [], operations: [] };
  const [warned, condition] = warning.exec(definition.display.description) ?? [];
  return { ...known, irreversible: known.irreversible ?? (warned ? (condition ?? true) : undefined) };
};
