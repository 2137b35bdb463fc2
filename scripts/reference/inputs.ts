/** What an action, a data source, a trigger or a connection takes, as a table. */
import type { Input } from "../../engine/component";
import { block, code, foldedJson, prose, table } from "./markdown";

/** Where a data source stands, by its key. */
export type Places = ReadonlyMap<string, string>;

const kinds: Record<string, { one: string; several: string }> = {
  string: { one: "text", several: "texts" },
  text: { one: "text of several lines", several: "texts of several lines" },
  password: { one: "password", several: "passwords" },
  boolean: { one: "on or off", several: "on or off values" },
  timestamp: { one: "date and time", several: "dates and times" },
  data: { one: "file", several: "files" },
  code: { one: "code", several: "pieces of code" },
  structuredObject: { one: "group of fields", several: "groups of fields" },
};

const chosen = { one: "choice", several: "choices" };

const kindOf = ({ type, language, collection, model }: Input): string => {
  const { one, several } = model ? chosen : (kinds[type] ?? { one: type, several: type });
  if (collection === "keyvaluelist") return `list of names and ${type === "string" ? "values" : several}`;
  if (collection === "valuelist") return `list of ${several}`;
  return language === "json" ? "JSON" : one;
};

type Choice = NonNullable<Input["model"]>[number];

/** What stands behind the value in every label alike, such as "(no published name)". */
const commonRemark = (choices: readonly Choice[]): string | undefined => {
  const [first, ...others] = choices.map(
    ({ label, value }) => label.startsWith(`${value} `) && label.slice(value.length),
  );
  return first && others.length > 0 && others.every((remark) => remark === first) ? first : undefined;
};

const choice = ({ label, value }: Choice): string =>
  label === value ? code(value) : `${prose(label)} (${code(value)})`;

const foldedFrom = 13;

/** The choices with their labels; a long list is folded. */
export const choicesOf = (choices: readonly Choice[] = []): string => {
  if (choices.length === 0) return "";
  const remark = commonRemark(choices);
  const all =
    remark === undefined
      ? choices.map(choice).join(", ")
      : `${choices.map(({ value }) => code(value)).join(", ")}${prose(remark)}`;
  return choices.length < foldedFrom
    ? `Choices: ${all}.`
    : `<details><summary>${choices.length} choices</summary>${all}</details>`;
};

const typeOf = (input: Input, places: Places): string => {
  const { dataSource } = input;
  if (dataSource === undefined) return kindOf(input);
  const place = places.get(dataSource);
  return `${kindOf(input)}, dropdown ${place ? `[${code(dataSource)}](${place})` : code(dataSource)}`;
};

const defaultOf = ({ default: value }: Input): string => {
  if (value === undefined || value === null || value === "") return "";
  return code(typeof value === "string" ? value : JSON.stringify(value));
};

const remarksOf = ({ comments = "", model, shown, scope }: Input): string =>
  [
    scope === "ON_DEPLOY" ? "Initial sync only." : "",
    prose(comments),
    choicesOf(model),
    shown === false ? "Hidden by default." : "",
  ]
    .filter(Boolean)
    .join(" ");

/** The inputs, each group of fields followed by its fields as `group.field`. */
const flattened = (inputs: readonly Input[], within = ""): Input[] =>
  inputs.flatMap((input) => {
    const key = `${within}${input.key}`;
    return [{ ...input, key }, ...flattened(input.inputs ?? [], `${key}.`)];
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const jsonExamples = (inputs: readonly Input[]): string[] =>
  inputs.flatMap(({ key, language, example }) => {
    const value = language === "json" && example ? parsed(example) : undefined;
    return value === undefined ? [] : block(foldedJson(`Example of <code>${key}</code>`, value));
  });

const columns = ["key", "label", "type", "required", "default", "what it is"];

/** What is taken beside the connection: a table, and the examples of what is taken as JSON, an empty line behind each. */
export const inputsOf = (all: readonly Input[], places: Places): string[] => {
  const inputs = flattened(all.filter(({ type }) => type !== "connection"));
  const rows = inputs.map((input) => [
    code(input.key),
    prose(input.label),
    typeOf(input, places),
    input.required ? "yes" : "",
    defaultOf(input),
    remarksOf(input),
  ]);
  return [...block(table(columns, rows)), ...jsonExamples(inputs)];
};
