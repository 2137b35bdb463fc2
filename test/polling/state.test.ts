/** What triggers find of what they and others have stored. */
import type { PollingState } from "@prismatic-io/spectral";
import {
  compareWithCursor,
  compareWithSnapshot,
  fingerprintWithout,
  poll,
  syncPage,
  watchCursor,
  watchSnapshot,
  watchWindow,
} from "../../src/polling";
import { recordingLogger } from "../support/logger";
import { storedBefore } from "./storedBefore";
import { payload, storedState } from "./support";

interface Item {
  id: string;
  name: string;
  tags: unknown[];
  seen: number;
  time: string;
}

const item = (number: number): Item => ({
  id: `r${number}`,
  name: `Record ${number}`,
  tags: ["b", "a", number],
  seen: number,
  time: new Date(Date.UTC(2026, 2, 31, 12, number)).toISOString(),
});

const items = (count: number) => Array.from({ length: count }, (_, number) => item(number));

const id = ({ id }: Item) => id;
const time = ({ time }: Item) => time;
const fingerprint = fingerprintWithout("seen");

interface Run {
  polling: PollingState;
  records: Item[];
  flow?: string;
  trigger?: string;
}

const inFlow = (stableId: string) => ({ ...payload, flow: { ...payload.flow, stableId } });

/** One run of each way of comparing; gives the ids of what it delivers, and its warnings. */
const runs = {
  snapshot: (logged: Logged, { polling, records, flow = "", trigger }: Run) =>
    polled(
      logged,
      polling,
      flow,
      watchSnapshot({
        trigger,
        scope: "list",
        pages: () => [{ items: records }],
        id,
        value: fingerprint,
        deliver: ({ created, updated }) => ({ ids: [...created, ...updated.map(({ record }) => record)].map(id) }),
      }),
    ),
  cursor: (logged: Logged, { polling, records, flow = "", trigger }: Run) =>
    polled(
      logged,
      polling,
      flow,
      watchCursor<Item, { ids: string[] }>({
        trigger,
        scope: "list",
        pages: () => [{ items: records }],
        id,
        time,
        overlapMinutes: 3,
        newest: 1,
        deliver: (found) => ({ ids: found.map(id) }),
      }),
    ),
  window: (logged: Logged, { polling, records, flow = "", trigger }: Run) =>
    polled(
      logged,
      polling,
      flow,
      watchWindow<Item, { ids: string[] }>({
        trigger,
        scope: "list",
        pages: () => [{ items: records }],
        id,
        time,
        days: 1,
        value: ({ seen }) => seen,
        deliver: ({ created, updated }) => ({ ids: [...created, ...updated.map(({ record }) => record)].map(id) }),
      }),
    ),
  "snapshot pages": (logged: Logged, run: Run) =>
    synced(logged, run, compareWithSnapshot<Item>({ id, fingerprint, idleSince: () => undefined })),
  "cursor pages": (logged: Logged, run: Run) =>
    synced(
      logged,
      { ...run, records: [...run.records].reverse() },
      compareWithCursor<Item>({ id, time, overlapMinutes: 3, newest: 1 }),
    ),
};

type Logged = ReturnType<typeof recordingLogger>;
type Kind = keyof typeof runs;

const polled = async (
  { logger }: Logged,
  polling: PollingState,
  flow: string,
  watch: Parameters<typeof poll<never, { ids: string[] }>>[2] | object,
): Promise<string[]> => {
  const { payload: delivered } = await poll({ polling, logger }, inFlow(flow), watch as never);
  return (delivered.body.data as { ids: string[] }).ids;
};

const synced = async <State>(
  { logger }: Logged,
  { polling, records, flow = "", trigger }: Run,
  comparison: ReturnType<typeof compareWithSnapshot<Item>> | ReturnType<typeof compareWithCursor<Item>>,
): Promise<string[]> => {
  const sync = { trigger, mode: "incremental", scope: "list", fetchPage: async () => ({ items: records }), comparison };
  const place = { ...inFlow(flow), paginationState: undefined };
  const { items: found } = await syncPage<Item, State>({ polling, logger }, place, sync as never);
  return found.map(id);
};

const run = async (kind: Kind, options: Run) => {
  const logged = recordingLogger();
  const ids = await runs[kind](logged, options);
  return { ids: ids.sort(), warnings: logged.lines.filter(({ level }) => level === "warn").map(({ text }) => text) };
};

const kinds = Object.keys(runs) as Kind[];

