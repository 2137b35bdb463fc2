import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { requireComponents } from "../../engine/component";
import { UsageError } from "../../engine/usageError";
import { createApp } from "./app";
import { type Bench, openBench } from "./bench";
import { readConnections } from "./connections";
import { summaryOf } from "./entries";
import { createToken } from "./security";

const repository = resolve(__dirname, "../..");

export interface WorkbenchOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Connections as `FILE` or `COMPONENT=FILE`. The other components get a sandbox. */
  connections?: readonly string[];
  /** Begin at company level in TeamViewer's sandbox. */
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
  /** What each component is connected to, in words. */
  connections: { component: string; source: string }[];
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

const openBenches = async (dist: string, options: WorkbenchOptions): Promise<Bench[]> => {
  const { connections = [], company = false, folder = process.cwd() } = options;
  const keys = requireComponents(dist);
  const given = await readConnections(connections, { dist, keys, files: { folder, stdin: process.stdin } });
  const givenFor = (key: string) => given.find(({ component }) => component === key);
  if (company && givenFor("teamviewer")) {
    throw new UsageError("--company is for TeamViewer's sandbox; its connection comes from a file.");
  }
  const opened = await Promise.allSettled(
    keys.map((key) =>
      openBench({ dist, key, given: givenFor(key), sandbox: { company: company && key === "teamviewer" } }),
    ),
  );
  const benches = opened.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const failed = opened.find((each) => each.status === "rejected");
  if (!failed) return benches;
  await closeBenches(benches);
  throw failed.reason;
};

const explainListening = (error: NodeJS.ErrnoException, port: number): unknown => {
  if (error.code === "EADDRINUSE") {
    return new UsageError(
      `Port ${port} is in use, perhaps by another workbench. Choose another one with --port, or any free one with --port 0.`,
    );
  }
  return error.code === "EACCES"
    ? new UsageError(`Listening on port ${port} is not permitted. Choose another one.`)
    : error;
};

/**
 * Starts the workbench on 127.0.0.1: every built component, on its connection or on a sandbox. Throws a `UsageError` when
 * nothing is built, a connection cannot be used or the port is taken.
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
  const connections = benches.map(summaryOf).map(({ label, connection: { source } }) => ({ component: label, source }));
  try {
    return { url: `${await listen(server, port)}/#token=${token}`, connections, close };
  } catch (error) {
    await closeBenches(benches);
    throw explainListening(error as NodeJS.ErrnoException, port);
  }
};
