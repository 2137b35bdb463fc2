/** One poll: what is stored from the last one, what the vendor says now, what is new, and what to store. */
import type { ActionLogger, PollingState, TriggerPayload } from "@prismatic-io/spectral";
import { hashText, placeOf, readState, type StateFormat, writeState } from "./state";

/** Pages of a list, as `pages` of `src/http` gives them. A list without pages is one page. */
export type Pages<Item> = AsyncIterable<{ items: readonly Item[] }> | Iterable<{ items: readonly Item[] }>;

/** What a poll delivers: lists of records by name, for example `created` and `updated`. */
export type Delivery = Record<string, readonly unknown[]>;

/** What is watched, and how it is compared with what was there at the last poll. */
export interface Watch<State, Data extends Delivery> extends StateFormat<State> {
  /** The key of the trigger, by which its state is told from that of others; without it the kind of the watch. */
  trigger?: string;
  /** The inputs that decide what is watched, as JSON. When one of them changes, a new baseline is taken. */
  scope: unknown;
  /** The state as JSON. */
  encode(state: State): unknown;
  /**
   * Asks the vendor and compares. Without `previous` there is nothing to compare with, and the result is the baseline
   * that the next poll compares with; `first` tells the very first poll from one whose state could not be used, `load`
   * a poll from an initial sync.
   */
  look(previous: State | undefined, run: Run): Promise<{ next: State; data: Data }>;
}

export interface Run {
  first: boolean;
  /** An initial sync: what is there is delivered, and is the baseline as well. `previous` is then undefined. */
  load: boolean;
  /** Writes a warning to the log. */
  warn(message: string): void;
}

/** What `poll` takes from the context of a polling trigger. */
export interface PollContext {
  polling: PollingState;
  logger: ActionLogger;
  /** Set when an instance is deployed: what is there is delivered, unless an earlier initial sync has done so. */
  initialSync?: boolean;
}

/** The result of a poll. */
export interface Polled<Data extends Delivery> {
  payload: TriggerPayload & { body: { data: Data } };
  polledNoChanges: boolean;
}

const consequence = {
  load: "Everything is delivered anew, and the next poll goes on from there.",
  poll: "A new baseline is taken: the records that exist now count as known and are not delivered.",
};

/**
 * Runs one poll of a polling trigger and gives its result: the payload with the delivered lists in `body.data`, and
 * `polledNoChanges`, which is true exactly when all of them are empty.
 *
 * The state is stored as the very last step. Whatever fails before leaves the old state, so that the next poll delivers
 * everything that this one would have. State that cannot be used (unknown version, other kind, changed inputs, damaged)
 * becomes a new baseline with a warning. An initial sync delivers what is there, whatever polls have delivered before; on
 * a later deployment it is a poll like any other, as long as its state can be used. Throws what the watch throws.
 */
export const poll = async <State, Data extends Delivery>(
  { polling, logger, initialSync = false }: PollContext,
  payload: TriggerPayload,
  watch: Watch<State, Data>,
): Promise<Polled<Data>> => {
  const scope = hashText(watch.scope);
  const place = placeOf(payload, watch.trigger ?? watch.kind);
  const { state, loaded = false, first = false, problem } = readState(polling.getState(), place, scope, watch);
  const load = initialSync && !loaded;
  const warn = (message: string) => logger.warn(message);
  if (problem) {
    warn(`The state of the last poll cannot be used: ${problem}. ${consequence[load ? "load" : "poll"]}`);
  }
  const { next, data } = await watch.look(load ? undefined : state, { first, load, warn });
  const stored = watch.encode(next);
  const result = {
    payload: { ...payload, body: { data } },
    polledNoChanges: Object.values(data).every((records) => records.length === 0),
  };
  writeState({ polling, logger }, { place, scope, loaded: loaded || load }, stored, watch);
  return result;
};
