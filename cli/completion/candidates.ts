import type { Command } from "commander";
import { builtComponents, entriesOf, findEntry, type Input, loadComponent } from "../../engine/component";
import { isConnection } from "../../engine/params";
import { distOf } from "../components";
import type { Surroundings } from "../surroundings";
import { firstSentence, isPlain } from "../text";

/** A word that may stand in the place, and what it means. */
type Candidate = [word: string, meaning: string];

const flags = (command: Command): Candidate[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, description }) => [long ?? "", description]);

const subcommands = (command: Command): Candidate[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((each) => [each.name(), each.summary()]);

const components = (dist: string): Candidate[] =>
  builtComponents(dist).map((key) => [key, loadComponent(dist, key).display.label]);

const entries = (dist: string, component: string, triggersOnly: boolean): Candidate[] =>
  entriesOf(loadComponent(dist, component))
    .filter(({ kind }) => kind === "trigger" || !triggersOnly)
    .map(({ definition }) => [definition.key, firstSentence(definition.display.description)]);

const choices = ({ key, model = [] }: Input): Candidate[] =>
  model.map(({ value, label }) => [`${key}=${value}`, label]);

const inputs = (dist: string, component: string, key: string, current: string): Candidate[] => {
  const all = findEntry(loadComponent(dist, component), key).definition.inputs;
  const begun = all.find((input) => current.startsWith(`${input.key}=`));
  if (begun) return choices(begun);
  return all.filter((input) => !isConnection(input)).map((input) => [`${input.key}=`, input.label]);
};

/** Words that are no flags, by the command and by the words of this kind that stand before. */
const operands = (command: Command, given: readonly string[], current: string, dist: string): Candidate[] => {
  const [component, key] = given;
  const name = command.name();
  const takesInputs = name === "run" || name === "poll";
  if (!takesInputs && name !== "show" && name !== "list") {
    const { argChoices = [] } = command.registeredArguments[given.length] ?? {};
    return argChoices.map((choice) => [choice, ""]);
  }
  if (component === undefined) return components(dist);
  if (key === undefined) return name === "list" ? [] : entries(dist, component, name === "poll");
  return takesInputs ? inputs(dist, component, key, current) : [];
};

/** The words that are no flags and no values of flags; undefined when a value is what comes next. */
const operandsIn = ({ options }: Command, words: readonly string[]): string[] | undefined => {
  const found: string[] = [];
  let isValue = false;
  for (const word of words) {
    if (!isValue && !word.startsWith("-")) found.push(word);
    isValue = !isValue && options.some(({ required, long, short }) => required && [long, short].includes(word));
  }
  return isValue ? undefined : found;
};

/**
 * What the last of the words may be, which may be empty or unfinished; nothing where a file is meant. Throws a `UsageError`
 * when a word before it names nothing that exists.
 */
export const candidates = (program: Command, words: readonly string[], surroundings: Surroundings): Candidate[] => {
  const current = words.at(-1) ?? "";
  let command = program;
  let before = words.slice(0, -1);
  for (;;) {
    const next = command.commands.find((each) => each.name() === before[0]);
    if (!next) break;
    command = next;
    before = before.slice(1);
  }
  const given = operandsIn(command, before);
  if (!given) return [];
  const possible = current.startsWith("-")
    ? flags(command)
    : [...subcommands(command), ...operands(command, given, current, distOf({}, surroundings))];
  return possible.filter((each) => each[0].startsWith(current) && isPlain(each[0]));
};
