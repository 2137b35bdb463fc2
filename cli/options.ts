import { type Command, Option } from "commander";
import { UsageError } from "../engine/usageError";

/** What every subcommand about a component takes. */
export interface ComponentOptions {
  /** The folder with the built components, when it is not `dist`. */
  dist?: string;
}

/** Where a run gets its connection. */
export interface ConnectionOptions {
  connection?: string;
  /** URL of a sandbox that runs already. */
  sandbox?: string;
  /** Use the sandbox's credentials of company level. */
  company?: boolean;
}

/** How a trigger is run. */
export interface PollingOptions {
  polls?: number;
  every?: number;
  /** Show the state beside what a flow gets. */
  state?: boolean;
  stateFile?: string;
  initialSync?: boolean;
  batches?: boolean;
}

export interface RunOptions extends ComponentOptions, ConnectionOptions, PollingOptions {
  debug?: boolean;
  quiet?: boolean;
  progress?: boolean;
  yes?: boolean;
  help?: boolean;
}

/** The flags that only a trigger understands, by the names of their values. */
export const triggerFlags: Record<keyof PollingOptions, string> = {
  polls: "--polls",
  every: "--every",
  state: "--state",
  stateFile: "--state-file",
  initialSync: "--initial-sync",
  batches: "--batches",
};

const pollCount = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError("--polls takes a whole number from 1 on.");
  return Number(text);
};

const seconds = (text: string): number => {
  if (!/^\d{1,6}(\.\d+)?$/.test(text)) throw new UsageError("--every takes a number of seconds, at most 999999.");
  return Number(text);
};

/** Adds the folder of the built components. */
export const addComponentOptions = (command: Command): Command =>
  command.option("--dist <folder>", "folder with the built components (default: that of the build)");

/** Adds the flags of a run, in groups. The help of an entry is shown by the command itself, so that it has its own flag. */
export const addRunOptions = (command: Command): Command => {
  const add = (group: string, flags: string, description: string, parse?: (text: string) => unknown) => {
    const option = new Option(flags, description).helpGroup(group);
    command.addOption(parse ? option.argParser(parse) : option);
  };
  command.helpOption(false);
  add("Connection:", "--connection <file>", "a connection as JSON, or - for stdin");
  add("Connection:", "--sandbox <url>", "a sandbox that runs already, whose world stays as the run leaves it");
  add("Connection:", "--company", "use the sandbox with its token of company level");
  add("Safety:", "-y, --yes", "do what cannot be undone without asking");
  add("Output:", "--progress", "tell on stderr how far a long read is, also where that is no terminal");
  add("Output:", "--quiet", "write no logs; errors are still written");
  add("Output:", "--debug", "run in debug mode: all logs, and the stack trace of an error");
  add("Triggers:", "--polls <n>", "perform n polls, default 1, and keep the state between them", pollCount);
  add("Triggers:", "--every <seconds>", "wait between polls; without --polls, poll until interrupted", seconds);
  add("Triggers:", "--state", "show the state after each poll beside what a flow gets");
  add("Triggers:", "--state-file <file>", "load the state from the file, and save it there after each poll");
  add("Triggers:", "--initial-sync", "run the sync of a first deployment; polls follow only with --polls or --every");
  add("Triggers:", "--batches", "show the items of batches, where a trigger leaves it to the flow to have any");
  command.option("-h, --help", "show this help, or what the entry takes");
  return addComponentOptions(command);
};

/** How often a trigger is polled: without end when only the time between polls is given, not at all after a sync alone. */
export const pollsOf = ({ polls, every, initialSync = false }: PollingOptions): number => {
  if (polls === undefined && every !== undefined) return Number.POSITIVE_INFINITY;
  return polls ?? (initialSync ? 0 : 1);
};

/** One `input=value` of the command line. */
export interface GivenInput {
  key: string;
  text: string;
}

/** A stray argument may be a piece of a secret with a space in it, so that it is counted, not repeated. */
export const givenInput = (argument: string, index: number, { state }: PollingOptions = {}): GivenInput => {
  const at = argument.indexOf("=");
  if (at < 1) {
    const hint = state
      ? " --state shows the state and takes no file: that is --state-file FILE."
      : " Put quotes around a value that has spaces.";
    throw new UsageError(`Argument ${index + 1} after the key is not of the form input=value.${hint}`);
  }
  return { key: argument.slice(0, at), text: argument.slice(at + 1) };
};
