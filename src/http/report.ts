/** What is told of a request: its lines in the log, and its error when it failed. */
import type { Connection } from "@prismatic-io/spectral";
import type { Course } from "./attempts";
import { parseJson } from "./body";
import type { Diagnosis, Dialect } from "./dialect";
import { ApiError, connectionError } from "./errors";
import { redactVendorError, seconds, whatHappened } from "./failure";
import { redact, type Secrets } from "./redact";
import type { TransportRequest } from "./request";

/** How a request went, in one line. */
export const outcomeLine = ({ operation }: TransportRequest, { exchange, failure, took }: Course): string => {
  const status = exchange?.status ?? failure?.failure.answer?.status;
  return `${operation}: ${status === undefined ? "failed" : `HTTP ${status}`} in ${took} ms`;
};

/** What was sent, in one line, without what stands under a secret's name. */
export const sentLine = ({ method, url, params, headers, data }: TransportRequest): string =>
  JSON.stringify(redact({ method, url, query: params, headers, body: parseJson(data) }));

interface Surroundings {
  dialect: Dialect;
  connection: Connection;
  /** The time for all attempts, in milliseconds. */
  budget: number;
  secrets: Secrets;
}

/** The error of a request that failed for good: a `ConnectionError` when the credentials were refused, or an `ApiError`. */
export const errorOf = (
  { operation }: TransportRequest,
  { made, took, gaveUp }: Course,
  { failure, error }: Diagnosis,
  { dialect, connection, budget, secrets }: Surroundings,
): Error => {
  const status = failure.answer?.status;
  const sentences = [
    `${dialect.vendor} ${operation} failed: ${whatHappened(failure, error, budget)}`,
    made > 1 && `${made} attempts were made in ${seconds(took)}.`,
    gaveUp,
    dialect.advise({ operation, status, error }),
  ];
  const message = secrets.redact(sentences.filter(Boolean).join(" "));
  if (status === 401) return connectionError(connection, message);
  return new ApiError(message, { operation, status, vendorError: redactVendorError(error, secrets) });
};
