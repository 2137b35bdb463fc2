/** Inputs that are the fields of one object in a request, and are shown together. */
import { type ActionInputParameters, type Inputs, structuredObjectInput } from "@prismatic-io/spectral";
import { isRecord } from "../http/answers";
import { InputError } from "../http/errors";
import { isBlank } from "./inputs";
import { parseJson } from "./jsonInputs";

type Fields = Parameters<typeof structuredObjectInput>[0]["inputs"];

interface Group {
  label: string;
  required: boolean;
  fields: Inputs;
}

const groups = new WeakMap<object, Group>();

/** Handed over as it is: the whole group is cleaned at once, because its fields are required only where one is filled in. */
const untouched = (value: unknown) => value;

/**
 * The fields of an object by the names that the request has for them. One that is blank as a whole is left out, unless it
 * is `required`; otherwise its required fields are needed. Errors begin with the group's label and name the field.
 */
export const groupInput = <F extends Fields, const Required extends boolean = false>({
  required = false as Required,
  fields,
  ...display
}: {
  label: string;
  comments: string;
  required?: Required;
  fields: F;
}) => {
  const inputs = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, { ...field, clean: untouched }]),
  );
  const definition = structuredObjectInput({ ...display, inputs: inputs as unknown as F });
  groups.set(definition, { label: display.label, required, fields });
  return definition as typeof definition & { group: Required };
};

/** What an action gets of its inputs: a group that may be blank may be missing. */
export type ValuesOf<I extends Inputs> = {
  [Key in keyof I]: I[Key] extends { group: false }
    ? ActionInputParameters<I>[Key] | undefined
    : ActionInputParameters<I>[Key];
};

const cleaned = (label: string, field: Inputs[string], value: unknown): unknown => {
  const { clean } = field as { clean?: (value: unknown) => unknown };
  try {
    return clean ? clean(value) : value;
  } catch (error) {
    throw error instanceof InputError ? new InputError(label, error.message) : error;
  }
};

const recordOf = (label: string, value: unknown): Record<string, unknown> => {
  const given = isBlank(value) ? {} : parseJson(label, value);
  if (!isRecord(given)) throw new InputError(label, "an object with its fields is expected.");
  return given;
};

const isEmpty = (value: unknown) => isBlank(value) || (Array.isArray(value) && value.length === 0);

const cleanGroup = ({ label, required, fields }: Group, value: unknown): object | undefined => {
  const given = recordOf(label, value);
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(fields, key) && !isBlank(given[key]));
  if (unknown) {
    throw new InputError(label, `there is no field "${unknown}". Its fields are ${Object.keys(fields).join(", ")}.`);
  }
  if (!required && Object.values(given).every(isEmpty)) return undefined;
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, cleaned(label, field, given[key])]));
};

/** The value of an input as a request takes it. Throws an `InputError` for a group that cannot be sent. */
export const inputValue = (definition: Inputs[string], value: unknown): unknown => {
  const group = groups.get(definition);
  return group ? cleanGroup(group, value) : value;
};
