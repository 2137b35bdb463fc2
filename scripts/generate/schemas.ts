import type { Description, Vendor } from "../../spec/description";
import { type AnswerSchema, answerSchema, componentSchema } from "./answerSchema";
import { type Operation, operationsOf, schemasOf } from "./description";

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
