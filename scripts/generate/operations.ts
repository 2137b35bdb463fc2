import type { Description, Vendor } from "../../spec/description";
import { operationsOf } from "./description";

/** `<vendor>.operations.ts`: the type of each operation, by method and path. */
export const operationsModule = (vendor: Vendor, description: Description): string => {
  const entries = operationsOf(vendor, description).map(
    ([name, { operationId }]) => `  ${JSON.stringify(name)}: operations[${JSON.stringify(operationId)}];`,
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
