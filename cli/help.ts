import type { Component, Entry, Input } from "../engine/component";
import { entriesOf } from "../engine/component";
import { isOnDeploy } from "../engine/params";

const width = 100;

const wrap = (text: string, indent: string): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
};

const table = (rows: readonly (readonly [string, string])[]): string[] => {
  const column = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(column)}  ${text}`.trimEnd());
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ["", `${title}:`, ...lines] : [];

const text = (lines: readonly string[]): string => lines.join("\n");

const flags = [
  ["--connection FILE", 'connection as JSON: {"key": "…", "fields": {…}, "token": {…}}'],
  ["--company", "use the sandbox with its token of company level"],
  ["--debug", "run in debug mode: all logs, and the stack trace of an error"],
  ["--quiet", "write no logs; errors are still written"],
  ["--dist DIR", "folder with the built components; default: dist"],
  ["-h, --help", "show this help, or that of an action, a data source or a trigger"],
] as const;

const triggerFlags = [
  ["--polls N", "perform N polls, default 1, keeping the state between them; the sandbox does not stand still"],
  ["--every SECONDS", "wait between polls; without --polls, poll until interrupted"],
  ["--state FILE", "load the state from the file and save it there after each poll"],
  [
    "--initial-sync",
    "run the sync of a first deployment, with its own inputs; polls follow only with --polls or --every",
  ],
  ["--batches", "show the items of batches, where a trigger leaves it to the flow whether it has any"],
] as const;

/** How to use the command, with the components that are built. */
export const usage = (components: readonly string[]): string =>
  text([
    "Run one action, data source or trigger of a built component and print its result as JSON.",
    "",
    "Usage:",
    "  npm run action -- COMPONENT                                list what the component has",
    "  npm run action -- COMPONENT KEY --help                     show what an entry takes",
    "  npm run action -- COMPONENT KEY [INPUT=VALUE ...] [FLAGS]  run it",
    ...section(
      "Components",
      components.length > 0 ? components.map((key) => `  ${key}`) : ['  none; run "npm run build"'],
    ),
    ...section("Values", [
      "  name=text                 the text as it is; quote it if it has spaces",
      "  name=@file                the content of a file, or of stdin for @-; @@ for a text that starts with @",
      "  queryParams=a=1&b=2       names and values, percent-decoded, or JSON; a value may be @file",
      '  tags=x tags=y             a list, or JSON: tags=\'["x", "y"]\'',
      "  The defaults of inputs that are left out are those of the platform.",
    ]),
    ...section("Connection", [
      "  --connection FILE, else the variable PRISMATIC_CONNECTION_VALUE, which prism sets:",
      "    prism components:dev:run -i INTEGRATION -c CONNECTION -- npm run action -- teamviewer listDevices",
      "  else the component's local sandbox, started for this run.",
    ]),
    ...section("Flags", table(flags)),
    ...section("Flags of triggers", table(triggerFlags)),
    ...section("Output", [
      "  The result goes to stdout as JSON, logs and errors to stderr. The exit code is 1 after an error.",
      "  A trigger prints one JSON document per poll, or per page when it is batched; jq -s makes a list of them.",
      '  Binary data is printed as {"base64": "…"}, with the content type of the result where it has one.',
      "  Passwords, tokens and secrets of the connection are replaced by [redacted] wherever they occur.",
      "  Use npm run -s action -- … | jq, because npm prints a header without -s.",
    ]),
  ]);

const titles = { action: "Actions", "data source": "Data sources", trigger: "Triggers" } as const;

/** The keys of a component's actions, data sources, triggers and connections, with their labels. */
export const listing = (component: Component): string => {
  const entries = entriesOf(component);
  const rows = (kind: Entry["kind"]) =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ definition: { key, display } }) => [key, display.label] as const)
      .sort(([a], [b]) => a.localeCompare(b));
  return text([
    `${component.display.label}: ${component.display.description}`,
    ...Object.entries(titles).flatMap(([kind, title]) => section(title, table(rows(kind as Entry["kind"])))),
    ...section("Connections", table(component.connections.map(({ key, label }) => [key, label]))),
    "",
    `Run "npm run action -- ${component.key} KEY --help" to see what an entry takes.`,
  ]);
};

const inputType = ({ type, collection }: Input): string => {
  if (type === "structuredObject") return "JSON object";
  if (collection === "valuelist") return `list of ${type}`;
  return collection === "keyvaluelist" ? "names and values" : type;
};

/** A number is shown with the name that it stands for. */
const choice = ({ label, value }: { label: string; value: string }): string =>
  /^-?\d+$/.test(value) && !label.startsWith(value) ? `${value} (${label})` : value || '""';

/** The fields of a group, a line each. */
const fieldsOf = (input: Input, indent: string): string[] => {
  const { inputs: fields = [] } = input as { inputs?: Input[] };
  return fields.flatMap((field) => {
    const choices = field.model?.length ? ` Choices: ${field.model.map(choice).join(", ")}.` : "";
    return wrap(`${field.key}: ${field.comments ?? field.label}${choices}`, `${indent}  `);
  });
};

/** How a text of several lines is given: as the content of a file. */
const fromFile = ({ key }: Input): string => `${key}=@${key}.csv`;

const describeInput = (input: Input): string[] => {
  const { key, label, required, default: value, model, comments, dataSource, example } = input;
  const indent = "      ";
  const facts = [inputType(input), required ? "required" : "optional"];
  if (value !== undefined && value !== "") facts.push(`default ${JSON.stringify(value)}`);
  return [
    `  ${key}  (${label})`,
    `${indent}${facts.join(", ")}`,
    ...(model?.length ? wrap(`Choices: ${model.map(choice).join(", ")}`, indent) : []),
    ...(input.type === "connection"
      ? [`${indent}Filled by --connection, PRISMATIC_CONNECTION_VALUE or the sandbox.`]
      : []),
    ...(comments ? wrap(comments, indent) : []),
    ...fieldsOf(input, indent),
    ...(dataSource ? [`${indent}Values: npm run action -- COMPONENT ${dataSource}`] : []),
    ...(input.type === "text" ? [`${indent}From a file: ${fromFile(input)}`] : []),
    ...(example ? wrap(`Example: ${example}`, indent) : []),
  ];
};

const safety = { SAFE: "Reads only.", NOT_ALLOWED: "Changes or deletes something." } as const;

const exampleOf = (input: Input): string => {
  const { key, type, example, model } = input;
  return type === "text" ? fromFile(input) : `${key}=${example ?? model?.[0]?.value ?? "VALUE"}`;
};

const quoted = (argument: string): string =>
  /^[\w=.,:/@-]*$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;

/** What an action, a data source or a trigger does and every input that it takes. */
export const entryHelp = ({ key: component }: Component, { kind, definition }: Entry): string => {
  const { key, display, inputs, performSafety } = definition;
  const own = inputs.filter((input) => input.type !== "connection");
  const required = own.filter((input) => input.required && !isOnDeploy(input));
  const describe = (some: readonly Input[]) =>
    some.flatMap(describeInput).map((line) => line.replace("-- COMPONENT", `-- ${component}`));
  const optional = own.length > required.length ? ["[INPUT=VALUE ...]"] : [];
  return text([
    `${display.label} (${kind} ${component} ${key})`,
    ...wrap(display.description, ""),
    ...(performSafety ? [safety[performSafety]] : []),
    "",
    "Usage:",
    `  npm run action -- ${[component, key, ...required.map(exampleOf).map(quoted), ...optional].join(" ")}`,
    ...section("Inputs", describe(inputs.filter((input) => !isOnDeploy(input)))),
    ...section("Inputs of the initial sync, with --initial-sync", describe(inputs.filter(isOnDeploy))),
    ...(kind === "trigger" ? section("Flags of triggers", table(triggerFlags)) : []),
  ]);
};
