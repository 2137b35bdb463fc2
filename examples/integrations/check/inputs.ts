import type { Input } from "../../../engine/component";
import { parseJson } from "../../../engine/files";
import { suggestion } from "../../../engine/suggest";
import type { ConfigVar, PartReference, SimpleInput, StepInput } from "./format";
import { isComplex, isCondition } from "./format";

/** The part that inputs are given to, and the config variables that they may use. */
export interface Receiver {
  /** The component whose inputs they are. */
  component: string;
  inputs: readonly Input[];
  configVars: ReadonlyMap<string, ConfigVar>;
}

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(value);

const isJson = (value: string): boolean => parseJson(value) !== undefined;

/** The reason why a fixed value does not suit an input. */
const problemOfValue = ({ type, model, dataSource, language }: Input, value: string): string | undefined => {
  if (value === "") return undefined;
  if (type === "connection") return "A connection is a config variable.";
  if (type === "password") return "A secret is a config variable, not part of the definition.";
  if (dataSource) return "The ID of a record is a config variable or a reference: it is another one for each customer.";
  if (type === "boolean" && !["true", "false"].includes(value)) return `"${value}" is neither true nor false.`;
  if (type === "timestamp" && !isDate(value)) return `"${value}" is no date in ISO 8601.`;
  if (type === "code" && language === "json" && !isJson(value)) return "The value is not JSON.";
  if (type === "structuredObject" && !isJson(value)) return "The value is not a JSON object.";
  if (model?.length && !model.some((choice) => choice.value === value))
    return `"${value}" is none of ${model.map((choice) => choice.value).join(", ")}.`;
  return undefined;
};

const samePart = (left: PartReference | undefined, component: string, key: string): boolean =>
  left?.component.key === component && left.key === key;

const suits: Record<string, readonly string[]> = {
  boolean: ["boolean"],
  timestamp: ["timestamp", "date", "string"],
  code: ["code", "string", "jsonForm"],
  password: ["string"],
  string: ["string", "number", "picklist", "date", "timestamp", "boolean", "code", "jsonForm"],
};

const problemOfConfigVar = (input: Input, configVar: ConfigVar, component: string): string | undefined => {
  const { key, dataType, connection, useScopedConfigVar, dataSource, pickList, collectionType } = configVar;
  if ((input.type === "connection") !== (dataType === "connection"))
    return `The config variable "${key}" is of type ${dataType}, the input takes a ${input.type}.`;
  if (dataType === "connection")
    return useScopedConfigVar || connection?.component.key === component
      ? undefined
      : `The connection "${key}" is one of ${connection?.component.key}, not of ${component}.`;
  if (!suits[input.type]?.includes(dataType))
    return `The config variable "${key}" is of type ${dataType}, the input takes a ${input.type}.`;
  if ((collectionType ?? "") !== (input.collection ?? ""))
    return `The config variable "${key}" is ${collectionType ?? "a single value"}, the input takes ${input.collection ?? "a single value"}.`;
  if (dataSource && input.dataSource && !samePart(dataSource, component, input.dataSource))
    return `The config variable "${key}" is filled by ${dataSource.key}, the input by ${input.dataSource}.`;
  const strange = input.model?.length ? pickList?.find((value) => problemOfValue(input, value)) : undefined;
  if (strange !== undefined) return `The config variable "${key}" offers "${strange}", which the input does not have.`;
  if (input.model?.length && !pickList) return `The config variable "${key}" is free text, the input has choices.`;
  return undefined;
};

const problemOfSimple = (input: Input, given: SimpleInput, { component, configVars }: Receiver): string | undefined => {
  if (given.type === "value") return problemOfValue(input, given.value);
  const configVar = given.type === "configVar" ? configVars.get(given.value) : undefined;
  if (configVar) return problemOfConfigVar(input, configVar, component);
  if (input.type === "connection") return given.value === "" ? undefined : "A connection is a config variable.";
  return undefined;
};

const problemsOfItems = (input: Input, given: StepInput & { type: "complex" }, receiver: Receiver): string[] =>
  given.value.flatMap((item) => {
    if (isCondition(item)) return [];
    if ((input.collection === "keyvaluelist") !== (item.name !== undefined && item.name !== ""))
      return [input.collection === "keyvaluelist" ? "A pair has no name." : "An item of a list has a name."];
    return problemOfSimple({ ...input, collection: undefined }, item, receiver) ?? [];
  });

const problemsOfInput = (input: Input, given: StepInput, receiver: Receiver): string[] => {
  if (isComplex(given))
    return input.collection ? problemsOfItems(input, given, receiver) : ["The input takes one value, not a list."];
  if (input.collection && given.type === "value") return ["The input takes a list: type complex."];
  return [problemOfSimple(input, given, receiver) ?? []].flat();
};

const isGiven = (input: StepInput | undefined): boolean => input !== undefined && input.value.length > 0;

/** What is wrong with the inputs of a step or a data source, each with the key of the input. */
export const problemsOfInputs = (
  given: Readonly<Record<string, StepInput>>,
  receiver: Receiver,
): { key: string; reason: string }[] => {
  const known = new Map(receiver.inputs.map((input) => [input.key, input]));
  const missing = receiver.inputs.filter(
    ({ key, required, default: initial }) => required && !isGiven(given[key]) && (initial ?? "") === "",
  );
  const wrong = Object.entries(given).flatMap(([key, value]) => {
    const input = known.get(key);
    const reasons = input
      ? problemsOfInput(input, value, receiver)
      : [`There is no such input.${suggestion(key, [...known.keys()])}`];
    return reasons.map((reason) => ({ key, reason }));
  });
  return [...missing.map(({ key }) => ({ key, reason: "It is required and has no value." })), ...wrong];
};
