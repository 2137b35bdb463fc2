import type { PollingState, TriggerPayload } from "@prismatic-io/spectral";
import { examplePoll, poll } from "../../src/polling";
import type { Delivery, Watch } from "../../src/polling/poll";
import { recordingLogger } from "../support/logger";
import { entryOf, withEntry } from "../support/state";

export const payload: TriggerPayload = examplePoll({}).payload;

/** The platform's side of polling: it stores the state as JSON text between two polls. */
export const storedState = () => {
  let text = "{}";
  const polling: PollingState = {
    getState: () => JSON.parse(text),
    setState: (state) => {
      text = JSON.stringify(state);
    },
  };
  return {
    polling,
    text: () => text,
    overwrite: (stored: unknown) => {
      text = JSON.stringify(stored);
    },
    /** What the one trigger that ran has stored. */
    entry: () => entryOf(JSON.parse(text)),
    overwriteEntry: (entry: unknown) => {
      text = JSON.stringify(withEntry(JSON.parse(text), entry));
    },
  };
};

/** Runs polls one after the other on the same stored state. */
export const poller = () => {
  const state = storedState();
  const run = async <State, Data extends Delivery>(watch: Watch<State, Data>, initialSync = false) => {
    const { logger, lines } = recordingLogger();
    const context = { polling: state.polling, logger, initialSync };
    const { payload: delivered, polledNoChanges } = await poll(context, payload, watch);
    const warnings = lines.filter(({ level }) => level === "warn").map(({ text }) => text);
    return { ...delivered.body.data, polledNoChanges, warnings };
  };
  /** The initial sync of a deployment. */
  const deploy = <State, Data extends Delivery>(watch: Watch<State, Data>) => run(watch, true);
  return { run, deploy, state };
};

/** Cuts a list into pages. */
export const paged = <Item>(items: readonly Item[], size: number): { items: Item[] }[] => {
  const pages = Array.from({ length: Math.ceil(items.length / size) }, (_, page) => ({
    items: items.slice(page * size, (page + 1) * size),
  }));
  return pages.length > 0 ? pages : [{ items: [] }];
};
