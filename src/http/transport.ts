import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import axios, { type AxiosRequestConfig } from "axios";
import { attempt, type Clock, type Course, systemClock } from "./attempts";
import { parseJson } from "./body";
import { type Diagnosis, type Dialect, diagnose } from "./dialect";
import { ApiError, connectionError } from "./errors";
import { describeFailure, type Exchange, redactVendorError, seconds, whatHappened } from "./failure";
import { createSecrets, redact, type Secrets, secretsIn } from "./redact";
import { followingRedirects } from "./redirects";
import { defaultRetryPolicy, type RetryPolicy } from "./retry";
import { sendOnce } from "./send";

export type { Dialect } from "./dialect";
export type { Exchange } from "./failure";

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
  /** Headers of every request, the authorization among them. */
  headers: Record<string, string>;
  dialect: Dialect;
  retry?: Partial<RetryPolicy>;
}

/** One request. */
export interface TransportRequest
  extends Pick<AxiosRequestConfig, "params" | "data" | "responseType" | "transformResponse"> {
  /** Its name in logs and errors: method and path template. */
  operation: string;
  /** GET unless it is given; of any case. */
  method?: string;
  /** Below the base URL. */
  url: string;
  headers?: Record<string, string | string[]>;
  /** How long the server may stay silent, in milliseconds, where the retry policy's value does not fit. */
  timeout?: number;
}

export interface Transport {
  /**
   * Sends a request with retries and gives what came back. The body is parsed JSON, undefined where it is empty; a Buffer
   * with the response type `arraybuffer`, whose content type is in the headers. Throws `ApiError`, or `ConnectionError`
   * when the vendor refuses the credentials.
   */
  send<Body>(request: TransportRequest): Promise<Exchange<Body>>;
  options: TransportOptions;
}

const sendOn = followingRedirects(sendOnce);

/** The names and values of a query or of a form body. */
const pairs = (text: string) => [...new URLSearchParams(text)].map(([name, value]) => ({ [name]: value }));

/** What must not be shown of one request: the secrets in its body, headers and query. */
const secretsOf = ({ url, params, headers, data }: TransportRequest): string[] => {
  const body = parseJson(data);
  return secretsIn([pairs(url.split("?")[1] ?? ""), params, headers, typeof body === "string" ? pairs(body) : body]);
};

/** The tokens of `Authorization: Bearer …`, which a server may repeat without the word before them. */
const bareTokens = (headers: Record<string, string>): string[] =>
  Object.values(headers).flatMap((value) => /^Bearer\s+(.+)$/i.exec(value)?.[1] ?? []);

/**
 * The HTTP client that all three components send through: base URL, authorization, retries within a time budget,
 * errors in one form, and nothing secret in logs or errors. Knows no vendor; its words come from the dialect.
 */
export const createTransport = (options: TransportOptions, clock: Clock = systemClock): Transport => {
  const { context, connection, baseUrl, dialect } = options;
  const policy: RetryPolicy = { ...defaultRetryPolicy, ...options.retry };
  const ownHeaders = { Accept: "application/json", ...options.headers };
  const ownSecrets = [...secretsIn([connection.fields, connection.token, ownHeaders]), ...bareTokens(ownHeaders)];
  const withoutOwn = createSecrets(ownSecrets);

  const secretsFor = (request: TransportRequest): Secrets => {
    const more = secretsOf(request);
    return more.length > 0 ? createSecrets(ownSecrets, more) : withoutOwn;
  };

  const send = (request: TransportRequest): Promise<Course> => {
    const { operation, method = "GET", url, params, headers, data, timeout, responseType, transformResponse } = request;
    const wire = {
      method,
      // Arrays as the descriptions have them: the parameter repeats.
      url: axios.getUri({ baseURL: baseUrl, url, params, paramsSerializer: { indexes: null } }),
      headers: { ...ownHeaders, ...headers },
      data,
      timeout: timeout || policy.attemptTimeout,
      ...(responseType && { responseType }),
      ...(transformResponse && { transformResponse }),
    };
    return attempt({
      policy,
      clock,
      send: async (left) => {
        // Ends an answer that trickles in for ever, when the budget is used up.
        const sent = await sendOn({ ...wire, signal: AbortSignal.timeout(Math.max(0, left)) });
        return sent.failure ? { failure: diagnose(method, sent.failure, dialect) } : sent;
      },
      onRetry: ({ failure }, next, wait) =>
        context.logger.warn(
          `${dialect.vendor} ${operation}: ${describeFailure(failure)}. Attempt ${next} of ${policy.attempts} follows in ${seconds(wait)}.`,
        ),
    });
  };

  const errorOf = ({ operation }: TransportRequest, course: Course, diagnosis: Diagnosis, secrets: Secrets): Error => {
    const { failure, error } = diagnosis;
    const { made, took, gaveUp } = course;
    const status = failure.answer?.status;
    const sentences = [
      `${dialect.vendor} ${operation} failed: ${whatHappened(failure, error, policy.budget)}`,
      made > 1 && `${made} attempts were made in ${seconds(took)}.`,
      gaveUp,
      dialect.advise({ operation, status, error }),
    ];
    const message = secrets.redact(sentences.filter(Boolean).join(" "));
    if (status === 401) return connectionError(connection, message);
    return new ApiError(message, { operation, status, vendorError: redactVendorError(error, secrets) });
  };

  const log = (request: TransportRequest, { exchange, failure, took }: Course, secrets: Secrets) => {
    const status = exchange?.status ?? failure?.failure.answer?.status;
    const outcome = status === undefined ? "failed" : `HTTP ${status}`;
    context.logger.debug(secrets.redact(`${dialect.vendor} ${request.operation}: ${outcome} in ${took} ms`));
    if (!context.debug?.enabled) return;
    const { method, url, params, headers, data } = request;
    const sent = JSON.stringify(redact({ method, url, query: params, headers, body: parseJson(data) }));
    context.logger.debug(secrets.redact(sent));
  };

  return {
    options,
    send: async <Body>(request: TransportRequest): Promise<Exchange<Body>> => {
      const secrets = secretsFor(request);
      const course = await send(request);
      log(request, course, secrets);
      if (course.failure) throw errorOf(request, course, course.failure, secrets);
      return course.exchange as Exchange<Body>;
    },
  };
};
