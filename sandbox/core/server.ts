import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Answer } from "./answers";
import type { SandboxConnections } from "./connections";
import { control } from "./control";
import { errorAnswer, internalError, VendorError } from "./errors";
import { createExchange } from "./exchange";
import { createFaults, type Fault, type VendorFaults } from "./faults";
import { receive, send } from "./http";
import type { RateLimit } from "./limiter";
import type { RecordedRequest } from "./requests";
import type { Vendor } from "./vendor";

export interface ServerOptions {
  /** Default 0: any free port. The server always binds 127.0.0.1. */
  port?: number;
  /** Without it, rate limits come only by fault. */
  rateLimit?: RateLimit;
  /** The server's clock, which tests can move. */
  now?: () => Date;
  /** How the server lets time pass for a latency, which tests can take into their hands. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

export interface RunningServer {
  url: string;
  connections: SandboxConnections;
  /** The kinds of fault that this vendor has beside those of every vendor. */
  vendorFaults: VendorFaults;
  /** Every API request in order. */
  requests: RecordedRequest[];
  /** Answers of the sandbox's own handlers that do not match the description. */
  violations: string[];
  fault(fault: Fault): void;
  clearFaults(): void;
  /** State, requests, faults and tokens back to the seeded start. */
  reset(): void;
  close(): Promise<void>;
}

const listen = (server: Server, port: number) =>
  new Promise<string>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const sleep = (milliseconds: number) => delay(milliseconds, undefined, { ref: false });

const isBelow = (root: string, path: string) => `${path.toLowerCase()}/`.startsWith(`${root.toLowerCase()}/`);

/** Starts an HTTP server on loopback, for the vendor that `vendorAt` makes once the server's URL is known. */
export const startServer = async <World, AVendor extends Vendor<World>>(
  { port = 0, rateLimit, now = () => new Date(), wait = sleep }: ServerOptions,
  vendorAt: (url: string) => AVendor & Vendor<World>,
): Promise<{ server: RunningServer; vendor: AVendor }> => {
  const server = createServer();
  // Longer than any pause of a client, so that no request meets a connection that is just being closed.
  server.keepAliveTimeout = 120_000;
  const url = await listen(server, port);
  const vendor = vendorAt(url);
  const faults = createFaults(vendor.roots[0]);
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const exchange = createExchange({ vendor, faults, requests, violations, rateLimit, now, wait });

  const reset = () => {
    vendor.reset();
    faults.clear();
    requests.length = 0;
    violations.length = 0;
  };
  const { connections, faults: vendorFaults = {} } = vendor;
  const controlled = { faults, vendorFaults, requests, violations, connections, reset };

  const pageOf = async (request: RecordedRequest): Promise<Answer> => {
    try {
      const page = (await vendor.page?.(request)) ?? control(controlled, request);
      if (page) return page;
      throw new VendorError(404, "not_found", "There is no such page.");
    } catch (error) {
      if (error instanceof VendorError) return errorAnswer(error, vendor.errorBody);
      throw error;
    }
  };

  const listener = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await receive(incoming);
    if (vendor.roots.some((root) => isBelow(root, request.path))) return exchange(request, response);
    send(response, await pageOf(request));
  };

  server.on("request", (incoming, response) => {
    listener(incoming, response).catch((error) => {
      // The client went away while it was still sending.
      if (incoming.errored) return;
      violations.push(String(error?.stack ?? error));
      if (!response.headersSent) send(response, errorAnswer(internalError(), vendor.errorBody));
    });
  });

  const { add: fault, clear: clearFaults } = faults;
  return {
    server: {
      url,
      connections,
      vendorFaults,
      requests,
      violations,
      fault,
      clearFaults,
      reset,
      close: () => close(server),
    },
    vendor,
  };
};
