import { CommandError } from "./commandError";
import type { OpenConnection } from "./connection";
import { TriggerFailure } from "./trigger";

export interface FailureFacts {
  /** What was run, for example `teamviewer listDevices`. */
  subject: string;
  connection?: OpenConnection;
  debug: boolean;
}

interface ErrorLike {
  message?: string;
  code?: string;
  name?: string;
  stack?: string;
  errors?: unknown[];
}

/** Errors of a refused connection have no message, only codes inside. */
const messageOf = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return String(error);
  const { message, code, name, errors } = error as ErrorLike;
  return message || errors?.map(messageOf).join("; ") || code || name || "unknown error";
};

/** As spectral's own guard, which is not worth loading spectral at every start. */
const isConnectionError = (error: unknown): error is { connection: { key?: string } } =>
  typeof error === "object" &&
  error !== null &&
  "isSpectralError" in error &&
  "connection" in error &&
  typeof error.connection === "object" &&
  error.connection !== null;

const connectionLine = (error: unknown, connection: OpenConnection | undefined): string[] => {
  if (!isConnectionError(error)) return [];
  const key = error.connection.key ?? connection?.value.key;
  return [`Connection: ${key}${connection ? `, from ${connection.source}` : ""}`];
};

const stackOf = (error: unknown): string[] => {
  const stack = (error as ErrorLike | null)?.stack;
  return typeof stack === "string"
    ? stack
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .map((line) => line.trim())
    : [];
};

const indent = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split("\n")).map((line) => `  ${line}`);

/** One readable block about why a run failed; the stack trace only in debug mode. */
export const describeFailure = (failure: unknown, { subject, connection, debug }: FailureFacts): string => {
  if (failure instanceof CommandError) return `error: ${failure.message}`;
  const isTriggerFailure = failure instanceof TriggerFailure;
  const error = isTriggerFailure ? failure.cause : failure;
  return [
    `error: ${subject} failed${isTriggerFailure ? ` (${failure.message})` : ""}`,
    ...indent([messageOf(error), ...connectionLine(error, connection), ...(debug ? stackOf(error) : [])]),
    ...(isTriggerFailure ? ["  The state is as it was before."] : []),
  ].join("\n");
};
