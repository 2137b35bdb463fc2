import { component, type Input } from "./component";
import { exceptionsOf } from "./exceptions";

/** A value for secrets, which have no example. */
const secret = "Sup3r-secret-value";

/** All actions but the raw request, which is for no operation in particular. */
export const actionKeys = Object.keys(component.actions).filter((key) => key !== "rawRequest");

/** The inputs of an action without its connection. */
export const inputsOf = (key: string): Input[] =>
  (component.actions[key]?.inputs ?? []).filter((input) => input.type !== "connection");

/** What a person would fill in: the input's own example, or the first of its choices. */
export const exampleOf = ({ key, type, model, example, collection }: Input): unknown => {
  if (collection === "keyvaluelist") return [];
  if (key === "customBody") return "{}";
  if (model) return model[0]?.value;
  if (type === "password") return secret;
  if (type === "boolean") return key === "fetchAll" ? "false" : "true";
  return example;
};

const nextOf = (character: string): string =>
  ({ 9: "0", z: "a" })[character] ?? String.fromCharCode(character.charCodeAt(0) + 1);

/** As valid as the example, and another value: with another last digit, one item less, or another last letter. */
const variationOfText = (example: string): string => {
  if (/\d/.test(example)) return example.replace(/\d(?=\D*$)/, nextOf);
  if (example.includes(",")) return example.replace(/,[^,]*$/, "");
  return example.replace(/[a-z](?=[^a-z]*$)/, nextOf);
};

/** Another value than the example that can be filled in as well. */
export const variationOf = (input: Input): unknown => {
  const { key, type, model, collection } = input;
  if (collection === "keyvaluelist") return [{ key: "expand", value: "all of it" }];
  if (key === "customBody") return '{"ticket":"4711"}';
  if (key === "fieldsToClear") return "";
  if (model) return model[1]?.value;
  if (type === "boolean") return exampleOf(input) === "true" ? "false" : "true";
  return variationOfText(String(exampleOf(input)));
};

export type Values = Record<string, unknown>;

const fill = (inputs: Input[], filling: (input: Input) => unknown): Values =>
  Object.fromEntries(inputs.map((input) => [input.key, filling(input)]));

/** Only the required inputs filled in. The others are blank or have their default, as the platform hands them over. */
export const requiredInputs = (key: string): Values =>
  fill(inputsOf(key), (input) => (input.required ? exampleOf(input) : (input.default ?? "")));

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
