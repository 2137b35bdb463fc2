import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import axios, { AxiosError, type AxiosRequestConfig, type InternalAxiosRequestConfig } from "axios";
import axiosRetry from "axios-retry";
import { parseJson, requireJson, Unreadable } from "./body";
import { ApiError, connectionError, type VendorError } from "./errors";
import { describeFailure, redactVendorError, seconds, tellingStatus, whatHappened } from "./failure";
import { isSecretName, redact, redactText, secretsIn } from "./redact";
import { defaultRetryPolicy, type Failure, mayRetry, type RetryPolicy, retryDelay } from "./retry";

/** What the client takes from an action's or data source's context. */
export interface Context {
  logger: ActionLogger;
  debug?: { enabled: boolean };
}

/** How one vendor speaks of errors. */
export interface Dialect {
  vendor: string;
  /** Reads the vendor's error body; undefined when it is not one. */
  readError(body: unknown): VendorError | undefined;
  isRateLimit?(status: number | undefined, error: VendorError | undefined): boolean;
  isBlocked?(status: number | undefined, error: VendorError | undefined): boolean;
  /** What the user can do about a failure, as one or two sentences. */
  advise(failure: { operation: string; status?: number; error?: VendorError }): string | undefined;
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

/** One request; `operation` is its name in logs and errors (method and path template). */
export interface TransportRequest extends AxiosRequestConfig {
  operation: string;
}

export interface Transport {
  /** Sends a request with retries; throws `ApiError`, or `ConnectionError` when the vendor refuses the credentials. */
  send<T>(request: TransportRequest): Promise<T>;
  options: TransportOptions;
}

/**
 * What one request remembers over its attempts; travels on the axios config. A class, because axios copies plain
 * objects of a config, and the copies would not be seen here.
 */
class Attempts {
  readonly startedAt = Date.now();
  made = 0;
  wait = 0;
  /** Why no further attempt is made although the failure allows one. */
  gaveUp?: string;

