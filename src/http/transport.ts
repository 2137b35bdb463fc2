import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { attempt, type Clock, type Course, systemClock } from "./attempts";
import { type Credentials, signedIn } from "./credentials";
import { type Diagnosis, type Dialect, diagnose } from "./dialect";
import { describeFailure, type Exchange, seconds } from "./failure";
import { mergeHeaders } from "./headers";
import { createSecrets, type Secrets, secretsIn } from "./redact";
import { followingRedirects } from "./redirects";
import { errorOf, outcomeLine, sentLine } from "./report";
import { secretsOf, type TransportRequest, toWire } from "./request";
import { defaultRetryPolicy, type RetryPolicy } from "./retry";
import { type Sent, sendOnce } from "./send";

export type { Credentials } from "./credentials";
export type { Dialect, FailedRequest } from "./dialect";
export type { Exchange } from "./failure";
export type { TransportRequest } from "./request";

/** What the client takes from an action's or data source's context. */
export interface Context {
  logger: ActionLogger;
  debug?: { enabled: boolean };
}

export interface TransportOptions {
  context: Context;
  connection: Connection;
  /** Where the API lives, without a slash at the end. Every request stays below it. */
  baseUrl: string;
  credentials: Credentials;
  /** Name and version of the component, as `userAgentOf` gives them. A request's own User-Agent counts more. */
  userAgent: string;
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
}

const sendOn = followingRedirects(sendOnce);

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
  const ownHeaders = { Accept: "application/json", "User-Agent": userAgent };
  /** Of the connection, and of all credentials so far. */
  const known = createSecrets(secretsIn([connection.fields, connection.token]), options.hidden);

  const secretsFor = (request: TransportRequest): Secrets => {
    const more = secretsOf(request);
    return more.length > 0 ? known.with(more) : known;
  };

  const run = (request: TransportRequest): Promise<Course> => {
    const { operation } = request;
    const wire = toWire(request, baseUrl, policy.attemptTimeout);
    const { method, url } = wire;
    const facts = {
      operation,
      method,
      requestUrl: url.replace(/[?#].*$/s, ""),
      baseUrl,
      connectionKey: connection.key,
    };
    const warn = (text: string) => logger.warn(secretsFor(request).redact(`${dialect.vendor} ${operation}: ${text}`));

    const sendWith = async (signIn: Record<string, string>, left: number): Promise<Sent<Diagnosis>> => {
      known.add(secretsOfHeaders(signIn));
      const sendInTime = () =>
        sendOn({
          ...wire,
          headers: mergeHeaders(ownHeaders, wire.headers, signIn),
          // Ends also an answer that trickles in for ever.
          signal: AbortSignal.timeout(Math.ceil(left)),
        });
      const sent: Sent = left > 0 ? await sendInTime() : { failure: { kind: "outOfTime", unsent: true } };
      return sent.failure ? { failure: diagnose(sent.failure, facts, dialect) } : sent;
    };

    return attempt({
      policy,
      clock,
      send: signedIn(credentials, sendWith, () => warn("HTTP 401. It is sent again with renewed credentials.")),
      onRetry: ({ failure }, { next, most, wait }) =>
        warn(`${describeFailure(failure)}. Attempt ${next} of ${most} follows in ${seconds(wait)}.`),
    });
  };

  return {
    options,
    hide: (values) => known.add(values),
    send: async <Body>(request: TransportRequest): Promise<Exchange<Body>> => {
      const course = await run(request);
      const secrets = secretsFor(request);
      logger.debug(secrets.redact(`${dialect.vendor} ${outcomeLine(request, course)}`));
      if (debug?.enabled) logger.debug(secrets.redact(sentLine(request)));
      const { exchange, failure } = course;
      if (failure) throw errorOf(course, failure, { dialect, connection, budget: policy.budget, secrets });
      return exchange as Exchange<Body>;
    },
  };
};
