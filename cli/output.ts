import { Console } from "node:console";
import { Writable } from "node:stream";
import { toJson } from "../engine/json";
import { createLogger, type Logger } from "../engine/logger";
import type { Secrets } from "../src/http/redact";

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
  return {
    json: (value) => process.stdout.write(`${toJson(value, secrets)}\n`),
    text: (text) => process.stdout.write(`${text}\n`),
    note,
    error: toStderr,
    logger: createLogger((level, text) => note(`[${level}] ${text}`), debug),
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