  constructor(readonly operation: string) {}
}

type Config = InternalAxiosRequestConfig & { attempts: Attempts };

const attemptsOf = (error: AxiosError): Attempts | undefined => (error.config as Config | undefined)?.attempts;

const originOf = (url: string) => new URL(url).origin;

/**
 * A redirect to another origin is followed without the connection's headers and a builder's own ones such as X-Api-Key;
 * one that would take the body there (307, 308) is refused.
 */
const guardRedirect = (options: Record<string, unknown>, baseUrl: string) => {
  const target = originOf(String(options.href));
  if (target === originOf(baseUrl)) return;
  if (options.method !== "GET" && options.method !== "HEAD") {
    throw new Error(`the server redirects to ${target}, where the request's body must not go`);
  }
  const headers = options.headers as Record<string, unknown>;
  for (const name of Object.keys(headers)) if (isSecretName(name)) delete headers[name];
};

/** What must not be shown of one request: the secrets in its body, headers and query. */
const secretsOf = ({ url = "", params, headers, data }: TransportRequest): string[] => {
  const query = Object.fromEntries(new URLSearchParams(url.split("?")[1]));
  return secretsIn([query, params, headers, parseJson(data)]);
};

/** The tokens of `Authorization: Bearer …`, which a server may repeat without the word before them. */
const bareTokens = (headers: Record<string, string>): string[] =>
  Object.values(headers).flatMap((value) => /^Bearer\s+(.+)$/i.exec(value)?.[1] ?? []);

/**
 * The HTTP client that all three components send through: base URL, authorization, retries within a time budget,
 * errors in one form, and nothing secret in logs or errors. Knows no vendor; its words come from the dialect.
 */
export const createTransport = (options: TransportOptions): Transport => {
  const { context, connection, baseUrl, dialect } = options;
  const policy: RetryPolicy = { ...defaultRetryPolicy, ...options.retry };
  const connectionSecrets = [
    ...secretsIn([connection.fields, connection.token, options.headers]),
    ...bareTokens(options.headers),
  ];

  const http = axios.create({
    baseURL: baseUrl,
    headers: { Accept: "application/json", ...options.headers },
    // Arrays as the descriptions have them: the parameter repeats.
    paramsSerializer: { indexes: null },
    responseType: "text",
    transformResponse: [requireJson],
    beforeRedirect: (redirect) => guardRedirect(redirect, baseUrl),
    maxBodyLength: Number.POSITIVE_INFINITY,
  });

  const vendorErrorOf = ({ response }: AxiosError) =>
    dialect.readError(parseJson(Buffer.isBuffer(response?.data) ? response.data.toString() : response?.data));

  const failureOf = (error: AxiosError): Failure => {
    const status = tellingStatus(error);
    const vendorError = vendorErrorOf(error);
    return {
      method: error.config?.method ?? "GET",
      status,
      retryAfter: error.response?.headers["retry-after"],
      rateLimited: dialect.isRateLimit?.(status, vendorError),
      blocked: dialect.isBlocked?.(status, vendorError),
    };
  };

  /** Decides on another attempt, and remembers the wait: it has to fit into what is left of the budget. */
  const planRetry = (error: AxiosError): boolean => {
    const attempts = attemptsOf(error);
    const failure = failureOf(error);
    if (!attempts || axios.isCancel(error) || !(policy.retryAll || mayRetry(failure))) return false;
    const now = Date.now();
    attempts.wait = retryDelay(failure, attempts.made, policy, now, Math.random());
    const left = attempts.startedAt + policy.budget - now;
    if (attempts.wait < left) return true;
    attempts.gaveUp = `The next attempt would be due in ${seconds(attempts.wait)}, but of the ${seconds(policy.budget)} for one request only ${seconds(Math.max(0, left))} are left.`;
    return false;
  };

  http.interceptors.request.use((config) => {
    (config as Config).attempts.made += 1;
    config.timeout ||= policy.attemptTimeout;
    return config;
  });

  // Before the retry interceptor, so that a page that is not JSON counts as a failed attempt.
  http.interceptors.response.use((response) => {
    if (!(response.data instanceof Unreadable)) return response;
    throw new AxiosError("unreadable", "ERR_UNREADABLE", response.config, response.request, response);
  });

  axiosRetry(http, {
    retries: policy.attempts - 1,
    shouldResetTimeout: true,
    retryCondition: planRetry,
    retryDelay: (_, error) => attemptsOf(error)?.wait ?? 0,
    onRetry: (_, error) => {
      const { operation, made, wait } = attemptsOf(error) as Attempts;
      context.logger.warn(
        `${dialect.vendor} ${operation}: ${describeFailure(error)}. Attempt ${made + 1} of ${policy.attempts} follows in ${seconds(wait)}.`,
      );
    },
  });

  const toError = (error: unknown, request: TransportRequest, attempts: Attempts): unknown => {
    if (!axios.isAxiosError(error)) return error;
    const { operation } = request;
    const secrets = [...connectionSecrets, ...secretsOf(request)];
    const status = error.response?.status;
    const vendorError = vendorErrorOf(error);
    const advice = dialect.advise({ operation, status, error: vendorError });
    const message = redactText(
      [
        `${dialect.vendor} ${operation} failed: ${whatHappened(error, vendorError, policy.budget)}`,
        attempts.made > 1 ? `${attempts.made} attempts were made in ${seconds(Date.now() - attempts.startedAt)}.` : "",
        attempts.gaveUp ?? "",
        advice ?? "",
      ]
        .filter(Boolean)
        .join(" "),
      secrets,
    );
    if (status === 401) return connectionError(connection, message);
    return new ApiError(message, { operation, status, vendorError: redactVendorError(vendorError, secrets) });
  };

  const log = (request: TransportRequest, outcome: string, startedAt: number) => {
    const secrets = [...connectionSecrets, ...secretsOf(request)];
    const took = `${dialect.vendor} ${request.operation}: ${outcome} in ${Date.now() - startedAt} ms`;
    context.logger.debug(redactText(took, secrets));
    if (!context.debug?.enabled) return;
    const { method, url, params, headers, data } = request;
    const sent = JSON.stringify(redact({ method, url, query: params, headers, body: parseJson(data) }));
    context.logger.debug(redactText(sent, secrets));
  };

  return {
    options,
    send: async <T>(request: TransportRequest): Promise<T> => {
      const attempts = new Attempts(request.operation);
      // Ends an answer that trickles in for ever, and a wait between two attempts, when the budget is used up.
      const deadline = AbortSignal.timeout(policy.budget);
      try {
        const config = { signal: deadline, ...request, attempts };
        const response = await http.request(config);
        log(request, `HTTP ${response.status}`, attempts.startedAt);
        return response.data as T;
      } catch (error) {
        const safe = toError(error, request, attempts);
        log(request, safe instanceof ApiError && safe.status ? `HTTP ${safe.status}` : "failed", attempts.startedAt);
        throw safe;
      }
    },
  };
};
