import { type ConditionalExpression, evaluate } from "@prismatic-io/spectral/dist/conditionalLogic";
import type { Logger } from "../../../engine/logger";
import { UsageError } from "../../../engine/usageError";
import { runCodeStep } from "../check/codeStep";
import { isComplex, isCondition, referenceName, type Step } from "../check/format";
import type { Params } from "./instance";
import type { Parts } from "./parts";
import { platformActions, Stop } from "./platformActions";
import { allGiven, conditionOf, given, type Known } from "./values";

export interface Execution {
  parts: Parts;
  configVars: Params;
  logger: Logger;
}

const idOf = ({ action }: Step): string => `${action.component.key}.${action.key}`;

const runBranch = async (execution: Execution, step: Step, known: Known): Promise<unknown> => {
  const { conditions } = step.inputs;
  const named = conditions && isComplex(conditions) ? conditions.value.filter(isCondition) : [];
  const chosen = named.find(({ value }) => evaluate(conditionOf(value, known) as unknown as ConditionalExpression));
  const name = chosen?.name ?? "Else";
  const branch = step.branches?.find((each) => each.name === name);
  await runSteps(execution, branch?.steps ?? [], known.steps);
  return name;
};

const runLoop = async (execution: Execution, step: Step, known: Known): Promise<unknown[]> => {
  const items = step.inputs.items && given(step.inputs.items, known);
  if (!Array.isArray(items)) throw new Error(`${step.name}: what it goes over is not a list.`);
  const results: unknown[] = [];
  for (const [index, currentItem] of items.entries()) {
    const inside = { ...known.steps, [referenceName(step.name)]: { currentItem, index } };
    results.push(await runSteps(execution, step.steps ?? [], inside));
  }
  return results;
};

const runCode = ({ logger }: Execution, { inputs }: Step, { configVars, steps }: Known): Promise<unknown> =>
  runCodeStep(String(inputs.code?.value), { configVars, stepResults: steps, logger });

const runAction = async (execution: Execution, step: Step, known: Known): Promise<unknown> => {
  const params = allGiven(step.inputs, known);
  if (!step.action.component.isPublic) return execution.parts.act(step.action, params);
  const action = platformActions[idOf(step)];
  if (!action) throw new UsageError(`The platform's action ${idOf(step)} is not stood in for here.`);
  return action(params);
};

const kinds: Record<string, typeof runAction> = {
  "branch.branchOnExpression": runBranch,
  "loop.loopOverItems": runLoop,
  "code.runCode": runCode,
};

const runOnce = (execution: Execution, step: Step, known: Known): Promise<unknown> =>
  (kinds[idOf(step)] ?? runAction)(execution, step, known);

/** Tries a step as often as its error handling says, without the breaks between; undefined where its error is ignored. */
const runStep = async (execution: Execution, step: Step, known: Known): Promise<unknown> => {
  const { errorHandlerType = "fail", maxAttempts = 0, ignoreFinalError = false } = step.errorConfig ?? {};
  const isIgnored = errorHandlerType === "ignore" || ignoreFinalError;
  for (let left = errorHandlerType === "retry" ? maxAttempts : 0; ; left--) {
    try {
      return await runOnce(execution, step, known);
    } catch (error) {
      if (error instanceof Stop || error instanceof UsageError) throw error;
      if (left > 0) continue;
      if (!isIgnored) throw error;
      execution.logger.warn(`${step.name}: ${(error as Error).message}`);
      return undefined;
    }
  }
};

/** Runs steps one after the other; gives what the last of them gives. What they give is seen only by each other. */
export const runSteps = async (execution: Execution, steps: readonly Step[], outer: Params): Promise<unknown> => {
  const known: Known = { configVars: execution.configVars, steps: { ...outer } };
  let results: unknown;
  for (const step of steps) {
    results = await runStep(execution, step, known);
    known.steps[referenceName(step.name)] = { results };
  }
  return results;
};
