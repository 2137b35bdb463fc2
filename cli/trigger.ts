import { setTimeout as sleep } from "node:timers/promises";
import type { Trigger } from "../engine/component";
import type { Params } from "../engine/params";
import { type StateStore, shownState } from "../engine/state";
import { initialSync, poll, type TriggerPage, type TriggerRun } from "../engine/trigger";
import { type PollingOptions, pollsOf } from "./options";
import type { Output } from "./output";
import { counted } from "./text";

interface TriggerOptions {
  trigger: Trigger;
  params: Params;
  polling: PollingOptions;
  store: StateStore;
  output: Output;
  debug: boolean;
  /** What happens before each poll but the first. */
  betweenPolls?: () => void;
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** Whether the platform starts the flow for it. */
const startsFlow = ({ resultType, items }: TriggerPage): boolean =>
  resultType !== "polled_no_changes" && (items === undefined || items.length > 0);

/** What a flow gets, with the state beside it where that is wanted. Of pages, the last one carries the state. */
const shown = (page: TriggerPage, withState: boolean): unknown => {
  const got = page.items ?? page.data;
  if (!withState) return got;
  const isLast = !page.paginationState;
  return {
    ...(startsFlow(page) ? { [page.items ? "items" : "data"]: got } : {}),
    ...(isLast ? shownState(page.state) : {}),
  };
};

/** Counts the pages of one execution, and says in the end what a flow would not get. */
const createCount = (name: string, output: Output) => {
  let pages = 0;
  let items = 0;
  let started = 0;
  return {
    add(page: TriggerPage) {
      pages += page.page === undefined ? 0 : 1;
      items += page.items?.length ?? 0;
      started += startsFlow(page) ? 1 : 0;
    },
    tell() {
      if (started === 0) output.note(`${name}: nothing new, so that no flow starts.`);
      else if (pages > 1) output.note(`${name}: ${counted(items, "item")} on ${counted(pages, "page")}.`);
    },
  };
};

/** Prints what a flow would get: one JSON document per poll, or per page where the trigger is batched. */
export const runTrigger = async (options: TriggerOptions): Promise<void> => {
  const { trigger, params, polling, store, output, debug, betweenPolls, wait = sleep } = options;
  const { state = false, batches } = polling;
  const run: TriggerRun = { trigger, params, store, logger: output.logger, debug, batches };
  const print = async (name: string, pages: AsyncIterable<TriggerPage>) => {
    const count = createCount(name, output);
    for await (const page of pages) {
      count.add(page);
      if (startsFlow(page) || (state && !page.paginationState)) await output.json(shown(page, state));
    }
    count.tell();
  };
  if (polling.initialSync) await print("Initial sync", initialSync(run));
  const polls = pollsOf(polling);
  for (let number = 1; number <= polls; number++) {
    if (number > 1) {
      await wait((polling.every ?? 0) * 1000);
      betweenPolls?.();
    }
    await print(`Poll ${number}`, poll(run, number));
  }
};
