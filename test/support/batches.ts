/** Drives the batch triggers of the built component as the platform does. */
import type { Connection } from "@prismatic-io/spectral";
import type { Trigger } from "../../engine/component";
import { createContext, createPayload, type FlowState } from "../../engine/context";
import type { Sandbox } from "../../sandbox/teamviewer";
import { component } from "./component";
import { recordingLogger } from "./logger";

/**
 * When the platform keeps what a page stores, which it does not say. `perPage`: at once, and the next page sees it.
 * `unseen`: at once, but every page of a run sees the state from before the run. `perRun`: after the last page; a run
 * that fails leaves nothing.
 */
export type Keeping = "perPage" | "unseen" | "perRun";

export const keepings: Keeping[] = ["perPage", "unseen", "perRun"];

export interface SyncRun<Item> {
  /** The items of all pages that succeeded. */
  items: Item[];
  /** How many items each page gave. */
  pages: number[];
  /** What the platform reads, from the first page only. */
  polledNoChanges: boolean;
  warnings: string[];
  calls: number;
  /** Where each page but the last said that the next one starts. */
  places: Record<string, unknown>[];
  /** Characters of the largest state and of the largest `paginationState`. */
  sizes: { state: number; place: number };
  error?: Error;
}

interface RunOptions {
  inputs?: object;
  /** The initial sync on deploy, with its inputs. */
  initial?: object;
  keeping?: Keeping;
  /** Called before each page; pages count from 1. */
  before?: (page: number) => void;
}

const triggerOf = (key: string): Trigger => {
  const trigger = component.triggers[key];
  if (!trigger) throw new Error(`The component has no ${key}. Is it built?`);
  return trigger;
};

const performsOf = (trigger: Trigger, initial: boolean) =>
  initial
    ? {
        perform: trigger.onDeployPerform,
        itemsOf: trigger.resolveOnDeployItems,
        nextOf: trigger.getOnDeployNextPaginationState,
      }
    : { perform: trigger.perform, itemsOf: trigger.resolveTriggerItems, nextOf: trigger.getNextPaginationState };

const roundTrip = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const isOnDeploy = (input: object) => "scope" in input && input.scope === "ON_DEPLOY";

/** One instance of a flow with this trigger. Everything that lasts is stored as JSON in between. */
export const syncInstance = <Item>(key: string, sandbox: Sandbox, connection: () => Connection) => {
  const trigger = triggerOf(key);
  let kept: FlowState = { instanceState: {}, crossFlowState: {}, integrationState: {} };

  const paramsFor = ({ inputs, initial }: RunOptions) => {
    const declared = trigger.inputs.filter((input) => initial || !isOnDeploy(input));
    const defaults = Object.fromEntries(declared.map((input) => [input.key, input.default ?? ""]));
    return { ...defaults, ...inputs, ...initial, connection: connection() };
  };

  /** Performs one page, and gives its outcome and the state that it stored. */
  const page = async (place: Record<string, unknown> | null, seen: FlowState, options: RunOptions) => {
    const { perform, itemsOf, nextOf } = performsOf(trigger, options.initial !== undefined);
    if (!perform || !itemsOf || !nextOf) throw new Error(`${key} is not a batch trigger with an initial sync.`);
    const { logger, lines } = recordingLogger();
    const context = createContext({ logger, debug: false }, roundTrip(seen));
    const result = await perform(context, createPayload(context, place), paramsFor(options));
    if (!result) throw new Error(`${key} gave no result.`);
    return {
      items: roundTrip(itemsOf(context, result)) as Item[],
      next: roundTrip(nextOf(context, result)),
      noChanges: result.resultType === "polled_no_changes",
      state: roundTrip({ ...seen, instanceState: context.instanceState }),
      warnings: lines.filter(({ level }) => level === "warn").map(({ text }) => text),
    };
  };

  const run = async (options: RunOptions = {}): Promise<SyncRun<Item>> => {
    const { keeping = "perPage", before } = options;
    const atStart = kept;
    const firstCall = sandbox.requests.length;
    const outcome: SyncRun<Item> = {
      items: [],
      pages: [],
      polledNoChanges: false,
      warnings: [],
      calls: 0,
      places: [],
      sizes: { state: 0, place: 0 },
    };
    let place: Record<string, unknown> | null = null;
    let seen = atStart;
    do {
      before?.(outcome.pages.length + 1);
      try {
        const { items, next, noChanges, state, warnings }: Awaited<ReturnType<typeof page>> = await page(
          place,
          seen,
          options,
        );
        if (!place) outcome.polledNoChanges = noChanges;
        outcome.items.push(...items);
        outcome.pages.push(items.length);
        outcome.warnings.push(...warnings);
        if (next) outcome.places.push(next);
        outcome.sizes.place = Math.max(outcome.sizes.place, JSON.stringify(next).length);
        outcome.sizes.state = Math.max(outcome.sizes.state, JSON.stringify(state.instanceState).length);
        place = next;
        seen = keeping === "unseen" ? atStart : state;
        if (keeping !== "perRun" || !next) kept = state;
      } catch (error) {
        outcome.error = error as Error;
        place = null;
      }
    } while (place);
    outcome.calls = sandbox.requests.length - firstCall;
    return outcome;
  };

  return {
    run,
    /** One page alone, with the state that is kept; what it stores is kept only by `state.keep`. */
    page: (place: Record<string, unknown> | null, options: RunOptions = {}) => page(place, kept, options),
    state: {
      keep: (state: FlowState) => {
        kept = state;
      },
      /** Puts this in place of what the trigger stored. */
      overwrite: (polling: unknown) => {
        kept = { ...kept, instanceState: { __prismaticInternal: { polling } } };
      },
      text: () =>
        JSON.stringify(
          (kept.instanceState as { __prismaticInternal?: { polling?: unknown } }).__prismaticInternal?.polling ?? {},
        ),
    },
  };
};
