/** The copies of every entry of every component, with all of its inputs filled in. */
import { type Component, loadComponent } from "../../engine/component";
import type { ComponentSummary, Copies, EntryDetail, InputField, Values } from "../../workbench/api";
import { repository } from "../platform/workspace";
import type { Page } from "./fixture";
import { fieldsOf, samplesOf } from "./samples";

export const dist = `${repository}/dist`;

export interface Copied {
  component: string;
  entry: EntryDetail;
  values: Values;
  copies: Copies;
}

export interface AllCopies {
  copied: Copied[];
  /** Where the sandbox of each component is. */
  sandboxes: Record<string, string>;
}

/** Asks for them once, before the tests of a file. */
export const useCopies = (page: Page): AllCopies => {
  const all: AllCopies = { copied: [], sandboxes: {} };
  beforeAll(async () => {
    for (const { key: component, connection, entries } of await page.json<ComponentSummary[]>("/components")) {
      all.sandboxes[component] = /http:\S+$/.exec(connection.source)?.[0] ?? "";
      for (const { key } of entries) {
        const entry = await page.detail(component, key);
        const values = samplesOf(fieldsOf(entry));
        all.copied.push({ component, entry, values, copies: await page.copy(component, key, values) });
      }
    }
  }, 60_000);
  return all;
};

export const fieldOf = (entry: EntryDetail, key: string): InputField | undefined =>
  fieldsOf(entry).find((field) => field.key === key);

/** What holds its default need not be said. */
export const saidValues = ({ entry, values }: Copied): Values =>
  Object.fromEntries(Object.entries(values).filter(([key, value]) => fieldOf(entry, key)?.default !== value));

export const passwordsOf = (entry: EntryDetail): InputField[] =>
  fieldsOf(entry).filter(({ type }) => type === "password");

const parts = { action: "actions", trigger: "triggers", "data source": "dataSources" } as const;

/** The built part that was copied. */
export const builtPart = ({ component, entry }: Copied): Component["actions" | "triggers" | "dataSources"][string] => {
  const definition = loadComponent(dist, component)[parts[entry.kind]][entry.key];
  if (!definition) throw new Error(`There is no ${entry.kind} ${entry.key}.`);
  return definition;
};
