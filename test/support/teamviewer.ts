import type { Connection } from "@prismatic-io/spectral";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/teamviewer";
import { connectionTo } from "./component";
import { freshForEveryTest } from "./sandbox";

export interface TeamViewerTest {
  sandbox: Sandbox;
  /** Script token at user level. */
  user: Connection;
  /** Script token at company level. */
  company: Connection;
}

/**
 * A sandbox for the tests of one file: fresh state before every test, and after every test the proof that the sandbox
 * itself kept to the vendor's description.
 */
export const useTeamViewer = (options: SandboxOptions = {}): TeamViewerTest => {
  const test = {} as TeamViewerTest;
  beforeAll(async () => {
    const sandbox = await startSandbox(options);
    Object.assign(test, {
      sandbox,
      user: connectionTo(sandbox),
      company: connectionTo(sandbox, sandbox.credentials.companyToken),
    });
  });
  freshForEveryTest(() => test.sandbox);
  return test;
};

/** The first value of a map; throws when it is empty. */
export const firstOf = <Value>(values: Iterable<Value>, matching: (value: Value) => boolean = () => true): Value => {
  for (const value of values) if (matching(value)) return value;
  throw new Error("The sandbox has no such record.");
};
