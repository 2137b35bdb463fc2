import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { FlowState } from "./context";
import { parseJson, readKept, writeKept } from "./files";
import { isRecord } from "./json";
import { UsageError } from "./usageError";

type State = Record<string, unknown>;

const emptyState: FlowState = { instanceState: {}, crossFlowState: {}, integrationState: {} };

/** A copy as the platform stores it: only what JSON can hold. */
export const stored = (state: FlowState): FlowState => JSON.parse(JSON.stringify(state));

/** What spectral keeps for `context.polling` in the state of the instance. */
const pollingState = ({ instanceState }: FlowState): State => {
  const internal = instanceState.__prismaticInternal;
  return isRecord(internal) && isRecord(internal.polling) ? internal.polling : {};
};

/** The state for display: that of the polls, and any other that is not empty. */
export const shownState = (state: FlowState): State => {
  const { __prismaticInternal, ...instanceState } = state.instanceState;
  const { crossFlowState, integrationState } = state;
  const others = Object.entries({ instanceState, crossFlowState, integrationState });
  return {
    state: pollingState(state),
    ...Object.fromEntries(others.filter(([, value]) => Object.keys(value).length > 0)),
  };
};

/** Keeps the state of one trigger between polls, and in a file when there is one. */
export interface StateStore {
  load(): FlowState;
  save(state: FlowState): void;
}

/** A state that lasts as long as this process. */
export const inMemory = (): StateStore => {
  let current = emptyState;
  return {
    load: () => stored(current),
    save(state) {
      current = stored(state);
    },
  };
};

/**
 * The state of a trigger. A file that does not exist yet is an empty state; one that is not a state, or that of another
 * trigger, is refused with a `UsageError`.
 */
export const createStateStore = (trigger: string, file: string | undefined, folder: string): StateStore => {
  if (file === undefined) return inMemory();
  const path = resolve(folder, file);
  if (!existsSync(dirname(path)))
    throw new UsageError(`The folder of the state file ${file} does not exist. Make it first.`);
  const kept = { file, path, purpose: "the state" };
  return {
    load() {
      const text = readKept(kept);
      if (text === undefined) return stored(emptyState);
      const content = parseJson(text);
      if (!isRecord(content) || !isRecord(content.instanceState)) {
        throw new UsageError(
          `The file ${file} does not hold the state of a trigger. Name another file, or remove it to start anew.`,
        );
      }
      if (content.trigger !== trigger) {
        throw new UsageError(
          `The file ${file} holds the state of ${content.trigger}, not of ${trigger}. Name another file.`,
        );
      }
      return { ...stored(emptyState), ...(content as Partial<FlowState>) };
    },
    save({ instanceState, crossFlowState, integrationState }) {
      const content = { trigger, instanceState, crossFlowState, integrationState };
      writeKept(kept, `${JSON.stringify(content, null, 2)}\n`);
    },
  };
};
