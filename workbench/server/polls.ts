import { inMemory, type StateStore } from "../../engine/state";

/** What is kept of one trigger until it is forgotten. */
export interface TriggerMemory {
  store: StateStore;
  polls: number;
  /** Polls and initial syncs. */
  executions: number;
}

/** The memory of each trigger by its key. */
export interface Polls {
  /** Does work on the memory of a trigger when all work before it has ended. */
  inTurn<Result>(trigger: string, work: (memory: TriggerMemory) => Promise<Result>): Promise<Result>;
  /** Forgets the polls of a trigger, after those that are under way. */
  forget(trigger: string): Promise<void>;
}

const nothingYet = (): TriggerMemory => ({ store: inMemory(), polls: 0, executions: 0 });

export const createPolls = (): Polls => {
  const memories = new Map<string, TriggerMemory>();
  const last = new Map<string, Promise<unknown>>();

  const after = <Result>(trigger: string, work: () => Promise<Result>): Promise<Result> => {
    const result = (last.get(trigger) ?? Promise.resolve()).then(work);
    last.set(
      trigger,
      result.catch(() => undefined),
    );
    return result;
  };
  const memoryOf = (trigger: string): TriggerMemory => {
    const memory = memories.get(trigger) ?? nothingYet();
    memories.set(trigger, memory);
    return memory;
  };

  return {
    inTurn: (trigger, work) => after(trigger, () => work(memoryOf(trigger))),
    forget: (trigger) =>
      after(trigger, async () => {
        memories.delete(trigger);
      }),
  };
};
