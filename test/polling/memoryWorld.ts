/** The vendor double of the model test: records in memory, polled through the engine. */
import { fingerprintWithout, poll, watchCursor, watchSnapshot } from "../../src/polling";
import type { Delivery, Watch } from "../../src/polling/poll";
import { recordingLogger } from "../support/logger";
import { entryOf, withEntry } from "../support/state";
import {
  type Conditions,
  type Damage,
  type ListDelivery,
  type Listed,
  listedUnder,
  type PollResult,
  shuffled,
  type Timed,
  type TimedOptions,
  type World,
} from "./model";
import { paged, payload, storedState } from "./support";

/** The vendor's way of failing, told apart from a failed check. */
class VendorDown extends Error {}

class PollLost extends Error {}

type State = ReturnType<typeof storedState>;

const changed = (text: string, change: object) => {
  const stored = JSON.parse(text);
  return withEntry(stored, { ...entryOf(stored), ...change });
};

const spoiled: Record<Damage, (text: string) => unknown> = {
  version: (text) => changed(text, { v: 99 }),
  kind: (text) => changed(text, { kind: "other" }),
  cut: (text) => JSON.parse(text.replace(/"(count|low)":\d+/, '"$1":1234567')),
  foreign: () => ({ data: { groups: [{ id: "g1" }] } }),
};

export const damageState = (state: Pick<State, "text" | "overwrite">, how: Damage) => {
  const text = state.text();
  state.overwrite(spoiled[how](text));
  // Without a number to change, the damage is another version.
  if (state.text() === text) state.overwrite(spoiled.version(text));
};

/** Runs a poll; undefined when the vendor failed, or the poll was cut off before its state was stored. */
export const attempt = async <Lists>(run: () => Promise<Lists>): Promise<Lists | undefined> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof VendorDown || error instanceof PollLost) return undefined;
    throw error;
  }
};

/** The platform's state, which is not stored when the poll is cut off. */
export const pollingOf = (state: State, { lost }: Conditions): State["polling"] => ({
  getState: state.polling.getState,
  setState: (next) => {
    if (lost) throw new PollLost();
    state.polling.setState(next);
  },
});

const runWatch =
  (state: State, conditions: Conditions) =>
  <Stored, Data extends Delivery>(watch: Watch<Stored, Data>) =>
    attempt(async (): Promise<PollResult<Data>> => {
      const { logger, lines } = recordingLogger();
      const context = { polling: pollingOf(state, conditions), logger };
      const result = await poll(context, payload, watch);
      const warnings = lines.filter(({ level }) => level === "warn").map(({ text }) => text);
      return { lists: result.payload.body.data, polledNoChanges: result.polledNoChanges, warnings };
    });

async function* failing<Page>(pages: Page[], failingPage: number | undefined) {
  for (const [index, page] of pages.entries()) {
    if (index === failingPage) throw new VendorDown();
    yield page;
  }
}

const withRepeated = <Item>(items: Item[], repeated: number[]): Item[] => [
  ...items,
  ...(items.length > 0 ? repeated.map((position) => items[position % items.length] as Item) : []),
];

export const memoryList = (): World<Listed, ListDelivery> => {
  const records = new Map<string, Listed>();
  const state = storedState();
  const answer = (conditions: Conditions) => {
    const { pageSize, shuffle, repeated, failingPage } = conditions;
    const listed = withRepeated(listedUnder(records.values(), conditions), repeated);
    return failing(paged(shuffle === undefined ? listed : shuffled(listed, shuffle), pageSize), failingPage);
  };
  return {
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(state, how),
    poll: (conditions) =>
      runWatch(
        state,
        conditions,
      )(
        watchSnapshot({
          scope: "list",
          pages: () => answer(conditions),
          id: ({ id }) => id,
          value: fingerprintWithout("volatile"),
          deliver: ({ created, updated }): ListDelivery => ({ created, updated: updated.map(({ record }) => record) }),
        }),
      ),
  };
};

const latestFirst = (a: Timed, b: Timed) =>
  (b.time ?? Number.MAX_VALUE) - (a.time ?? Number.MAX_VALUE) || (a.id < b.id ? 1 : -1);

export const memoryTimed = (
  { since, ...options }: TimedOptions,
  sinceTime?: string,
): World<Timed, { records: Timed[] }> => {
  const records = new Map<string, Timed>();
  const state = storedState();
  /** A vendor who lists newest first may mix up a page, but not the pages. */
  const answer = (conditions: Conditions) => {
    const { pageSize, shuffle, repeated, failingPage } = conditions;
    const listed = withRepeated(listedUnder(records.values(), conditions), repeated);
    const mix = (items: Timed[]) => (shuffle === undefined ? items : shuffled(items, shuffle));
    const pages = options.newestFirst
      ? paged(listed.sort(latestFirst), pageSize).map(({ items }) => ({ items: mix(items) }))
      : paged(mix(listed), pageSize);
    return failing(pages, failingPage);
  };
  return {
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(state, how),
    poll: (conditions) =>
      runWatch(
        state,
        conditions,
      )(
        watchCursor({
          scope: "timed",
          pages: () => answer(conditions),
          id: ({ id }) => id,
          time: ({ time }) => time,
          since: since === undefined ? undefined : sinceTime,
          deliver: (found): { records: Timed[] } => ({ records: found }),
          ...options,
        }),
      ),
  };
};
