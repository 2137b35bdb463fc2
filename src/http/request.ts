import axios from "axios";
import { parseJson } from "./body";
import { secretsIn } from "./redact";
import type { WireRequest } from "./send";

/** One request of a transport. */
export interface TransportRequest extends Pick<WireRequest, "data" | "responseType" | "read"> {
  /** Its name in logs and errors: method and path template. */
  operation: string;
  /** GET unless it is given; of any case. */
  method?: string;
  /** Below the base URL. */
  url: string;
  /** The query. A list is a parameter that repeats. */
  params?: object;
  /** Besides those of the credentials, which they cannot replace. */
  headers?: Record<string, string | string[] | undefined>;
  /** How long one attempt may take, in milliseconds. Left out: as the retry policy says, while the server stays silent. */
  timeout?: number;
  /** It only reads, although its method does not say so: it can be repeated, and needs no connection of its own. */
  reads?: boolean;
}

/** The names and values of a query or of a form body. */
const pairs = (text: string) => [...new URLSearchParams(text)].map(([name, value]) => ({ [name]: value }));

/** What must not be shown of a request: the secrets in its query, headers and body, which may be a form. */
export const secretsOf = ({ url, params, headers, data }: TransportRequest): string[] => {
  const body = parseJson(data);
  return secretsIn([pairs(url.split("?")[1] ?? ""), params, headers, typeof body === "string" ? pairs(body) : body]);
};

/** A request with its full URL. `attemptTimeout` (in milliseconds) is for those that have no timeout of their own. */
export const toWire = (
  { method = "GET", url, params, data, responseType, read, timeout }: TransportRequest,
  baseUrl: string,
  attemptTimeout: number,
): Omit<WireRequest, "headers" | "signal" | "reuse"> => ({
  method,
  // Arrays as the descriptions have them: the parameter repeats.
  url: axios.getUri({ baseURL: baseUrl, url, params, paramsSerializer: { indexes: null } }),
  base: `${baseUrl}/`,
  data,
  timeout: timeout || attemptTimeout,
  responseType,
  read,
});
