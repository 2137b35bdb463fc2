import { parseJson } from "../../../engine/files";
import { type Components, findPart } from "./components";
import type { ConfigVar } from "./format";

type Schema = Record<string, unknown>;

/** A value of a payload's schema: the first example of each field. Undefined where the schema shows none. */
export const exampleOf = (schema: Schema): unknown => {
  const {
    examples,
    type,
    properties,
    items,
    enum: choices,
  } = schema as {
    examples?: unknown[];
    type?: string;
    properties?: Record<string, Schema>;
    items?: Schema;
    enum?: unknown[];
  };
  if (examples) return examples[0];
  if (choices) return choices[0];
  if (type === "array") return items ? [exampleOf(items)] : undefined;
  if (type !== "object") return undefined;
  return Object.fromEntries(Object.entries(properties ?? {}).map(([name, field]) => [name, exampleOf(field)]));
};

/** The fields of a payload's schema that show no example. */
export const fieldsWithoutExample = (schema: Schema, path = ""): string[] => {
  const { examples, type, properties, items } = schema as {
    examples?: unknown[];
    type?: string;
    properties?: Record<string, Schema>;
    items?: Schema;
  };
  if (examples || schema.enum) return [];
  if (type === "array" && items) return fieldsWithoutExample(items, `${path}.0`);
  if (type !== "object" || !properties) return [path];
  return Object.entries(properties).flatMap(([name, field]) =>
    fieldsWithoutExample(field, path === "" ? name : `${path}.${name}`),
  );
};

const scalars: Record<string, unknown> = {
  boolean: false,
  number: 1,
  date: "2026-03-31",
  timestamp: "2026-03-31T13:05:00Z",
};

const firstChoice = ({ dataSource, pickList }: ConfigVar, components: Components): unknown => {
  if (pickList) return pickList[0];
  const found = dataSource && findPart(components, "dataSources", dataSource);
  const elements = found && "part" in found ? found.part.output.example : undefined;
  return Array.isArray(elements) ? elements[0]?.key : undefined;
};

/** The value that a config variable has in a flow before anybody has filled it in: its default, or an example. */
export const exampleOfConfigVar = (configVar: ConfigVar, components: Components): unknown => {
  const { dataType, collectionType, defaultValue } = configVar;
  if (dataType === "connection") return { key: configVar.connection?.key, fields: {}, token: {} };
  if (collectionType || dataType === "jsonForm") return parseJson(defaultValue ?? "") ?? [];
  if (dataType === "boolean") return defaultValue === "true";
  return defaultValue || (firstChoice(configVar, components) ?? scalars[dataType] ?? "");
};
