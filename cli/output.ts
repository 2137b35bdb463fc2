import { Console } from "node:console";
import { once } from "node:events";
import { Writable } from "node:stream";
import { toJson } from "../engine/json";
import { createLogger, type Logger } from "../engine/logger";
import type { Secrets } from "../src/http/redact";
import type { Caller } from "./caller";
import { type Style, styleOf } from "./style";

/** Where the command writes. Nothing leaves it with a known secret inside. */
export interface Output {
  /** Writes a JSON document to stdout; ends when the reader has taken it. */
  json(value: unknown): Promise<void>;
  /** Writes text to stdout, as it is. */
  text(text: string): void;
  /** Writes a line about the run to stderr, unless quiet. */
  note(text: string): void;
  /** Writes an error to stderr. */
  error(text: string): void;
  /** Puts a line about how far the run is into the place of the one before; an empty one removes it. */
  status(text: string): void;
  /** The logger of a perform's context. */
  logger: Logger;
  /** The looks of stdout and stderr. */
  style: Style;
  errorStyle: Style;
}

interface OutputOptions {
  secrets: Secrets;
  debug: boolean;
  quiet: boolean;
}

const clearLine = "\r\u001b[2K";

/** The command's output on the streams of its caller; logs go to stderr with their level. After a signal it is silent. */
export const createOutput = (
  { stdout, stderr, env, signal }: Pick<Caller, "stdout" | "stderr" | "env" | "signal">,
  { secrets, debug, quiet }: OutputOptions,
): Output => {
  let hasStatus = false;
  const removeStatus = () => {
    if (hasStatus) stderr.write(clearLine);
    hasStatus = false;
  };
  const toStderr = (text: string) => {
    removeStatus();
    stderr.write(`${secrets.redact(text)}\n`);
  };
  const note = (text: string) => {
    if (!quiet && !signal.aborted) toStderr(text);
  };
  return {
    async json(value) {
      if (signal.aborted) return;
      removeStatus();
      if (!stdout.write(`${toJson(value, secrets)}\n`)) await once(stdout, "drain");
    },
    text: (text) => void stdout.write(text),
    note,
    error: toStderr,
    status(text) {
      removeStatus();
      if (text === "" || signal.aborted) return;
      stderr.write(secrets.redact(text));
      hasStatus = true;
    },
    logger: createLogger((level, text) => note(`[${level}] ${text}`), debug),
    style: styleOf(stdout, env),
    errorStyle: styleOf(stderr, env),
  };
};

/** A console whose lines go to the logs, because stdout holds the result only. */
export const consoleOf = ({ note }: Output): Console =>
  new Console(
    new Writable({
      write(chunk, _encoding, done) {
        note(`[console] ${String(chunk).trimEnd()}`);
        done();
      },
    }),
  );
