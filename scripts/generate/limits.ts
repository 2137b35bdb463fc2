import type { Description, Vendor } from "../../spec/description";
import { type Schema, schemasOf } from "./description";

/** The largest 32-bit integer stands in the descriptions for "no limit". */
const unlimited = 2 ** 31 - 1;

const limitsOf = ({ type, minLength, maxLength, pattern }: Schema): string[] =>
  type !== "string"
    ? []
    : [
        minLength ? `minLength: ${minLength}` : "",
        maxLength && maxLength !== unlimited ? `maxLength: ${maxLength}` : "",
        pattern ? `pattern: new RegExp(${JSON.stringify(pattern)})` : "",
      ].filter(Boolean);

/** `<vendor>.limits.ts`: the lengths and patterns of text fields, from which the inputs take theirs. */
export const limitsModule = (_vendor: Vendor, description: Description): string => {
  const entries = Object.entries(schemasOf(description)).flatMap(([schema, { properties = {} }]) => {
    const fields = Object.entries(properties)
      .map(([field, text]) => [field, limitsOf(text)] as const)
      .filter(([, limits]) => limits.length > 0)
      .map(([field, limits]) => `    ${JSON.stringify(field)}: { ${limits.join(", ")} },`);
    return fields.length > 0 ? [`  ${JSON.stringify(schema)}: {`, ...fields, "  },"] : [];
  });
  return ["export const limits = {", ...entries, "};", ""].join("\n");
};
