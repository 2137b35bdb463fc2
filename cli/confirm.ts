import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { Action, Component, ConnectionValue, Input } from "../engine/component";
import { fillParams, type Params, withConnection } from "../engine/params";
import { perform } from "../engine/perform";
import { UsageError } from "../engine/usageError";
import type { KnownEntry } from "./listing";
import type { Surroundings } from "./surroundings";

/** The input that says what is destroyed: the last required one that holds an ID or a name. */
const subjectOf = (inputs: readonly Input[]): Input | undefined =>
  inputs
    .filter(
      ({ required, type, label, dataSource }) =>
        required && type === "string" && (dataSource || /\b(ID|Name)$/.test(label)),
    )
    .at(-1);

interface Destruction {
  component: Component;
  known: KnownEntry;
  action: Action;
  params: Params;
  connection?: ConnectionValue;
}

const isElement = (value: unknown): value is { key: string; label: string } =>
  typeof value === "object" && value !== null && "key" in value && "label" in value;

/** The name that the dropdown of the input shows for its value; undefined where it cannot be found. */
const labelOf = async (
  { component, params, connection }: Destruction,
  input: Input,
  { secrets, output }: Surroundings,
): Promise<string | undefined> => {
  const definition = component.dataSources[input.dataSource ?? ""];
  if (!definition) return undefined;
  const keys = definition.inputs.map(({ key }) => key).filter((key) => key in params && key !== "connection");
  const given = new Map(keys.map((key) => [key, params[key]]));
  try {
    const own = fillParams(definition.inputs, given, { initialSync: false, secrets });
    const filled = withConnection(definition.inputs, own, connection);
    const quiet = { logger: output.logger, debug: false };
    const elements = await perform({ kind: "data source", definition }, filled, quiet);
    const found = Array.isArray(elements) ? elements.filter(isElement) : [];
    return found.find(({ key }) => key === params[input.key])?.label;
  } catch {
    // The question can be asked with the ID as well.
    return undefined;
  }
};

/** What to type, the first of them being what is asked for. */
const namesOf = async (destruction: Destruction, surroundings: Surroundings): Promise<[string, ...string[]]> => {
  const { action, params } = destruction;
  const input = subjectOf(action.inputs);
  const value = input && String(params[input.key] ?? "").trim();
  if (!input || !value) return [action.display.label];
  const label = await labelOf(destruction, input, surroundings);
  return label ? [label, value] : [value];
};

const ask = async (question: string, { stdin, stderr }: Surroundings): Promise<string> => {
  // Without a terminal mode of its own, Ctrl-C stays the signal that ends the command.
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  try {
    const answer = await Promise.race([lines.question(question), once(lines, "close")]);
    if (typeof answer === "string") return answer;
    // Ctrl-D leaves the cursor behind the question.
    stderr.write("\n");
    return "";
  } finally {
    lines.close();
  }
};

const statement = ({ facts: { irreversible }, entry }: KnownEntry): string =>
  `${entry.definition.display.label} cannot be undone${irreversible === true ? "" : ` ${irreversible}`}`;

/** Refuses what would have to be asked where there is nobody to answer. Throws a `UsageError`. */
export const requireTerminal = (known: KnownEntry, { stdin, stderr }: Surroundings): void => {
  if (stdin.isTTY && stderr.isTTY) return;
  throw new UsageError(`${statement(known)}, and there is no terminal to ask on. Add --yes to do it all the same.`);
};

/** Asks for the name of what is destroyed. Throws a `UsageError` when another one is given. */
export const confirm = async (destruction: Destruction, surroundings: Surroundings): Promise<void> => {
  const { output } = surroundings;
  const names = await namesOf(destruction, surroundings);
  const [name, id] = names;
  output.error(
    output.errorStyle.yellow(`${statement(destruction.known)}. It destroys: ${name}${id ? ` (${id})` : ""}`),
  );
  const answer = await ask(`Type ${id ? "that name or the ID" : name} to go on: `, surroundings);
  if (!names.includes(answer.trim())) throw new UsageError("That is another name, so that nothing was done.");
};
