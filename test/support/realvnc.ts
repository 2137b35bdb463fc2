import type { Connection } from "@prismatic-io/spectral";
import { createContext } from "../../engine/context";
import {
  type Entry,
  type Group,
  type Member,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from "../../sandbox/realvnc";
import { builtComponent } from "./component";
import { recordingLogger } from "./logger";
import { freshForEveryTest } from "./sandbox";

export const { component, run, runLogged, pick } = builtComponent("realvnc");

/** An access-key connection to an address. */
export const connectionTo = (baseUrl: string, fields: { accessKeyId: string; accessKey: string }): Connection => ({
  key: "realvnc-access-key",
  configVarKey: "RealVNC Connect",
  fields: { ...fields, baseUrl },
});

export interface RealVncTest {
  sandbox: Sandbox;
  /** With all permissions. */
  connection: Connection;
  /** A connection whose access key has these permissions alone. */
  withOnly(...permissions: string[]): Connection;
  entry(name: string): Entry;
  member(email: string): Member;
  group(name: string): Group;
}

const named = <Item>(items: Iterable<Item>, matches: (item: Item) => boolean): Item => {
  for (const item of items) if (matches(item)) return item;
  throw new Error("The sandbox has no such record.");
};

/** How a sandbox's records are found by what people call them. */
export const recordsOf = (sandbox: Sandbox): Pick<RealVncTest, "sandbox" | "entry" | "member" | "group"> => {
  const { store } = sandbox;
  return {
    sandbox,
    entry: (name) => named(store.entries.values(), (each) => each.name === name),
    member: (email) => named(store.members.values(), (each) => each.email === email),
    group: (name) => named([...store.entryGroups.values(), ...store.userGroups.values()], (each) => each.name === name),
  };
};

/** A sandbox for the tests of one file: fresh state before every test, and after it the proof that it kept to the description. */
export const useRealVnc = (options: SandboxOptions = {}): RealVncTest => {
  const test = {} as RealVncTest;
  beforeAll(async () => {
    const sandbox = await startSandbox(options);
    const { baseUrl } = sandbox;
    Object.assign(test, {
      ...recordsOf(sandbox),
      connection: connectionTo(baseUrl, sandbox.credentials.full),
      withOnly: (...permissions: string[]) => connectionTo(baseUrl, sandbox.addKey(permissions)),
    });
  });
  freshForEveryTest(() => test.sandbox);
  return test;
};

/** The requests of a sandbox in order, without the exchange of access keys: `GET /1.0/entries?from=a`. */
export const asked = ({ requests }: Sandbox): string[] =>
  requests
    .filter(({ operationId }) => operationId !== "createSession")
    .map(({ method, path, query }) => {
      const text = new URLSearchParams(query as Record<string, string>).toString();
      return `${method} ${path}${text && `?${text}`}`;
    });

/** How often an access key was exchanged. */
export const exchanges = ({ requests }: Sandbox): number =>
  requests.filter(({ operationId }) => operationId === "createSession").length;

/** Actions that run in one execution, one after the other or at once. */
export const execution = (connection: Connection) => {
  const { logger, lines } = recordingLogger();
  const context = createContext({ logger, debug: true });
  return {
    lines,
    run: async (key: string, inputs: object = {}): Promise<unknown> =>
      (await component.actions[key]?.perform(context, { ...inputs, connection }))?.data,
  };
};
