import { resolve } from "node:path";
import { factsOf, readCatalogue } from "../engine/catalogue";
import { type Component, entriesOf, findEntry, loadComponent, requireComponents } from "../engine/component";
import type { KnownEntry } from "./listing";
import type { ComponentOptions } from "./options";
import type { Surroundings } from "./surroundings";

const builtHere = resolve(__dirname, "../dist");

/** The folder with the built components. */
export const distOf = ({ dist }: ComponentOptions, { folder }: Pick<Surroundings, "folder">): string =>
  dist === undefined ? builtHere : resolve(folder, dist);

/** All built components. Throws a `UsageError` when there are none. */
export const loadAll = (dist: string): Component[] => requireComponents(dist).map((key) => loadComponent(dist, key));

/** All entries of a component with what is known of them, in the order of the catalogue. */
export const knownEntries = (dist: string, component: Component): KnownEntry[] => {
  const catalogue = readCatalogue(dist, component.key);
  const places = new Map(Object.keys(catalogue).map((key, place) => [key, place]));
  const placeOf = ({ entry }: KnownEntry) => places.get(entry.definition.key) ?? places.size;
  return entriesOf(component)
    .map((entry) => ({ entry, facts: factsOf(entry, catalogue) }))
    .sort((a, b) => placeOf(a) - placeOf(b));
};

/** One entry with what is known of it. Throws a `UsageError` that suggests the nearest key. */
export const knownEntry = (dist: string, component: Component, key: string): KnownEntry => {
  const entry = findEntry(component, key);
  return { entry, facts: factsOf(entry, readCatalogue(dist, component.key)) };
};
