import type { Command } from "commander";
import { loadComponent } from "../../engine/component";
import { isConnection } from "../../engine/params";
import { distOf, knownEntry } from "../components";
import { entryHelp } from "../help";
import { listed } from "../listing";
import { addComponentOptions, type ComponentOptions } from "../options";
import type { Surroundings } from "../surroundings";

interface ShowOptions extends ComponentOptions {
  json?: boolean;
}

/** Shows what an entry does, needs and takes. */
export const show = async (
  component: string,
  key: string,
  options: ShowOptions,
  surroundings: Surroundings,
): Promise<void> => {
  const { output } = surroundings;
  const dist = distOf(options, surroundings);
  const loaded = loadComponent(dist, component);
  const known = knownEntry(dist, loaded, key);
  if (!options.json) return output.text(`${entryHelp(loaded, known, output.style)}\n`);
  const { definition } = known.entry;
  const { inputs, examplePayload } = definition;
  const outputSchema = "outputSchema" in definition ? { outputSchema: definition.outputSchema } : {};
  await output.json({
    ...listed(known),
    operations: known.facts.operations,
    inputs: inputs.filter((input) => !isConnection(input)),
    ...(examplePayload ? { example: examplePayload } : {}),
    ...outputSchema,
  });
};

/** Adds the subcommand `show`. */
export const addShow = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command("show")
    .summary("show what an action, a data source or a trigger takes")
    .description("Show what an action, a data source or a trigger does, what it needs, and every input that it takes.")
    .argument("<component>", "key of a built component")
    .argument("<key>", "key of an action, a data source or a trigger")
    .option("--json", "print JSON, with the schema and an example of the result")
    .action((component: string, key: string, options: ShowOptions) => show(component, key, options, surroundings));
  addComponentOptions(command);
};
