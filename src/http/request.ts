import { writeBody } from "./body";
import { mergeHeaders } from "./headers";
import { urlWith } from "./query";
import { isSecretName, secretsIn } from "./redact";
import type { WireRequest } from "./send";
import { secretsInPairs, secretsInText } from "./textSecrets";

/** One request of a transport. */
export interface TransportRequest extends Pick<WireRequest, "responseType" | "read"> {
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
  /** A text or bytes, which are sent as they are, or a value to be sent as JSON or, by its content type, as a form. */
  data?: unknown;
  /** The names and values in `data` where that is the bytes of a form: logs show them, and know its secrets by them. */
  fields?: readonly object[];
  /** How long one attempt may take, in milliseconds. Left out: as the retry policy says, while the server stays silent. */
  timeout?: number;
  /** It only reads, although its method does not say so: it can be repeated, and needs no connection of its own. */
  reads?: boolean;
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
const queryOf = (url: string): string => url.split("?").slice(1).join("?");

/** What must not be shown of a request: the secrets in its query, headers and body, which may be a form. */
export const secretsOf = ({ url, params, headers, data, fields }: TransportRequest): string[] => [
  ...secretsInPairs(queryOf(url)),
  ...secretsInHeaders(headers),
  ...secretsIn([params, fields]),
  ...(typeof data === "string" ? secretsInText(data) : secretsIn(data)),
];

const contentTypeOf = (headers: TransportRequest["headers"] = {}): string | undefined =>
  Object.entries(headers)
    .filter(([name, value]) => name.trim().toLowerCase() === "content-type" && value !== undefined)
    .map(([, value]) => String(value))
    .at(-1);

/**
 * A request with its full URL, its body as bytes, and its own headers with a content type: the request's own, or that of
 * `required` (the headers that all requests have), or else one that fits. `attemptTimeout` (in milliseconds) is for those
 * that have no timeout of their own. Throws what `writeBody` throws.
 */
export const toWire = (
  { method = "GET", url, params, data, headers, responseType, read, timeout }: TransportRequest,
  baseUrl: string,
  attemptTimeout: number,
  required?: Record<string, string>,
): Omit<WireRequest, "signal" | "reuse"> => {
  const body = writeBody(data, contentTypeOf({ ...required, ...headers }));
  return {
    method,
    url: urlWith(baseUrl, url, params),
    base: `${baseUrl}/`,
    headers: mergeHeaders(headers, { "Content-Type": body.contentType }),
    data: body.data,
    timeout: timeout ?? attemptTimeout,
    responseType,
    read,
  };
};
