import { runCodeStep } from "./codeStep";
import { type Components, findPart, type TriggerPart } from "./components";
import { problemsOfConditions } from "./conditions";
import { exampleOf, fieldsWithoutExample } from "./examples";
import { type ConfigVar, type Finding, type Flow, isComplex, isCondition, referenceName, type Step } from "./format";
import { problemsOfInputs } from "./inputs";
import { isUnknown, itemsOf, type Output, outputAt } from "./output";
import { payloadWith } from "./platformComponents";
import { problemOfReference, referencesIn, type Scope, strangePlaceholders, type Visible } from "./references";
import { problemsOfFlow, problemsOfRetries, problemsOfTrigger } from "./settings";

interface Check {
  flow: Flow;
  components: Components;
  configVars: ReadonlyMap<string, ConfigVar>;
  /** What the config variables hold when the code of a step is tried. */
  exampleVars: Record<string, unknown>;
  /** What a foreign server answers to the step of this name, as far as it is known. */
  answerTo(step: string): unknown;
  report(step: Step | undefined, reason: string): void;
}

const isAction = ({ action }: Step, component: string, key: string): boolean =>
  action.component.key === component && action.key === key;

const isLoop = (step: Step): boolean => isAction(step, "loop", "loopOverItems");
const isBranch = (step: Step): boolean => isAction(step, "branch", "branchOnExpression");
const isCode = (step: Step): boolean => isAction(step, "code", "runCode");

const checkInputs = (
  check: Check,
  step: Step,
  inputs: Parameters<typeof problemsOfInputs>[1]["inputs"],
  scope: Scope,
) => {
  const receiver = { component: step.action.component.key, inputs, configVars: check.configVars };
  for (const { key, reason } of problemsOfInputs(step.inputs, receiver)) check.report(step, `Input ${key}: ${reason}`);
  for (const [key, input] of Object.entries(step.inputs)) {
    const problems = [
      ...referencesIn(input).flatMap((reference) => problemOfReference(reference, scope) ?? []),
      ...strangePlaceholders(input).map((text) => `${text} stands neither for a step nor for a config variable.`),
    ];
    for (const reason of problems) check.report(step, `Input ${key}: ${reason}`);
  }
};

const resultsByStep = (scope: Scope): Record<string, unknown> =>
  Object.fromEntries(
    [...scope].map(([name, visible]) => [
      name,
      Object.fromEntries(Object.entries(visible).map(([what, { example }]) => [what, example])),
    ]),
  );

const missing: Output = { isMissing: true };

const readsMissing = (code: string, scope: Scope): boolean =>
  [...scope].some(
    ([name, visible]) =>
      Object.values(visible).some(({ isMissing }) => isMissing) && new RegExp(`\\b${name}\\b`).test(code),
  );

const codeOutput = async (check: Check, step: Step, scope: Scope): Promise<Output> => {
  const code = step.inputs.code?.value;
  if (typeof code !== "string") return {};
  try {
    const stepResults = resultsByStep(scope);
    return { example: await runCodeStep(code, { configVars: check.exampleVars, stepResults }) };
  } catch (error) {
    if (!readsMissing(code, scope))
      check.report(step, `Input code: with the examples of the steps before it, it fails: ${(error as Error).message}`);
    return missing;
  }
};

const conditionNames = ({ inputs }: Step): string[] =>
  inputs.conditions && isComplex(inputs.conditions)
    ? inputs.conditions.value.flatMap((item) => (isCondition(item) ? item.name : []))
    : [];

const checkBranch = async (check: Check, step: Step, scope: Scope): Promise<Visible> => {
  const branches = step.branches ?? [];
  const expected = [...conditionNames(step), "Else"].join(", ");
  const actual = branches.map(({ name }) => name).join(", ");
  if (actual !== expected)
    check.report(step, `It has the branches ${actual || "none"}; its conditions are for ${expected}.`);
  const { conditions } = step.inputs;
  const caller = check.flow.schemas && referenceName(check.flow.steps[0].name);
  const problems = conditions && isComplex(conditions) ? problemsOfConditions(conditions, scope, caller) : [];
  for (const reason of problems) check.report(step, `Input conditions: ${reason}`);
  for (const branch of branches) await checkSteps(check, branch.steps, scope);
  return { results: { example: branches[0]?.name } };
};

/** The example of a list has no items, and nothing else says what they are. */
const isEmpty = ({ schema, example }: Output): boolean => !schema && Array.isArray(example) && example.length === 0;

const loopItems = (check: Check, step: Step, scope: Scope): Output => {
  const { items } = step.inputs;
  if (items?.type !== "reference") {
    check.report(step, "Input items: a loop goes over a reference.");
    return missing;
  }
  const [name = "", what = "", ...path] = items.value.split(".");
  const output = scope.get(name)?.[what];
  const list = output && outputAt(output, path);
  if (!list) return missing;
  const item = itemsOf(list);
  if (!item) check.report(step, `Input items: "${items.value}" is not a list.`);
  return !item || isEmpty(list) ? missing : item;
};

