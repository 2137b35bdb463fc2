import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { runCommand } from "../../cli/command";

export const root = resolve(__dirname, "../..");

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface ProcessOptions {
  env?: Record<string, string>;
  cwd?: string;
  stdin?: string;
  /** Gets the process, for example to send it a signal. */
  started?: (child: ChildProcess, outcome: Outcome) => void;
}

/** Runs the command as a user does, in a process of its own. */
export const command = (args: string[], options: ProcessOptions = {}): Promise<Outcome> =>
  new Promise((done, failed) => {
    const { env = {}, cwd = root, stdin = "", started } = options;
    const { PRISMATIC_CONNECTION_VALUE: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(root, "cli/bin.mjs"), ...args], {
      cwd,
      env: { ...inherited, NO_COLOR: "1", ...env },
    });
    const outcome: Outcome = { code: null, stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      outcome.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      outcome.stderr += chunk;
    });
    child.on("error", failed);
    child.on("close", (code) => done({ ...outcome, code }));
    child.stdin.end(stdin);
    started?.(child, outcome);
  });

interface CallOptions {
  env?: Record<string, string>;
  folder?: string;
  /** What is typed, a line at a time; null for nothing, and no end. */
  typed?: string | null;
  /** All three streams are terminals of this width. */
  terminal?: number;
  signal?: AbortSignal;
  /** Where stdout goes, for whoever cannot wait for the end. */
  stdout?: ReturnType<typeof collector>;
}

/** A stream that keeps what is written to it; a terminal when it has a width. */
export const collector = (terminal?: number) => {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return Object.assign(stream, { isTTY: terminal !== undefined, columns: terminal, text: () => text });
};

/** Runs the command in this process, for what no process of its own is needed to see. */
export const call = async (args: string[], options: CallOptions = {}): Promise<Outcome> => {
  const { env = {}, folder = root, typed = "", terminal, signal = new AbortController().signal } = options;
  const stdin = Object.assign(new PassThrough(), { isTTY: terminal !== undefined });
  if (typed !== null) stdin.end(typed);
  const { stdout = collector(terminal) } = options;
  const stderr = collector(terminal);
  const usual = globalThis.console;
  const replaceConsole = (console: Console) => {
    globalThis.console = console;
  };
  const caller = { env, folder, stdin, stdout, stderr, signal, replaceConsole };
  const code = await runCommand(args, caller).finally(() => replaceConsole(usual));
  return { code, stdout: stdout.text(), stderr: stderr.text() };
};

/** The JSON documents of an output that may hold several. */
export const documents = (stdout: string): unknown[] =>
  stdout
    .split(/^(?=[{[])/m)
    .filter((text) => text.trim() !== "")
    .map((text) => JSON.parse(text));
