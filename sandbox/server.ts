import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import { parse as parseForm } from "node:querystring";
import { setTimeout as delay } from "node:timers/promises";
import type { Answer } from "./answers";
import type { Api } from "./api";
import type { Surroundings } from "./calls";
import { callbackPage } from "./consentPage";
import { control } from "./control";
import { badRequest, VendorError } from "./errors";
import { type Fault, type Faults, faultAnswer, pageTokenOf, type Target, withRepeatedToken } from "./faults";
import type { Form, OAuth } from "./oauth";

export interface RecordedRequest {
  method: string;
  /** As it was sent, without the query. */
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  /** Parsed where it is JSON or a form, text otherwise. */
  body: unknown;
  operationId?: string;
  /** Undefined when the connection was cut without an answer. */
  status?: number;
  answer?: unknown;
}

export interface RateLimit {
  requests: number;
  perMilliseconds: number;
}

export interface ServerParts {
  api: Api;
  oauth: OAuth;
  faults: Faults;
  requests: RecordedRequest[];
  violations: string[];
  surroundings: Surroundings;
  rateLimit?: RateLimit;
  reset(): void;
}

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
};

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));

const parseBody = (text: string, contentType = ""): unknown => {
  if (text === "") return undefined;
  if (contentType.includes("application/x-www-form-urlencoded")) return { ...parseForm(text) };
  if (!contentType.includes("json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const receive = async (request: IncomingMessage): Promise<RecordedRequest> => {
  const [path = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/s);
  const headers = headersOf(request);
  return {
    method: request.method ?? "GET",
    path,
    query: { ...parseForm(query) } as RecordedRequest["query"],
    headers,
    body: parseBody(await read(request), headers["content-type"]),
  };
};

const serialise = ({ headers = {}, body }: Answer): { payload: Buffer; headers: Record<string, string> } => {
  if (body === undefined) return { payload: Buffer.alloc(0), headers };
  const isText = typeof body === "string" && headers["Content-Type"];
  return {
    payload: Buffer.from(isText ? body : JSON.stringify(body)),
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  };
};

const send = (response: ServerResponse, answer: Answer): void => {
  const { payload, headers } = serialise(answer);
  const length = answer.status === 204 ? {} : { "Content-Length": payload.length };
  response.writeHead(answer.status, { ...headers, ...length });
  response.end(payload);
};

/** Half of the body with the length of the whole, then the connection is cut. */
const sendTruncated = (response: ServerResponse, answer: Answer): void => {
  const { payload, headers } = serialise({ ...answer, body: answer.body ?? { result: "cut off" } });
  const status = answer.status === 204 ? 200 : answer.status;
  response.writeHead(status, { ...headers, "Content-Length": payload.length });
  response.write(payload.subarray(0, Math.max(1, Math.floor(payload.length / 2))), () => response.destroy());
};

const internalError = () => new VendorError(500, "internal_error", "An unexpected error happened.");

/** Allows so many requests in any window that starts with its first request. */
const createLimiter = (limit?: RateLimit) => {
  let windowEnd = 0;
  let used = 0;
  return (): Answer | undefined => {
    if (!limit) return undefined;
    const time = performance.now();
    if (time >= windowEnd) [windowEnd, used] = [time + limit.perMilliseconds, 0];
    used += 1;
    if (used <= limit.requests) return undefined;
    const retryAfter = String(Math.ceil((windowEnd - time) / 1000));
    return faultAnswer({ kind: "rateLimit", retryAfter });
  };
};

const jsonOnly = ({ body, headers }: RecordedRequest) => {
  if (typeof body !== "string") return;
  const isJson = (headers["content-type"] ?? "").includes("json");
  throw badRequest(isJson ? "The body is not valid JSON." : "The body must be sent as application/json.");
};

const isApi = (path: string) => /^\/(api\/v1|pushApi)(\/|$)/i.test(path);

/** The work of one API request without faults: routing, authorisation, validation, handler, check of the answer. */
const createWork = ({ api, oauth, surroundings, violations }: ServerParts) => {
  const checked = (operationId: string | undefined, answer: Answer): Answer => {
    if (operationId) violations.push(...api.mismatches(operationId, answer));
    return answer;
  };
  return async (request: RecordedRequest): Promise<Answer> => {
    try {
      if (request.operationId === "OAuth2_Token") {
        return await oauth.token(request.headers, (request.body ?? {}) as Form);
      }
      const { method, query, headers, body, operationId } = request;
      const route = api.route(method, request.path);
      if (operationId) jsonOnly(request);
      return checked(operationId, await api.handle({ method, route, query, headers, body }, surroundings));
    } catch (error) {
      if (error instanceof VendorError) return error.toAnswer();
      violations.push(`${request.operationId}: ${error instanceof Error ? error.stack : error}`);
      return internalError().toAnswer();
    }
  };
};

const operationOf = (api: Api, { method, path }: RecordedRequest): string | undefined => {
  try {
    return api.route(method, path).operationId;
  } catch {
    return undefined;
  }
};

const createExchange = (parts: ServerParts) => {
  const { api, faults, requests } = parts;
  const work = createWork(parts);
  const limited = createLimiter(parts.rateLimit);

  const answered = (request: RecordedRequest, response: ServerResponse, answer: Answer, how = send) => {
    request.status = answer.status;
    request.answer = answer.body;
    how(response, answer);
  };

  /** A fault before the work, or after it when only the answer is to be lost. */
  const withFault = async (request: RecordedRequest, response: ServerResponse, fault: Fault, target: Target) => {
    const { kind, after } = fault;
    const needsWork = after || kind === "truncated" || kind === "repeatToken";
    const real = needsWork ? await work(request) : undefined;
    if (kind === "reset") return void response.destroy();
    if (real && kind === "truncated") return answered(request, response, real, sendTruncated);
    if (real && kind === "repeatToken") return answered(request, response, withRepeatedToken(real, target));
    answered(request, response, faultAnswer(fault) ?? internalError().toAnswer());
  };

  return async (request: RecordedRequest, response: ServerResponse) => {
    request.operationId = operationOf(api, request);
    requests.push(request);
    const target: Target = { ...request, pageToken: pageTokenOf(request.query, request.body) };
    const { latencies, fault } = faults.take(target);
    const wait = async (after: boolean) => {
      const waits = latencies.filter((latency) => (latency.after ?? false) === after);
      for (const { milliseconds = 1000 } of waits) await delay(milliseconds, undefined, { ref: false });
    };
    await wait(false);
    if (fault) return withFault(request, response, fault, target);
    const answer = limited() ?? (await work(request));
    await wait(true);
    answered(request, response, answer);
  };
};

const createListener = (parts: ServerParts) => {
  const exchange = createExchange(parts);
  const page = async ({ method, path, query, body }: RecordedRequest): Promise<Answer | undefined> => {
    const form = (body ?? {}) as Form;
    if (path === "/oauth2/authorize")
      return method === "POST" ? parts.oauth.decide(form) : parts.oauth.consent(query as Form);
    if (path === "/oauth2/callback") return callbackPage(query as Form);
    return control(parts, { method, path, body });
  };
  return async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await receive(incoming);
    if (isApi(request.path)) return exchange(request, response);
    const answer = await page(request).catch((error) => {
      if (error instanceof VendorError) return error.toAnswer();
      throw error;
    });
    send(response, answer ?? new VendorError(404, "not_found", "There is no such page.").toAnswer());
  };
};

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

/** Starts an HTTP server on loopback; `partsFor` gets its URL, which the parts may need. */
export const startServer = async (port: number, partsFor: (url: string) => ServerParts): Promise<RunningServer> => {
  const server = createServer();
  // Longer than any pause of a client, so that no request meets a connection that is just being closed.
  server.keepAliveTimeout = 120_000;
  const actualPort = await listen(server, port);
  const parts = partsFor(`http://127.0.0.1:${actualPort}`);
  const listener = createListener(parts);
  server.on("request", (incoming, response) => {
    listener(incoming, response).catch((error) => {
      // The client went away while it was still sending.
      if (incoming.errored) return;
      parts.violations.push(String(error?.stack ?? error));
      if (!response.headersSent) send(response, internalError().toAnswer());
    });
  });
  return {
    port: actualPort,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
