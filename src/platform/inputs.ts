/**
 * Inputs by what they hold. Each factory gives a spectral input whose `clean` turns what the platform hands over into
 * the value that a request takes: a blank optional input becomes undefined and is left out of the request, anything
 * that cannot be sent throws an `InputError` that names the input.
 */
import { input } from "@prismatic-io/spectral";
import { InputError } from "../http/errors";

export interface Display {
  label: string;
  /** What the value is, its format, its limits and its default. */
  comments: string;
  example?: string;
  placeholder?: string;
  /** Key of the picklist data source that offers the values. */
  dataSource?: string;
}

export interface Optional extends Display {
  required?: boolean;
}

/** The cleaned value of an input: undefined is possible only where the input is optional. */
export type Cleaned<O extends Optional, Value> = O extends { required: true } ? Value : Value | undefined;

/** What the platform is told of an input: where nothing else stands in an empty field, its example does. */
export const shown = <O extends Display>(options: O): O => ({ placeholder: options.example, ...options });

/** Blank: not filled in, or only white space. */
export const isBlank = (value: unknown): boolean => value == null || (typeof value === "string" && value.trim() === "");

/** A `clean` function: the blank rules of every input around one parser of filled-in values. */
export const cleanWith =
  <O extends Optional, Value>({ label, required }: O, parse: (value: unknown) => Value | undefined) =>
  (value: unknown): Cleaned<O, Value> => {
    const parsed = isBlank(value) ? undefined : parse(value);
    if (parsed === undefined && required) throw new InputError(label, "a value is required.");
    return parsed as Cleaned<O, Value>;
  };

/** Whether a number is what its sender meant: a whole one beyond 2^53 has been rounded on its way. */
export const isExact = (number: number): boolean =>
  Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));

/** A text, number or boolean as a text. Throws an `InputError` for anything else, and for a number that has been rounded. */
export const textOf = (label: string, value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number" && !isExact(value)) {
    throw new InputError(label, `${value} is not exact as a number. Give it as a text.`);
  }
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  throw new InputError(label, "a text is expected, not a list or an object.");
};

export interface TextLimits {
  /** In characters. */
  minLength?: number;
  /** In characters. */
  maxLength?: number;
  pattern?: RegExp;
  /** Completes "must be …" when the pattern does not match. */
  format?: string;
}

/** Throws an `InputError` when a text is shorter, longer or of another form than the vendor accepts. */
export const checkText = (
  label: string,
  text: string,
  { minLength, maxLength, pattern, format }: TextLimits,
): string => {
  if (minLength !== undefined && text.length < minLength)
    throw new InputError(label, `at least ${minLength} characters are needed; this has ${text.length}.`);
  if (maxLength !== undefined && text.length > maxLength)
    throw new InputError(label, `at most ${maxLength} characters are allowed; this has ${text.length}.`);
  if (pattern && !pattern.test(text)) throw new InputError(label, `must be ${format}.`);
  return text;
};

/** Throws an `InputError` when there are more values than the vendor takes. */
export const checkCount = (label: string, { length }: readonly unknown[], most = Number.POSITIVE_INFINITY): void => {
  if (length > most) throw new InputError(label, `at most ${most} are allowed; these are ${length}.`);
};

const textCleaner = <O extends Optional & TextLimits>({ label, required, ...limits }: O) =>
  cleanWith<O, string>({ label, required } as O, (value) => checkText(label, textOf(label, value), limits));

/** What the platform is told of a text input: its limits are for `clean` alone. */
export const withoutLimits = <O extends TextLimits>({ minLength, maxLength, pattern, format, ...display }: O) =>
  display;

/** A text, sent as it is. */
export const textInput = <const O extends Optional & TextLimits>(options: O) =>
  input({ ...shown(withoutLimits(options)), type: "string", clean: textCleaner(options) });

/** A secret: hidden in forms, sent as it is, never named in an error. */
export const passwordInput = <const O extends Optional & TextLimits>(options: O) =>
  input({
    ...shown({ placeholder: "Hidden while it is typed", ...withoutLimits(options) }),
    type: "password",
    clean: textCleaner(options),
  });

/** A text that a vendor's rule brings into one form, such as an ID with its prefix. White space around it is dropped. */
export const parsedInput = <const O extends Optional, Value>(
  options: O,
  parse: (text: string, label: string) => Value,
) =>
  input({
    ...shown(options),
    type: "string",
    clean: cleanWith<O, Value>(options, (value) => parse(textOf(options.label, value).trim(), options.label)),
  });

const findValue = (values: readonly string[], text: string): string | undefined =>
  values.find((value) => value.toLowerCase() === text.toLowerCase());

/** Parses one of a few values, in any mix of upper and lower case, into the value's own spelling. */
export const oneOf =
  (values: readonly string[]) =>
  (text: string, label: string): string => {
    const value = findValue(values, text);
    if (value === undefined) throw new InputError(label, `"${text}" is none of ${values.join(", ")}.`);
    return value;
  };

export interface Choice<Value extends string> {
  label: string;
  value: Value;
}

type ChosenValue<O extends { choices: readonly Choice<string>[] }> = O extends { open: true }
  ? string
  : O["choices"][number]["value"];

/** One of a few values; with `open`, one that the list does not have is sent too, as it is. */
export const choiceInput = <
  const O extends Optional & { choices: readonly Choice<string>[]; open?: boolean; default?: string },
