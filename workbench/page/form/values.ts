import type { InputField, Values } from "../../api";

export interface Pair {
  key: string;
  value: string;
}

export interface FileValue {
  base64: string;
  contentType: string;
}

export const isGroup = ({ type, fields }: InputField): boolean => type === "structuredObject" && fields !== undefined;

/** What an input holds before anything is filled in. */
export const unfilled = (field: InputField): unknown => {
  if (field.collection) return [];
  if (isGroup(field)) return {};
  return field.default == null ? "" : String(field.default);
};

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const isBlank = (value: unknown): boolean =>
  value == null ||
  value === "" ||
  (Array.isArray(value) ? value.every(isBlankItem) : typeof value === "object" && Object.values(value).every(isBlank));

const isBlankItem = (item: unknown): boolean => isBlank(item);

/** What the input holds now. */
export const heldBy = (field: InputField, values: Values): unknown => values[field.key] ?? unfilled(field);

/** Without rows and fields that are still blank. */
const trimmed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => !isBlank(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => !isBlank(part)));
};

/** The values as they are sent: those that were filled in or emptied, of the fields of this form. */
export const toSend = (fields: readonly InputField[], values: Values): Values =>
  Object.fromEntries(
    fields
      .filter(({ key }) => key in values)
      .map((field) => [field.key, trimmed(values[field.key])] as const)
      .filter(([, value]) => typeof value === "string" || !isBlank(value)),
  );

const examplePairs = (text: string): Pair[] => [...new URLSearchParams(text)].map(([key, value]) => ({ key, value }));

/** The example of an input as its value; undefined where it has none. */
export const exampleOf = (field: InputField): unknown => {
  const { collection, example, fields = [] } = field;
  if (isGroup(field)) {
    const parts = fields.flatMap((each) => (each.example === undefined ? [] : [[each.key, exampleOf(each)]]));
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  }
  if (example === undefined || example === "") return undefined;
  if (collection === "keyvaluelist") return examplePairs(example);
  return collection === "valuelist" ? [example] : example;
};

/** The required inputs that are blank. */
const missingIn = (fields: readonly InputField[], values: Values): InputField[] =>
  fields.filter((field) => field.required && isBlank(heldBy(field, values)));

/** The inputs without a value that this input's dropdown needs. */
export const missingFor = ({ dataSource }: InputField, fields: readonly InputField[], values: Values): InputField[] =>
  missingIn(fields, values).filter(({ key }) => dataSource?.dependsOn.includes(key));
