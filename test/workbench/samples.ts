/** Values for every input of a form, those among them that quoting has to get right. */
import type { EntryDetail, InputField, Values } from "../../workbench/api";

/** What shells, YAML and JavaScript would read as something else. */
export const oddTexts = [
  "it's",
  'say "yes"',
  "$HOME $(id) `id` $1 $$",
  "back\\slash \\n \\' \\\\",
  "first line\nsecond line\n\nfourth line",
  "# no comment; no | pipe & no > file",
  "* ? [a-z] {a,b} ~ !!",
  "--connection",
  "@no-file",
  "@@two",
  "yes",
  "12e3",
  "null",
  "2030-01-01",
  "- item: value",
  " spaces around ",
  "tab\there",
  "Łódź 🚀 \u2028",
  "a=b&c=d%20e",
  "[redacted",
];

const odd = oddTexts.join(" ");

const textFor = ({ key, type, choices, example, language }: InputField): string => {
  if (choices) return choices[0]?.value ?? "";
  if (type === "boolean") return "true";
  if (type === "timestamp") return "2030-01-01T10:00:00Z";
  if (type === "code") return example ?? (language === "json" ? JSON.stringify({ [key]: odd }) : odd);
  return type === "password" ? "typed once" : (example ?? odd);
};

const valueFor = (field: InputField): unknown => {
  if (field.fields) return samplesOf(field.fields);
  if (field.collection === "keyvaluelist") return oddTexts.map((text) => ({ key: text, value: text }));
  if (field.collection === "valuelist") return [textFor(field), ...(field.choices ? [] : oddTexts)];
  return textFor(field);
};

export const samplesOf = (fields: readonly InputField[]): Values =>
  Object.fromEntries(fields.map((field) => [field.key, valueFor(field)]));

/** All inputs of a form, those of an initial sync included. */
export const fieldsOf = ({ inputs, initialSync }: EntryDetail): InputField[] => [
  ...inputs,
  ...(initialSync?.inputs ?? []),
];
