import type { Connection } from "@prismatic-io/spectral";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/tsmanage";
import { builtComponent } from "./component";
import { freshForEveryTest } from "./sandbox";

export const { component, run, runLogged } = builtComponent("tsmanage");

/** An API-key connection to an address, which is the whole base URL or what a person would fill in. */
export const connectionTo = (host: string, apiKey: string): Connection => ({
  key: "tsmanage-api-key",
  configVarKey: "TSManage",
  fields: { host, apiKey },
});

export interface TSManageTest {
  sandbox: Sandbox;
  /** With all rights. */
  connection: Connection;
  /** Client unique identifiers of the seeded members, in the server's order. */
  ids: string[];
}

/** A sandbox for the tests of one file: fresh state before every test, and after it the proof that it kept to the description. */
export const useTSManage = (options: SandboxOptions = {}): TSManageTest => {
  const test = {} as TSManageTest;
  beforeAll(async () => {
    const sandbox = await startSandbox(options);
    const connection = connectionTo(sandbox.baseUrl, sandbox.credentials.apiKey);
    Object.assign(test, { sandbox, connection, ids: [...sandbox.store.members.keys()] });
  });
  freshForEveryTest(() => test.sandbox);
  return test;
};
