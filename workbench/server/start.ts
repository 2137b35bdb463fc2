import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { builtComponents } from "../../engine/component";
import { readFile } from "../../engine/files";
import { UsageError } from "../../engine/usageError";
import { createApp } from "./app";
import { type Bench, openBench } from "./bench";
import { createToken } from "./security";

const repository = resolve(__dirname, "../..");

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

const readGiven = (key: string, source: string, folder: string) => ({
  source,
  file: source === "-" ? source : resolve(folder, source),
  text: readFile(source, folder, `the connection of ${key}`).toString(),
});

const openBenches = async (dist: string, options: WorkbenchOptions): Promise<Bench[]> => {
  const { connections = {}, company = false, folder = process.cwd() } = options;
  if (company && connections.teamviewer !== undefined) {
    throw new UsageError("--company is for TeamViewer's sandbox; its connection comes from a file.");
  }
  const opened = await Promise.allSettled(
    componentsIn(dist, connections).map(async (key) => {
      const source = connections[key];
      const given = source === undefined ? undefined : readGiven(key, source, folder);
      return openBench({ dist, key, given, sandbox: { company: company && key === "teamviewer" } });
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
