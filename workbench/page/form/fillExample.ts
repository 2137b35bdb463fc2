import type { InputField, Values } from "../../api";
import { dependencies, type Picklists } from "./picklists";
import { exampleOf, heldBy, isBlank } from "./values";

const inList = ({ collection }: InputField, value: string | undefined): unknown =>
  value === undefined || collection === undefined ? value : [value];

/** Of HTTP methods the one that changes nothing, else the first. */
const firstChoice = (choices: NonNullable<InputField["choices"]>) =>
  (choices.find(({ value }) => value === "GET") ?? choices[0])?.value;

const firstOf = async (
  field: InputField,
  fields: readonly InputField[],
  values: Values,
  picklists: Picklists,
): Promise<unknown> => {
  if (field.choices?.length) return exampleOf(field) ?? inList(field, firstChoice(field.choices));
  if (!field.dataSource) return undefined;
  const elements = await picklists.load(field.dataSource.key, dependencies(field, fields, values)).catch(() => []);
  return inList(field, elements[0]?.key);
};

/**
 * Values for the required inputs that are blank: the first of a dropdown, so that the record exists, else the example.
 * What a dropdown depends on comes before it.
 */
export const exampleValues = async (
  fields: readonly InputField[],
  values: Values,
  picklists: Picklists,
): Promise<[InputField, unknown][]> => {
  const depth = ({ dataSource }: InputField) => dataSource?.dependsOn.length ?? 0;
  const blank = fields.filter((field) => field.required && isBlank(heldBy(field, values)));
  const filled: [InputField, unknown][] = [];
  const known = { ...values };
  for (const field of blank.sort((one, other) => depth(one) - depth(other))) {
    const value = (await firstOf(field, fields, known, picklists)) ?? exampleOf(field);
    if (value === undefined) continue;
    known[field.key] = value;
    filled.push([field, value]);
  }
  return filled;
};
