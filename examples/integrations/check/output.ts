import { isRecord } from "../../../engine/json";

/** What a step gives to the steps after it: described by a JSON schema, shown by an example, or unknown. */
export interface Output {
  schema?: Schema;
  example?: unknown;
  /** Nothing is known, and the reason is told already, or is that a list of the examples has no items. */
  isMissing?: true;
}

type Schema = Record<string, unknown>;

const records = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const variants = ({ anyOf, oneOf, allOf }: Schema): Schema[] => [anyOf, oneOf, allOf].flatMap(records);

const property = (schema: Schema, name: string): Schema | undefined => {
  const { properties, additionalProperties } = schema;
  const own = isRecord(properties) ? properties[name] : undefined;
  if (isRecord(own)) return own;
  if (isRecord(additionalProperties)) return additionalProperties;
  return properties === undefined && schema.type === "object" ? {} : undefined;
};

const isIndex = (segment: string): boolean => /^\d+$/.test(segment);

const schemaStep = (schema: Schema, segment: string): Schema | undefined => {
  if (Object.keys(schema).length === 0) return schema;
  const { items } = schema;
  const own = isIndex(segment) && isRecord(items) ? items : property(schema, segment);
  return (
    own ??
    variants(schema)
      .map((variant) => schemaStep(variant, segment))
      .find((found) => found !== undefined)
  );
};

const exampleStep = (example: unknown, segment: string): unknown => {
  if (Array.isArray(example)) return isIndex(segment) ? (example[Number(segment)] ?? example[0]) : undefined;
  return isRecord(example) ? example[segment] : undefined;
};

const fieldsOfSchema = (schema: Schema): string[] => [
  ...(isRecord(schema.properties) ? Object.keys(schema.properties) : []),
  ...variants(schema).flatMap(fieldsOfSchema),
];

/** The fields that an output is known to have. */
export const fieldsOf = ({ schema, example }: Output): string[] => [
  ...new Set([...(schema ? fieldsOfSchema(schema) : []), ...(isRecord(example) ? Object.keys(example) : [])]),
];

export const isUnknown = ({ schema, example }: Output): boolean => schema === undefined && example === undefined;

/** What an output has at a path, or undefined when it has nothing there. What is unknown may have everything. */
export const outputAt = (output: Output, path: readonly string[]): Output | undefined => {
  if (isUnknown(output)) return output;
  const [segment, ...rest] = path;
  if (segment === undefined) return output;
  const schema = output.schema && schemaStep(output.schema, segment);
  const example = exampleStep(output.example, segment);
  if (schema === undefined && example === undefined) return undefined;
  return outputAt({ schema, example }, rest);
};

const typesOf = ({ type }: Schema): unknown[] => (Array.isArray(type) ? type : [type]);

/** The items of an output that is a list; undefined when it is known to be none. */
export const itemsOf = ({ schema, example }: Output): Output | undefined => {
  if (isUnknown({ schema, example })) return {};
  const isList = Array.isArray(example) || (schema && typesOf(schema).includes("array"));
  if (!isList && !(schema && Object.keys(schema).length === 0)) return undefined;
  const items = schema && isRecord(schema.items) ? schema.items : undefined;
  return { schema: items, example: Array.isArray(example) ? example[0] : undefined };
};
