import { UsageError } from "../../../engine/usageError";
import { type Condition, isComplex, isCondition, type SimpleInput, type StepInput } from "../check/format";
import type { Params } from "./instance";

/** What inputs can refer to. */
export interface Known {
  configVars: Params;
  /** What is known of each step that has run, by what references call it. */
  steps: Params;
}

const isRecord = (value: unknown): value is Params => typeof value === "object" && value !== null;

const referred = (path: string, { steps }: Known): unknown =>
  path.split(".").reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), steps);

const configured = (key: string, { configVars }: Known): unknown => {
  if (key === "") return undefined;
  if (!Object.hasOwn(configVars, key)) throw new UsageError(`The config variable "${key}" has no value.`);
  return configVars[key];
};

const filled = (template: string, known: Known): string =>
  template.replace(/\{\{([#$])(.*?)\}\}/gs, (_, kind: string, name: string) =>
    String((kind === "#" ? configured(name, known) : referred(name, known)) ?? ""),
  );

const single = ({ type, value }: Pick<SimpleInput, "type" | "value">, known: Known): unknown => {
  if (type === "configVar") return configured(value, known);
  if (type === "reference") return referred(value, known);
  return type === "template" ? filled(value, known) : value;
};

const item = (input: SimpleInput, known: Known): unknown => {
  const { name } = input;
  if (name === undefined || name === "") return single(input, known);
  return { key: typeof name === "string" ? name : single(name, known), value: single(input, known) };
};

/** The value that a step is given for an input: one, or a list of values or of key-value pairs. */
export const given = (input: StepInput, known: Known): unknown =>
  isComplex(input)
    ? input.value.flatMap((each) => (isCondition(each) ? [] : [item(each, known)]))
    : single(input, known);

export const allGiven = (inputs: Readonly<Record<string, StepInput>>, known: Known): Params =>
  Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, given(input, known)]));

/** A condition with the values of its terms. */
export const conditionOf = ([operator, ...parts]: Condition, known: Known): unknown[] => [
  operator,
  ...parts.map((part) => (Array.isArray(part) ? conditionOf(part, known) : single(part, known))),
];
