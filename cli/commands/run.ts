import type { Command } from "commander";
import { loadComponent } from "../../engine/component";
import { UsageError } from "../../engine/usageError";
import { distOf, knownEntries, knownEntry } from "../components";
import { listing } from "../listing";
import { addRunOptions, givenInput, type RunOptions } from "../options";
import { run } from "../run";
import type { Surroundings } from "../surroundings";
import { table, wrap } from "../text";
import { show } from "./show";

interface Called {
  component?: string;
  key?: string;
  words: string[];
  options: RunOptions;
  command: Command;
}

/** Without an entry, or when help is asked for, it shows what there is to run. */
const runOrShow = async (
  { component, key, words, options, command }: Called,
  surroundings: Surroundings,
): Promise<void> => {
  const { output } = surroundings;
  if (component === undefined) return command.outputHelp();
  const dist = distOf(options, surroundings);
  const loaded = loadComponent(dist, component);
  const isPoll = command.name() === "poll";
  if (key === undefined) {
    const entries = knownEntries(dist, loaded).filter(({ entry }) => !isPoll || entry.kind === "trigger");
    if (entries.length === 0) throw new UsageError(`${loaded.display.label} has no triggers.`);
    return output.text(`${listing(loaded, entries, output.style)}\n`);
  }
  if (options.help) return show(component, key, options, surroundings);
  const known = knownEntry(dist, loaded, key);
  if (isPoll && known.entry.kind !== "trigger") {
    throw new UsageError(
      `${key} is no trigger but ${known.entry.kind === "action" ? "an action" : "a data source"}: "npx remote-support run ${component} ${key}" runs it.`,
    );
  }
  const inputs = words.map((word, index) => givenInput(word, index, options));
  await run({ component: loaded, known, inputs, options }, surroundings);
};

const values: [string, string][] = [
  ["name=text", "the text as it is; quotes around one with spaces"],
  ["name=@file", "the content of a file, or of stdin for @-; @@ for a text that starts with @"],
  ["queryParams=a=1&b=2", "names and values, percent-decoded, or JSON; a value may be @file"],
  ["tags=x tags=y", 'a list, or JSON: tags=\'["x", "y"]\''],
];

const connections: [string, string][] = [
  ["--connection FILE", "a file: “npx remote-support connection check” tells whether it works"],
  ["--sandbox URL", "a sandbox that runs already: create and then get see the same world"],
  ["the variable", "PRISMATIC_CONNECTION_VALUE, which “prism components:dev:run” sets"],
  ["none of them", "a sandbox of the component, started for this run and gone with it"],
];

const results: [string, string][] = [
  ["stdout", "the result as JSON; of a trigger, what a flow would get: a document per poll, or per page of a batch"],
  ["stderr", "logs and errors"],
  ["secrets", "passwords, tokens and secrets of the connection are [redacted] wherever they occur"],
  ["bytes", '{"base64": "…"}, with the content type of the result where it has one'],
];

const notes = ({ output: { style } }: Surroundings): string => {
  const { width, bold } = style;
  const part = (title: string, rows: [string, string][]) => [bold(`${title}:`), ...table(rows, { width }), ""];
  return [
    "",
    ...part("Values", values),
    ...part("Where the connection comes from, first to last", connections),
    bold("What cannot be undone:"),
    ...wrap(
      "asks for the name of what is destroyed, and refuses where there is no terminal, unless --yes is given. Where it depends on an input (Dry Run, Permanent Delete), that input decides; where it cannot be told, it is asked.",
      width,
      "  ",
    ),
    "",
    ...part("What comes out", results),
  ].join("\n");
};

const define = (program: Command, name: string, surroundings: Surroundings): Command => {
  const command = program
    .command(name)
    .argument("[component]", "key of a built component; without a key, what it has is listed")
    .argument("[key]", name === "poll" ? "key of a trigger" : "key of an action, a data source or a trigger")
    .argument("[inputs...]", "values of inputs as input=value; the others have their defaults")
    .action((component: string | undefined, key: string | undefined, words: string[], options: RunOptions) =>
      runOrShow({ component, key, words, options, command }, surroundings),
    );
  addRunOptions(command);
  return command;
};

/** Adds the subcommands `run` and `poll`, which are one: only that `poll` is for triggers. */
export const addRun = (program: Command, surroundings: Surroundings): void => {
  define(program, "run", surroundings)
    .summary("run an action, a data source or a trigger")
    .description("Run one action, data source or trigger of a built component and print its result as JSON.")
    .addHelpText("after", () => notes(surroundings));
  define(program, "poll", surroundings)
    .summary("poll a trigger and print what a flow would get")
    .description("Poll a trigger, as the platform does on a schedule, and print what a flow would get as JSON.")
    .addHelpText("after", () => notes(surroundings));
};