>({
  choices,
  open,
  ...rest
}: O) =>
  input({
    ...shown(rest),
    type: "string",
    model: [...choices],
    clean: cleanWith<O, ChosenValue<O>>(rest as unknown as O, (value) => {
      const text = textOf(rest.label, value).trim();
      const values = choices.map((choice) => choice.value);
      return (open ? (findValue(values, text) ?? text) : oneOf(values)(text, rest.label)) as ChosenValue<O>;
    }),
  });

/** A choice among numbers for which the vendor publishes no names; the request carries the number. */
export const unnamedChoiceInput = <const Value extends number, const O extends Optional>(
  options: O,
  values: readonly Value[],
) =>
  input({
    ...shown(options),
    type: "string",
    model: values.map((value) => ({ label: `${value} (no published name)`, value: String(value) })),
    clean: cleanWith<O, Value>(options, (given) => {
      const text = textOf(options.label, given).trim();
      const value = values.find((each) => String(each) === text);
      if (value === undefined) throw new InputError(options.label, `"${text}" is none of ${values.join(", ")}.`);
      return value;
    }),
  });

/** Numbers that the vendor gives names to, by number: what `generated/<vendor>.enums` has under `names`. */
export type Names = Readonly<Record<number, string>>;

type NumberIn<N extends Names> = keyof N extends infer Key
  ? Key extends number
    ? Key
    : Key extends `${infer Value extends number}`
      ? Value
      : never
  : never;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The choices that names of numbers make: each is shown by its name, and its value is the number. */
export const choicesOf = (names: Names): Choice<string>[] =>
  Object.entries(names).map(([value, name]) => ({ label: capitalised(name), value }));

/**
 * Parses the number or the name of one of these, in any mix of upper and lower case, into the number. `place` says where
 * in the input the text is, for the error: `at [0].type: `.
 */
export const numberNamed =
  <const N extends Names>(names: N) =>
  (text: string, label: string, place = ""): NumberIn<N> => {
    const found = Object.entries(names).find((pair) => pair.some((each) => each.toLowerCase() === text.toLowerCase()));
    if (!found) throw new InputError(label, `${place}"${text}" is none of ${Object.values(names).join(", ")}.`);
    return Number(found[0]) as NumberIn<N>;
  };

/** A choice among numbers by their names; the request carries the number. */
export const namedChoiceInput = <const N extends Names, const O extends Optional>(options: O, names: N) =>
  input({
    ...shown(options),
    type: "string",
    model: choicesOf(names),
    clean: cleanWith<O, NumberIn<N>>(options, (value) =>
      numberNamed(names)(textOf(options.label, value).trim(), options.label),
    ),
  });

const parseBoolean = (label: string, value: unknown): boolean => {
  const text = textOf(label, value).trim().toLowerCase();
  if (text !== "true" && text !== "false") throw new InputError(label, `"${value}" is neither true nor false.`);
  return text === "true";
};

/**
 * An on/off field of a request body, three-way: blank leaves it as it is. A `boolean` input would not do: the platform
 * gives an untouched one the value false.
 */
export const onOffInput = <const O extends Optional>(options: O) =>
  input({
    ...shown(options),
    type: "string",
    model: [
      { label: "Yes", value: "true" },
      { label: "No", value: "false" },
    ],
    clean: cleanWith<O, boolean>(options, (value) => parseBoolean(options.label, value)),
  });

/** A switch that steers the action itself; false unless it is set. */
export const flagInput = (options: Display & { default?: "true" | "false" }) =>
  input({
    default: "false",
    ...shown(options),
    type: "boolean",
    clean: (value: unknown) => !isBlank(value) && parseBoolean(options.label, value),
  });

const parseInteger = (label: string, value: unknown): number => {
  const text = typeof value === "number" ? String(value) : textOf(label, value).trim();
  // Not 0x10, of which only a program thinks that it is 16.
  const number = /^[-+.\de]+$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new InputError(label, `"${value}" is not a whole number.`);
  return number;
};

/** A whole number within limits. */
export const integerInput = <const O extends Optional & { minimum?: number; maximum?: number; default?: string }>({
  minimum = Number.MIN_SAFE_INTEGER,
  maximum = Number.MAX_SAFE_INTEGER,
  ...rest
}: O) =>
  input({
    ...shown(rest),
    type: "string",
    clean: cleanWith<O, number>(rest as unknown as O, (value) => {
      const number = parseInteger(rest.label, value);
      if (number < minimum) throw new InputError(rest.label, `must be ${minimum} or more; this is ${number}.`);
      if (number > maximum) throw new InputError(rest.label, `must be ${maximum} or less; this is ${number}.`);
      return number;
    }),
  });

/** The connection that an action, a data source or a trigger works through. */
export const connection = input({
  label: "Connection",
  type: "connection",
  required: true,
  comments: "The connection that the request is sent through.",
});

/** Steers an action of `readList`: one page, or all of them. */
export const fetchAll = flagInput({
  label: "Fetch All",
  comments:
    "Reads all pages, from the given token on, and answers with one list. When off, one page is read. Default: off.",
});

/** Steers an action of `readList`: where reading ends. */
export const maximumRecords = integerInput({
  label: "Maximum Records",
  comments:
    "Reading ends at so many records; the last page is cut to it, and no next page is named then. Blank: no limit.",
  example: "500",
  minimum: 1,
});
