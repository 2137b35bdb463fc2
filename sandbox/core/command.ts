import type { SandboxConnections } from "./connections";
import { type Fault, faultKinds, type VendorFaults } from "./faults";

/** What the command line has to know of a vendor's sandbox. */
export interface VendorCommand {
  /** The vendor as people call it. */
  name: string;
  /** How many records of each kind it starts with, unless an option says otherwise. */
  counts: Record<string, number>;
  pageSizes: Record<string, number>;
  /** Options of its own that take a number, with what the help says of each. */
  numbers: Record<string, string>;
  /** What happens at a step of everyday life, for the help. */
  activity: string;
  /** Faults that only this vendor has. */
  faults: VendorFaults;
  start(options: StartOptions): Promise<Started>;
}

/** The options of a command line, as far as the sandbox itself is concerned. */
export interface StartOptions {
  port: number;
  seed: Record<string, number>;
  pageSizes: Record<string, number>;
  numbers: Record<string, number>;
}

export interface Started {
  url: string;
  connections: SandboxConnections;
  /** What a person needs to use it. */
  introduction: string;
  /** An action to begin with, and its inputs, as the command line takes them. */
  firstCall: [action: string, ...inputs: string[]];
  /** One step of everyday life. */
  simulateActivity(): void;
  close(): Promise<void>;
}

/** A fault as it goes over HTTP. */
type SentFault = Omit<Fault, "match"> & { match?: { method?: string; path?: string } };

/** How to make the sandbox of a component's vendor fail, and to see and reset it: the end of every introduction. */
export const controls = (
  component: string,
  url: string,
  vendorFaults: VendorFaults,
  examples: readonly SentFault[],
): string => {
  const inject = examples.map(
    (fault) =>
      `  curl -X POST -H 'Content-Type: application/json' -d '${JSON.stringify(fault)}' ${url}/sandbox/faults\n`,
  );
  return `Make it fail: the next requests get the fault, "times" of them
${inject.join("")}  curl -X DELETE ${url}/sandbox/faults
  kinds: ${Object.keys({ ...faultKinds, ...vendorFaults }).join(", ")}
  npx remote-support sandbox ${component} --help says what each does

See what was asked:          curl ${url}/sandbox/requests
Back to the seeded start:    curl -X POST ${url}/sandbox/reset`;
};
