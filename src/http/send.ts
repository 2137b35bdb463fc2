/** Sends a request once, and tells an answer from a failure. What fails otherwise (a bug, an invalid header) throws. */
import http from "node:http";
import https from "node:https";
import type { TLSSocket } from "node:tls";
import axios, { type AxiosError, AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from "axios";
import { requireJson, Unreadable } from "./body";
import { type Answer, type Exchange, type Failure, mostBytes } from "./failure";
import type { Headers } from "./headers";

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  /** With origin and query. */
  url: string;
  /** The API's place: where the request may be redirected to. */
  base: string;
  headers: Headers;
  data?: Buffer;
  responseType?: "text" | "arraybuffer";
  /** What makes the body of the text or the bytes that came. Left out: JSON is expected. */
  read?: (body: unknown) => unknown;
  /** How long the server may stay silent, in milliseconds. */
  timeout: number;
  /** Ends the request, whatever it is waiting for. */
  signal: AbortSignal;
  /** Whether a connection that was kept alive will do. The server may just be closing one. */
  reuse: boolean;
}

/** What became of it: an exchange, or how it failed. */
export type Sent<F = Failure> =
  | { exchange: Exchange<unknown>; failure?: undefined }
  | { exchange?: undefined; failure: F };

/**
 * Axios' own sender, without what axios puts around it for every request and nobody uses here: merging of defaults,
 * interceptors and transformations.
 */
const overHttp = axios.getAdapter("http");

const fresh = { httpAgent: new http.Agent(), httpsAgent: new https.Agent() };

const isSuccess = (status: number) => status >= 200 && status < 300;

const fixed = {
  maxBodyLength: Number.POSITIVE_INFINITY,
  maxContentLength: mostBytes,
  maxRedirects: 0,
  validateStatus: isSuccess,
};

const configOf = ({ headers, responseType = "text", reuse, ...request }: WireRequest) => ({
  ...fixed,
  ...request,
  ...(!reuse && fresh),
  responseType,
  headers: AxiosHeaders.from(headers),
});

/** Names of headers are in lower case; a header that came more than once is one text. */
const flat = (headers: AxiosResponse["headers"]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));

const answerOf = (
  { status, statusText, headers, data }: AxiosResponse,
  { read = requireJson }: WireRequest,
): Answer => ({
  status,
  statusText,
  // Hardly anybody looks at them.
  get headers() {
    return flat(headers);
  },
  body: read(data),
});

const silent = new Set(["ECONNABORTED", "ETIMEDOUT"]);

const untrusted = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_|^EPROTO$/;

/** Whether the connection failed before the request was sent: the host is not found or not there. */
const isUnsent = ({ cause }: AxiosError): boolean => {
  const { errors = [cause] } = (cause ?? {}) as { errors?: unknown[] };
  return errors
    .map((error) => (error as NodeJS.ErrnoException | undefined)?.syscall)
    .some((call) => call === "connect" || call === "getaddrinfo");
};

/** Whether a proxy answered in place of the server: over TLS only what came through it comes from the server. */
const isOfProxy = ({ request }: AxiosResponse, { url }: WireRequest): boolean =>
  url.startsWith("https:") && !((request as http.ClientRequest).socket as TLSSocket | null)?.encrypted;

const failureOf = (error: AxiosError, request: WireRequest): Failure => {
  const { response, code = "", message } = error;
  if (axios.isCancel(error)) return { kind: "outOfTime", final: true };
  if (response && isOfProxy(response, request)) {
    return { kind: "proxy", answer: answerOf(response, request), unsent: true, final: response.status < 500 };
  }
  if (response) return { kind: isSuccess(response.status) ? "cutOff" : "status", answer: answerOf(response, request) };
  if (code === "ERR_BAD_RESPONSE") return { kind: "tooLarge", final: true };
  if (untrusted.test(code)) return { kind: "network", code, message, unsent: true, final: true };
  return { kind: silent.has(code) ? "timeout" : "network", code, message, unsent: isUnsent(error) };
};

/** Sends the request. Gives the exchange when there is an answer of 2xx that can be read, otherwise how it failed. */
export const sendOnce = async (request: WireRequest): Promise<Sent> => {
  try {
    const answer = answerOf(await overHttp(configOf(request) as InternalAxiosRequestConfig), request);
    return answer.body instanceof Unreadable ? { failure: { kind: "unreadable", answer } } : { exchange: answer };
  } catch (error) {
    if (axios.isAxiosError(error)) return { failure: failureOf(error, request) };
    throw error;
  }
};
