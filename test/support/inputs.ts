import { component, type Input } from "./component";
import { exceptionsOf } from "./exceptions";

/** A value for secrets, which have no example. */
const secret = "Sup3r-secret-value";

/** All actions of one operation: not the raw request, which is for any, nor those that take several requests. */
export const actionKeys = Object.keys(component.actions).filter(
  (key) => key !== "rawRequest" && exceptionsOf("severalRequests", key).length === 0,
);

/** The inputs of an action without its connection. */
export const inputsOf = (key: string): Input[] =>
  (component.actions[key]?.inputs ?? []).filter((input) => input.type !== "connection");

const group = ({ inputs: fields = [] }: Input, filling: (field: Input) => unknown) =>
  Object.fromEntries(fields.map((field) => [field.key, filling(field)]));

/** These inputs and the fields of those that are groups: all that a form shows. */
export const withFields = (inputs: readonly Input[]): Input[] =>
  inputs.flatMap((input) => [input, ...withFields(input.inputs ?? [])]);

const oneValue = (input: Input): unknown => {
  const { key, type, model, example } = input;
  if (type === "structuredObject") return group(input, exampleOf);
  if (key === "customBody") return "{}";
  if (model) return model[0]?.value;
  if (type === "password") return secret;
  if (type === "boolean") return key === "fetchAll" ? "false" : "true";
  return example;
};

/** What a person would fill in: the input's own example, or the first of its choices. */
export const exampleOf = (input: Input): unknown => {
  if (input.collection === "keyvaluelist") return [];
  return input.collection === "valuelist" ? [oneValue(input)] : oneValue(input);
};

const nextOf = (character: string): string =>
  ({ 9: "0", z: "a" })[character] ?? String.fromCharCode(character.charCodeAt(0) + 1);

/** As valid as the example, and another value: with another last digit, one item less, or another last letter. */
const variationOfText = (example: string): string => {
  if (/\d/.test(example)) return example.replace(/\d(?=\D*$)/, nextOf);
  if (example.includes(",")) return example.replace(/,[^,]*$/, "");
  return example.replace(/[a-z](?=[^a-z]*$)/, nextOf);
};

/** With the first text in it changed that is no word of an enumeration, or its first number. */
const variationOfJson = (example: string): string => {
  if (/: "[^"]*\d[^"]*"/.test(example)) {
    return example.replace(
      /(: "[^"]*)(\d)([^"\d]*")/,
      (_, before, digit, after) => `${before}${nextOf(digit)}${after}`,
    );
  }
  if (/: "[^"]*[a-z]"/.test(example)) {
    return example.replace(/(: "[^"]*)([a-z])"/, (_, before, letter) => `${before}${nextOf(letter)}"`);
  }
  return example.replace(/(": )(\d+)/, (_, before, number) => `${before}${Number(number) + 1}`);
};

const anotherValue = (input: Input): unknown => {
  const { key, type, model } = input;
  if (type === "structuredObject") return group(input, variationOf);
  if (key === "customBody") return '{"ticket":"4711"}';
  if (key === "fieldsToClear") return "";
  if (model) return model[1]?.value;
  if (type === "boolean") return exampleOf(input) === "true" ? "false" : "true";
  if (type === "code" && /^(\[\s*)?\{/.test(String(input.example))) return variationOfJson(String(input.example));
  return variationOfText(String(oneValue(input)));
};

/** Another value than the example that can be filled in as well. */
export const variationOf = (input: Input): unknown => {
  if (input.collection === "keyvaluelist") return [{ key: "expand", value: "all of it" }];
  return input.collection === "valuelist" ? [anotherValue(input)] : anotherValue(input);
};

export type Values = Record<string, unknown>;

const fill = (inputs: Input[], filling: (input: Input) => unknown): Values =>
  Object.fromEntries(inputs.map((input) => [input.key, filling(input)]));

/** Of a group, its own required fields: an optional group has none. */
const blankUnlessRequired = (input: Input): unknown => {
  if (input.type === "structuredObject") return group(input, blankUnlessRequired);
  if (input.required) return exampleOf(input);
  return input.collection ? [] : (input.default ?? "");
};

/** Only the required inputs filled in. The others are blank or have their default, as the platform hands them over. */
export const requiredInputs = (key: string): Values => fill(inputsOf(key), blankUnlessRequired);

/**
 * All inputs filled in, by their examples unless told otherwise. Where inputs exclude each other, once without those
 * that exclude others, and once with each of them.
 */
export const allInputs = (key: string, filling = exampleOf): Values[] => {
  const exclusive = exceptionsOf("exclusive", key);
  const without = (left: string[]) =>
    fill(
      inputsOf(key).filter((input) => !left.includes(input.key)),
      filling,
    );
  const allBut = (input?: string) => exclusive.map((each) => each.input).filter((each) => each !== input);
  return [without(allBut()), ...exclusive.map(({ input, excludes }) => without([...allBut(input), ...excludes]))];
};
