import { parseJson } from "../../../engine/files";
import { suggestion } from "../../../engine/suggest";
import { type Components, findPart } from "./components";
import type { ConfigVar, Finding, Flow, Integration, Step, StepInput } from "./format";
import { problemsOfInputs } from "./inputs";
import { configVarsIn } from "./references";

/** The config variables that the code of a step reads. */
export const configVarsOfCode = (code: string): string[] =>
  [...code.matchAll(/\bconfigVars(?:\.(\w+)|\[(["'`])(.+?)\2\])/g)].map(([, name, , quoted]) => name ?? quoted ?? "");

const insideOf = ({ steps = [], branches = [] }: Step): Step[] => [
  ...steps,
  ...branches.flatMap((branch) => branch.steps),
];

const allSteps = (steps: readonly Step[]): Step[] => steps.flatMap((step) => [step, ...allSteps(insideOf(step))]);

const usedByInputs = (inputs: Record<string, StepInput> = {}): string[] => Object.values(inputs).flatMap(configVarsIn);

const codeOf = ({ action, inputs }: Step): string =>
  action.component.key === "code" && typeof inputs.code?.value === "string" ? inputs.code.value : "";

const usedByStep = (step: Step): string[] => [
  ...usedByInputs(step.inputs),
  ...(step.schedule?.type === "configVar" ? [step.schedule.value] : []),
  ...configVarsOfCode(codeOf(step)),
];

/** Every use of a config variable, with the place of it. */
const uses = ({ flows, requiredConfigVars }: Integration): { place: string; key: string }[] => [
  ...flows.flatMap((flow: Flow) =>
    allSteps(flow.steps).flatMap((step) =>
      usedByStep(step).map((key) => ({ place: `${flow.name} › ${step.name}`, key })),
    ),
  ),
  ...requiredConfigVars.flatMap(({ key: place, inputs }) => usedByInputs(inputs).map((key) => ({ place, key }))),
];

export const repeated = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);

const problemsOfPart = (configVar: ConfigVar, components: Components, configVars: ReadonlyMap<string, ConfigVar>) => {
  const { connection, dataSource, inputs = {} } = configVar;
  const reference = connection ?? dataSource;
  if (!reference) return [];
  const found = findPart(components, connection ? "connections" : "dataSources", reference);
  if ("reason" in found) return [found.reason];
  const { key: component } = reference.component;
  // What a connection still needs is filled in by the customer.
  const declared = connection ? found.part.inputs.map((input) => ({ ...input, required: false })) : found.part.inputs;
  return problemsOfInputs(inputs, { component, inputs: declared, configVars }).map(
    ({ key, reason }) => `Input ${key}: ${reason}`,
  );
};

const problemOfChoices = ({ dataType, dataSource, pickList, defaultValue }: ConfigVar): string[] => {
  if (dataType !== "picklist") return [];
  if (!dataSource === !pickList) return ["A picklist has either a data source or a list of choices."];
  return pickList && defaultValue && !pickList.includes(defaultValue) ? ["The default is none of the choices."] : [];
};

const isListOfPairs = (value: unknown): boolean =>
  Array.isArray(value) && value.every((pair) => typeof pair?.key === "string" && typeof pair.value === "string");

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

const scalarDefaults: Record<string, { isRight: (text: string) => boolean; reason: string }> = {
  boolean: { isRight: (text) => ["true", "false"].includes(text), reason: "neither true nor false" },
  number: { isRight: (text) => Number.isFinite(Number(text)), reason: "no number" },
  schedule: { isRight: (text) => text.trim().split(/\s+/).length === 5, reason: "no cron expression of five fields" },
};

const problemOfDefault = ({ dataType, collectionType, defaultValue }: ConfigVar): string[] => {
  if (!defaultValue) return [];
  const { isRight, reason } = scalarDefaults[dataType] ?? {};
  if (isRight && !isRight(defaultValue)) return [`The default "${defaultValue}" is ${reason}.`];
  if (!collectionType) return [];
  const list = parseJson(defaultValue);
  if (collectionType === "valuelist") return isListOfTexts(list) ? [] : ["The default is no JSON list of texts."];
  return isListOfPairs(list) ? [] : ['The default is no JSON list of {"key": "…", "value": "…"}.'];
};

/** What is wrong with the config variables and pages: parts, inputs, what is not defined, not used, not shown. */
export const checkConfigVars = (integration: Integration, components: Components): Finding[] => {
  const { requiredConfigVars, configPages } = integration;
  const configVars = new Map(requiredConfigVars.map((configVar) => [configVar.key, configVar]));
  const shown = configPages.flatMap(({ name, elements }) =>
    elements.flatMap(({ type, value }) =>
      type === "htmlElement" ? [] : [{ place: `Config page ${name}`, key: value }],
    ),
  );
  const used = uses(integration);
  const usedKeys = new Set(used.map(({ key }) => key));
  const shownKeys = new Set(shown.map(({ key }) => key));
  const undefinedOnes = [...used, ...shown].filter(({ key }) => !configVars.has(key));
  const finding = (key: string, reason: string): Finding => ({ place: `Config variable ${key}`, reason });
  return [
    ...undefinedOnes.map(({ place, key }) => ({
      place,
      reason: `There is no config variable "${key}".${suggestion(key, [...configVars.keys()])}`,
    })),
    ...repeated(requiredConfigVars.map(({ key }) => key)).map((key) => finding(key, "It is defined twice.")),
    ...repeated(shown.map(({ key }) => key)).map((key) => finding(key, "It is on two config pages.")),
    ...requiredConfigVars.flatMap((configVar) => [
      ...(usedKeys.has(configVar.key) ? [] : [finding(configVar.key, "It is not used.")]),
      ...(shownKeys.has(configVar.key) || configVar.orgOnly || configVar.useScopedConfigVar
        ? []
        : [finding(configVar.key, "It is on no config page.")]),
      ...[
        ...problemsOfPart(configVar, components, configVars),
        ...problemOfChoices(configVar),
        ...problemOfDefault(configVar),
      ].map((reason) => finding(configVar.key, reason)),
    ]),
  ];
};
