import { type Command, CommanderError } from "commander";
import { suggestion } from "../engine/suggest";
import { UsageError } from "../engine/usageError";
import { createSecrets } from "../src/http/redact";
import type { Caller } from "./caller";
import { describeFailure } from "./describe";
import { Ended } from "./ended";
import { Interrupted } from "./interrupted";
import { consoleOf, createOutput } from "./output";
import { createProgram } from "./program";

interface Called {
  command: Command;
  /** The words that lead to it. */
  path: string[];
}

/** The innermost subcommand that the arguments name. */
const calledIn = (program: Command, argv: readonly string[]): Called => {
  const path: string[] = [];
  let command = program;
  for (const word of argv) {
    const next = command.commands.find((each) => each.name() === word);
    if (!next) break;
    command = next;
    path.push(word);
  }
  return { command, path };
};

const flagsOf = ({ options }: Command): string[] => ["help", ...options.map(({ long }) => long?.slice(2) ?? "")];

const unknownFlag = (message: string, command: Command): string => {
  const [, dashes = "--", flag = ""] = /unknown option '(--?)([\w-]*)/.exec(message) ?? [];
  if (flagsOf(command).includes(flag)) return `${dashes}${flag} takes no value.`;
  const further = command.commands.flatMap(flagsOf);
  if (further.includes(flag)) return `${dashes}${flag} stands behind the subcommand that it is for.`;
  const near = suggestion(flag, [...flagsOf(command), ...further]);
  return `There is no flag ${dashes}${flag}.${near.replace('"', '"--')}`;
};

const commandsOf = (command: Command): string[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((each) => each.name());

const unknownCommand = (command: Command, path: readonly string[], argv: readonly string[]): string => {
  const names = commandsOf(command);
  const wanted = argv.slice(path.length).find((word) => !word.startsWith("-")) ?? "";
  const there = suggestion(wanted, names) || ` There are: ${names.join(", ")}.`;
  return `There is no command "${[...path, wanted].join(" ")}".${there}`;
};

/** What commander found wrong, in a sentence that repeats no value. */
const sentenceOf = ({ code, message }: CommanderError, { command, path }: Called, argv: readonly string[]): string => {
  switch (code) {
    case "commander.unknownOption":
      return unknownFlag(message, command);
    case "commander.unknownCommand":
      return unknownCommand(command, path, argv);
    case "commander.optionMissingArgument":
      return `${/'(?:-\w, )?(--[\w-]+)/.exec(message)?.[1] ?? "The flag"} needs a value.`;
    case "commander.missingArgument":
      return `The ${/'(.+)'/.exec(message)?.[1] ?? "argument"} is missing.`;
    case "commander.invalidArgument":
      return message.replace(/^.* for argument '(.+)'\. Allowed choices are (.+)$/, "The $1 is one of $2");
    case "commander.excessArguments":
      return command.commands.length > 0 ? unknownCommand(command, path, argv) : "There is an argument too many.";
    default:
      return message.replace(/^error: /, "");
  }
};

const usageError = (error: CommanderError, program: Command, argv: readonly string[]): UsageError => {
  const called = calledIn(program, argv);
  const help = ["npx remote-support", ...called.path, "--help"].join(" ");
  return new UsageError(`${sentenceOf(error, called, argv)} Run "${help}" to see what it takes.`);
};

/** commander would show the help of the whole command for it. */
const refuseUnknownHelp = (program: Command, [help, ...words]: readonly string[]): void => {
  const [wanted = ""] = words;
  if (help !== "help" || /^(-|$)/.test(wanted) || commandsOf(program).includes(wanted)) return;
  throw new UsageError(`${unknownCommand(program, [], words)} Run "npx remote-support --help" to see what it takes.`);
};

/** Does what the arguments say and gives the exit code; after an error, it is on stderr. */
export const runCommand = async (argv: readonly string[], caller: Caller): Promise<number> => {
  const debug = argv.includes("--debug");
  const secrets = createSecrets();
  const output = createOutput(caller, { secrets, debug, quiet: argv.includes("--quiet") });
  caller.replaceConsole?.(consoleOf(output));
  const program = await createProgram(argv, { ...caller, secrets, output });
  try {
    refuseUnknownHelp(program, argv);
    await program.parseAsync(argv.length > 0 ? argv : ["--help"], { from: "user" });
    return 0;
  } catch (thrown) {
    if (thrown instanceof Interrupted) {
      output.error("Interrupted.");
      return thrown.exitCode;
    }
    if (thrown instanceof Ended) return thrown.exitCode;
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    // Its help is on stderr already.
    if (thrown instanceof CommanderError && thrown.code === "commander.help") return 2;
    const error = thrown instanceof CommanderError ? usageError(thrown, program, argv) : thrown;
    const { text, exitCode } = describeFailure(error, debug);
    output.error(`${output.errorStyle.red("error:")} ${text}`);
    return exitCode;
  }
};
