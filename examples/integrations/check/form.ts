import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv, { type ErrorObject } from "ajv/dist/2020";
import type { Finding, Integration } from "./format";

const schema = JSON.parse(readFileSync(path.join(__dirname, "../schema.json"), "utf8"));

const validate = new Ajv({
  allErrors: true,
  verbose: true,
  strictTuples: false,
  strictTypes: false,
}).compile<Integration>(schema);

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** What the items of a list are called, by the name of the list. */
const titles: Record<string, (item: unknown) => string> = {
  configPages: (page) => `Config page ${field(page, "name")}`,
  flows: (flow) => String(field(flow, "name")),
  requiredConfigVars: (configVar) => `Config variable ${field(configVar, "key")}`,
  steps: (step) => String(field(step, "name")),
};

/** The step, config variable or page that a JSON pointer leads to, and the fields within it. */
const located = (pointer: string, definition: unknown): { place: string; fields: string[] } => {
  let names: string[] = [];
  let fields: string[] = [];
  let value = definition;
  for (const segment of pointer.split("/").slice(1)) {
    const title = titles[fields.at(-1) ?? ""];
    value = field(value, segment);
    fields.push(segment);
    if (!title || !/^\d+$/.test(segment)) continue;
    names = [...names.slice(0, 1), title(value)];
    fields = [];
  }
  return { place: names.join(" › ") || "/", fields };
};

const kindOf = (value: unknown): string => {
  if (value === null) return "empty";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
};

const wrongType = ({ params: { type }, data }: ErrorObject): string =>
  type === "string" && ["number", "boolean"].includes(typeof data)
    ? `${data} is a ${typeof data}; the format has text here: put it in quotes.`
    : `It is ${kindOf(data)}; the format has ${type} here.`;

const reasons: Record<string, (error: ErrorObject) => string> = {
  additionalProperties: ({ params }) => `The format has no field "${params.additionalProperty}" here.`,
  const: ({ params }) => `It has to be ${params.allowedValue}.`,
  enum: ({ data, params }) => `"${data}" is none of ${params.allowedValues.join(", ")}.`,
  required: ({ params }) => `The field "${params.missingProperty}" is missing.`,
  type: wrongType,
};

const finding = (error: ErrorObject, definition: unknown): Finding => {
  const { place, fields } = located(error.instancePath, definition);
  const reason = reasons[error.keyword]?.(error) ?? `It ${error.message}.`;
  return { place, reason: [fields.join("."), reason].filter(Boolean).join(": ") };
};

/** What the format does not have, each with its place. An empty list says that the definition is an `Integration`. */
export const problemsOfForm = (definition: unknown): Finding[] => {
  if (validate(definition)) return [];
  // That one of two forms is not met says less than what is wrong with it, which is told as well.
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== "if").map((error) => finding(error, definition));
};
