/** How a request failed, and that in words. */
import { Unreadable } from "./body";
import type { VendorError } from "./errors";
import type { Secrets } from "./redact";

/** What came back for a request. Names of headers are in lower case; a header that came more than once is one text. */
export interface Exchange<Body> {
  status: number;
  headers: Record<string, string>;
  body: Body;
}

export interface Answer extends Exchange<unknown> {
  statusText: string;
}

/** A redirect that was not followed. */
export interface Redirect {
  /** Origin and path, without the query. */
  from: string;
  /** Undefined when the server does not name an HTTP URL. */
  to?: string;
  refusal?: string;
}

/** How one attempt failed. */
export interface Failure {
  /**
   * `status`: an answer that says so. `redirect`: one that leads elsewhere. `proxy`: one of a proxy that made no
   * connection. `unreadable`: one of 2xx that is not what was asked for. `cutOff`: one of 2xx that ended too early.
   * `tooLarge`: one that was not read to its end. `timeout`: no answer in time. `outOfTime`: no time was left for one.
   * `network`: anything else.
   */
  kind: "status" | "redirect" | "proxy" | "unreadable" | "cutOff" | "tooLarge" | "timeout" | "outOfTime" | "network";
  answer?: Answer;
  redirect?: Redirect;
  /** What the network said. */
  message?: string;
  code?: string;
  /** Nothing was sent: there was no connection, or none to be trusted. */
  unsent?: boolean;
  /** Sending it again would lead to nothing. */
  final?: boolean;
}

/** The largest body that is read, in bytes after unpacking: an execution has 1 GB, and its text and values take room too. */
export const mostBytes = 200_000_000;

/** A time in milliseconds as people read it. */
export const seconds = (milliseconds: number) => `${Number((milliseconds / 1000).toFixed(1))} s`;

/** A 2xx answer that failed all the same, because its body is cut off or not JSON, says nothing by its status. */
export const tellingStatus = ({ kind, answer }: Failure): number | undefined =>
  kind === "status" || kind === "redirect" ? answer?.status : undefined;

/** How an attempt failed, in a few words for the log. */
export const describeFailure = (failure: Failure): string => {
  switch (failure.kind) {
    case "status":
    case "redirect":
      return `HTTP ${tellingStatus(failure)}`;
    case "unreadable":
      return "an answer that is not JSON";
    case "cutOff":
      return "an answer that was cut off";
    case "proxy":
      return `no connection through the proxy, HTTP ${failure.answer?.status}`;
    case "network":
      return failure.code || "no answer";
    default:
      return "no answer in time";
  }
};

/**
 * The network's words in one line: OpenSSL's end with a colon and a line of their own. What Node.js 24 advises behind a
 * semicolon, to start it otherwise, is for nobody who runs a flow.
 */
const networkWords = (words: string): string =>
  words
    .replace(/:?\s*\n\s*/g, " ")
    .replace(/; [^;]*\bNode\.js with --.*$/, "")
    .trim();

/**
 * The sentence that says how the last attempt went, in the vendor's own words where there are any. `budget` in
 * milliseconds; `address` is the connection's input that says where the API lives.
 */
export const whatHappened = (
  failure: Failure,
  vendorError: VendorError | undefined,
  budget: number,
  address = "Base URL",
): string => {
  const { kind, answer, redirect } = failure;
  if (kind === "outOfTime") return `no answer within ${seconds(budget)}.`;
  if (kind === "tooLarge") {
    return `the answer is larger than ${mostBytes / 1_000_000} MB, unpacked, and was not read to its end. Ask for less of it, by filters or in pages.`;
  }
  if (!answer) return `${networkWords(failure.message || describeFailure(failure))}.`;
  const { status, statusText, body } = answer;
  if (kind === "proxy") {
    return `the proxy on the way made no connection (HTTP ${status} ${statusText}). Nothing was sent; the proxy has to let the connection's ${address} through.`;
  }
  if (redirect) return `HTTP ${status}: ${describeRedirect(redirect)}. Check the connection's ${address}.`;
  if (body instanceof Unreadable && !vendorError) return `HTTP ${status} with ${describeUnreadable(body.text)}.`;
  if (kind === "cutOff") return `HTTP ${status}, but the connection was lost in the middle of the answer.`;
  return vendorError
    ? `HTTP ${status}, ${vendorWords(vendorError)}.`
    : `HTTP ${status} ${statusText}`.trim().concat(".");
};

const vendorWords = ({ code, description, details = {} }: VendorError): string => {
  const words = [code, description].filter(Boolean).join(": ").replace(/\.$/, "");
  const more = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return more.length > 0 ? `${words} (${more.join(", ")})` : words;
};

const describeRedirect = ({ from, to, refusal }: Redirect): string =>
  to === undefined
    ? `the server redirects ${from} without naming an HTTP URL to go to`
    : `the server redirects ${from} to ${to}, which is not followed, because ${refusal}`;

/** A title stands in the head, and pages can be of any size. */
const titleOf = (page: string): string | undefined =>
  /<title[^<>]*>([^<]*)/i.exec(page.slice(0, 10_000))?.[1]?.replace(/\s+/g, " ").trim().slice(0, 200);

const describeUnreadable = (text: string): string => {
  if (!/^\s*<(!doctype|html)/i.test(text))
    return `a body that is not valid JSON (${text.length} characters, perhaps cut off)`;
  const title = titleOf(text);
  return `a web page instead of JSON${title ? ` ("${title}")` : ""}; a proxy or a firewall may have answered`;
};

/** The vendor's error without secrets. */
export const redactVendorError = (error: VendorError | undefined, { redact }: Secrets): VendorError | undefined => {
  if (!error) return undefined;
  const clean = <Value>(value: Value) => (typeof value === "string" ? redact(value) : value);
  const details = Object.entries(error.details ?? {}).map(([name, value]) => [name, clean(value)]);
  return { code: clean(error.code), description: clean(error.description), details: Object.fromEntries(details) };
};
