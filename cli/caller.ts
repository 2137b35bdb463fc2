/** A stream that may be a terminal. */
export type Readable = NodeJS.ReadableStream & { isTTY?: boolean };
export type Writable = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** What surrounds the command: this process, or a test. */
export interface Caller {
  env: NodeJS.ProcessEnv;
  /** Where relative paths start. */
  folder: string;
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Aborted with an `Interrupted` when the command is to end. */
  signal: AbortSignal;
  /** Puts another console in the place of that of the process, which writes to stdout. */
  replaceConsole?(console: Console): void;
}
