/** The page of a family: its actions, then its data sources. */
import type { Action, DataSource } from "../../engine/component";
import { introduced, placeOf } from "./entry";
import type { DescribedAction, Family } from "./families";
import type { Places } from "./inputs";
import { block, code, foldedJson, link, prose } from "./markdown";
import { needsOf, type RequirementOf } from "./needs";
import { outputOf } from "./output";

const schemaOf = ({ key, outputSchema }: Action) => {
  if (outputSchema?.type !== "actionOutput") throw new Error(`The action ${key} declares no output.`);
  return JSON.parse(outputSchema.schema);
};

/** A file has no example that can be read. */
const isShown = (example: unknown): boolean =>
  typeof example === "object" && example !== null && !Buffer.isBuffer(example);

const actionSection = (action: DescribedAction, places: Places, requirementOf: RequirementOf): string[] => {
  const example = action.examplePayload?.data;
  return [
    ...introduced(action, places, "###"),
    ...outputOf(schemaOf(action)),
    ...block(isShown(example) ? foldedJson("Example of the output", example) : []),
    ...block(needsOf(action, requirementOf)),
  ];
};

const elementsOf = ({ examplePayload }: DataSource) =>
  (examplePayload?.result ?? []) as readonly { key: string; label?: string }[];

const dataSourceSection = (dataSource: DataSource, places: Places): string[] => {
  const [element] = elementsOf(dataSource);
  const example = element ? [`An element: ${prose(element.label ?? element.key)} (${code(element.key)})`] : [];
  return [...introduced(dataSource, places, "###"), ...block(example)];
};

const titled = (title: string, sections: readonly string[][]): string[] =>
  sections.length > 0 ? [`## ${title}`, "", ...sections.flat()] : [];

/** A family's page, as Markdown. */
export const familyPage = (
  { title, actions, dataSources }: Family,
  places: Places,
  requirementOf: RequirementOf,
): string => {
  const contents = [...actions, ...dataSources].map((entry) => `- ${link(entry.display.label, placeOf("", entry))}`);
  return [
    `# ${title}`,
    "",
    "One family of the [reference](README.md). Every action and data source also takes a connection.",
    "",
    ...block(contents),
    ...titled(
      "Actions",
      actions.map((action) => actionSection(action, places, requirementOf)),
    ),
    ...titled(
      "Data sources",
      dataSources.map((dataSource) => dataSourceSection(dataSource, places)),
    ),
  ].join("\n");
};
