/** One poll: what is stored from the last one, what the vendor says now, what is new, and what to store. */
import type { ActionLogger, PollingState, TriggerPayload } from "@prismatic-io/spectral";
import { canonicalJson, hashOf } from "./hashing";

/** Pages of a list, as `pages` of `src/http` gives them. A list without pages is one page. */
export type Pages<Item> = AsyncIterable<{ items: readonly Item[] }> | Iterable<{ items: readonly Item[] }>;

/** What a poll delivers: lists of records by name, for example `created` and `updated`. */
export type Delivery = Record<string, readonly unknown[]>;

/** What is watched, and how it is compared with what was there at the last poll. */
export interface Watch<State, Data extends Delivery> {
  /** The name of the way of comparing: state of another kind is not read. */
  kind: string;
  /** The inputs that decide what is watched, as JSON. When one of them changes, a new baseline is taken. */
  scope: unknown;
  /** The state as JSON. */
  encode(state: State): unknown;
  /** The state that was encoded; throws when it is damaged. */
  decode(stored: unknown): State;
  /**
   * Asks the vendor and compares. Without `previous` there is nothing to compare with, and the result is the baseline
   * that the next poll compares with; `first` tells the very first poll from one whose state could not be used.
   */
  look(previous: State | undefined, run: Run): Promise<{ next: State; data: Data }>;
}

export interface Run {
  first: boolean;
  /** Writes a warning to the log. */
  warn(message: string): void;
}

/** What `poll` takes from the context of a polling trigger. */
export interface PollContext {
  polling: PollingState;
  logger: ActionLogger;
}

const version = 1;

/** Reads the state that the last poll stored. It is undefined, with the reason, when there is none to go on from. */
export const readState = <State>(
  stored: Record<string, unknown> | null | undefined,
  scope: string,
  { kind, decode }: Pick<Watch<State, Delivery>, "kind" | "decode">,
): { state?: State; first?: boolean; problem?: string } => {
  if (stored == null || (typeof stored === "object" && Object.keys(stored).length === 0)) return { first: true };
  if (stored.v !== version) return { problem: `it has the unknown version ${JSON.stringify(stored.v)}` };
  if (stored.kind !== kind) return { problem: "it comes from another kind of trigger" };
  if (stored.scope !== scope) return { problem: "the trigger's inputs were changed" };
  if (stored.check !== checkOf(stored.state)) return { problem: "it is damaged" };
  try {
    return { state: decode(stored.state) };
  } catch (error) {
    return { problem: `it is damaged: ${(error as Error).message}` };
  }
};

/** The state as it is stored, for `readState`. */
export const toStored = (state: unknown, scope: string, kind: string) => ({
  v: version,
  kind,
  scope,
  check: checkOf(state),
  state,
});

/** Tells a state that was cut or altered in storage, where only the order of keys may change. */
const checkOf = (state: unknown): string => hashText(state);

export const hashText = (value: unknown): string => hashOf(canonicalJson(value)).toString(36);

/**
 * Runs one poll of a polling trigger and gives its result: the payload with the delivered lists in `body.data`, and
 * `polledNoChanges`, which is true exactly when all of them are empty.
 *
 * The state is stored as the very last step. Whatever fails before leaves the old state, so that the next poll delivers
 * everything that this one would have. State that cannot be used (unknown version, other kind, changed inputs, damaged)
 * becomes a new baseline with a warning. Throws what the watch throws.
 */
export const poll = async <State, Data extends Delivery>(
  { polling, logger }: PollContext,
  payload: TriggerPayload,
  watch: Watch<State, Data>,
) => {
  const scope = hashText(watch.scope);
  const { state: previous, first = false, problem } = readState(polling.getState(), scope, watch);
  const warn = (message: string) => logger.warn(message);
  if (problem) {
    warn(
      `The state of the last poll cannot be used: ${problem}. A new baseline is taken: the records that exist now count as known and are not delivered.`,
    );
  }
  const { next, data } = await watch.look(previous, { first, warn });
  const state = watch.encode(next);
  const result = {
    payload: { ...payload, body: { data } },
    polledNoChanges: Object.values(data).every((records) => records.length === 0),
  };
  polling.setState(toStored(state, scope, watch.kind));
  return result;
};
