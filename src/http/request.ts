import type { AxiosRequestConfig } from "axios";
import { writeBody } from "./body";
import { mergeHeaders } from "./headers";
import { urlWith } from "./query";
import { isSecretName, secretsIn } from "./redact";
import type { WireRequest } from "./send";
import { secretsInPairs, secretsInText } from "./textSecrets";

/** One request of a transport. */
export interface TransportRequest
  extends Pick<AxiosRequestConfig, "params" | "data" | "responseType" | "transformResponse"> {
  /** Its name in logs and errors: method and path template. */
  operation: string;
  /** GET unless it is given; of any case. */
  method?: string;
  /** Below the base URL. */
  url: string;
  /** Besides those of the credentials, which they cannot replace. */
  headers?: Record<string, string | string[] | undefined>;
  /** The names and values in `data` where that is the bytes of a form: logs show them, and know its secrets by them. */
  fields?: readonly object[];
  /** How long the server may stay silent, in milliseconds, where the retry policy's value does not fit. */
  timeout?: number;
}

/** A header's value, and what of it a server may repeat alone: without its scheme, and each cookie's own value. */
const partsOf = (name: string, value: string): string[] => {
  if (/cookie/i.test(name)) return [value, ...value.split(";").map((part) => part.slice(part.indexOf("=") + 1))];
  return [value, value.replace(/^\S+\s+/, "")];
};

const secretsInHeaders = (headers: TransportRequest["headers"] = {}): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    isSecretName(name) ? [value ?? []].flat().flatMap((each) => partsOf(name, each)) : [],
  );

/** The part of a URL behind its question mark. */
const queryOf = (url: string): string => (url.includes("?") ? url.slice(url.indexOf("?") + 1) : "");

/** What must not be shown of a request: the secrets in its query, headers and body, which may be a form. */
export const secretsOf = ({ url, params, headers, data, fields }: TransportRequest): string[] => [
  ...secretsInPairs(queryOf(url)),
  ...secretsInHeaders(headers),
  ...secretsIn([params, fields]),
  ...(typeof data === "string" ? secretsInText(data) : secretsIn(data)),
];

const contentTypeOf = (headers: TransportRequest["headers"] = {}): string | undefined =>
  Object.entries(headers)
    .filter(([name]) => name.trim().toLowerCase() === "content-type")
    .map(([, value]) => String(value))
    .at(-1);

/**
 * A request with its full URL, its body as bytes, and its own headers with a content type that fits. `attemptTimeout` (in
 * milliseconds) is for those that have no timeout of their own. Throws what `writeBody` throws.
 */
export const toWire = (
  { method = "GET", url, params, data, headers, responseType, transformResponse, timeout }: TransportRequest,
  baseUrl: string,
  attemptTimeout: number,
): Omit<WireRequest, "signal"> => {
  const body = writeBody(data, contentTypeOf(headers));
  return {
    method,
    url: urlWith(baseUrl, url, params),
    headers: mergeHeaders(headers, { "Content-Type": body.contentType }),
    data: body.data,
    timeout: timeout || attemptTimeout,
    // axios takes an undefined field for a wish to have none.
    ...(responseType && { responseType }),
    ...(transformResponse && { transformResponse }),
  };
};
