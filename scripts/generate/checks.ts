import Ajv, { type AnySchemaObject } from "ajv";
import standaloneCode from "ajv/dist/standalone";
import { allowsNull, type Description, type Vendor } from "../../spec/description";
import { operationsOf, referenced, type Schema, schemasOf } from "./description";

/** Forms that a format of the description stands for. The largest and least whole numbers are those of its integers. */
const formats: Record<string, AnySchemaObject> = {
  uuid: { pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$" },
  "date-time": { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$" },
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
};

/** A bare `object` is the vendor's word for a value of any kind. */
const isAnything = ({ type, properties, additionalProperties, oneOf, $ref }: Schema) =>
  !$ref && !oneOf && (!type || (type === "object" && !properties && !additionalProperties));

const checksOf = (schemas: Record<string, Schema>): Record<string, AnySchemaObject> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, checkOf(schema)]));

const objectCheck = ({ properties = {}, required, additionalProperties }: Schema): AnySchemaObject => ({
  type: "object",
  properties: checksOf(properties),
  ...(required && { required }),
  additionalProperties: typeof additionalProperties === "object" ? checkOf(additionalProperties) : false,
});

const listCheck = ({ items = {}, maxItems, "x-values": values }: Schema): AnySchemaObject => ({
  type: "array",
  items: values ? { ...checkOf(items), enum: values } : checkOf(items),
  ...(maxItems !== undefined && { maxItems }),
});

const shapeOf = (schema: Schema): AnySchemaObject => {
  if (schema.$ref) return { $ref: referenced(schema.$ref) };
  if (schema.oneOf) return { anyOf: schema.oneOf.map(checkOf) };
  if (schema.type === "object") return objectCheck(schema);
  if (schema.type === "array") return listCheck(schema);
  const { type, format = "", enum: values, minLength, maxLength, pattern, minimum, maximum } = schema;
  const limits = { minLength, maxLength, pattern, minimum, maximum, enum: values };
  const stated = Object.entries(limits).filter(([, limit]) => limit !== undefined);
  return { type, ...formats[format], ...Object.fromEntries(stated) };
};

/** What a server takes of a schema: unknown fields are refused, a bare object is a value of any kind. */
const checkOf = (schema: Schema): AnySchemaObject => {
  if (isAnything(schema)) return {};
  const shape = shapeOf(schema);
  return allowsNull(schema) ? { anyOf: [shape, { type: "null" }] } : shape;
};

const referencesIn = (schema: unknown): string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"[^"]*\/([^"/]+)"/g)].map(([, name = ""]) => name);

/** The component schemas that requests hold, and those that these hold. */
const sentSchemas = (vendor: Vendor, description: Description, schemas: Record<string, Schema>): string[] => {
  const bodies = operationsOf(vendor, description).map(([, { requestBody = {} }]) => requestBody);
  const names = new Set(referencesIn(bodies));
  for (const name of names) for (const inner of referencesIn(schemas[name])) names.add(inner);
  return [...names];
};

/** What a module of ajv's becomes: it is made when the first value is checked, because mostly none is. */
const madeWhenUsed = (text: string): string =>
  [
    '"use strict";',
    "const made = () => {",
    "const module = {};",
    text.replace(/^"use strict";\s*/, ""),
    "return module.exports;",
    "};",
    "let validate;",
    "const check = (value) => {",
    "validate ??= made();",
    "const isValid = validate(value);",
    "check.errors = validate.errors;",
    "return isValid;",
    "};",
    "module.exports = check;",
    "",
  ].join("\n");

/**
 * The checks of what requests hold, by component schema, each as the text of a module that needs nothing else: a bundle
 * takes in those alone that it imports.
 */
export const checkModules = (vendor: Vendor, description: Description): Record<string, string> => {
  const schemas = schemasOf(description);
  // Lengths are counted as texts count them everywhere, and no module of ajv is needed for it.
  const ajv = new Ajv({
    code: { source: true, lines: true },
    inlineRefs: false,
    messages: false,
    unicode: false,
    logger: false,
  });
  const names = sentSchemas(vendor, description, schemas);
  for (const name of names) ajv.addSchema({ $id: name, ...checkOf(schemas[name] as Schema) });
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}.js`, madeWhenUsed(standaloneCode(ajv, ajv.getSchema(name)))],
      [
        `${name}.d.ts`,
        [
          `import type { components } from "../${vendor}";`,
          `import type { BodyCheck } from "../../src/platform/jsonInputs";`,
          "",
          `declare const check: BodyCheck<components["schemas"][${JSON.stringify(name)}]>;`,
          "export default check;",
          "",
        ].join("\n"),
      ],
    ]),
  );
};
