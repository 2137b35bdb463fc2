import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../engine/usageError";
import { isPageBuilt, pageMissing } from "./server/page";
import { startWorkbench, type WorkbenchOptions } from "./server/start";

const help = `A page on which every action, data source and trigger can be tried, on
sandboxes or on connections of one's own.

  npm run workbench -- [options]
  npx remote-support workbench [options]

  --port N           port on 127.0.0.1 (8765); 0 takes any free one
  --connection FILE  use this connection instead of a sandbox; the key in it
                     tells the component, or COMPONENT=FILE does; once per
                     component
  --company          begin at company level in TeamViewer's sandbox
  --dist FOLDER      folder with the built components, if not the build's
  --page FOLDER      folder with the built page, if not the build's
  --help             this text

It prints a URL with a token, and answers only who has it. Ctrl-C ends it, with
its sandboxes and all that is in them.`;

const portOf = (text: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`--port needs a number from 0 to 65535, not "${text}".`);
};

const parse = (args: string[]) => {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string", default: "8765" },
        connection: { type: "string", multiple: true, default: [] },
        company: { type: "boolean", default: false },
        dist: { type: "string" },
        page: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    const [first] = (error as Error).message.split(/\.\s|\n/);
    throw new UsageError(`${first}. Run with --help to see the options.`);
  }
};

// npm runs scripts in the folder of package.json; paths are meant from where the user is.
const userFolder = (): string =>
  (process.env.npm_lifecycle_event === "workbench" && process.env.INIT_CWD) || process.cwd();

/** What the arguments ask for: options, or the help. Throws a `UsageError` that names the argument that is wrong. */
const readArguments = (args: string[], folder: string): (WorkbenchOptions & { page: string }) | "help" => {
  const { port, connection, company, dist, page, help: isHelp } = parse(args);
  if (isHelp) return "help";
  return {
    port: portOf(port),
    connections: connection,
    company,
    folder,
    page: resolve(folder, page ?? join(__dirname, "dist")),
    ...(dist !== undefined && { dist: resolve(folder, dist) }),
  };
};

const run = async (args: string[]): Promise<void> => {
  const options = readArguments(args, userFolder());
  if (options === "help") return console.log(help);
  if (!isPageBuilt(options.page)) throw new UsageError(pageMissing);
  const { url, connections, close } = await startWorkbench(options);
  // A run that still waits for its vendor would keep the process alive.
  const stop = () => close().finally(() => process.exit());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop);
  const lines = connections.map(({ component, source }) => `${component}: ${source}`);
  console.log(`The workbench runs at\n\n  ${url}\n\n${lines.join("\n")}\n\nCtrl-C ends it.`);
};

run(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof UsageError ? `error: ${error.message}` : error);
  // As the command line tells them apart.
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
