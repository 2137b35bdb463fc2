/** Inputs that take JSON, as a text in an editor or as a value of an earlier step. */
import { input } from "@prismatic-io/spectral";
import { isRecord } from "../http/answers";
import { InputError } from "../http/errors";
import { checkCount, cleanWith, type Display, isExact, type Names, numberNamed, type Optional, shown } from "./inputs";

/** A problem as a generated check tells it. */
export interface Problem {
  /** Where it is: `/metrics/0/name`. */
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/**
 * Whether a value is what the vendor's description says of a schema, and what is wrong with the last one that was not.
 * `npm run generate` writes them: `generated/<vendor>.checks/<schema>`.
 */
export interface BodyCheck<Value> {
  (value: unknown): value is Value;
  errors?: Problem[] | null;
}

const refuseInexact = (label: string, key: string, value: unknown) => {
  if (typeof value === "number" && !isExact(value)) {
    throw new InputError(
      label,
      `the number at "${key}" is too large to be kept exactly. Write it as a text, in quotes.`,
    );
  }
  return value;
};

const isTooDeep = (error: unknown) => error instanceof RangeError;

/** What reads or checks a value calls itself for every level of it. */
const withinDepth = <Result>(label: string, read: () => Result): Result => {
  try {
    return read();
  } catch (error) {
    throw isTooDeep(error) ? new InputError(label, "is nested too deeply.") : error;
  }
};

/** The value of a JSON text. */
const readText = (label: string, text: string): unknown => {
  try {
    return JSON.parse(text, (key, inner) => refuseInexact(label, key, inner));
  } catch (error) {
    if (error instanceof InputError || isTooDeep(error)) throw error;
    // The parser quotes the text, in which there may be a secret.
    throw new InputError(label, `is not valid JSON: ${(error as Error).message.replace(/, (\.\.\.)?".*$/s, "")}.`);
  }
};

/** A value that an earlier step handed over, and that JSON can hold. */
const readValue = (label: string, value: unknown): unknown => {
  try {
    JSON.stringify(value, (key, inner) => refuseInexact(label, key, inner));
    return value;
  } catch (error) {
    if (error instanceof InputError || isTooDeep(error)) throw error;
    throw new InputError(label, `cannot be written as JSON: ${(error as Error).message.split("\n", 1)}.`);
  }
};

/** The value of a JSON text, or the value itself. Throws an `InputError` for what cannot be sent as it was meant. */
export const parseJson = (label: string, value: unknown): unknown =>
  withinDepth(label, () => (typeof value === "string" ? readText(label, value) : readValue(label, value)));

/** A JSON object, given as text or as an object of an earlier step. */
export const jsonObjectInput = <const O extends Optional>(options: O) =>
  input({
    ...shown(options),
    type: "code",
    language: "json",
    clean: cleanWith<O, Record<string, unknown>>(options, (value) => {
      const parsed = parseJson(options.label, value);
      if (isRecord(parsed)) return parsed;
      throw new InputError(options.label, `a JSON object such as {"key": "value"} is expected.`);
    }),
  });

const kinds: Record<string, string> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a text",
};

/** What is wrong, in words that complete "At metrics[0].name: …". */
const wordsOf: Record<string, (params: Record<string, unknown>) => string> = {
  additionalProperties: ({ additionalProperty }) => `"${additionalProperty}" is not known there.`,
  anyOf: () => "the value has none of the forms that are possible there.",
  enum: ({ allowedValues }) => `one of ${(allowedValues as unknown[]).join(", ")} is expected.`,
  maximum: ({ limit }) => `${limit} at most is expected.`,
  maxItems: ({ limit }) => `at most ${limit} entries are allowed.`,
  maxLength: ({ limit }) => `at most ${limit} characters are allowed.`,
  minimum: ({ limit }) => `${limit} at least is expected.`,
  minLength: ({ limit }) => `at least ${limit} characters are needed.`,
  pattern: ({ pattern }) => `a text of the form ${pattern} is expected.`,
  required: ({ missingProperty }) => `"${missingProperty}" is missing.`,
  type: ({ type }) =>
    `${[type]
      .flat()
      .map((each) => kinds[String(each)])
      .join(" or ")} is expected.`,
};

