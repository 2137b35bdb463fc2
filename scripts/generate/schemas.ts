import { allowsNull, type Description, type Vendor } from "../../spec/load";
import { type Operation, operationsOf, referenced, type Schema, schemasOf } from "./description";

/** JSON Schema draft 7, in which a component schema is referred to by its bare name. */
type AnswerSchema = Record<string, unknown>;

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

const answerSchema = (schema: Schema): AnswerSchema => (allowsNull(schema) ? orNull(shapeOf(schema)) : shapeOf(schema));

const answerSchemas = (properties: Record<string, Schema>): Record<string, AnswerSchema> =>
  Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => {
      const answered = answerSchema(schema);
      return [field, isPageToken(field) && !allowsNull(schema) ? orNull(answered) : answered];
    }),
  );

/** The vendor's wrappers around values that can be missing. */
const isNullable = (name: string) => name.startsWith("NullableOf");

const componentSchema = (name: string, schema: Schema) =>
  isNullable(name) ? orNull(answerSchema(schema)) : answerSchema(schema);

/** What describes the body of a success; none when there is no body. */
const bodyOf = ({ responses }: Operation): AnswerSchema | undefined => {
  const [body] = ["200", "201", "202"].flatMap((status) => Object.values(responses[status]?.content ?? {}));
  if (body) return answerSchema(body.schema);
  return responses["204"] ? undefined : {};
};

const referencesIn = (schema: unknown): string[] =>
  [...JSON.stringify(schema).matchAll(/\{"\$ref":"([^"]+)"\}/g)].map(([, name = ""]) => name);

const withReferences = (names: string[], schemas: Record<string, AnswerSchema>): Set<string> => {
  const found = new Set(names);
  for (const name of found) for (const inner of referencesIn(schemas[name])) found.add(inner);
  return found;
};

const literal = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

const lines = (entries: [key: string, text: string][]) =>
  entries.map(([key, text]) => `    ${JSON.stringify(key)}: ${literal(text)},`);

const operationText = (body: AnswerSchema | undefined): string =>
  typeof body?.$ref === "string" ? body.$ref : body ? JSON.stringify(body) : "";

/** `<vendor>.schemas.ts`: what the answers hold, as the texts that `src/platform/outputSchema.ts` puts together. */
export const schemasModule = (vendor: Vendor, description: Description): string => {
  const schemas = Object.fromEntries(
    Object.entries(schemasOf(description)).map(([name, schema]) => [name, componentSchema(name, schema)]),
  );
  const bodies = operationsOf(vendor, description).map(([name, operation]) => [name, bodyOf(operation)] as const);
  const reachable = withReferences(
    bodies.flatMap(([, body]) => (body ? referencesIn(body) : [])),
    schemas,
  );
  return [
    "export const schemas = {",
    "  /** JSON Schemas of what the answers hold; they refer to each other by name. */",
    "  components: {",
    ...lines([...reachable].map((name) => [name, JSON.stringify(schemas[name])])),
    "  },",
    "  /** For each operation a component's name, a schema of its own, or nothing where no body is answered. */",
    "  operations: {",
    ...lines(bodies.map(([name, body]) => [name, operationText(body)])),
    "  },",
    "};",
    "",
  ].join("\n");
};
