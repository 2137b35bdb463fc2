import type { OpenConnection } from "../engine/connection";
import { explain } from "../engine/failure";
import { UsageError } from "../engine/usageError";
import { exitCodes } from "./exitCodes";

/** What failed, and on which connection; the error itself is the cause. */
export class RunFailure extends Error {
  constructor(
    /** What was run, for example `teamviewer listDevices`. */
    readonly subject: string,
    readonly connection: OpenConnection | undefined,
    cause: unknown,
  ) {
    super(`${subject} failed`, { cause });
  }
}

const indent = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split("\n")).map((line) => `  ${line}`);

/** One readable block about why the command failed, with its exit code; the stack trace only in debug mode. */
export const describeFailure = (thrown: unknown, debug: boolean): { text: string; exitCode: number } => {
  const { subject, connection, cause } =
    thrown instanceof RunFailure ? thrown : { subject: "the command", connection: undefined, cause: thrown };
  const { kind, message, connectionKey = connection?.value.key, execution, stack } = explain(cause);
  const exitCode = exitCodes[kind];
  if (cause instanceof UsageError) return { text: message, exitCode };
  const source = connection ? `, from ${connection.source}` : "";
  const lines = [
    `${subject} failed${execution === undefined ? "" : ` (${execution})`}`,
    ...indent([
      message,
      ...(kind === "connection" ? [`Connection: ${connectionKey}${source}`] : []),
      ...(debug ? stack : []),
    ]),
    ...(execution === undefined ? [] : ["  The state is as it was before."]),
  ];
  return { text: lines.join("\n"), exitCode };
};
