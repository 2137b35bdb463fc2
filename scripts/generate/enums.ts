import type { Description, Vendor } from "../../spec/description";
import { type Operation, operationsOf, referenced, type Schema, schemasOf } from "./description";

type Schemas = Record<string, Schema>;

const valuesOf = (schema: Schema, schemas: Schemas): unknown[] | undefined => {
  if (schema.$ref) return valuesOf(schemas[referenced(schema.$ref)] ?? {}, schemas);
  const inner = schema.items ? [schema.items] : (schema.oneOf ?? []);
  return schema.enum ?? schema["x-values"] ?? inner.map((each) => valuesOf(each, schemas)).find(Boolean);
};

/** Names that a note gives to numbers: `0 allow, 1 after confirmation; …`. */
const namesIn = (note = ""): Record<string, string> | undefined => {
  const [list = ""] = note.split(";");
  const named = list.split(", ").map((each) => /^(\d+) (.+)$/.exec(each));
  return named.includes(null) ? undefined : Object.fromEntries(named.map((match) => [match?.[1], match?.[2]]));
};

const namesOf = (schema: Schema, schemas: Schemas): Record<string, string> | undefined =>
  schema["x-permissions"] ?? (valuesOf(schema, schemas) && namesIn(schema["x-note"]));

/** Parameters as fields; the names of permissions stand at the body of a request. */
const fieldsOf = ({ parameters = [], requestBody = {} }: Operation): Schemas => ({
  ...Object.fromEntries(parameters.map(({ name, schema, ...rest }) => [name, { ...rest, ...schema }])),
  ...(requestBody["x-permissions"] ? { permissions: requestBody } : {}),
});

const constant = (name: string, comment: string, owners: [string, Schemas][], derive: (field: Schema) => unknown) => {
  const lines = owners.flatMap(([owner, fields]) => {
    const derived = Object.entries(fields).flatMap(([field, schema]) => {
      const value = derive(schema);
      return value ? [`${JSON.stringify(field)}: ${JSON.stringify(value)}`] : [];
    });
    return derived.length > 0 ? [`  ${JSON.stringify(owner)}: { ${derived.join(", ")} },`] : [];
  });
  return [`/** ${comment} */`, `export const ${name} = {`, ...lines, "} as const;", ""];
};

/** `<vendor>.enums.ts`: the values of enumerations and the names of those that are numbers, for the inputs' choices. */
export const enumsModule = (vendor: Vendor, description: Description): string => {
  const schemas = schemasOf(description);
  const owners: [string, Schemas][] = [
    ...Object.entries(schemas).map(([name, { properties = {} }]): [string, Schemas] => [name, properties]),
    ...operationsOf(vendor, description).map(([name, operation]): [string, Schemas] => [name, fieldsOf(operation)]),
  ];
  return [
    ...constant("enums", "Values by schema and field, and by operation and parameter.", owners, (field) =>
      valuesOf(field, schemas),
    ),
    ...constant("names", "What the numbers among them mean, where the description says it.", owners, (field) =>
      namesOf(field, schemas),
    ),
  ].join("\n");
};
