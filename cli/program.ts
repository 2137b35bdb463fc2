import { Command } from "commander";
import { version } from "../package.json";
import { addCompletion } from "./commands/completion";
import { addConnection } from "./commands/connection";
import { addList } from "./commands/list";
import { addRun } from "./commands/run";
import { addShow } from "./commands/show";
import { addWorkbench } from "./commands/workbench";
import { exitCodesTold } from "./exitCodes";
import type { Surroundings } from "./surroundings";
import { section, table } from "./text";

const examples = [
  "npx remote-support list teamviewer device",
  "npx remote-support show teamviewer listDevices",
  "npx remote-support run teamviewer createGroup name='Warsaw Office'",
  "npx remote-support poll teamviewer newConnectionReports --polls 3",
  "npx remote-support connection check connection.json",
  "npx remote-support sandbox teamviewer --activity 10",
];

const notes = ({ output: { style } }: Surroundings): string =>
  [
    ...section(
      style.bold("Examples:"),
      examples.map((example) => `  ${example}`),
    ),
    ...section(style.bold("Exit codes:"), table(exitCodesTold, { width: style.width })),
  ].join("\n");

/** Without its options, which its own help tells. */
const subcommandTerm = (command: Command): string => {
  const words = command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(" ");
};

/** The sandboxes take as long to load as all of the rest, and their flags are theirs, so that they wait until they are named. */
const addSandbox = async (program: Command, argv: readonly string[], surroundings: Surroundings): Promise<void> => {
  const command = program.command("sandbox [vendor]").summary("run a stand-in of a vendor's server");
  if (argv.includes("sandbox")) (await import("./commands/sandbox.js")).addVendors(command, surroundings);
};

/**
 * The command with all of its subcommands, as far as `argv` can call them. What commander has to say is thrown, or goes
 * through the output.
 */
export const createProgram = async (argv: readonly string[], surroundings: Surroundings): Promise<Command> => {
  const { output, stderr } = surroundings;
  const { style } = output;
  const program = new Command("npx remote-support")
    .description("List, show and run what the built components have, on a local sandbox or a connection of one's own.")
    .version(version, "-V, --version", "show the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show the help of a command")
    .exitOverride()
    .configureOutput({
      writeOut: output.text,
      writeErr: (text) => void stderr.write(text),
      // Its messages repeat what was typed, which may be secret.
      outputError: () => {},
      getOutHelpWidth: () => style.width,
      getErrHelpWidth: () => style.width,
      getOutHasColors: () => style.isColoured,
    })
    .configureHelp({ styleTitle: style.bold, subcommandTerm })
    .addHelpText("after", () => notes(surroundings));
  addList(program, surroundings);
  addShow(program, surroundings);
  addRun(program, surroundings);
  addConnection(program, surroundings);
  await addSandbox(program, argv, surroundings);
  addWorkbench(program, surroundings);
  addCompletion(program, surroundings);
  return program;
};
