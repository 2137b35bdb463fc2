import { suggestion } from "../../../engine/suggest";
import { type ComplexInput, type Condition, isComplex, isCondition, type SimpleInput, type StepInput } from "./format";
import { fieldsOf, type Output, outputAt } from "./output";

/** What a step that ran before can be asked for: `results`, and inside a loop `currentItem` and `index`. */
export type Visible = Record<string, Output>;

/** The steps that a step can refer to, by what references call them. */
export type Scope = ReadonlyMap<string, Visible>;

/** A guess at the first segment of a path that is not there. */
const suggestedPath = (output: Output, path: readonly string[]): string => {
  const missing = path.findIndex((_, index) => !outputAt(output, path.slice(0, index + 1)));
  const before = outputAt(output, path.slice(0, missing));
  return before ? suggestion(path[missing] ?? "", fieldsOf(before)) : "";
};

/** The reason why a reference means nothing where it stands; undefined when it does. */
export const problemOfReference = (reference: string, scope: Scope): string | undefined => {
  const [step = "", what = "", ...path] = reference.split(".");
  const visible = scope.get(step);
  if (!visible)
    return `"${reference}": no step "${step}" has run before this one.${suggestion(step, [...scope.keys()])}`;
  const output = visible[what];
  if (!output) return `"${reference}": after the step comes ${Object.keys(visible).join(" or ")}, not "${what}".`;
  return outputAt(output, path)
    ? undefined
    : `"${reference}": ${step} gives no "${path.join(".")}".${suggestedPath(output, path)}`;
};

const terms = ([, ...parts]: Condition): SimpleInput[] =>
  parts.flatMap((part) => (Array.isArray(part) ? terms(part) : part));

const itemInputs = (item: ComplexInput["value"][number]): SimpleInput[] => {
  if (isCondition(item)) return terms(item.value);
  return typeof item.name === "object" ? [item.name, item] : [item];
};

/** All the single values that an input is made of, with the names of key-value pairs. */
export const simpleInputs = (input: StepInput): SimpleInput[] =>
  isComplex(input) ? input.value.flatMap((item) => itemInputs(item)) : [input];

/** `{{#Config Variable}}` and `{{$step.results.field}}`, or undefined for braces that hold neither. */
const placeholders = (template: string): { kind: string; name: string }[] =>
  [...template.matchAll(/\{\{(.*?)\}\}/gs)].map(([, inside = ""]) => ({
    kind: inside.charAt(0),
    name: inside.slice(1),
  }));

/** The references to steps in an input. */
export const referencesIn = (input: StepInput): string[] =>
  simpleInputs(input).flatMap(({ type, value }) => {
    if (type === "reference") return [value];
    if (type !== "template") return [];
    return placeholders(value).flatMap(({ kind, name }) => (kind === "$" ? [name] : []));
  });

/** The keys of the config variables that an input uses. */
export const configVarsIn = (input: StepInput): string[] =>
  simpleInputs(input).flatMap(({ type, value }) => {
    if (type === "configVar") return value === "" ? [] : [value];
    if (type !== "template") return [];
    return placeholders(value).flatMap(({ kind, name }) => (kind === "#" ? [name] : []));
  });

/** What is written in a template between braces and means nothing. */
export const strangePlaceholders = (input: StepInput): string[] =>
  simpleInputs(input).flatMap(({ type, value }) =>
    type === "template"
      ? placeholders(value).flatMap(({ kind, name }) => (kind === "$" || kind === "#" ? [] : [`{{${kind}${name}}}`]))
      : [],
  );
