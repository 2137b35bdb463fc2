/** Sends a request once, and tells an answer from a failure. What fails otherwise (a bug, an invalid header) throws. */
import axios, { type AxiosError, type AxiosRequestConfig, type AxiosResponse } from "axios";
import { requireJson, Unreadable } from "./body";
import type { Answer, Exchange, Failure } from "./failure";
import type { Headers } from "./headers";

/** A request as it goes over the wire. */
export type WireRequest = Pick<AxiosRequestConfig, "data" | "responseType" | "transformResponse"> & {
  method: string;
  /** With origin and query. */
  url: string;
  headers: Headers;
  /** How long the server may stay silent, in milliseconds. */
  timeout: number;
  /** Ends the request, whatever it is waiting for. */
  signal: AbortSignal;
};

/** What became of it: an exchange, or how it failed. */
export type Sent<F = Failure> =
  | { exchange: Exchange<unknown>; failure?: undefined }
  | { exchange?: undefined; failure: F };

const http = axios.create({
  responseType: "text",
  transformResponse: [requireJson],
  maxBodyLength: Number.POSITIVE_INFINITY,
  maxRedirects: 0,
});

const answerOf = ({ status, statusText, headers, data }: AxiosResponse): Answer => ({
  status,
  statusText,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")])),
  body: data,
});

const silent = new Set(["ECONNABORTED", "ETIMEDOUT"]);

const untrusted = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/;

/** Whether the connection failed before the request was sent: the host is not found, not there or not to be trusted. */
const isUnsent = ({ cause, code = "" }: AxiosError): boolean => {
  const { errors = [cause] } = (cause ?? {}) as { errors?: unknown[] };
  const calls = errors.map((error) => (error as NodeJS.ErrnoException | undefined)?.syscall);
  return untrusted.test(code) || calls.some((call) => call === "connect" || call === "getaddrinfo");
};

const failureOf = (error: AxiosError): Failure => {
  const { response, code, message } = error;
  if (axios.isCancel(error)) return { kind: "outOfTime" };
  if (!response) {
    return { kind: silent.has(code ?? "") ? "timeout" : "network", code, message, unsent: isUnsent(error) };
  }
  return { kind: response.status >= 300 ? "status" : "cutOff", answer: answerOf(response) };
};

/** Sends the request. Gives the exchange when there is an answer of 2xx that can be read, otherwise how it failed. */
export const sendOnce = async (request: WireRequest): Promise<Sent> => {
  try {
    const { statusText, ...exchange } = answerOf(await http.request(request));
    if (!(exchange.body instanceof Unreadable)) return { exchange };
    return { failure: { kind: "unreadable", answer: { statusText, ...exchange } } };
  } catch (error) {
    if (axios.isAxiosError(error)) return { failure: failureOf(error) };
    throw error;
  }
};