/** `/metrics/0/name` as a builder would write it: `metrics[0].name`. */
const placeOf = (pointer: string): string =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");

/** Begins what is said of a place: `at metrics[0].name: `; blank where it is the whole. */
const at = (pointer: string): string => {
  const place = placeOf(pointer);
  return place ? `at ${place}: ` : "";
};

const refusal = (label: string, { instancePath, keyword, params }: Problem, within = ""): InputError =>
  new InputError(
    label,
    `${at(`${within}${instancePath}`)}${wordsOf[keyword]?.(params) ?? "the value is not possible there."}`,
  );

const requireValid = <Value>(label: string, check: BodyCheck<Value>, value: unknown, within?: string): Value => {
  if (check(value)) return value;
  throw refusal(label, check.errors?.[0] ?? { instancePath: "", keyword: "", params: {} }, within);
};

interface Editor<Example, Required extends boolean> extends Omit<Display, "example" | "placeholder"> {
  example: Example;
  required?: Required;
}

const editor = <Example, Value, Required extends boolean>(
  { example, ...options }: Editor<Example, Required>,
  read: (value: unknown) => Value | undefined,
) => {
  const display = { ...options, example: JSON.stringify(example, undefined, 2) } as Display & { required: Required };
  return input({
    ...shown(display),
    type: "code",
    language: "json",
    clean: cleanWith<{ required: Required } & Display, Value>(display, (value) => {
      const parsed = parseJson(options.label, value);
      return withinDepth(options.label, () => read(parsed));
    }),
  });
};

/**
 * A body, or an object in one, in an editor for JSON. It is compared with the vendor's description before anything is
 * sent, and the error says where in it what is wrong. The example is complete and valid.
 */
export const jsonInput = <Value, const Required extends boolean = false>(
  options: Editor<NoInfer<Value>, Required>,
  check: BodyCheck<Value>,
) => editor<Value, Value, Required>(options, (value) => requireValid(options.label, check, value));

/** Fields, or lists in them, of numbers that can be given by their names too. */
type NamedFields = Record<string, Names>;

const numbered = (label: string, names: Names, value: unknown, within: string): unknown => {
  if (Array.isArray(value)) return value.map((each, index) => numbered(label, names, each, `${within}/${index}`));
  return typeof value === "string" ? numberNamed(names)(value.trim(), label, at(within)) : value;
};

/** An item with the numbers in place of their names. */
const withNumbers = (label: string, named: NamedFields, item: unknown, within: string): unknown => {
  if (!isRecord(item)) return item;
  const fields = Object.entries(named).filter(([key]) => key in item);
  const numbers = fields.map(([key, names]) => [key, numbered(label, names, item[key], `${within}/${key}`)]);
  return { ...item, ...Object.fromEntries(numbers) };
};

/** An example with names is no value of the description's, so that the compiler cannot check it. */
type ItemsEditor<Item, Required extends boolean> = { most?: number } & (
  | (Editor<Item[], Required> & { named?: undefined })
  | (Editor<object[], Required> & { named: NamedFields })
);

/**
 * As `jsonInput`, for a list of such objects, `most` of them at most. An empty list counts as blank. `named` tells the
 * names of numbers, which are taken in their place.
 */
export const jsonItemsInput = <Item, const Required extends boolean = false>(
  { named = {}, most, ...options }: ItemsEditor<NoInfer<Item>, Required>,
  check: BodyCheck<Item>,
) =>
  editor<unknown, Item[], Required>(options, (value) => {
    const { label } = options;
    if (!Array.isArray(value)) throw new InputError(label, "a list such as [{…}, {…}] is expected.");
    checkCount(label, value, most);
    const items = value.map((item, index) => {
      const within = `/${index}`;
      return requireValid(label, check, withNumbers(label, named, item, within), within);
    });
    return items.length > 0 ? items : undefined;
  });
