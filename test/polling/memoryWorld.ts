/** The vendor double of the model test: records in memory, read as a vendor's list, polled through the engine. */
import { listsOf } from "../../src/http/lists";
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
  type OddAnswer,
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

/** How an answer is refused from which nothing can be taken. */
export const refusals = /without the list of|names the next page by|The list does not end/;

/** Runs a poll; undefined when it failed for the vendor, or was cut off before its state was stored. */
export const attempt = async <Lists>(run: () => Promise<Lists>): Promise<Lists | undefined> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof VendorDown || error instanceof PollLost) return undefined;
    if (refusals.test((error as Error).message)) return undefined;
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

/** Runs something while the local clock is wrong. */
export const withClockOff = async <Result>(years: number, run: () => Promise<Result>): Promise<Result> => {
  const { now } = Date;
  Date.now = () => now() + years * 365 * 86_400_000;
  try {
    return await run();
  } finally {
    Date.now = now;
  }
};

/** Something that is no record, as a vendor could send it; with `time`, the last one has an id and an odd time. */
export const strangers = (id: string, time?: string): unknown[] => [
  null,
  7,
  "maintenance",
  { [id]: { value: 1 }, ...(time && { [time]: "2026-03-31T12:00:00Z" }) },
  ...(time ? [{ [id]: "stranger", [time]: { value: 1 } }] : []),
];

/** Every record so often. */
const hugeTimes = 50;

/** Each record of a page many times, in the order of the page. */
export const huge = <Item>(items: Item[]): Item[] => items.flatMap((item) => Array<Item>(hugeTimes).fill(item));

interface Answer<Item> {
  records: Item[];
  next?: string;
}

type Operations<Item> = {
  "GET /records": {
    parameters: { query?: { token?: string } };
    responses: { 200: { content: { "application/json": Answer<Item> } } };
  };
};

const fails = () => {
  throw new VendorDown();
};

/** What comes in place of an answer. */
const oddAnswers: Record<OddAnswer, <Item>(answer: Answer<Item>, time?: string) => unknown> = {
  emptyObject: () => ({}),
  null: () => null,
  text: () => "maintenance",
  number: () => 7,
  list: ({ records }) => records,
  listOfAnotherType: (answer) => ({ ...answer, records: { ...answer.records } }),
  oddToken: (answer) => ({ ...answer, next: { page: 2 } }),
  webPage: fails,
  redirect: fails,
  waitForYears: fails,
  strangers: (answer, time) => ({ ...answer, records: [...strangers("id", time), ...answer.records] }),
  huge: (answer) => ({ ...answer, records: huge(answer.records) }),
  moved: (answer) => answer,
  endless: (answer) => answer,
};

/** A vendor's list, as it answers in one poll; `odd` is the odd answer that it gave. */
const vendorOf = <Item>({ failingPage, odd }: Conditions, time?: string) => {
  const list = listsOf<Operations<Item>>()("GET /records", { items: "records", next: "next", token: "token" });
  let asked = 0;
  let given: OddAnswer | undefined;

  const answer = (pages: Item[][], page: number): unknown => {
    const position = asked++;
    const isEndless = odd?.how === "endless";
    if (position === failingPage) throw new VendorDown();
    if (page >= pages.length) given = odd?.how;
    const next = isEndless || page + 1 < pages.length ? `${page + 1}` : undefined;
    const usual = { records: pages[page] ?? [], next };
    if (isEndless || odd === undefined || odd.page !== position) return usual;
    given = odd.how;
    return oddAnswers[odd.how](usual, time);
  };

  const read = (pages: { items: Item[] }[]) => {
    const lists = pages.map(({ items }) => items);
    const client = {
      request: async (_: string, { query }: { query?: { token?: string } }) => answer(lists, Number(query?.token ?? 0)),
      transport: { nameOf: (operation: string) => `Vendor ${operation}` },
    };
    return list.pages(client as never);
  };

  return { read, odd: () => given };
};

type Vendor<Item> = ReturnType<typeof vendorOf<Item>>;

const runWatch = <Item, Stored, Data extends Delivery>(
  state: State,
  conditions: Conditions,
  vendor: Pick<Vendor<Item>, "odd">,
  watch: Watch<Stored, Data>,
) =>
  attempt(async (): Promise<PollResult<Data>> => {
    const { logger, lines } = recordingLogger();
    const context = { polling: pollingOf(state, conditions), logger };
    const result = await withClockOff(conditions.clockOff, () => poll(context, payload, watch));
    const warnings = lines.filter(({ level }) => level === "warn").map(({ text }) => text);
    return {
      lists: result.payload.body.data,
      polledNoChanges: result.polledNoChanges,
      warnings,
      odd: vendor.odd(),
    };
  });

const withRepeated = <Item>(items: Item[], repeated: number[]): Item[] => [
  ...items,
  ...(items.length > 0 ? repeated.map((position) => items[position % items.length] as Item) : []),
];

export const memoryList = (): World<Listed, ListDelivery> => {
  const records = new Map<string, Listed>();
  const state = storedState();
  const pagesUnder = (conditions: Conditions) => {
    const { pageSize, shuffle, repeated } = conditions;
    const listed = withRepeated(listedUnder(records.values(), conditions), repeated);
    return paged(shuffle === undefined ? listed : shuffled(listed, shuffle), pageSize);
  };
  return {
    state: state.text,
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(state, how),
    poll: (conditions) => {
      const vendor = vendorOf<Listed>(conditions);
      const watch = watchSnapshot({
        scope: "list",
        pages: () => vendor.read(pagesUnder(conditions)),
        id: ({ id }) => id,
        value: fingerprintWithout("volatile"),
        deliver: ({ created, updated }): ListDelivery => ({ created, updated: updated.map(({ record }) => record) }),
      });
      return runWatch(state, conditions, vendor, watch);
    },
  };
};

const latestFirst = (a: Timed, b: Timed) =>
  (b.time ?? Number.MAX_VALUE) - (a.time ?? Number.MAX_VALUE) || (a.id < b.id ? 1 : -1);

const isBetween = (from: string | undefined, until: string | undefined) => {
  const start = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const end = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until);
  return ({ time }: Timed) => time === undefined || (time >= start && time < end);
};

export const memoryTimed = (
  { since, filters, ...options }: TimedOptions,
  sinceTime?: string,
): World<Timed, { records: Timed[] }> => {
  const records = new Map<string, Timed>();
  const state = storedState();
  /** A vendor who lists newest first may mix up a page, but not the pages. */
  const pagesUnder = (conditions: Conditions, from?: string, until?: string) => {
    const { pageSize, shuffle, repeated } = conditions;
    const asked = filters ? isBetween(from, until) : () => true;
    const listed = withRepeated(listedUnder(records.values(), conditions).filter(asked), repeated);
    const mix = (items: Timed[]) => (shuffle === undefined ? items : shuffled(items, shuffle));
    return options.newestFirst
      ? paged(listed.sort(latestFirst), pageSize).map(({ items }) => ({ items: mix(items) }))
      : paged(mix(listed), pageSize);
  };
  return {
    state: state.text,
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(state, how),
    poll: (conditions) => {
      const vendor = vendorOf<Timed>(conditions, "time");
      const watch = watchCursor({
        scope: "timed",
        pages: (from, until) => vendor.read(pagesUnder(conditions, from, until)),
        id: ({ id }) => id,
        time: ({ time }) => time,
        since: since === undefined ? undefined : sinceTime,
        deliver: (found): { records: Timed[] } => ({ records: found }),
        ...options,
      });
      return runWatch(state, conditions, vendor, watch);
    },
  };
};
