/** Writes `docs/reference/<component>.md` from the built components: what each offers, for a builder to look up. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builtComponents, type Component, type Input, loadComponent } from "../cli/component";

const root = path.join(__dirname, "..");
const dist = path.join(root, "dist");

interface Entry {
  key: string;
  display: { label: string; description: string };
  inputs: Input[];
}

const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

const typeOf = ({ type, model, dataSource }: Input): string => {
  if (model) return model.map(({ value }) => `\`${value}\``).join(", ");
  return dataSource ? `${type}, dropdown \`${dataSource}\`` : type;
};

const noteOf = ({ comments = "", required, shown, scope }: Input): string =>
  [
    required ? "**Required.**" : "",
    scope === "ON_DEPLOY" ? "Initial sync only." : "",
    comments,
    shown === false ? "Hidden by default." : "",
  ]
    .filter(Boolean)
    .join(" ");

const inputTable = (inputs: Input[]): string[] => {
  const shown = inputs.filter(({ type }) => type !== "connection");
  if (shown.length === 0) return [];
  const rows = shown.map(
    (input) => `| \`${input.key}\` | ${cell(input.label)} | ${cell(typeOf(input))} | ${cell(noteOf(input))} |`,
  );
  return ["| key | label | type | what it is |", "|---|---|---|---|", ...rows, ""];
};

const section = (entry: Entry): string[] => [
  `### ${entry.display.label} (\`${entry.key}\`)`,
  "",
  `${entry.display.description.replace(/\.$/, "")}.`,
  "",
  ...inputTable(entry.inputs),
];

const sections = (title: string, entries: Entry[]): string[] =>
  entries.length === 0 ? [] : [`## ${title}`, "", ...entries.flatMap(section)];

/** The reference page of a component, as Markdown. */
export const referenceOf = (component: Component): string => {
  const connections = component.connections.map(({ label, comments, ...rest }) => ({
    ...rest,
    display: { label, description: comments ?? "" },
  }));
  return [
    `# ${component.display.label}: reference`,
    "",
    `Generated from the built component by \`npm run docs\`. Every action, data source and trigger also takes a connection.`,
    "",
    ...sections("Connections", connections as Entry[]),
    ...sections("Actions", Object.values(component.actions) as Entry[]),
    ...sections("Data sources", Object.values(component.dataSources) as Entry[]),
    ...sections("Triggers", Object.values(component.triggers) as Entry[]),
  ].join("\n");
};

if (require.main === module) {
  const target = path.join(root, "docs", "reference");
  mkdirSync(target, { recursive: true });
  for (const key of builtComponents(dist)) {
    writeFileSync(path.join(target, `${key}.md`), referenceOf(loadComponent(dist, key)));
  }
}