describe("a state that was stored before triggers had entries of their own", () => {
  const cases: [string, Kind, string[]][] = [
    ...kinds.map((kind): [string, Kind, string[]] => [kind, kind, ["r5", "r6"]]),
    ["failed snapshot pages", "snapshot pages", ["r3", "r4", "r5", "r6"]],
  ];

  test.each(cases)("is gone on from, and becomes an entry: %s", async (stored, kind, expected) => {
    const state = storedState();
    state.overwrite(storedBefore[stored as keyof typeof storedBefore]);
    const records = items(7);
    const changed = { ...records[5], name: "Changed", seen: 50 } as Item;
    const isByTime = kind.startsWith("cursor");
    records[5] = changed;
    const { ids, warnings } = await run(kind, { polling: state.polling, records, trigger: "own" });
    expect(ids).toEqual(isByTime ? ["r6"] : expected);
    expect(warnings).toEqual([]);
    expect(Object.keys(JSON.parse(state.text()))).toEqual(["triggers"]);
    expect(await run(kind, { polling: state.polling, records, trigger: "own" })).toEqual({ ids: [], warnings: [] });
  });

  test("is left as it is by a trigger that it does not fit", async () => {
    const state = storedState();
    state.overwrite(storedBefore.cursor);
    const other = await run("snapshot", { polling: state.polling, records: items(6), trigger: "other" });
    expect(other).toEqual({ ids: [], warnings: [expect.stringContaining("another kind of trigger")] });
    const own = await run("cursor", { polling: state.polling, records: items(7), trigger: "own" });
    expect(own).toEqual({ ids: ["r6"], warnings: [] });
    expect(await run("snapshot", { polling: state.polling, records: items(7), trigger: "other" })).toMatchObject({
      ids: ["r6"],
      warnings: [],
    });
  });
});

describe("two triggers of one instance", () => {
  const pairs = kinds.flatMap((kind) => kinds.map((other): [Kind, Kind] => [kind, other]));

  test.each(pairs)("%s and %s taking turns on one state never read or erase each other's", async (kind, other) => {
    const { polling } = storedState();
    const one = (count: number) => run(kind, { polling, records: items(count), flow: "a", trigger: kind });
    const two = (count: number) => run(other, { polling, records: items(count), flow: "b", trigger: other });
    await one(3);
    await two(5);
    expect(await one(4)).toEqual({ ids: ["r3"], warnings: [] });
    expect(await two(6)).toEqual({ ids: ["r5"], warnings: [] });
    expect(await one(4)).toEqual({ ids: [], warnings: [] });
    expect(await two(6)).toEqual({ ids: [], warnings: [] });
  });

  test("of one kind in one flow are told apart by their keys", async () => {
    const { polling } = storedState();
    await run("snapshot", { polling, records: items(3), trigger: "one" });
    await run("snapshot", { polling, records: items(5), trigger: "two" });
    const one = await run("snapshot", { polling, records: items(5), trigger: "one" });
    expect(one).toEqual({ ids: ["r3", "r4"], warnings: [] });
    expect((await run("snapshot", { polling, records: items(5), trigger: "two" })).ids).toEqual([]);
  });
});

test("what others have stored is kept as it is", async () => {
  const state = storedState();
  const others = { lastPolled: "2026-03-31T14:00:00Z", triggers: { "flow/theirs": { anything: [1] }, "x/y": null } };
  state.overwrite(others);
  await run("snapshot", { polling: state.polling, records: items(1), trigger: "own" });
  await run("snapshot", { polling: state.polling, records: items(2), trigger: "own" });
  const stored = JSON.parse(state.text());
  expect(stored).toMatchObject(others);
  expect(Object.keys(stored.triggers)).toHaveLength(3);
});

test("a flow with an odd name has an entry as every other", async () => {
  const { polling } = storedState();
  for (const flow of ["__proto__", "constructor", "toString"]) {
    expect(await run("snapshot", { polling, records: items(1), flow, trigger: "own" })).toEqual({
      ids: [],
      warnings: [],
    });
    expect((await run("snapshot", { polling, records: items(2), flow, trigger: "own" })).ids).toEqual(["r1"]);
  }
});

describe("a large state", () => {
  const storing = async (characters: number) => {
    const { logger, lines } = recordingLogger();
    const { polling } = storedState();
    const watch = {
      kind: "large",
      scope: "",
      encode: () => ({ data: "x".repeat(characters) }),
      decode: () => ({}),
      look: async () => ({ next: {}, data: {} }),
    };
    await poll({ polling, logger }, payload, watch);
    return lines.filter(({ level }) => level === "warn").map(({ text }) => text);
  };

  test("of more than 8 MiB is warned of, with what to do", async () => {
    expect(await storing(9 * 1024 * 1024)).toEqual([
      "The state of this trigger takes 9.0 MiB, which the platform reads and stores in every run. Narrow what it watches with a filter, or use a batch trigger in mode full, which stores nothing.",
    ]);
  });

  test("of less is not", async () => {
    expect(await storing(7.9 * 1024 * 1024)).toEqual([]);
  });
});
