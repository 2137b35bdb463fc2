import { join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../engine/usageError";
import { isPageBuilt, pageMissing } from "./server/page";
import { startWorkbench, type WorkbenchOptions } from "./server/start";

export { startWorkbench, type Workbench, type WorkbenchOptions } from "./server/start";

const help = `A page on which every action, data source and trigger can be tried, on sandboxes or on connections of your own.

  npm run workbench -- [options]

  --port N                      port to listen on, on 127.0.0.1 (8765); 0 takes any free one
  --connection COMPONENT=FILE   use this connection instead of the sandbox; once per component
  --company                     use a token of company level in TeamViewer's sandbox
  --help                        this text

It prints a URL with a token, and answers only who has it. Ctrl-C ends it, with its sandboxes and all that is in them.`;

const portOf = (text: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`--port needs a number from 0 to 65535, not "${text}".`);
};

const connectionOf = (text: string): [component: string, file: string] => {
  const [, component, file] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (component && file) return [component, file];
  throw new UsageError(`--connection needs a component and a file, as in teamviewer=connection.json, not "${text}".`);
};

const parse = (args: string[]) => {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string", default: "8765" },
        connection: { type: "string", multiple: true, default: [] },
        company: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/** What the arguments ask for: options, or the help. Throws a `UsageError` that names the argument that is wrong. */
export const readArguments = (args: string[]): WorkbenchOptions | "help" => {
  const { port, connection, company, help: isHelp } = parse(args);
  if (isHelp) return "help";
  return { port: portOf(port), connections: Object.fromEntries(connection.map(connectionOf)), company };
};

const run = async (args: string[]): Promise<void> => {
  const options = readArguments(args);
  if (options === "help") return console.log(help);
  if (!isPageBuilt(join(__dirname, "dist"))) throw new UsageError(pageMissing);
  // npm runs scripts in the folder of package.json; paths are meant from where the user is.
  const folder = (process.env.npm_lifecycle_event === "workbench" && process.env.INIT_CWD) || process.cwd();
  const { url, close } = await startWorkbench({ ...options, folder });
  console.log(`The workbench runs at\n\n  ${url}\n\nCtrl-C ends it.`);
  const stop = () => void close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
};

const explain = (error: unknown): string => {
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    return "The port is in use, perhaps by another workbench. Choose one: npm run workbench -- --port 8766";
  }
  return error instanceof UsageError ? error.message : String((error as Error).stack ?? error);
};

if (require.main === module) {
  run(process.argv.slice(2)).catch((error) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
}
