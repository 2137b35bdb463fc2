/** What the updates of all vendors have in common: blank leaves a field as it is, and what is to be empty is named. */
import type { Inputs } from "@prismatic-io/spectral";
import { InputError } from "../http/errors";
import { oneOf } from "./inputs";
import { listInput } from "./listInputs";

const label = "Fields to Clear";

/** The input that names the fields to empty; of those in `unconfirmed` the vendor does not say that they may be. */
export const fieldsToClear = (confirmed: readonly string[], unconfirmed: readonly string[]) => {
  const names = [...confirmed, ...unconfirmed];
  const note = unconfirmed.length > 0 ? ` Not confirmed by the vendor: ${unconfirmed.join(", ")}.` : "";
  return listInput(
    {
      label,
      comments: `The fields to empty, with commas between them, out of: ${names.join(", ")}.${note} Blank: none.`,
      example: names.slice(0, 2).join(", "),
    },
    oneOf(names),
  );
};

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(", ");

/**
 * The values of the fields of an update, with the empty text for those to clear. Throws an `InputError` when a field is
 * both filled in and to be cleared, and when there is nothing to change.
 */
export const changedFields = (fields: Inputs, values: Record<string, unknown>): Record<string, unknown> => {
  const cleared = (values.fieldsToClear as string[] | undefined) ?? [];
  const given = Object.keys(fields).filter((key) => values[key] !== undefined);
  const both = cleared.filter((key) => given.includes(key));
  if (both.length > 0) {
    throw new InputError(label, `${quoted(both)} is also filled in. Either fill it in or clear it.`);
  }
  if (given.length + cleared.length === 0) {
    const labels = Object.values(fields).map((field) => String(field.label));
    throw new InputError(labels[0] ?? label, `nothing to change. Fill in at least one of ${labels.join(", ")}.`);
  }
  return Object.fromEntries(Object.keys(fields).map((key) => [key, cleared.includes(key) ? "" : values[key]]));
};
