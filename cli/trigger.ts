import { setTimeout as waitFor } from "node:timers/promises";
import type { Polling } from "./arguments";
import { CommandError } from "./commandError";
import type { Input, NextPaginationState, ResolveItems, Trigger, TriggerResult } from "./component";
import { type Context, createContext, createPayload, type FlowState } from "./context";
import { isOnDeploy, type Params } from "./inputs";
import type { Output } from "./output";
import { type StateStore, shownState, stored } from "./state";

type PaginationState = Record<string, unknown>;

/** An execution of a trigger that failed: says which, and keeps the error of the perform as its cause. */
export class TriggerFailure extends Error {}

/** One execution of a trigger: a poll or the initial sync, page by page where it is batched. */
interface Execution {
  /** For messages, and as fields of what is printed. */
  name: string;
  label: Record<string, unknown>;
  inputs: Input[];
  perform: Trigger["perform"];
  resolveItems?: ResolveItems;
  nextPaginationState?: NextPaginationState;
}

export interface TriggerRun {
  trigger: Trigger;
  params: Params;
  polling: Polling;
  store: StateStore;
  output: Output;
  debug: boolean;
  /** What happens before each poll but the first. */
  betweenPolls?: () => void;
  wait?: (milliseconds: number) => Promise<unknown>;
}

const poll = ({ inputs, perform, resolveTriggerItems, getNextPaginationState }: Trigger, count: number): Execution => ({
  name: `Poll ${count}`,
  label: { poll: count },
  inputs: inputs.filter((input) => !isOnDeploy(input)),
  perform,
  resolveItems: resolveTriggerItems,
  nextPaginationState: getNextPaginationState,
});

const initialSync = (trigger: Trigger): Execution => {
  const { key, inputs, onDeployPerform, resolveOnDeployItems, getOnDeployNextPaginationState } = trigger;
  if (!onDeployPerform) throw new CommandError(`The trigger ${key} has no initial sync.`);
  return {
    name: "Initial sync",
    label: { initialSync: true },
    inputs,
    perform: onDeployPerform,
    resolveItems: resolveOnDeployItems,
    nextPaginationState: getOnDeployNextPaginationState,
  };
};

const pick = (params: Params, inputs: readonly Input[]): Params =>
  Object.fromEntries(inputs.map(({ key }) => [key, params[key]]));

const outcome = (result: TriggerResult | undefined) => ({
  ...(result?.resultType ? { resultType: result.resultType } : {}),
  ...(result?.resultType ? { polledNoChanges: result.resultType === "polled_no_changes" } : {}),
  ...(result?.branch === undefined ? {} : { branch: result.branch }),
});

/** State that a perform returns is stored over what it changed in its context. */
const stateAfter = (context: Context, result: TriggerResult | undefined): FlowState =>
  stored({
    instanceState: { ...context.instanceState, ...result?.instanceState },
    crossFlowState: { ...context.crossFlowState, ...result?.crossFlowState },
    integrationState: { ...context.integrationState, ...result?.integrationState },
  });

interface Page {
  result: TriggerResult | undefined;
  /** Undefined where the trigger is not batched. */
  items?: unknown[];
  paginationState: PaginationState | null;
  state: FlowState;
}

/** Where batches are left to the flow, there are none unless they are asked for. */
const isBatched = ({ trigger, polling }: TriggerRun): boolean =>
  trigger.triggerResolverSupport !== "valid" || polling.batches === true;

const performPage = async (
  { inputs, perform, resolveItems, nextPaginationState }: Execution,
  run: TriggerRun,
  state: FlowState,
  paginationState: PaginationState | null,
): Promise<Page> => {
  const { trigger, params, output, debug } = run;
  const batchSize = isBatched(run) ? trigger.triggerResolverDefaultBatchSize : undefined;
  const context = createContext({ logger: output.logger, debug, batchSize }, stored(state));
  const result = await perform(context, createPayload(context, paginationState), pick(params, inputs));
  const page = { result, paginationState: null, state: stateAfter(context, result) };
  if (!result || !isBatched(run)) return page;
  return {
    ...page,
    items: resolveItems?.(context, result),
    paginationState: nextPaginationState?.(context, result) ?? null,
  };
};

/** Follows the pages of one execution and prints each; gives the state after the last. */
const performPages = async (run: TriggerRun, execution: Execution, start: FlowState): Promise<FlowState> => {
  const seen = new Set<string>();
  let state = start;
  let cursor: PaginationState | null = null;
  for (let page = 1; page === 1 || cursor; page++) {
    const performed: Page = await performPage(execution, run, state, cursor).catch((cause) => {
      throw new TriggerFailure(page > 1 ? `${execution.name}, page ${page}` : execution.name, { cause });
    });
    const { result, items, paginationState } = performed;
    state = performed.state;
    cursor = paginationState;
    run.output.json({
      ...execution.label,
      ...(items ? { page } : {}),
      ...outcome(result),
      ...(items ? { items, paginationState } : { data: result?.payload?.body?.data }),
      ...shownState(state),
    });
    const place = JSON.stringify(cursor);
    if (cursor && seen.has(place)) {
      throw new CommandError(
        `${execution.name}, page ${page}: this paginationState has been before, so the pages never end.`,
      );
    }
    seen.add(place);
  }
  return state;
};

/**
 * Performs a trigger as the platform does on a schedule, after its initial sync where that is wanted, and prints one
 * JSON document per poll or page. The state is saved after each execution; one that fails throws a `TriggerFailure` and
 * leaves the state as it was.
 */
export const runTrigger = async (run: TriggerRun): Promise<void> => {
  const { trigger, polling, store, wait = waitFor } = run;
  if (polling.batches && !trigger.resolveTriggerItems)
    throw new CommandError(`The trigger ${trigger.key} has no batches.`);
  if (polling.initialSync) store.save(await performPages(run, initialSync(trigger), store.load()));
  for (let count = 1; count <= polling.polls; count++) {
    if (count > 1) {
      await wait(polling.secondsBetween * 1000);
      run.betweenPolls?.();
    }
    store.save(await performPages(run, poll(trigger, count), store.load()));
  }
};
