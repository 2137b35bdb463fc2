import { allowsNull } from "../../spec/description";
import { referenced, type Schema } from "./description";

/** JSON Schema draft 7, in which a component schema is referred to by its bare name. */
export type AnswerSchema = Record<string, unknown>;

/** Only what tells a reader more than the type does; whatever may be stricter than the server is left out. */
const formats: Record<string, AnswerSchema> = {
  "date-time": { format: "date-time" },
  byte: { contentEncoding: "base64" },
};

/** What leads to the next page is null after the last one in some answers and missing in others. */
const isPageToken = (field: string) => /^(((current|next)pagination|continuation)_?token|next_offset)$/i.test(field);

const anyOf = (alternatives: AnswerSchema[]): AnswerSchema =>
  alternatives.every((each) => Object.keys(each).join() === "type")
    ? { type: [...new Set(alternatives.flatMap(({ type }) => type))] }
    : { anyOf: alternatives };

const orNull = (schema: AnswerSchema): AnswerSchema => {
  if (Object.keys(schema).length === 0) return schema;
  const { type, anyOf: alternatives = [schema] } = schema as { type?: unknown; anyOf?: AnswerSchema[] };
  if (!type) return anyOf([...alternatives, { type: "null" }]);
  return {
    ...schema,
    type: [type, "null"].flat(),
    ...(Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}),
  };
};

const objectSchema = ({ properties, required, additionalProperties }: Schema): AnswerSchema => {
  // A bare `object` is the vendor's word for a value of any kind.
  if (!properties && !additionalProperties) return {};
  return {
    type: "object",
    ...(properties ? { properties: answerSchemas(properties) } : {}),
    ...(required ? { required } : {}),
    ...(typeof additionalProperties === "object" ? { additionalProperties: answerSchema(additionalProperties) } : {}),
  };
};

const shapeOf = (schema: Schema): AnswerSchema => {
  if (schema.$ref) return { $ref: referenced(schema.$ref) };
  if (schema.oneOf) return anyOf(schema.oneOf.map(answerSchema));
  const { type, format = "", enum: values, items = {} } = schema;
  if (!type) return {};
  if (type === "object") return objectSchema(schema);
  if (type === "array") return { type, items: answerSchema(items) };
  if (type === "string") return { type, ...formats[format], ...(values ? { enum: values } : {}) };
  // Enumerated numbers come as words in some answers.
  return values ? { type: [type, "string"] } : { type };
};

const nullable = (schema: Schema): Schema => ({ ...schema, nullable: true });

const answerSchemas = (properties: Record<string, Schema>): Record<string, AnswerSchema> =>
  Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => [
      field,
      answerSchema(isPageToken(field) ? nullable(schema) : schema),
    ]),
  );

/** What a schema of a description says of an answer: nothing that the server might not keep to. */
export const answerSchema = (schema: Schema): AnswerSchema =>
  allowsNull(schema) ? orNull(shapeOf(schema)) : shapeOf(schema);

/** The same for a component schema, of which the vendor names some as wrappers of what can be missing. */
export const componentSchema = (name: string, schema: Schema): AnswerSchema =>
  answerSchema(name.startsWith("NullableOf") ? nullable(schema) : schema);
