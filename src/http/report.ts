/** What is told of a request: its lines in the log, and its error when it failed. */
import type { Connection } from "@prismatic-io/spectral";
import type { Course } from "./attempts";
import { parseJson } from "./body";
import type { Diagnosis, Dialect } from "./dialect";
import { ApiError, connectionError } from "./errors";
import { redactVendorError, seconds, whatHappened } from "./failure";
import { redact, type Secrets } from "./redact";
import type { TransportRequest } from "./request";
import { mayHaveBeenDone } from "./retry";
import { redactPairs } from "./textSecrets";

/** How a request went, in one line. */
export const outcomeLine = ({ operation }: TransportRequest, { exchange, failure, took }: Course): string => {
  const status = exchange?.status ?? failure?.failure.answer?.status;
  return `${operation}: ${status === undefined ? "failed" : `HTTP ${status}`} in ${took} ms`;
};

const shownBody = ({ data, fields }: TransportRequest): unknown => {
  const body = fields ?? parseJson(data);
  return typeof body === "string" ? redactPairs(body) : redact(body);
};

/** What was sent, in one line, without what stands under a secret's name. Does not throw: the request has been made. */
export const sentLine = (request: TransportRequest): string => {
  const { method, url, params, headers } = request;
  const [path = "", ...query] = url.split("?");
  const shown = { method, url: [path, ...query.map(redactPairs)].join("?") };
  try {
    return JSON.stringify({ ...shown, query: redact(params), headers: redact(headers), body: shownBody(request) });
  } catch (error) {
    return `${JSON.stringify(shown)} (the rest cannot be shown: ${(error as Error).message})`;
  }
};

/** What to do about a request that must not be done twice and may have been done. */
const aboutLostAnswers = ({ lost }: Course, last: Diagnosis): string | undefined => {
  if (lost === 0) return undefined;
  return lost === 1 && mayHaveBeenDone(last)
    ? "The request may have been done all the same, and was not repeated: look for its result before running it again."
    : "The request may have been done by any of its attempts, even more than once: look for its results before running it again.";
};

interface Surroundings {
  dialect: Dialect;
  connection: Connection;
  /** The time for all attempts, in milliseconds. */
  budget: number;
  secrets: Secrets;
}

/** The error of a request that failed for good: a `ConnectionError` when the credentials were refused, or an `ApiError`. */
export const errorOf = (
  course: Course,
  diagnosis: Diagnosis,
  { dialect, connection, budget, secrets }: Surroundings,
): Error => {
  const { made, took, gaveUp } = course;
  const { failure, request } = diagnosis;
  const { operation, status, error } = request;
  const sentences = [
    `${dialect.vendor} ${operation} failed: ${whatHappened(failure, error, budget, dialect.address)}`,
    made > 1 && `${made} attempts were made in ${seconds(took)}.`,
    gaveUp,
    aboutLostAnswers(course, diagnosis),
    dialect.advise(request),
  ];
  const message = secrets.redact(sentences.filter(Boolean).join(" "));
  if (status === 401) return connectionError(connection, message);
  return new ApiError(message, { operation, status, vendorError: redactVendorError(error, secrets) });
};