const checkLoop = async (check: Check, step: Step, scope: Scope): Promise<Visible> => {
  if (!step.steps) check.report(step, "A loop has steps.");
  const inside: Visible = { currentItem: loopItems(check, step, scope), index: { example: 0 } };
  const last = await checkSteps(check, step.steps ?? [], new Map([...scope, [referenceName(step.name), inside]]));
  if (last && !isUnknown(last))
    return { results: { schema: { type: "array", items: last.schema ?? {} }, example: [last.example] } };
  return { results: last?.isMissing ? { example: [] } : {} };
};

const checkStep = async (check: Check, step: Step, scope: Scope): Promise<Visible> => {
  if (step.isTrigger || step.schedule) check.report(step, "Only the first step of a flow is a trigger.");
  if (step.steps && !isLoop(step)) check.report(step, "Only a loop has steps.");
  if (step.branches && !isBranch(step)) check.report(step, "Only a branch has branches.");
  for (const reason of problemsOfRetries(step, check.flow)) check.report(step, reason);
  const found = findPart(check.components, "actions", step.action);
  if ("reason" in found) {
    check.report(step, found.reason);
    return { results: missing };
  }
  checkInputs(check, step, found.part.inputs, scope);
  if (isBranch(step)) return checkBranch(check, step, scope);
  if (isLoop(step)) return checkLoop(check, step, scope);
  if (isCode(step)) return { results: await codeOutput(check, step, scope) };
  return { results: isUnknown(found.part.output) ? { example: check.answerTo(step.name) } : found.part.output };
};

/** Checks steps that run one after the other; gives what the last of them gives. What they give is seen only by each other. */
const checkSteps = async (check: Check, steps: readonly Step[], outer: Scope): Promise<Output | undefined> => {
  const scope = new Map(outer);
  let last: Output | undefined;
  for (const step of steps) {
    const name = referenceName(step.name);
    if (scope.has(name)) check.report(step, `Another step before it is called "${name}", too.`);
    const visible = await checkStep(check, step, scope);
    scope.set(name, visible);
    last = visible.results;
  }
  return last;
};

const batchOf = ({ triggerResolver }: Flow, items: unknown[]): unknown =>
  triggerResolver?.batchSize === 1 ? items[0] : items;

/** What the trigger gives: its own example, what the flow says that a caller sends, or a batch of its items. */
const triggerOutput = ({ flow, report }: Check, trigger: TriggerPart): Output => {
  const [step] = flow.steps;
  if (!trigger.takesAnyBody) {
    if (!flow.triggerResolver?.enabled || !trigger.exampleItems) return trigger.output;
    const payload = trigger.output.example as { body: unknown };
    return { example: { ...payload, body: { data: batchOf(flow, trigger.exampleItems) } } };
  }
  const invoke = flow.schemas?.invoke;
  if (!invoke) {
    report(step, "The flow does not say in schemas.invoke what a caller sends.");
    return trigger.output;
  }
  for (const field of fieldsWithoutExample(invoke))
    report(step, `schemas.invoke: the field "${field}" has no example.`);
  const { schema } = payloadWith(invoke);
  return { schema, example: { body: { data: exampleOf(invoke) }, headers: {}, queryParameters: {} } };
};

const checkSchedule = ({ flow, configVars, report }: Check) => {
  const [step] = flow.steps;
  if (step.schedule?.type !== "configVar") return;
  const configVar = configVars.get(step.schedule.value);
  if (configVar && configVar.dataType !== "schedule")
    report(step, `The config variable "${configVar.key}" is of type ${configVar.dataType}, not a schedule.`);
};

const checkTrigger = (check: Check): Output => {
  const [step] = check.flow.steps;
  if (!step.isTrigger) check.report(step, "The first step of a flow is its trigger.");
  const found = findPart(check.components, "triggers", step.action);
  if ("reason" in found) {
    check.report(step, found.reason);
    return {};
  }
  checkInputs(check, step, found.part.inputs, new Map());
  for (const reason of problemsOfTrigger(check.flow, found.part)) check.report(step, reason);
  checkSchedule(check);
  return triggerOutput(check, found.part);
};

/** What is wrong with the steps of a flow: what they name, what they are given, and what they refer to. */
export const checkFlow = async (flow: Flow, given: Omit<Check, "flow" | "report">): Promise<Finding[]> => {
  const findings: Finding[] = [];
  const report = (step: Step | undefined, reason: string) => {
    findings.push({ place: step ? `${flow.name} › ${step.name}` : flow.name, reason });
  };
  const check: Check = { flow, report, ...given };
  const [trigger, ...steps] = flow.steps;
  for (const reason of problemsOfFlow(flow)) report(undefined, reason);
  const scope: Scope = new Map([[referenceName(trigger.name), { results: checkTrigger(check) }]]);
  await checkSteps(check, steps, scope);
  const dedupe = flow.queueConfig?.dedupeIdField?.value;
  const problem = dedupe && problemOfReference(dedupe, scope);
  if (problem) report(undefined, `queueConfig: ${problem}`);
  return findings;
};
