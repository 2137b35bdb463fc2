/**
 * Writes what is derived from the vendors' API descriptions into `generated/`: `<vendor>.ts`, the TypeScript types,
 * `<vendor>.operations.ts`, the operations by method and path, and `<vendor>.limits.ts`, the lengths and patterns of
 * text fields, from which the inputs take theirs.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { type Description, loadDescription, type Vendor } from "../spec/load";

const target = path.join(__dirname, "..", "generated");

interface TextSchema {
  type?: string;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

/** The largest 32-bit integer stands in the descriptions for "no limit". */
const unlimited = 2 ** 31 - 1;

const limitsOf = ({ type, minLength, maxLength, pattern }: TextSchema): string[] =>
  type !== "string"
    ? []
    : [
        minLength ? `minLength: ${minLength}` : "",
        maxLength && maxLength !== unlimited ? `maxLength: ${maxLength}` : "",
        pattern ? `pattern: new RegExp(${JSON.stringify(pattern)})` : "",
      ].filter(Boolean);

const limitsModule = ({ components }: Description): string => {
  const { schemas = {} } = components as { schemas?: Record<string, { properties?: Record<string, TextSchema> }> };
  const entries = Object.entries(schemas).flatMap(([schema, { properties = {} }]) => {
    const fields = Object.entries(properties)
      .map(([field, text]) => [field, limitsOf(text)] as const)
      .filter(([, limits]) => limits.length > 0)
      .map(([field, limits]) => `    ${JSON.stringify(field)}: { ${limits.join(", ")} },`);
    return fields.length > 0 ? [`  ${JSON.stringify(schema)}: {`, ...fields, "  },"] : [];
  });
  return ["export const limits = {", ...entries, "};", ""].join("\n");
};

const methods = new Set(["get", "put", "post", "delete", "patch"]);

/** What the paths of a description have in front that the base URL of a connection holds already. */
const basePaths: Partial<Record<Vendor, string>> = { teamviewer: "/api/v1" };

const belowBase = (path: string, basePath: string) =>
  path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;

const operationsModule = (vendor: Vendor, { paths }: Description): string => {
  const entries = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { operationId?: string }>)
      .filter(([method]) => methods.has(method))
      .map(([method, { operationId }]) => {
        const name = `${method.toUpperCase()} ${belowBase(path, basePaths[vendor] ?? "")}`;
        return `  ${JSON.stringify(name)}: operations[${JSON.stringify(operationId)}];`;
      }),
  );
  return [
    `import type { operations } from "./${vendor}";`,
    "",
    "/** By method and path below the base URL. */",
    "export interface Operations {",
    ...entries,
    "}",
    "",
  ].join("\n");
};

const generate = async (vendor: Vendor) => {
  const description = await loadDescription(vendor);
  writeFileSync(path.join(target, `${vendor}.limits.ts`), limitsModule(description));
  writeFileSync(path.join(target, `${vendor}.operations.ts`), operationsModule(vendor, description));
  writeFileSync(path.join(target, `${vendor}.ts`), astToString(await openapiTS(JSON.stringify(description))));
};

const main = async () => {
  mkdirSync(target, { recursive: true });
  for (const vendor of ["teamviewer", "realvnc", "tsmanage"] as const) await generate(vendor);
};

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
