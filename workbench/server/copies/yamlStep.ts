import { stringify } from "yaml";
import type { DataSource } from "../../../engine/component";
import { isConnection } from "../../../engine/params";
import { type Call, connectionName, type GivenInput, type Pair } from "./given";
import { stepName } from "./names";
import { needsSchedule, usualSchedule } from "./schedule";

/** An input in the YAML of an integration, definition version 7. */
type YamlInput = { type: "value" | "configVar"; value: string } | { type: "complex"; value: YamlItem[] };
type YamlItem = { name?: { type: "value"; value: string }; type: "value"; value: string };

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const valueItem = (value: unknown): YamlItem => ({ type: "value", value: asText(value) });

const yamlInput = ({ input, value, isSecret }: GivenInput): YamlInput => {
  if (isSecret) return { type: "configVar", value: input.label };
  if (input.collection === "keyvaluelist") {
    return {
      type: "complex",
      value: (value as Pair[]).map((pair) => ({ name: { type: "value", value: pair.key }, ...valueItem(pair.value) })),
    };
  }
  if (input.collection === "valuelist") return { type: "complex", value: (value as unknown[]).map(valueItem) };
  return valueItem(value) as YamlInput;
};

const inputsOf = (call: Call): Record<string, YamlInput> => {
  const { entry, inputs } = call;
  const connections = entry.definition.inputs.filter(isConnection);
  return Object.fromEntries([
    ...connections.map(({ key }): [string, YamlInput] => [key, { type: "configVar", value: connectionName(call) }]),
    ...inputs.map((given): [string, YamlInput] => [given.input.key, yamlInput(given)]),
  ]);
};

const referenceTo = ({ bench, entry }: Call) => ({
  key: entry.definition.key,
  component: { key: bench.component.key, version: "LATEST", isPublic: false },
});

const firstSentence = (text: string) => /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;

const schedule = { type: "value", value: usualSchedule, meta: { scheduleType: "custom", timeZone: "" } };

const stepOf = (call: Call) => {
  const { kind, definition } = call.entry;
  const { label, description } = definition.display;
  return {
    name: stepName(label),
    description: firstSentence(description),
    ...(kind === "trigger" && { isTrigger: true }),
    ...(needsSchedule(call.entry) && { schedule }),
    action: referenceTo(call),
    inputs: inputsOf(call),
  };
};

const configVarOf = (call: Call, { display, dataSourceType }: DataSource) => ({
  key: stepName(display.label),
  description: firstSentence(display.description),
  dataType: dataSourceType,
  orgOnly: false,
  dataSource: referenceTo(call),
  inputs: inputsOf(call),
});

/** The call as a step of an integration's YAML; of a data source, the config variable that it fills. */
export const yamlStep = (call: Call): string => {
  const { entry } = call;
  return stringify([entry.kind === "data source" ? configVarOf(call, entry.definition) : stepOf(call)], {
    lineWidth: 100,
    // Readers of version 1.1 take more texts for dates, numbers and booleans.
    version: "1.1",
  });
};
