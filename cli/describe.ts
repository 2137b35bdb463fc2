import type { OpenConnection } from "../engine/connection";
import { explain } from "../engine/failure";
import { UsageError } from "../engine/usageError";

interface Subject {
  /** What was run, for example `teamviewer listDevices`. */
  subject: string;
  connection?: OpenConnection;
  debug: boolean;
}

const indent = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split("\n")).map((line) => `  ${line}`);

/** One readable block about why a run failed; the stack trace only in debug mode. */
export const describeFailure = (thrown: unknown, { subject, connection, debug }: Subject): string => {
  if (thrown instanceof UsageError) return `error: ${thrown.message}`;
  const { kind, message, connectionKey = connection?.value.key, execution, stack } = explain(thrown);
  const source = connection ? `, from ${connection.source}` : "";
  return [
    `error: ${subject} failed${execution === undefined ? "" : ` (${execution})`}`,
    ...indent([
      message,
      ...(kind === "connection" ? [`Connection: ${connectionKey}${source}`] : []),
      ...(debug ? stack : []),
    ]),
    ...(execution === undefined ? [] : ["  The state is as it was before."]),
  ].join("\n");
};
