import { TriggerFailure } from "./trigger";
import { InputsRefused, UsageError } from "./usageError";

/** Whose fault it is, as far as it can be told. */
export type FailureKind =
  /** The run was asked for in a way that cannot be. */
  | "usage"
  /** An input is missing, or cannot be sent as it is. Nothing was sent that changes anything. */
  | "input"
  /** The vendor refused the credentials. */
  | "connection"
  /** The vendor refused the request, or could not be reached. */
  | "vendor"
  /** Anything else. */
  | "other";

/** What is known of why a run failed. The message can hold secrets that a vendor repeated: redact it. */
export interface Failure {
  kind: FailureKind;
  message: string;
  /** The keys of the inputs that are at fault, or their labels, with what is wrong. */
  problems: Readonly<Record<string, string>>;
  /** Method and path template of the request, for example `PUT /groups/{id}`. */
  operation?: string;
  /** The HTTP status of the vendor's last answer. */
  status?: number;
  /** The connection that the platform would mark. */
  connectionKey?: string;
  /** Which execution of a trigger it was, for example `Poll 2`. */
  execution?: string;
  /** The places in the code, innermost first. */
  stack: string[];
}

interface ErrorLike {
  message?: string;
  code?: string;
  name?: string;
  stack?: string;
  errors?: unknown[];
  isSpectralError?: boolean;
  connection?: { key?: string } | null;
  input?: string;
  operation?: string;
  status?: number;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Errors of a refused connection have no message, only codes inside. */
const messageOf = (error: unknown): string => {
  if (!isObject(error)) return String(error);
  const { message, code, name, errors } = error as ErrorLike;
  return message || errors?.map(messageOf).join("; ") || code || name || "unknown error";
};

const stackOf = ({ stack }: ErrorLike): string[] =>
  typeof stack === "string"
    ? stack
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .map((line) => line.trim())
    : [];

/** By what a built component's errors hold: their classes are inside its bundle. */
const kindOf = (error: unknown, { isSpectralError, connection, input, operation }: ErrorLike): FailureKind => {
  if (error instanceof InputsRefused) return "input";
  if (error instanceof UsageError) return "usage";
  if (!isSpectralError) return "other";
  if (isObject(connection)) return "connection";
  if (typeof input === "string") return "input";
  return typeof operation === "string" ? "vendor" : "other";
};

const problemsOf = (error: unknown, { input, message = "" }: ErrorLike): Failure["problems"] => {
  if (error instanceof InputsRefused) return error.problems;
  return typeof input === "string" ? { [input]: message.replace(`${input}: `, "") } : {};
};

/** Why a run failed, from what it threw. */
export const explain = (thrown: unknown): Failure => {
  const isTriggerFailure = thrown instanceof TriggerFailure;
  const error = isTriggerFailure ? thrown.cause : thrown;
  const facts: ErrorLike = isObject(error) ? error : {};
  const kind = kindOf(error, facts);
  return {
    kind,
    message: messageOf(error),
    problems: problemsOf(error, facts),
    ...(kind === "vendor" ? { operation: facts.operation, status: facts.status } : {}),
    ...(kind === "connection" ? { connectionKey: facts.connection?.key } : {}),
    ...(isTriggerFailure ? { execution: thrown.message } : {}),
    stack: stackOf(facts),
  };
};
