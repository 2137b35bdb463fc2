import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { attempt, type Clock, type Course, systemClock } from "./attempts";
import { type Credentials, signedIn } from "./credentials";
import { type Diagnosis, type Dialect, diagnose } from "./dialect";
import { describeFailure, type Exchange, type Failure, seconds } from "./failure";
import { mergeHeaders } from "./headers";
import { createSecrets, type Secrets, secretsIn } from "./redact";
import { followingRedirects } from "./redirects";
import { errorOf, outcomeLine, sentLine } from "./report";
import { secretsOf, type TransportRequest, toWire } from "./request";
import { defaultRetryPolicy, isRepeatable, type RetryPolicy } from "./retry";
import { type Sent, sendOnce } from "./send";

export type { Credentials } from "./credentials";
export type { Dialect, FailedRequest } from "./dialect";
export type { Exchange } from "./failure";
export type { TransportRequest } from "./request";

/** What the client takes from an action's or data source's context. */
export interface Context {
  logger: ActionLogger;
  debug?: { enabled: boolean };
  /** What runs in one execution shares the tokens of its connections. */
  executionId?: string;
}

export interface TransportOptions {
  context: Context;
  connection: Connection;
  /** Where the API lives, without a slash at the end. Every request stays below it. */
  baseUrl: string;
  credentials: Credentials;
  /** Name and version of the component, as `userAgentOf` gives them. A request's own User-Agent counts more. */
  userAgent: string;
  /** What the vendor requires on every request, beside Accept. A request's own headers count more. */
  headers?: Record<string, string>;
  dialect: Dialect;
  retry?: Partial<RetryPolicy>;
  /** Values that must not be shown, besides those that stand under a secret's name. */
  hidden?: readonly unknown[];
}

export interface Transport {
  /**
   * Sends a request with retries and gives what came back. The body is parsed JSON, undefined where it is empty; a Buffer
   * with the response type `arraybuffer`, whose content type is in the headers. Throws `ApiError`, or `ConnectionError`
   * when the vendor refuses the credentials.
   */
  send<Body>(request: TransportRequest): Promise<Exchange<Body>>;
  /** Keeps these values out of all logs and errors to come. */
  hide(values: readonly unknown[]): void;
  options: TransportOptions;
  /** An operation with its vendor, as logs and errors name it. */
  nameOf(operation: string): string;
}

const sendOn = followingRedirects(sendOnce);

const withoutQuery = (url: string) => url.replace(/[?#].*$/s, "");

/** Sends with a signal that ends it after this time, in milliseconds: also an answer that trickles in for ever. */
const within = async (time: number, send: (signal: AbortSignal) => Promise<Sent>): Promise<Sent> => {
  if (time <= 0) return { failure: { kind: "outOfTime", unsent: true, final: true } };
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), Math.ceil(time));
  try {
    return await send(ending.signal);
  } finally {
    clearTimeout(timer);
  }
};

/** An answer of 2xx as the failure that it says it is. */
const unlessDenied = (sent: Sent, { denies }: Dialect): Sent =>
  sent.exchange && denies?.(sent.exchange.body)
    ? { failure: { kind: "status", answer: { statusText: "", ...sent.exchange }, final: true } }
    : sent;

/** The values of the headers that sign in; of an authorization without its scheme, because servers repeat it without. */
const secretsOfHeaders = (headers: Record<string, string>): string[] =>
  Object.entries(headers).map(([name, value]) => (/authorization$/i.test(name) ? value.replace(/^\S+\s+/, "") : value));

/**
 * The HTTP client that all three components send through: base URL, credentials, retries within a time budget, errors
 * in one form, and nothing secret in logs or errors. Knows no vendor; its words come from the dialect.
 */
export const createTransport = (options: TransportOptions, clock: Clock = systemClock): Transport => {
  const { context, connection, credentials, userAgent, baseUrl, dialect } = options;
  const { logger, debug } = context;
  const policy: RetryPolicy = { ...defaultRetryPolicy, ...options.retry };
  const ownHeaders = { Accept: "application/json", "User-Agent": userAgent, ...options.headers };
  /** The headers that have signed requests in so far. */
  const signIns = new Set<Record<string, string>>();
  const hidden: unknown[] = [];
  let known: Secrets | undefined;

  /** Made only where something is told of a request: collecting secrets, and looking for them, is dear. */
  const secretsFor = (request: TransportRequest): Secrets => {
    known ??= createSecrets(secretsIn([connection.fields, connection.token]), options.hidden);
    known.add(hidden, [...signIns].flatMap(secretsOfHeaders));
    const more = secretsOf(request);
    return more.length > 0 ? known.with(more) : known;
  };

  const run = (request: TransportRequest, { warn }: { warn: (text: string) => void }): Promise<Course> => {
    const { operation, reads, timeout } = request;
    const wire = toWire(request, baseUrl, policy.attemptTimeout, options.headers);
    const { method, url } = wire;
    const { key: connectionKey } = connection;
    const meaningOf = (failure: Failure): Diagnosis =>
      diagnose(failure, { operation, method, reads, requestUrl: withoutQuery(url), baseUrl, connectionKey }, dialect);

    const sendWith = async (signIn: Record<string, string>, left: number, number: number): Promise<Sent<Diagnosis>> => {
      signIns.add(signIn);
      const time = Math.min(left, timeout ?? left);
      const answered = await within(time, (signal) =>
        sendOn({
          ...wire,
          headers: mergeHeaders(ownHeaders, wire.headers, signIn),
          signal,
          reuse: number === 1 && isRepeatable({ method, reads }),
        }),
      );
      const sent = unlessDenied(answered, dialect);
      if (!sent.failure) return sent;
      const onlyAttemptEnded = sent.failure.kind === "outOfTime" && time < left;
      return {
        failure: meaningOf(
          onlyAttemptEnded ? { kind: "timeout", message: `no whole answer within ${time} ms` } : sent.failure,
        ),
      };
    };

    return attempt({
      policy: timeout === undefined ? policy : { ...policy, attemptTimeout: timeout },
      clock,
      send: signedIn(credentials, sendWith, () => warn("HTTP 401. It is sent again with renewed credentials.")),
      onRetry: ({ failure }, { next, most, wait }) =>
        warn(`${describeFailure(failure)}. Attempt ${next} of ${most} follows in ${seconds(wait)}.`),
    });
  };

  const nameOf = (operation: string) => `${dialect.vendor} ${operation}`;

  return {
    options,
    nameOf,
    hide: (values) => void hidden.push(...values),
    send: async <Body>(request: TransportRequest): Promise<Exchange<Body>> => {
      const show = (text: string) => secretsFor(request).redact(`${dialect.vendor} ${text}`);
      const warn = (text: string) => logger.warn(show(`${request.operation}: ${text}`));
      const course = await run(request, { warn });
      const { exchange, failure, doneBefore } = course;
      if (doneBefore) {
        warn("HTTP 404 after an attempt whose answer was lost: that one is taken to have done the work.");
      }
      if (debug?.enabled) {
        logger.debug(show(outcomeLine(request, course)));
        logger.debug(show(sentLine(request)));
      }
      if (failure)
        throw errorOf(course, failure, { dialect, connection, budget: policy.budget, secrets: secretsFor(request) });
      return exchange as Exchange<Body>;
    },
  };
};
