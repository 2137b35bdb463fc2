import { parseArgs } from "node:util";
import type { StartOptions, VendorCommand } from "./core/command";
import { faultKinds, type VendorFaults } from "./core/faults";
import { realvnc } from "./realvnc/command";
import { teamviewer } from "./teamviewer/command";
import { tsmanage } from "./tsmanage/command";

const vendors: Record<string, VendorCommand> = { teamviewer, realvnc, tsmanage };

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const pageFlag = (name: string) => `page-${kebab(name)}`;

const line = (flag: string, explanation: string) => `${`  --${flag}`.padEnd(30)}${explanation}`;

const sizes = (defaults: Record<string, number>, flag: (name: string) => string) =>
  Object.entries(defaults)
    .map(([name, value]) => line(`${flag(name)} N`, `(${value})`))
    .join("\n");

const section = (title: string, lines: string) => (lines ? `\n${title}:\n${lines}\n` : "");

const own = (numbers: Record<string, string>) =>
  Object.entries(numbers)
    .map(([flag, explanation]) => `${line(`${flag} N`, explanation)}\n`)
    .join("");

const faultLines = (faults: VendorFaults) =>
  [...Object.entries(faultKinds), ...Object.entries(faults).map(([kind, { does }]) => [kind, does] as const)]
    .map(([kind, does]) => `  ${kind.padEnd(14)}  ${does}`)
    .join("\n");

/** What --help says for a vendor. */
export const helpFor = ({ name, counts, pageSizes, numbers, activity, faults }: VendorCommand) =>
  `Starts a local stand-in of a vendor's server on 127.0.0.1.

  npm run sandbox -- [vendor] [options]

Vendors: ${Object.keys(vendors).join(", ")}; default teamviewer. The options of ${name}:

${line("port N", "port to listen on, default 8787; 0 takes any free one")}
${own(numbers)}${line("activity SECONDS", `let something happen that often: ${activity}`)}
${line("help", "this text")}
${section("How many records to start with (default)", sizes(counts, kebab))}${section("How many records on a page (default)", sizes(pageSizes, pageFlag))}
Faults, which a running sandbox takes as JSON at POST /sandbox/faults: {"kind": "serverError", "times": 2}
${faultLines(faults)}

A fault hits the next request. "times" is how many it hits, or "Infinity"; "match" says which, by "method", "path" (a
text, or a pattern between slashes) and "operationId". "status" takes the place of the kind's status, "retryAfter" goes
into the header Retry-After of an error, and with "after": true the work is done and only its answer lost.`;

class UsageError extends Error {}

const numberOf = (flag: string, text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 0) {
    throw new UsageError(`--${flag} needs a whole number, not '${text}'.`);
  }
  return value;
};

type Values = Record<string, string | boolean | undefined>;

const picked = (values: Values, names: string[], flag: (name: string) => string): Record<string, number> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = values[flag(name)];
      return typeof text === "string" ? [[name, numberOf(flag(name), text)]] : [];
    }),
  );

const vendorOf = (args: string[]): VendorCommand => {
  const name = args[0]?.startsWith("-") === false ? args[0] : "teamviewer";
  const vendor = vendors[name];
  if (!vendor) throw new UsageError(`There is no sandbox of '${name}'. There are: ${Object.keys(vendors).join(", ")}.`);
  return vendor;
};

const parse = (args: string[], { counts, pageSizes, numbers }: VendorCommand): Values => {
  const sizes = [...Object.keys(counts).map(kebab), ...Object.keys(pageSizes).map(pageFlag)];
  const flags = ["port", "activity", ...Object.keys(numbers), ...sizes];
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: "string" as const }]));
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...options, help: { type: "boolean" } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new Error(`'${positionals[1]}' is one word too many.`);
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

interface CommandOptions extends StartOptions {
  vendor: VendorCommand;
  help: boolean;
  /** Seconds between two steps of simulated activity; 0 for none. */
  activity: number;
}

/** The options of a command line, whose first word may name the vendor. */
export const optionsOf = (args: string[]): CommandOptions => {
  const vendor = vendorOf(args);
  const values = parse(args, vendor);
  const { port = "8787", activity = "0", help = false } = values;
  const portNumber = numberOf("port", String(port));
  if (portNumber > 65_535) throw new UsageError("--port is at most 65535.");
  return {
    vendor,
    help: help === true,
    port: portNumber,
    activity: numberOf("activity", String(activity)),
    seed: picked(values, Object.keys(vendor.counts), kebab),
    pageSizes: picked(values, Object.keys(vendor.pageSizes), pageFlag),
    numbers: picked(values, Object.keys(vendor.numbers), (flag) => flag),
  };
};

const explain = (error: unknown, port: number | undefined): string => {
  if (error instanceof UsageError) return `${error.message}\nnpm run sandbox -- --help lists the options.`;
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    return `Port ${port} is in use, perhaps by another sandbox. Stop that one, or choose a port: npm run sandbox -- --port 8788`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const run = async ({ vendor, activity, ...options }: CommandOptions) => {
  const { introduction, simulateActivity, close } = await vendor.start(options);
  console.log(introduction);
  const timer = activity > 0 ? setInterval(simulateActivity, activity * 1000) : undefined;
  const stop = () => {
    clearInterval(timer);
    void close();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
};

const main = async () => {
  let options: CommandOptions | undefined;
  try {
    options = optionsOf(process.argv.slice(2));
    if (options.help) console.log(helpFor(options.vendor));
    else await run(options);
  } catch (error) {
    console.error(explain(error, options?.port));
    process.exitCode = 1;
  }
};

if (require.main === module) void main();
