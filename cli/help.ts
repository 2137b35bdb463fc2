import type { Component, Input } from "../engine/component";
import { isConnection, isOnDeploy } from "../engine/params";
import type { KnownEntry } from "./listing";
import type { Style } from "./style";
import { quoted, section, wrap } from "./text";

const inputType = ({ type, collection }: Input): string => {
  if (type === "structuredObject") return "JSON object";
  if (collection === "valuelist") return `list of ${type}`;
  return collection === "keyvaluelist" ? "names and values" : type;
};

/** A value with its label, where that says more. */
const choice = ({ label, value }: { label: string; value: string }): string => {
  if (value.toLowerCase() === label.toLowerCase()) return value;
  return value !== "" && label.startsWith(`${value} (`) ? label : `${value || '""'} (${label})`;
};

const choicesOf = ({ model }: Input): string => (model?.length ? `Choices: ${model.map(choice).join(", ")}.` : "");

const sentence = (text: string): string => (text === "" || /[.!?]$/.test(text) ? text : `${text}.`);

/** The fields of a group, a line each. */
const fieldsOf = (input: Input, width: number, indent: string): string[] => {
  const { inputs: fields = [] } = input as { inputs?: Input[] };
  return fields.flatMap((field) =>
    wrap(`${field.key}: ${sentence(field.comments ?? field.label)} ${choicesOf(field)}`, width, `${indent}  `),
  );
};

/** How a text of several lines is given: as the content of a file. */
const fromFile = ({ key }: Input): string => `${key}=@${key}.csv`;

const describeInput = (component: string, input: Input, { width, bold, dim }: Style): string[] => {
  const { key, label, required, default: value, comments, dataSource, example } = input;
  const indent = "      ";
  const facts = [inputType(input), required ? "required" : "optional"];
  if (value !== undefined && value !== "") facts.push(`default ${JSON.stringify(value)}`);
  const texts = [
    sentence(comments ?? ""),
    choicesOf(input),
    input.type === "text" ? `From a file: ${fromFile(input)}` : "",
    dataSource ? `Values: npx remote-support run ${component} ${dataSource}` : "",
    example ? `Example: ${example}` : "",
  ];
  return [
    `  ${bold(key)}  (${label})`,
    `${indent}${dim(facts.join(", "))}`,
    ...texts.filter((text) => text !== "").flatMap((text) => wrap(text, width, indent)),
    ...fieldsOf(input, width, indent),
  ];
};

const safety = { SAFE: "reads only", NOT_ALLOWED: "can change something" } as const;

const exampleOf = (input: Input): string => {
  const { key, type, example, model } = input;
  return type === "text" ? fromFile(input) : `${key}=${example || model?.[0]?.value || "VALUE"}`;
};

/** Inputs as people want to read them: the required ones first. */
export const groupsOf = (inputs: readonly Input[]): Record<"required" | "optional" | "initialSync", Input[]> => {
  const own = inputs.filter((input) => !isConnection(input));
  return {
    required: own.filter((input) => input.required && !isOnDeploy(input)),
    optional: own.filter((input) => !input.required && !isOnDeploy(input)),
    initialSync: own.filter(isOnDeploy),
  };
};

const warningOf = ({ facts: { irreversible } }: KnownEntry): string | undefined => {
  if (!irreversible) return undefined;
  return irreversible === true ? "This cannot be undone." : `This cannot be undone ${irreversible}.`;
};

const askedFor = "It asks for the name of what is destroyed before it runs, unless --yes is given.";

/** A command on as many lines as it needs, as a shell takes them. */
const callLines = (words: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 3 <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${lines.length > 0 ? "    " : "  "}${word}`);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
};

/** What an action, a data source or a trigger does, what it needs, and every input that it takes. */
export const entryHelp = ({ key: component }: Component, known: KnownEntry, style: Style): string => {
  const { width, bold, dim, yellow } = style;
  const { kind, definition } = known.entry;
  const { key, display, inputs, performSafety } = definition;
  const { required, optional, initialSync } = groupsOf(inputs);
  const describe = (some: readonly Input[]) => some.flatMap((input) => describeInput(component, input, style));
  const warning = warningOf(known);
  const needs = known.facts.needs.map(([need, values]) => `${need}: ${values.join("; ")}`);
  const more = optional.length + initialSync.length > 0 ? ["[INPUT=VALUE ...]"] : [];
  const command = kind === "trigger" ? "poll" : "run";
  const call = ["npx remote-support", command, component, key, ...required.map(exampleOf).map(quoted), ...more];
  return [
    bold(display.label),
    ...wrap(`${kind} ${component} ${key}${performSafety ? `, ${safety[performSafety]}` : ""}`, width).map(dim),
    "",
    ...wrap(display.description, width),
    ...(warning ? ["", ...wrap(`${warning} ${askedFor}`, width).map(yellow)] : []),
    ...section(
      bold("Needs:"),
      needs.flatMap((need) => wrap(need, width, "  ")),
    ),
    ...section(bold("Usage:"), callLines(call, width)),
    ...section(bold("Required inputs:"), describe(required)),
    ...section(bold("Optional inputs:"), describe(optional)),
    ...section(bold("Inputs of the initial sync, with --initial-sync:"), describe(initialSync)),
    ...(inputs.some(isConnection)
      ? ["", ...wrap("Runs on --connection, PRISMATIC_CONNECTION_VALUE or a sandbox.", width)]
      : []),
  ].join("\n");
};
