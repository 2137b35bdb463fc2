/** Inputs that take names with values. */
import { input, type KeyValuePair } from "@prismatic-io/spectral";
import { InputError } from "../http/errors";
import { type Display, isBlank, shown, textOf } from "./inputs";

/** Values by name; a name that is given several times has all of its values. */
export type KeyValues = Record<string, string | string[]>;

/** Names and values, for example query parameters; entries with a blank value are left out. */
export const keyValueInput = (options: Display) =>
  input({
    ...shown(options),
    type: "string",
    collection: "keyvaluelist",
    clean: (value: unknown): KeyValues | undefined => {
      const entries = keyValueEntries(options.label, value).filter(([key, item]) => !isBlank(key) && !isBlank(item));
      // Not an object: it would have a `constructor` already, and lose a `__proto__`.
      const values = new Map<string, string | string[]>();
      for (const [key, item] of entries) {
        const [name, text] = [key.trim(), textOf(options.label, item)];
        const before = values.get(name);
        values.set(name, before === undefined ? text : [before, text].flat());
      }
      return entries.length > 0 ? Object.fromEntries(values) : undefined;
    },
  });

const isPair = (pair: unknown): pair is KeyValuePair =>
  typeof pair === "object" && pair !== null && ("key" in pair || "value" in pair);

/** The entries of a key-value input, whether it comes as a list of pairs or as an object. */
export const keyValueEntries = (label: string, value: unknown): [string, unknown][] => {
  if (isBlank(value)) return [];
  if (Array.isArray(value)) {
    const pairs = value.filter((pair) => !isBlank(pair));
    if (pairs.every(isPair)) return pairs.map(({ key, value: item }) => [textOf(label, key ?? ""), item]);
  } else if (typeof value === "object") {
    return Object.entries(value as object);
  }
  throw new InputError(label, "a list of keys and values is expected.");
};

/** For what the vendor takes and no input has. */
export const queryParams = keyValueInput({
  label: "Query Parameters",
  comments:
    "More query parameters of the operation, as names and values. One that has an input of its own is refused here when the two differ. Blank: none.",
  example: "key1=value1&key2=value2",
});
