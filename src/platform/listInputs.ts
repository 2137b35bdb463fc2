/** Inputs that take several values. An empty list counts as blank. */
import { input } from "@prismatic-io/spectral";
import { textOfFile } from "./fileText";
import {
  type Choice,
  checkCount,
  choicesOf,
  cleanWith,
  isBlank,
  type Names,
  numberNamed,
  type Optional,
  oneOf,
  shown,
  textOf,
} from "./inputs";
import { parseJson } from "./jsonInputs";

/** Brings one item into the form that it is sent in, or throws an `InputError` that names the input. */
export type Parse<Item> = (item: string, label: string) => Item;

const commasOrSpace = /[\s,;]+/;
const commas = /[\r\n,;]+/;
const lineEnds = /[\r\n]+/;

/** The items of a list given as an array, a JSON array, or a text that is split at `separator`. */
const itemsOf = (label: string, value: unknown, separator = commasOrSpace): unknown[] => {
  if (Array.isArray(value)) return value.filter((item) => !isBlank(item));
  const text = textOf(label, value).trim();
  return itemsOf(label, text.startsWith("[") ? parseJson(label, text) : text.split(separator), separator);
};

/** As `itemsOf`, where a field may hold several items. Space does not part them there: `123 456 789` is one ID. */
const itemsOfFields = (label: string, value: unknown): unknown[] =>
  itemsOf(label, value).flatMap((field) => {
    if (typeof field !== "string" && !Array.isArray(field)) return [field];
    return itemsOf(label, field, commas);
  });

interface Bounds {
  /** The largest number of items that the vendor takes. */
  most?: number;
}

const listCleaner = <O extends Optional & Bounds, Item>(
  options: O,
  parse: Parse<Item>,
  split: (label: string, value: unknown) => unknown[] = itemsOf,
) =>
  cleanWith<O, Item[]>(options, (value) => {
    const { label, most } = options;
    const items = split(label, value).map((item) => parse(textOf(label, item).trim(), label));
    checkCount(label, items, most);
    return items.length > 0 ? items : undefined;
  });

/** A list in one line, each item brought into form by `parse`. */
export const listInput = <const O extends Optional, Item>(options: O, parse: Parse<Item>) =>
  input({ ...shown(options), type: "string", clean: listCleaner(options, parse) });

/** The items of a list given as an array, a JSON array of texts, or a text or a file with an item a line. */
const itemsOfLines = (label: string, value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.filter((item) => !isBlank(item));
  const text = textOf(label, textOfFile(label, value));
  // A name may begin with a bracket.
  return itemsOfLines(label, /^\s*\[\s*["\]]/.test(text) ? parseJson(label, text) : text.split(lineEnds));
};

/** A list with an item a line, for items that may hold spaces and commas, such as names. */
export const lineListInput = <const O extends Optional, Item>(options: O, parse: Parse<Item>) =>
  input({ ...shown(options), type: "text", clean: listCleaner(options, parse, itemsOfLines) });

/** A list in an editor for JSON; everything that `listInput` takes is taken too. */
export const jsonListInput = <const O extends Optional, Item>(options: O, parse: Parse<Item>) =>
  input({
    ...shown(options),
    type: "code",
    language: "json",
    clean: listCleaner(options, parse),
  });

/**
 * A list with a field for each item, for items without commas, such as IDs and e-mail addresses. A list of an earlier
 * step is taken too, also in a field; so is a text with commas or white space between the items, in a field with commas.
 */
export const valueListInput = <const O extends Optional & Bounds, Item>({ most, ...options }: O, parse: Parse<Item>) =>
  input({
    ...shown(options),
    type: "string",
    collection: "valuelist",
    clean: listCleaner({ ...options, most } as unknown as O, parse, itemsOfFields),
  });

/** As `valueListInput`, of a few words: each of the `choices`, in any mix of upper and lower case. */
export const choiceListInput = <const O extends Optional & { choices: readonly Choice<string>[] }>({
  choices,
  ...options
}: O) => {
  const values = choices.map(({ value }) => value);
  return input({
    ...shown(options),
    type: "string",
    collection: "valuelist",
    model: [...choices],
    clean: listCleaner(
      options as unknown as O,
      (text, label) => oneOf(values)(text, label) as O["choices"][number]["value"],
      itemsOfFields,
    ),
  });
};

/** As `choiceListInput`, of numbers that have names; the request carries the numbers. */
export const namedListInput = <const N extends Names, const O extends Optional>(options: O, names: N) =>
  input({
    ...shown(options),
    type: "string",
    collection: "valuelist",
    model: choicesOf(names),
    clean: listCleaner(options, numberNamed(names), itemsOfFields),
  });
