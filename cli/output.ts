import { Console } from "node:console";
import { Writable } from "node:stream";
import { formatWithOptions } from "node:util";
import type { Secrets } from "../src/http/redact";
import { toJson } from "./json";

const levels = ["trace", "debug", "info", "log", "warn", "error", "metric"] as const;
type Level = (typeof levels)[number];

/** What the platform shows to developers only. */
const debugLevels: readonly Level[] = ["trace", "debug", "metric"];

export type Logger = Record<Level, (...values: unknown[]) => void>;

/** Where the command writes. Nothing leaves it with a known secret inside. */
export interface Output {
  /** Writes a JSON document to stdout. */
  json(value: unknown): void;
  /** Writes text to stdout. */
  text(text: string): void;
  /** Writes a line about the run to stderr, unless quiet. */
  note(text: string): void;
  /** Writes an error to stderr. */
  error(text: string): void;
  /** The logger of a perform's context. */
  logger: Logger;
}

interface OutputOptions {
  secrets: Secrets;
  debug: boolean;
  quiet: boolean;
}

/** The command's output on the streams of this process; logs go to stderr with their level. */
export const createOutput = ({ secrets, debug, quiet }: OutputOptions): Output => {
  const toStderr = (text: string) => process.stderr.write(`${secrets.redact(text)}\n`);
  const note = (text: string) => {
    if (!quiet) toStderr(text);
  };
  const logAs =
    (level: Level) =>
    (...values: unknown[]) => {
      if (debug || !debugLevels.includes(level)) note(`[${level}] ${formatWithOptions({ depth: 6 }, ...values)}`);
    };
  return {
    json: (value) => process.stdout.write(`${toJson(value, secrets)}\n`),
    text: (text) => process.stdout.write(`${text}\n`),
    note,
    error: toStderr,
    logger: Object.fromEntries(levels.map((level) => [level, logAs(level)])) as Logger,
  };
};

/** Sends what a component writes to the console to the logs, because stdout holds the result only. */
export const redirectConsole = ({ note }: Output): void => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      note(`[console] ${String(chunk).trimEnd()}`);
      done();
    },
  });
  globalThis.console = new Console(stream);
};
