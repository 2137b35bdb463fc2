import { type Component, findEntry, loadComponent, type Trigger } from "../../../engine/component";
import { createContext, createPayload, type Payload } from "../../../engine/context";
import type { Logger } from "../../../engine/logger";
import { perform } from "../../../engine/perform";
import { inMemory, type StateStore } from "../../../engine/state";
import { poll } from "../../../engine/trigger";
import { UsageError } from "../../../engine/usageError";
import type { Flow, PartReference } from "../check/format";
import type { InstanceOptions, Params } from "./instance";

/** What the flows of one instance call and are started by. */
export interface Parts {
  /** Runs an action of a built component; gives what a later step sees of it. */
  act(reference: PartReference, params: Params): Promise<unknown>;
  /** The payload of an execution, with this as the data of its body. */
  payloadWith(data: unknown): Payload;
  /** Polls the trigger of a flow; gives the data of the executions that it starts. Its state is kept for the next poll. */
  poll(flow: Flow, params: Params): Promise<unknown[]>;
}

const nothing = "polled_no_changes";

const batchSizeOf = (flow: string, resolver: Flow["triggerResolver"]): number => {
  if (resolver?.enabled) return resolver.batchSize;
  throw new UsageError(`The flow "${flow}" does not say how large its batches are.`);
};

const batchesOf = (items: unknown[], size: number): unknown[] => {
  const batches: unknown[] = [];
  for (let start = 0; start < items.length; start += size) {
    batches.push(size === 1 ? items[start] : items.slice(start, start + size));
  }
  return batches;
};

export const partsOf = ({ dist, logger }: Pick<InstanceOptions, "dist" | "logger">): Parts => {
  const surroundings: { logger: Logger; debug: boolean } = { logger, debug: false };
  const loaded = new Map<string, Component>();
  const stores = new Map<string, StateStore>();

  const entryOf = ({ component: { key }, key: part }: PartReference) => {
    const component = loaded.get(key) ?? loadComponent(dist, key);
    loaded.set(key, component);
    return findEntry(component, part);
  };

  const triggerOf = (reference: PartReference): Trigger => {
    const entry = entryOf(reference);
    if (entry.kind === "trigger") return entry.definition;
    throw new UsageError(`${reference.component.key} has no trigger "${reference.key}".`);
  };

  const storeOf = (flow: string): StateStore => {
    const store = stores.get(flow) ?? inMemory();
    stores.set(flow, store);
    return store;
  };

  return {
    act(reference, params) {
      const entry = entryOf(reference);
      if (entry.kind === "trigger") throw new UsageError(`${reference.key} is a trigger, not an action.`);
      return perform(entry, params, surroundings);
    },
    payloadWith: (data) => ({ ...createPayload(createContext(surroundings)), body: { data } }),
    async poll({ name, steps: [{ action }], triggerResolver }, params) {
      const batches = triggerResolver?.enabled ?? false;
      const trigger = triggerOf(action);
      const found: unknown[] = [];
      for await (const page of poll({ trigger, params, store: storeOf(name), batches, ...surroundings }, 1)) {
        if (page.resultType === nothing) continue;
        found.push(...(page.items ? batchesOf(page.items, batchSizeOf(name, triggerResolver)) : [page.data]));
      }
      return found;
    },
  };
};
