import { type EntryFacts, readCatalogue } from "../../engine/catalogue";
import { type Component, type Entry, entriesOf, loadComponent } from "../../engine/component";
import { type OpenConnection, openSandbox, readConnection } from "../../engine/connection";
import type { SandboxOptions } from "../../engine/sandboxes";
import type { SentRequest } from "./copies/curl";
import { createPolls, type Polls } from "./polls";
import { refused } from "./refusal";
import { createVault, type Vault } from "./vault";

/** A component with what it is tried on, and what is kept of the runs. */
export interface Bench {
  component: Component;
  /** What the build knows of its entries, by key. */
  facts: Record<string, EntryFacts>;
  connection: OpenConnection;
  vault: Vault;
  polls: Polls;
  /** The first requests of each entry's last run. */
  lastRequests: Map<string, SentRequest[]>;
}

export interface BenchOptions {
  dist: string;
  key: string;
  /** The connection as JSON, and where it comes from; without it a sandbox is started. */
  given?: { text: string; source: string };
  sandbox: SandboxOptions;
}

/** Throws a `UsageError` for a connection that cannot be used, and for a component that has neither one nor a sandbox. */
export const openBench = async ({ dist, key, given, sandbox }: BenchOptions): Promise<Bench> => {
  const component = loadComponent(dist, key);
  const vault = createVault();
  const connection = given
    ? readConnection(component, given.text, given.source, vault.secrets)
    : await openSandbox(component, sandbox, vault.secrets);
  return {
    component,
    facts: readCatalogue(dist, key),
    connection,
    vault,
    polls: createPolls(),
    lastRequests: new Map(),
  };
};

/** The entry of that key. Throws a refusal with 404. */
export const entryOf = ({ component }: Bench, key: string): Entry => {
  const entry = entriesOf(component).find(({ definition }) => definition.key === key);
  if (!entry) throw refused(404, `${component.display.label} has no action, data source or trigger "${key}".`);
  return entry;
};

/** The sandbox of a component. Throws a refusal with 409 where the connection is to the vendor's own server. */
export const sandboxOf = ({ component, connection }: Bench) => {
  if (connection.sandbox) return connection.sandbox;
  throw refused(409, `${component.display.label} is connected to a server. This is for the sandbox alone.`);
};
