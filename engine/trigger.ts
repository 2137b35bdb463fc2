import type { Input, NextPaginationState, ResolveItems, Trigger, TriggerResult } from "./component";
import { type Context, createContext, createPayload, type FlowState } from "./context";
import type { Logger } from "./logger";
import { isOnDeploy, type Params } from "./params";
import { type StateStore, stored } from "./state";
import { UsageError } from "./usageError";

type PaginationState = Record<string, unknown>;

/** An execution of a trigger that failed: says which, and keeps the error of the perform as its cause. */
export class TriggerFailure extends Error {}

/** One execution of a trigger: a poll or the initial sync, page by page where it is batched. */
interface Execution {
  /** For messages. */
  name: string;
  inputs: Input[];
  perform: Trigger["perform"];
  resolveItems?: ResolveItems;
  nextPaginationState?: NextPaginationState;
}

/** One page of an execution, or all of it where the trigger is not batched: what a flow gets, and what is kept. */
export interface TriggerPage {
  /** From 1; undefined where the trigger is not batched. */
  page?: number;
  /** The platform's kind of result, when it is not the usual one, such as `polled_no_changes`. */
  resultType?: string;
  branch?: string;
  /** `body.data` of the payload, where the trigger is not batched. */
  data?: unknown;
  /** Each of them starts an execution of the flow, or a batch of them does. */
  items?: unknown[];
  paginationState?: PaginationState | null;
  state: FlowState;
}

export interface TriggerRun {
  trigger: Trigger;
  params: Params;
  store: StateStore;
  logger: Logger;
  debug: boolean;
  /** Show what a flow with batches gets of a trigger that leaves the choice to the flow. */
  batches?: boolean;
}

const pollOf = (
  { inputs, perform, resolveTriggerItems, getNextPaginationState }: Trigger,
  count: number,
): Execution => ({
  name: `Poll ${count}`,
  inputs: inputs.filter((input) => !isOnDeploy(input)),
  perform,
  resolveItems: resolveTriggerItems,
  nextPaginationState: getNextPaginationState,
});

const initialSyncOf = (trigger: Trigger): Execution => {
  const { key, inputs, onDeployPerform, resolveOnDeployItems, getOnDeployNextPaginationState } = trigger;
  if (!onDeployPerform) throw new UsageError(`The trigger ${key} has no initial sync.`);
  return {
    name: "Initial sync",
    inputs,
    perform: onDeployPerform,
    resolveItems: resolveOnDeployItems,
    nextPaginationState: getOnDeployNextPaginationState,
  };
};

const pick = (params: Params, inputs: readonly Input[]): Params =>
  Object.fromEntries(inputs.map(({ key }) => [key, params[key]]));

/** State that a perform returns is stored over what it changed in its context. */
const stateAfter = (context: Context, result: TriggerResult | undefined): FlowState =>
  stored({
    instanceState: { ...context.instanceState, ...result?.instanceState },
    crossFlowState: { ...context.crossFlowState, ...result?.crossFlowState },
    integrationState: { ...context.integrationState, ...result?.integrationState },
  });

/** Where batches are left to the flow, there are none unless they are asked for. */
const isBatched = ({ trigger, batches }: TriggerRun): boolean =>
  trigger.triggerResolverSupport !== "valid" || batches === true;

const performPage = async (
  { inputs, perform, resolveItems, nextPaginationState }: Execution,
  run: TriggerRun,
  state: FlowState,
  paginationState: PaginationState | null,
): Promise<TriggerPage> => {
  const { trigger, params, logger, debug } = run;
  const batchSize = isBatched(run) ? trigger.triggerResolverDefaultBatchSize : undefined;
  const context = createContext({ logger, debug, batchSize }, stored(state));
  const result = await perform(context, createPayload(context, paginationState), pick(params, inputs));
  const { resultType, branch } = result ?? {};
  const page = { resultType, branch, state: stateAfter(context, result) };
  const items = result && isBatched(run) ? resolveItems?.(context, result) : undefined;
  if (!result || !items) return { ...page, data: result?.payload?.body?.data };
  return { ...page, items, paginationState: nextPaginationState?.(context, result) ?? null };
};

/** Follows the pages of one execution; the state is saved when the last one has gone well. */
async function* performPages(run: TriggerRun, execution: Execution): AsyncGenerator<TriggerPage> {
  const seen = new Set<string>();
  let state = run.store.load();
  let cursor: PaginationState | null = null;
  for (let number = 1; number === 1 || cursor; number++) {
    const page: TriggerPage = await performPage(execution, run, state, cursor).catch((cause) => {
      throw new TriggerFailure(number > 1 ? `${execution.name}, page ${number}` : execution.name, { cause });
    });
    state = page.state;
    cursor = page.paginationState ?? null;
    yield page.items ? { page: number, ...page } : page;
    const place = JSON.stringify(cursor);
    if (cursor && seen.has(place)) {
      throw new UsageError(
        `${execution.name}, page ${number}: this paginationState has been before, so the pages never end.`,
      );
    }
    seen.add(place);
  }
  run.store.save(state);
}

const refuseBatches = ({ trigger, batches }: TriggerRun): void => {
  if (batches && !trigger.resolveTriggerItems) throw new UsageError(`The trigger ${trigger.key} has no batches.`);
};

/**
 * Performs a trigger as the platform does on a schedule, for the `count`th time, from 1. The state is loaded from the
 * store and saved there at the end; an execution that fails throws a `TriggerFailure` and leaves it as it was. Throws a
 * `UsageError` for batches that the trigger does not have.
 */
export async function* poll(run: TriggerRun, count: number): AsyncGenerator<TriggerPage> {
  refuseBatches(run);
  yield* performPages(run, pollOf(run.trigger, count));
}

/** Performs the sync of a first deployment, as `poll` does a poll. Throws a `UsageError` when the trigger has none. */
export async function* initialSync(run: TriggerRun): AsyncGenerator<TriggerPage> {
  refuseBatches(run);
  yield* performPages(run, initialSyncOf(run.trigger));
}
