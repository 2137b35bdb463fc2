import { type ParseArgsConfig, parseArgs } from "node:util";
import { suggestion } from "../engine/suggest";
import { UsageError } from "../engine/usageError";

const flags = {
  help: { type: "boolean", short: "h" },
  connection: { type: "string" },
  company: { type: "boolean" },
  debug: { type: "boolean" },
  quiet: { type: "boolean" },
  polls: { type: "string" },
  every: { type: "string" },
  state: { type: "string" },
  "initial-sync": { type: "boolean" },
  batches: { type: "boolean" },
  dist: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

const triggerFlags = ["polls", "every", "state", "initial-sync", "batches"] as const;

/** One `input=value` of the command line. */
export interface GivenInput {
  key: string;
  text: string;
}

export interface Polling {
  /** Infinity when only the time between polls was given, none when only the initial sync is wanted. */
  polls: number;
  secondsBetween: number;
  stateFile?: string;
  initialSync: boolean;
  /** Show what a flow with batches gets of a trigger that leaves the choice to the flow. */
  batches?: boolean;
}

export interface Command {
  component?: string;
  /** Key of an action, a data source or a trigger. */
  key?: string;
  inputs: GivenInput[];
  help: boolean;
  debug: boolean;
  quiet: boolean;
  /** Use the company token of the sandbox. */
  company: boolean;
  connectionFile?: string;
  /** The folder with the built components, when it is not `dist`. */
  dist?: string;
  polling: Polling;
  /** The flags given that only a trigger understands. */
  triggerFlags: string[];
}

/** What `parseArgs` says when it refuses a flag never holds the flag's value. */
const flagError = (error: unknown): unknown => {
  const { code, message } = error as { code?: string; message: string };
  if (!code?.startsWith("ERR_PARSE_ARGS")) return error;
  const unknown = /^Unknown option '--?([\w-]+)/.exec(message)?.[1];
  if (unknown === undefined) return new UsageError(message.split("\n")[0]);
  const names = Object.keys(flags);
  return new UsageError(
    `There is no flag --${unknown}.${suggestion(unknown, names).replace('"', '"--')} Run with --help to see the flags.`,
  );
};

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    throw flagError(error);
  }
};

/** A stray argument may be a piece of a secret with a space in it, so that it is counted, not repeated. */
const givenInput = (argument: string, index: number): GivenInput => {
  const at = argument.indexOf("=");
  if (at < 1) {
    throw new UsageError(
      `Argument ${index + 1} after the key is not of the form input=value. Put quotes around a value that has spaces.`,
    );
  }
  return { key: argument.slice(0, at), text: argument.slice(at + 1) };
};

const pollCount = (polls: string | undefined, every: string | undefined, initialSync = false): number => {
  if (polls === undefined && every !== undefined) return Number.POSITIVE_INFINITY;
  if (polls === undefined) return initialSync ? 0 : 1;
  if (!/^[1-9]\d{0,8}$/.test(polls)) throw new UsageError("--polls takes a whole number from 1 on.");
  return Number(polls);
};

const secondsBetween = (every = "0"): number => {
  if (!/^\d{1,6}(\.\d+)?$/.test(every)) throw new UsageError("--every takes a number of seconds, at most 999999.");
  return Number(every);
};

/** What the command line asks for. Throws a `UsageError` for an unknown flag or an argument that is no `input=value`. */
export const parseCommand = (argv: readonly string[]): Command => {
  const { values, positionals } = parse(argv);
  const [component, key, ...rest] = positionals;
  return {
    component,
    key,
    inputs: rest.map(givenInput),
    help: values.help ?? false,
    debug: values.debug ?? false,
    quiet: values.quiet ?? false,
    company: values.company ?? false,
    connectionFile: values.connection,
    dist: values.dist,
    polling: {
      polls: pollCount(values.polls, values.every, values["initial-sync"]),
      secondsBetween: secondsBetween(values.every),
      stateFile: values.state,
      initialSync: values["initial-sync"] ?? false,
      batches: values.batches,
    },
    triggerFlags: triggerFlags.filter((flag) => values[flag] !== undefined).map((flag) => `--${flag}`),
  };
};
