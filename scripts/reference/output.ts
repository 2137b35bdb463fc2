/** What an action answers, told from its output schema. */
import { block, code, folded } from "./markdown";

/** The part of JSON Schema that output schemas use. */
interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  contentEncoding?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
}

const names: Record<string, [one: string, several: string]> = {
  string: ["text", "texts"],
  integer: ["whole number", "whole numbers"],
  number: ["number", "numbers"],
  boolean: ["boolean", "booleans"],
  object: ["object", "objects"],
  array: ["list", "lists"],
  null: ["null", "null"],
};

const valuesOf = ({ additionalProperties: values }: Schema): Schema | undefined =>
  typeof values === "object" ? values : undefined;

const wordOf = (type: string, schema: Schema, several: boolean): string => {
  const { format, contentEncoding, items } = schema;
  const values = valuesOf(schema);
  const [one, many] = names[type] ?? [type, type];
  const word = several ? many : one;
  if (type === "array" && items) return `${word} of ${kindOf(items, true)}`;
  if (type === "object" && values) return `${word} of ${kindOf(values, true)} by name`;
  if (type === "string" && format === "date-time") return several ? "dates and times" : "date and time";
  if (type === "string" && contentEncoding) return several ? "files" : "file";
  return word;
};

/** The type in words, of one value or of several. */
export const kindOf = (schema: Schema, several = false): string => {
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(" or ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map((each) => kindOf(each, several)))].join(" or ");
  if (schema.type === undefined) return schema.properties ? wordOf("object", schema, several) : "anything";
  return [schema.type]
    .flat()
    .map((type) => wordOf(type, schema, several))
    .join(" or ");
};

/** The fields of an object, of the objects of a list, or of any of several forms. */
const fieldsOf = (schema: Schema): [string, Schema][] => {
  const inner = [schema.items, valuesOf(schema), ...(schema.anyOf ?? [])].filter((each) => each !== undefined);
  return [...Object.entries(schema.properties ?? {}), ...inner.flatMap(fieldsOf)];
};

/** Fields from this level on are folded. */
const foldedFrom = 3;

const counted = (count: number): string => (count === 1 ? "1 field" : `${count} fields`);

/** The fields as a nested list, deep ones folded. */
export const fieldList = (schema: Schema, level = 1): string[] =>
  fieldsOf(schema).flatMap(([name, field]) => {
    const lines = fieldList(field, level + 1);
    const inner = lines.length > 0 && level + 1 >= foldedFrom ? folded(counted(fieldsOf(field).length), lines) : lines;
    return [`- ${code(name)}: ${kindOf(field)}`, ...inner.map((line) => (line ? `  ${line}` : line))];
  });

/** The output as a paragraph and the list of its fields, an empty line behind each. */
export const outputOf = (schema: Schema): string[] => [
  ...block([`**Output:** ${kindOf(schema)}`]),
  ...block(fieldList(schema)),
];
