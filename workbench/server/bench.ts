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
  /** What leads the command line to the same connection. */
  connectionFlags: string[];
  vault: Vault;
  polls: Polls;
  /** The first requests of each entry's last run. */
  lastRequests: Map<string, SentRequest[]>;
}

export interface BenchOptions {
  dist: string;
  key: string;
  /** The connection as JSON, what it is called and the file of it; without it a sandbox is started. */
  given?: { text: string; source: string; file: string };
  sandbox: SandboxOptions;
}

/** Throws a `UsageError` for a connection that cannot be used, and for a component that has neither one nor a sandbox. */
export const openBench = async ({ dist, key, given, sandbox }: BenchOptions): Promise<Bench> => {
  const component = loadComponent(dist, key);
  const facts = readCatalogue(dist, key);
  const vault = createVault();
  const kept = { polls: createPolls(), lastRequests: new Map<string, SentRequest[]>() };
  if (given) {
    const connection = readConnection(component, given.text, given.source, vault.secrets);
    return { component, facts, connection, connectionFlags: ["--connection", given.file], vault, ...kept };
  }
  const connection = await openSandbox(component, sandbox, vault.secrets);
  const connectionFlags = ["--sandbox", connection.sandbox.url, ...(sandbox.company ? ["--company"] : [])];
  return { component, facts, connection, connectionFlags, vault, ...kept };
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
