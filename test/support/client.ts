import type { Connection } from "@prismatic-io/spectral";
import type { Operations } from "../../generated/teamviewer.operations";
import { createApiClient } from "../../src/http/client";
import type { RetryPolicy } from "../../src/http/retry";
import { type Credentials, createTransport, type Dialect, type TransportOptions } from "../../src/http/transport";
import { teamviewerTransport } from "../../src/teamviewer/client";
import { recordingClock } from "./clock";
import { recordingLogger } from "./logger";
import { type Reply, startServer, type TestServer } from "./server";

/** Must appear in no log line and no error. */
export const token = "12345678-Secr3tScriptT0ken";

const servers: TestServer[] = [];

/** A scripted server that `closeServers` ends. */
export const serve = async (...replies: Reply[]): Promise<TestServer> => {
  const server = await startServer(...replies);
  servers.push(server);
  return server;
};

export const closeServers = () => Promise.all(servers.splice(0).map((server) => server.close()));

/** A script-token connection to a scripted server. */
export const connectionFor = (server: TestServer): Connection => ({
  key: "teamviewer-script-token",
  configVarKey: "TeamViewer",
  fields: { token, baseUrl: `${server.url}/api/v1` },
});

const recordingContext = (debug = false) => {
  const { logger, lines } = recordingLogger();
  return { context: { logger, debug: { enabled: debug } }, lines };
};

/** TeamViewer's client against a server that gives these replies, with what it logs, and the waits, which are skipped. */
export const clientOf = async (
  replies: Reply[],
  { debug, ...retry }: Partial<RetryPolicy> & { debug?: boolean } = {},
) => {
  const server = await serve(...replies);
  const { context, lines } = recordingContext(debug);
  const { clock, waits } = recordingClock();
  const transport = createTransport(teamviewerTransport(context, connectionFor(server), retry).options, clock);
  return { client: createApiClient<Operations>(transport), transport, server, lines, clock, waits };
};

/** A transport of a vendor whose errors have no words unless `readError` finds some, with what it logs. Waits are skipped. */
export const plainTransport = (
  server: TestServer,
  credentials: Credentials,
  {
    debug,
    ...options
  }: Partial<Omit<TransportOptions, "dialect">> & { debug?: boolean; dialect?: Partial<Dialect> } = {},
) => {
  const { context, lines } = recordingContext(debug);
  const { clock, waits } = recordingClock();
  const dialect = { vendor: "Vendor", readError: () => undefined, advise: () => undefined, ...options.dialect };
  const { send } = createTransport(
    {
      context,
      connection: connectionFor(server),
      baseUrl: `${server.url}/api/v1`,
      credentials,
      userAgent: "vendor/1.0.0",
      ...options,
      dialect,
    },
    clock,
  );
  return { send, lines, waits };
};

/** The error that a promise is rejected with. Fails when it is not. */
export const failureOf = async (promise: Promise<unknown>): Promise<Error> => {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: Error) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`It should have failed, but gave ${JSON.stringify(outcome.value)}.`);
};
