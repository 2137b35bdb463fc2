/** The headers of a raw request: which of those that a builder gives are sent. */
import { InputError } from "../http/errors";
import { problemOfHeader } from "../http/headers";
import type { Context } from "../http/transport";
import type { KeyValues } from "./keyValueInput";

const label = "Header";

/** They belong to one connection and to one body (RFC 9110, sections 7.2, 7.6.1 and 8.6); another request has its own. */
const ofOneRequest = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** They tell which way another request came, and some servers take host and path from them; HTTP/2 writes `:authority`. */
const ofAnotherWay = /^(:.*|forwarded|via|x-forwarded-.*|x-host|x-original-(host|url)|x-rewrite-url)$/;

/** The headers that a Connection header names belong to that connection too. */
const namedByConnection = (headers: [string, string | string[]][]): string[] =>
  headers
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => String(value).toLowerCase().split(","))
    .map((name) => name.trim());

const refuseUnsendable = (headers: [string, string | string[]][]) => {
  for (const [name, value] of headers) {
    const problem = [value]
      .flat()
      .map((each) => problemOfHeader(name, each))
      .find(Boolean);
    if (problem) throw new InputError(label, `"${name}" ${problem}. Nothing was sent.`);
  }
};

/**
 * The builder's headers without an authorization and without those that would change where the request goes or how its
 * body is read; a warning names them. A Content-Encoding is for bytes alone (`asBytes`): no other body is encoded.
 * Throws an `InputError` for a header that cannot be sent.
 */
export const sendableHeaders = (given: KeyValues = {}, asBytes: boolean, { logger }: Context): KeyValues => {
  const headers = Object.entries(given);
  const ofThisConnection = new Set(namedByConnection(headers));
  const isLeftOut = (name: string) =>
    ofOneRequest.has(name) ||
    ofAnotherWay.test(name) ||
    ofThisConnection.has(name) ||
    (name === "content-encoding" && !asBytes);
  const own = headers.filter(([name]) => name.toLowerCase() !== "authorization");
  const leftOut = own.filter(([name]) => isLeftOut(name.toLowerCase())).map(([name]) => name);
  const sent = own.filter(([name]) => !leftOut.includes(name));
  refuseUnsendable(sent);
  if (own.length < headers.length) {
    logger.warn("Header: Authorization comes from the connection; the one given here is not sent.");
  }
  if (leftOut.length > 0) {
    logger.warn(
      `Header: not sent: ${leftOut.join(", ")}. They belong to another request or connection; this one has its own.`,
    );
  }
  return Object.fromEntries(sent);
};
