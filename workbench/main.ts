import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { builtComponents } from "../engine/component";
import { readFile } from "../engine/files";
import { UsageError } from "../engine/usageError";
import { createApp } from "./server/app";
import { type Bench, openBench } from "./server/bench";
import { isPageBuilt, pageMissing } from "./server/page";
import { createToken } from "./server/security";

const repository = resolve(__dirname, "..");

export interface WorkbenchOptions {
  /** Default 0: any free port. */
  port?: number;
  /** The file of a connection by the component's key. The others get a sandbox. */
  connections?: Readonly<Record<string, string>>;
  /** Use a token of company level for TeamViewer's sandbox. */
  company?: boolean;
  /** Where the files of connections are relative to. */
  folder?: string;
  /** The built components. */
  dist?: string;
  /** The built page. */
  page?: string;
}

export interface Workbench {
  /** Carries the token in its fragment, which a browser does not send anywhere. */
  url: string;
  /** Ends the server and its sandboxes. */
  close(): Promise<void>;
}

const listen = (server: Server, port: number) =>
  new Promise<string>((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

const closeServer = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

const closeBenches = (benches: readonly Bench[]) =>
  Promise.all(benches.map(({ connection }) => connection.sandbox?.close()));

const componentsIn = (dist: string, connections: Readonly<Record<string, string>>): string[] => {
  const keys = builtComponents(dist);
  if (keys.length === 0) throw new UsageError('No component is built. Run "npm run build" to build them.');
  const unknown = Object.keys(connections).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw new UsageError(`There is no component "${unknown}" for a connection. There are: ${keys.join(", ")}.`);
  }
  return keys;
};

const openBenches = async (dist: string, options: WorkbenchOptions): Promise<Bench[]> => {
  const { connections = {}, company = false, folder = process.cwd() } = options;
  if (company && connections.teamviewer !== undefined) {
    throw new UsageError("--company is for TeamViewer's sandbox; its connection comes from a file.");
  }
  const opened = await Promise.allSettled(
    componentsIn(dist, connections).map(async (key) => {
      const source = connections[key];
      const given = source && { source, text: readFile(source, folder, `the connection of ${key}`).toString() };
      return openBench({ dist, key, given: given || undefined, sandbox: { company: company && key === "teamviewer" } });
    }),
  );
  const benches = opened.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const failed = opened.find((each) => each.status === "rejected");
  if (!failed) return benches;
  await closeBenches(benches);
  throw failed.reason;
};

/**
 * Starts the workbench on 127.0.0.1: every built component, on its connection or on a sandbox. Throws a `UsageError` when
 * nothing is built or a connection cannot be used.
 */
export const startWorkbench = async (options: WorkbenchOptions = {}): Promise<Workbench> => {
  const { port = 0, dist = join(repository, "dist"), page = join(repository, "workbench", "dist") } = options;
  const benches = await openBenches(dist, options);
  const token = createToken();
  const server = createServer(createApp({ benches, token, page }));
  const close = async () => {
    await closeServer(server);
    await closeBenches(benches);
  };
  try {
    return { url: `${await listen(server, port)}/#token=${token}`, close };
  } catch (error) {
    await closeBenches(benches);
    throw error;
  }
};

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

const run = async (args: string[]): Promise<void> => {
  const { port, connection, company, help: isHelp } = parse(args);
  if (isHelp) return console.log(help);
  if (!isPageBuilt(join(repository, "workbench", "dist"))) throw new UsageError(pageMissing);
  // npm runs scripts in the folder of package.json; paths are meant from where the user is.
  const folder = (process.env.npm_lifecycle_event === "workbench" && process.env.INIT_CWD) || process.cwd();
  const connections = Object.fromEntries(connection.map(connectionOf));
  const { url, close } = await startWorkbench({ port: portOf(port), connections, company, folder });
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
