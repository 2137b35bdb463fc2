import { type EntryFacts, factsOf, readCatalogue } from "../../engine/catalogue";
import { type Component, type Entry, entriesOf, loadComponent } from "../../engine/component";
import { joinSandbox, type OpenConnection, openSandbox, readConnection } from "../../engine/connection";
import type { SandboxOptions } from "../../engine/sandboxes";
import type { Level } from "../api";
import type { GivenConnection } from "./connections";
import type { SentRequest } from "./copies/curl";
import { createPolls, type Polls } from "./polls";
import { refused } from "./refusal";
import { createVault, type Vault } from "./vault";

/** A component with what it is tried on, and what is kept of the runs. */
export interface Bench {
  component: Component;
  /** What is known of an entry. */
  factsOf(entry: Entry): EntryFacts;
  connection: OpenConnection;
  /** The file of the connection, where it is not that of a sandbox. */
  given?: GivenConnection;
  /** Undefined where the sandbox has credentials of one level, or there is none. */
  level?: Level;
  vault: Vault;
  polls: Polls;
  /** The first requests of each entry's last run. */
  lastRequests: Map<string, SentRequest[]>;
}

export interface BenchOptions {
  dist: string;
  key: string;
  /** Without a connection a sandbox is started. */
  given?: GivenConnection;
  sandbox: SandboxOptions;
}

/** Throws a `UsageError` for a connection that cannot be used, and for a component that has neither one nor a sandbox. */
export const openBench = async ({ dist, key, given, sandbox }: BenchOptions): Promise<Bench> => {
  const component = loadComponent(dist, key);
  const catalogue = readCatalogue(dist, key);
  const vault = createVault();
  const bench = {
    component,
    factsOf: (entry: Entry) => factsOf(entry, catalogue),
    given,
    vault,
    polls: createPolls(),
    lastRequests: new Map<string, SentRequest[]>(),
  };
  if (given) return { ...bench, connection: readConnection(component, given.text, given.source, vault.secrets) };
  const connection = await openSandbox(component, sandbox, vault.secrets);
  if (!connection.sandbox.connections.company) return { ...bench, connection };
  return { ...bench, connection, level: sandbox.company ? "company" : "user" };
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

/** What leads the command line to the connection of a bench. */
export const connectionFlags = (bench: Bench): string[] =>
  bench.given
    ? ["--connection", bench.given.file]
    : ["--sandbox", sandboxOf(bench).url, ...(bench.level === "company" ? ["--company"] : [])];

/** Uses the sandbox with its credentials of that level. Throws a refusal with 409 where there are none of two levels. */
export const changeLevel = async (bench: Bench, level: Level): Promise<void> => {
  const { component, vault } = bench;
  const { url } = sandboxOf(bench);
  if (!bench.level) throw refused(409, `${component.display.label} has credentials of one level.`);
  const { value } = await joinSandbox(component, url, { company: level === "company" }, vault.secrets);
  bench.connection = { ...bench.connection, value };
  bench.level = level;
};
