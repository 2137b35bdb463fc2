/** Exchanges as they may be shown: without what is secret in them. */
import { isUtf8 } from "node:buffer";
import { redact, type Secrets, secretsIn } from "../src/http/redact";
import { redactPairs, secretsInText } from "../src/http/textSecrets";
import type { Exchange, ExchangedBody } from "./exchanges";
import { parseJson } from "./files";
import { toPlain } from "./json";

type Headers = Exchange["sent"]["headers"];

interface Message {
  headers: Headers;
  body: ExchangedBody;
}

/** A body as text or, where it is none, in base64. Of bytes that were packed or cut off nothing is shown. */
export type OpenBody = ({ text: string } | { base64: string }) & { isWhole: boolean; size: number };

export interface OpenMessage {
  headers: Record<string, string>;
  /** Undefined where there was none. */
  body?: OpenBody;
}

/** An exchange without secrets. */
export interface OpenExchange extends Pick<Exchange, "method" | "url" | "startedAt" | "milliseconds" | "error"> {
  sent: OpenMessage;
  received?: OpenMessage & { status: number; statusText: string };
}

const textOf = (value: Headers[string]) => [value].flat().join(", ");

/** The text of a body, without a character that was cut in two; undefined for bytes. */
const bodyText = ({ content, isWhole }: ExchangedBody): string | undefined => {
  const ends = isWhole ? [0] : [0, 1, 2, 3];
  const cut = ends.map((count) => content.subarray(0, content.length - count)).find((bytes) => isUtf8(bytes));
  return cut?.toString();
};

/** The credentials of `Bearer …` and its like, and all of a value without a scheme. */
const credentialsOf = (header: string): string[] => [header, header.replace(/^\S+\s+/, "")];

const secretsOfMessage = ({ headers, body }: Message): string[] => [
  ...secretsIn(headers).flatMap(credentialsOf),
  ...Object.values(headers).flatMap((value) => secretsInText(textOf(value))),
  ...secretsInText(bodyText(body) ?? ""),
];

/** What stands under a secret's name in an exchange: credentials and tokens, those that the vendor has just given too. */
export const secretsOfExchange = ({ url, sent, received }: Exchange): string[] => [
  ...secretsInText(url.split(/\?(.*)/s)[1] ?? ""),
  ...secretsOfMessage(sent),
  ...(received ? secretsOfMessage(received) : []),
];

/** JSON as it was written, or without what stands under a secret's name in it. Other text is given as it is. */
export const openJson = (text: string): string => {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null) return text;
  const open = JSON.stringify(redact(value));
  try {
    return open === JSON.stringify(value) ? text : open;
  } catch {
    // It is nested more deeply than it can be written.
    return open;
  }
};

const openText = (text: string, contentType: string): string =>
  contentType.includes("x-www-form-urlencoded") ? redactPairs(text) : openJson(text);

/** From the last quotation mark on, or the last word. */
const lastPart = /(?<!\\)"(?:[^"\\]|\\.|\\$)*$|[^\s",&]*$/s;

/** A secret that was cut off at the end is not known by its beginning. */
const withoutRest = (text: string, isWhole: boolean) => (isWhole ? text : text.replace(lastPart, ""));

const openBody = ({ headers, body }: Message, secrets: Secrets): OpenBody | undefined => {
  const { size, content, isWhole } = body;
  if (size === 0) return undefined;
  const text = bodyText(body);
  if (text !== undefined) {
    const open = withoutRest(openText(text, textOf(headers["content-type"])), isWhole);
    return { text: secrets.redact(open), size, isWhole };
  }
  if (!isWhole || headers["content-encoding"]) return { base64: "", size, isWhole: false };
  return { ...(toPlain(content, secrets) as { base64: string }), size, isWhole };
};

/** How a request signs in may be seen. */
const schemeOf = (name: string, value: string): string =>
  name.toLowerCase() === "authorization" ? (/^(Bearer|Basic|Digest) /i.exec(value)?.[0] ?? "") : "";

const openHeaders = (headers: Headers, secrets: Secrets): Record<string, string> =>
  Object.fromEntries(
    Object.entries(redact(headers) as Headers).map(([name, value]) => {
      const scheme = schemeOf(name, textOf(headers[name]));
      return [name, secrets.redact(`${scheme}${textOf(value)}`)];
    }),
  );

const openMessage = ({ headers, body }: Message, secrets: Secrets, isCutOff = false): OpenMessage => {
  const open = openBody({ headers, body: { ...body, isWhole: body.isWhole && !isCutOff } }, secrets);
  return { headers: openHeaders(headers, secrets), ...(open && { body: open }) };
};

const openUrl = (url: string, secrets: Secrets): string => {
  const [address = "", query] = url.split(/\?(.*)/s);
  return secrets.redact(query === undefined ? address : `${address}?${redactPairs(query)}`);
};

/** An exchange as it may be shown: without these secrets, and without what stands under a secret's name. */
export const withoutSecrets = (exchange: Exchange, secrets: Secrets): OpenExchange => {
  const { method, url, startedAt, milliseconds, sent, received, error } = exchange;
  return {
    method,
    url: openUrl(url, secrets),
    startedAt,
    milliseconds,
    sent: openMessage(sent, secrets),
    ...(received && {
      received: {
        status: received.status,
        statusText: secrets.redact(received.statusText),
        ...openMessage(received, secrets, error !== undefined),
      },
    }),
    ...(error !== undefined && { error: secrets.redact(error) }),
  };
};
