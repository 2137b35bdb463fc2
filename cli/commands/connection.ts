import type { Command } from "commander";
import { type Ability, findAbilities } from "../../engine/abilities";
import { type Component, loadComponent } from "../../engine/component";
import { type OpenConnection, readConnection } from "../../engine/connection";
import { componentOf } from "../../engine/connectionText";
import { readFile } from "../../engine/files";
import { distOf, knownEntries, loadAll } from "../components";
import { RunFailure } from "../describe";
import { unlessInterrupted } from "../interrupted";
import { addComponentOptions, type ComponentOptions } from "../options";
import type { Surroundings } from "../surroundings";
import { firstSentence, section, table, wrap } from "../text";

interface CheckOptions extends ComponentOptions {
  component?: string;
  json?: boolean;
}

const report = (
  { display }: Component,
  { value, source }: OpenConnection,
  abilities: readonly Ability[],
  { output: { style } }: Surroundings,
): string => {
  const { width, bold } = style;
  const rows = (granted: Ability["granted"], textOf: (ability: Ability) => string) =>
    table(
      abilities.filter((ability) => ability.granted === granted).map((ability) => [ability.name, textOf(ability)]),
      { width },
    );
  const withReason = ({ actions, reason }: Ability) => (reason ? firstSentence(reason) : actions.join(", "));
  return [
    ...wrap(`${display.label} accepts ${value.key}, from ${source}.`, width),
    ...section(
      bold("It can"),
      rows(true, ({ actions }) => actions.join(", ")),
    ),
    ...section(bold("It cannot"), rows(false, withReason)),
    ...section(bold("Not known"), rows("unknown", withReason)),
    "",
    ...wrap("Only reading was tried, and nothing was changed.", width),
  ].join("\n");
};

/** Throws a `UsageError` for a file that is no connection, and a `RunFailure` when the vendor refuses it. */
const check = async (file: string, options: CheckOptions, surroundings: Surroundings): Promise<void> => {
  const { output, secrets, signal } = surroundings;
  const dist = distOf(options, surroundings);
  const text = String(await unlessInterrupted(signal, readFile(file, surroundings, "the connection")));
  const component = options.component ? loadComponent(dist, options.component) : componentOf(loadAll(dist), text, file);
  const connection = readConnection(component, text, file, secrets);
  const entries = knownEntries(dist, component).filter(({ entry }) => entry.kind === "action");
  const families = new Map(entries.map(({ entry, facts }) => [entry.definition.key, facts.family]));
  const { value } = connection;
  const trying = (name: string, place: number, count: number) => {
    if (surroundings.stderr.isTTY) output.status(`Trying ${name}, ${place} of ${count}`);
  };
  const abilities = await unlessInterrupted(signal, findAbilities({ component, families, connection: value, trying }))
    .catch((error) => {
      if (signal.aborted) throw signal.reason;
      throw new RunFailure(`connection check of ${component.key}`, connection, error);
    })
    .finally(() => output.status(""));
  if (options.json) await output.json({ component: component.key, connection: value.key, abilities });
  else output.text(secrets.redact(`${report(component, connection, abilities, surroundings)}\n`));
};

/** Adds the subcommand `connection check`. */
export const addConnection = (program: Command, surroundings: Surroundings): void => {
  const connection = program
    .command("connection")
    .summary("try a connection")
    .description("Try a connection.")
    .helpCommand(false);
  const command = connection
    .command("check")
    .summary("tell whether a connection works, and what its token can do")
    .description(
      "Tell whether the connection in a file works, and what its token or key can do. A little of each family is read; nothing is changed.",
    )
    .argument("<file>", "a connection as JSON, or - for stdin")
    .option("--component <key>", "whose connection it is, when the file has no key")
    .option("--json", "print JSON")
    .action((file: string, options: CheckOptions) => check(file, options, surroundings));
  addComponentOptions(command);
};
