import type { Command } from "commander";
import { loadComponent } from "../../engine/component";
import { distOf, knownEntries, loadAll } from "../components";
import { componentsListing, listed, listing, matching } from "../listing";
import { addComponentOptions, type ComponentOptions } from "../options";
import type { Surroundings } from "../surroundings";

interface ListOptions extends ComponentOptions {
  json?: boolean;
}

const summaryOf = ({ key, display, actions, dataSources, triggers }: ReturnType<typeof loadComponent>) => ({
  key,
  label: display.label,
  description: display.description,
  actions: Object.keys(actions).length,
  dataSources: Object.keys(dataSources).length,
  triggers: Object.keys(triggers).length,
});

const list = async (
  component: string | undefined,
  words: string[],
  options: ListOptions,
  surroundings: Surroundings,
): Promise<void> => {
  const { output } = surroundings;
  const dist = distOf(options, surroundings);
  if (component === undefined) {
    const components = loadAll(dist);
    if (options.json) await output.json(components.map(summaryOf));
    else output.text(`${componentsListing(components, output.style)}\n`);
    return;
  }
  const loaded = loadComponent(dist, component);
  const entries = matching(knownEntries(dist, loaded), words);
  if (options.json) await output.json(entries.map(listed));
  else output.text(`${listing(loaded, entries, output.style)}\n`);
};

/** Adds the subcommand `list`. */
export const addList = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command("list")
    .summary("list the components, or what one of them has")
    .description(
      "List the built components, or what one of them has, by family. Words narrow the list to what has all of them in its key, label, description or needs.",
    )
    .argument("[component]", "key of a built component, for example teamviewer")
    .argument("[words...]", "words to look for, for example device")
    .option("--json", "print JSON")
    .action((component: string | undefined, words: string[], options: ListOptions) =>
      list(component, words, options, surroundings),
    );
  addComponentOptions(command);
};
