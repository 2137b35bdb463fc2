import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { writeNew } from "../../engine/files";
import { UsageError } from "../../engine/usageError";
import type { Started, VendorCommand } from "../../sandbox/core/command";
import { faultKinds } from "../../sandbox/core/faults";
import { vendors } from "../../sandbox/vendors";
import { interruption } from "../interrupted";
import type { Surroundings } from "../surroundings";
import { quoted, section, table, wrap } from "../text";

const usualPort = 8787;

/** A value of the command line by the name that commander gives its flag. */
type SandboxOptions = Record<string, number | string | undefined> & {
  port: number;
  activity: number;
  connectionFile?: string;
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const wholeNumber =
  (flag: string, highest = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= highest) return value;
    throw new UsageError(`--${flag} takes a whole number${highest < 1e6 ? `, at most ${highest}` : ""}.`);
  };

const numberOption = (group: string, flag: string, description: string, highest?: number): Option =>
  new Option(`--${flag} <n>`, description).helpGroup(group).argParser(wholeNumber(flag, highest));

type Values = Record<string, number>;

/** Adds flags that set numbers, and gives what reads them from the values of the command. */
const addNumbers = (
  command: Command,
  group: string,
  flags: readonly (readonly [name: string, flag: string, description: string])[],
): ((options: SandboxOptions) => Values) => {
  const options = flags.map(([name, flag, description]) => {
    const option = numberOption(group, flag, description);
    command.addOption(option);
    return [name, option.attributeName()] as const;
  });
  return (values) =>
    Object.fromEntries(
      options.flatMap(([name, attribute]) =>
        values[attribute] === undefined ? [] : [[name, Number(values[attribute])]],
      ),
    );
};

const faultsTold = ({ faults }: Pick<VendorCommand, "faults">, { output: { style } }: Surroundings): string => {
  const { width, bold } = style;
  const kinds = [
    ...Object.entries(faultKinds),
    ...Object.entries(faults).map(([kind, { does }]) => [kind, does] as const),
  ];
  const explanation =
    'A running sandbox takes a fault as JSON at POST /sandbox/faults: {"kind": "serverError", "times": 2}. It hits the next request. "times" is how many it hits, or "Infinity"; "match" says which, by "method", "path" (a text, or a pattern between slashes) and "operationId". "status" takes the place of the kind\'s status, "retryAfter" goes into the header Retry-After of an error, and with "after": true the work is done and only its answer lost.';
  return [...section(bold("Faults:"), table(kinds, { width })), "", ...wrap(explanation, width)].join("\n");
};

const start = async (vendor: VendorCommand, key: string, options: Parameters<VendorCommand["start"]>[0]) => {
  try {
    return await vendor.start(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new UsageError(
      `Port ${options.port} is in use, perhaps by another sandbox. End that one, or choose another port: npx remote-support sandbox ${key} --port ${options.port + 1}`,
    );
  }
};

interface ConnectionFile {
  path: string;
  remove(): void;
}

/** In a folder of its own that only its owner can read, unless a file is named; that one must not exist yet. */
const writeConnection = (
  key: string,
  { connections }: Started,
  named: string | undefined,
  { folder }: Surroundings,
): ConnectionFile => {
  const path =
    named === undefined ? join(mkdtempSync(join(tmpdir(), "sandbox-")), `${key}.json`) : resolve(folder, named);
  writeNew(path, `${JSON.stringify(connections.usual, null, 2)}\n`, "the connection of the sandbox");
  return { path, remove: () => rmSync(named === undefined ? dirname(path) : path, { recursive: true, force: true }) };
};

const told = (key: string, { url, introduction, firstCall }: Started, { path }: ConnectionFile): string => {
  const call = ["npx remote-support run", key, ...firstCall.map(quoted)].join(" ");
  return `${introduction}

Its connection is in ${path} until it ends. Use it
  ${call} --connection ${quoted(path)}
  ${call} --sandbox ${url}
`;
};

/** Starts a sandbox, tells how it is used, and ends it when the signal comes. */
const keepRunning = async (
  key: string,
  vendor: VendorCommand,
  values: SandboxOptions,
  given: Omit<Parameters<VendorCommand["start"]>[0], "port">,
  surroundings: Surroundings,
): Promise<void> => {
  const { port, activity, connectionFile } = values;
  const sandbox = await start(vendor, key, { port, ...given });
  const timer = activity > 0 ? setInterval(sandbox.simulateActivity, activity * 1000) : undefined;
  let file: ConnectionFile | undefined;
  try {
    file = writeConnection(key, sandbox, connectionFile, surroundings);
    surroundings.output.text(told(key, sandbox, file));
    await interruption(surroundings.signal);
  } finally {
    clearInterval(timer);
    file?.remove();
    await sandbox.close();
  }
};

const addVendor = (parent: Command, key: string, vendor: VendorCommand, surroundings: Surroundings): void => {
  const { name, counts, pageSizes, numbers, activity } = vendor;
  const [usual] = Object.keys(vendors);
  const command = parent
    .command(key, { isDefault: key === usual })
    .summary(`start the sandbox of ${name}${key === usual ? ", which is the usual one" : ""}`)
    .description(
      `Start a stand-in of ${name}'s server on 127.0.0.1. It writes a connection file, prints the command that uses it, and runs until Ctrl-C or SIGTERM ends it.`,
    )
    .addHelpText("after", () => faultsTold(vendor, surroundings));
  const port = numberOption("Options:", "port", "port to listen on; 0 takes any free one", 65_535);
  const seconds = numberOption("Options:", "activity", `let something happen every n seconds: ${activity}`, 86_400);
  // The command takes over a default only when the option is added.
  command.addOption(port.default(usualPort)).addOption(seconds.default(0, "never"));
  command.option("--connection-file <file>", "where to write the connection (default: a folder of its own)");
  const own = Object.entries(numbers).map(([flag, description]) => [flag, flag, description] as const);
  const records = Object.entries(counts).map(([each, count]) => [each, kebab(each), `default ${count}`] as const);
  const pages = Object.entries(pageSizes).map(
    ([each, size]) => [each, `page-${kebab(each)}`, `default ${size}`] as const,
  );
  const ownNumbers = addNumbers(command, "Options:", own);
  const seed = addNumbers(command, "How many records to start with:", records);
  const sizes = addNumbers(command, "How many records on a page:", pages);
  command.action((values: SandboxOptions) => {
    const given = { seed: seed(values), pageSizes: sizes(values), numbers: ownNumbers(values) };
    return keepRunning(key, vendor, values, given, surroundings);
  });
};

/** Gives the subcommand `sandbox` one of its own for each vendor. */
export const addVendors = (command: Command, surroundings: Surroundings): void => {
  const { width } = surroundings.output.style;
  command
    .helpCommand(false)
    .usage("[vendor] [options]")
    .description("Run a stand-in of a vendor's server on 127.0.0.1, to which several commands can connect.")
    .addHelpText("after", () =>
      ["", ...wrap('"npx remote-support sandbox teamviewer --help" tells its options and its faults.', width)].join(
        "\n",
      ),
    );
  for (const [key, vendor] of Object.entries(vendors)) addVendor(command, key, vendor, surroundings);
};
