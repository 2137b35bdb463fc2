import { resolve } from "node:path";
import { builtComponents, findEntry, loadComponent } from "../engine/component";
import { createSecrets } from "../src/http/redact";
import { type Command, parseCommand } from "./arguments";
import { describeFailure } from "./describe";
import { entryHelp, listing, usage } from "./help";
import { createOutput, redirectConsole } from "./output";
import { run, type Surroundings } from "./run";

type Caller = Pick<Surroundings, "env" | "folder">;

const builtHere = resolve(__dirname, "../dist");

const obey = async (command: Command, surroundings: Surroundings): Promise<number> => {
  const { component: componentKey, key, help } = command;
  const { output, folder } = surroundings;
  const dist = command.dist === undefined ? builtHere : resolve(folder, command.dist);
  const show = (text: string) => {
    output.text(text);
    return 0;
  };
  if (componentKey === undefined) return show(usage(builtComponents(dist)));
  const component = loadComponent(dist, componentKey);
  if (key === undefined) return show(listing(component));
  const entry = findEntry(component, key);
  if (help) return show(entryHelp(component, entry));
  return run(component, entry, command, surroundings);
};

/** Does what the arguments say and gives the exit code: 0, or 1 after an error, which is then on stderr. */
export const runCommand = async (argv: readonly string[], caller: Caller): Promise<number> => {
  const debug = argv.includes("--debug");
  const secrets = createSecrets();
  const output = createOutput({ secrets, debug, quiet: argv.includes("--quiet") });
  redirectConsole(output);
  try {
    return await obey(parseCommand(argv), { ...caller, secrets, output });
  } catch (error) {
    output.error(describeFailure(error, { subject: "the command", debug }));
    return 1;
  }
};
