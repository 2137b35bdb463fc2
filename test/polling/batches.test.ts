/** The engine of the batch triggers, against lists in memory, on platforms that keep state in different ways. */
import fc from "fast-check";
import type { Page } from "../../src/http/pages";
import {
  compareWithCursor,
  compareWithSnapshot,
  fingerprintWithout,
  type SyncPlace,
  syncPage,
} from "../../src/polling";
import type { Comparison, Sync } from "../../src/polling/batches";
import { encode } from "../../src/polling/cursorState";
import { hashOf } from "../../src/polling/hashing";
import { recordingLogger } from "../support/logger";
import { entryOf } from "../support/state";
import { fewerRuns, milliseconds } from "./modelRuns";
import { payload } from "./support";

const roundTrip = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** At once, whether the next page sees it or only the next run does: see `test/support/batches.ts`. */
const keepings = ["perPage", "unseen"] as const;
type Keeping = (typeof keepings)[number];

class VendorDown extends Error {}

/** A list in pages, read again for every page, and a flow that synchronises it. */
const flowOf = <Item, State>(
  records: () => Item[],
  comparison: Comparison<Item, State>,
  { keeping = "perPage", size = 10 }: { keeping?: Keeping; size?: number } = {},
) => {
  let kept: Record<string, unknown> = {};
  let sizeOfPlaces = 0;

  const fetchPage = async (token: string | undefined): Promise<Page<Item>> => {
    const start = Number(token ?? 0);
    const end = start + size;
    return { items: records().slice(start, end), next: end < records().length ? String(end) : undefined };
  };

  const page = async (sync: Sync<Item, State>, place: SyncPlace | null, state: Record<string, unknown>) => {
    const { logger, lines } = recordingLogger();
    let after = state;
    const polling = {
      getState: () => roundTrip(state),
      setState: (next: Record<string, unknown>) => {
        after = roundTrip(next);
      },
    };
    const start = place ? { ...payload, paginationState: place } : { ...payload, paginationState: undefined };
    const { items, paginationState } = await syncPage({ polling, logger }, start, sync);
    const warnings = lines.filter(({ level }) => level === "warn").map(({ text }) => text);
    return { items, next: roundTrip(paginationState), after, warnings };
  };

  /** Gives the items of the pages that succeeded, and whether all did. */
  const run = async ({ failingPage, before }: { failingPage?: number; before?: (page: number) => void } = {}) => {
    const atStart = kept;
    let state = atStart;
    let place: SyncPlace | null = null;
    sizeOfPlaces = 0;
    const items: Item[] = [];
    const warnings: string[] = [];
    let pages = 0;
    do {
      const fetch = async (token: string | undefined) => {
        before?.(pages);
        if (pages === failingPage) throw new VendorDown("the vendor is down");
        return fetchPage(token);
      };
      const sync = { mode: "incremental" as const, scope: "all", fetchPage: fetch, comparison };
      try {
        const result: Awaited<ReturnType<typeof page>> = await page(sync, place, state);
        items.push(...result.items);
        place = result.next;
        sizeOfPlaces = Math.max(sizeOfPlaces, JSON.stringify(place).length);
        state = keeping === "unseen" ? atStart : result.after;
        warnings.push(...result.warnings);
        kept = result.after;
      } catch (error) {
        if (!(error instanceof VendorDown)) throw error;
        return { items, warnings, complete: false };
      }
      pages += 1;
    } while (place);
    return { items, warnings, complete: true };
  };

  return { run, entry: () => entryOf(kept), size: () => JSON.stringify(kept).length, sizeOfPlaces: () => sizeOfPlaces };
};

interface Listed {
  id: string;
  content: number;
}

const snapshot = compareWithSnapshot<Listed>({
  id: ({ id }) => id,
  fingerprint: fingerprintWithout(),
  idleSince: () => undefined,
});

const put = fc.record({ put: fc.nat(11), content: fc.nat(1) });
const remove = fc.record({ remove: fc.nat(11) });
const failing = fc.option(fc.nat(4), { nil: undefined });

const step = fc.oneof(
  { weight: 5, arbitrary: put },
  { weight: 2, arbitrary: remove },
  { weight: 3, arbitrary: fc.record({ failingPage: failing }) },
);

const apply = (change: { put: number; content: number } | { remove: number }, records: Map<string, Listed>) => {
  if ("remove" in change) records.delete(`d${change.remove}`);
  else records.set(`d${change.put}`, { id: `d${change.put}`, content: change.content });
};

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Takes over every delivery, and checks after each run that is through that it has what the vendor has. */
const follows = async (keeping: Keeping, steps: Step[]) => {
  const records = new Map<string, Listed>();
  const taken = new Map<string, number>();
  const flow = flowOf(() => [...records.values()], snapshot, { keeping, size: 3 });

  const run = async (failingPage?: number) => {
    const { items, warnings, complete } = await flow.run({ failingPage });
    expect(warnings).toEqual([]);
    for (const { id, content } of items) {
      expect(taken.get(id)).not.toBe(content);
      taken.set(id, content);
    }
    if (!complete) return;
    for (const id of taken.keys()) if (!records.has(id)) taken.delete(id);
    expect(Object.fromEntries(taken)).toEqual(
      Object.fromEntries([...records.values()].map(({ id, content }) => [id, content])),
    );
  };

  for (const each of steps) {
    if ("failingPage" in each) await run(each.failingPage);
    else apply(each, records);
  }
  await run();
  expect((await flow.run()).items).toEqual([]);
};

describe("a list that is compared with its snapshot", () => {
  test.each(keepings)(
    "is followed through any history of changes and failures, state kept %s",
    async (keeping) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), (steps) => follows(keeping, steps)),
        { numRuns: fewerRuns },
      );
    },
    milliseconds,
  );

  test.each(keepings)(
    "misses nothing that changes while it is read, state kept %s",
    async (keeping) => {
      const during = fc.record({
        page: fc.nat(3),
        changes: fc.array(fc.oneof(put, remove), { maxLength: 4 }),
        failingPage: failing,
      });
      const missesNothing = async (steps: (typeof during extends fc.Arbitrary<infer Value> ? Value : never)[]) => {
        const records = new Map(
          Array.from({ length: 12 }, (_, index) => [`d${index}`, { id: `d${index}`, content: 0 }]),
        );
        const taken = new Map<string, number>();
        const flow = flowOf(() => [...records.values()], snapshot, { keeping, size: 3 });
        for (const { page, changes, failingPage } of steps) {
          const before = (current: number) => {
            if (current === page) for (const change of changes) apply(change, records);
          };
          for (const { id, content } of (await flow.run({ failingPage, before })).items) taken.set(id, content);
        }
        for (const { id, content } of (await flow.run()).items) taken.set(id, content);
        for (const { id, content } of records.values()) expect(taken.get(id)).toBe(content);
        expect((await flow.run()).items).toEqual([]);
      };
      await fc.assert(fc.asyncProperty(fc.array(during, { maxLength: 15, size: "max" }), missesNothing), {
        numRuns: fewerRuns,
      });
    },
    milliseconds,
  );

  test("delivers a record once that stands on two pages, and on one page twice as it is there last", async () => {
    const records = [
      ...Array.from({ length: 12 }, (_, index) => ({ id: `d${index}`, content: 1 })),
      { id: "d1", content: 1 },
      { id: "d11", content: 2 },
    ];
    const { items } = await flowOf(() => records, snapshot).run();
    expect(items).toHaveLength(12);
    expect(items.at(-1)).toEqual({ id: "d11", content: 2 });
  });

  test("delivers a record that changes back while the list is read", async () => {
    const others = Array.from({ length: 12 }, (_, index) => ({ id: `d${index}`, content: 1 }));
    let records = [{ id: "moving", content: 1 }, ...others];
    const flow = flowOf(() => records, snapshot);
    await flow.run();
    records = [{ id: "moving", content: 2 }, ...others, { id: "moving", content: 1 }];
    expect((await flow.run()).items.map(({ content }) => content)).toEqual([2, 1]);
    records = [{ id: "moving", content: 1 }, ...others];
    expect((await flow.run()).items).toEqual([]);
  });

  test("of 100,000 records takes less than 1 MiB of state, and of places only what changes", async () => {
    const records = Array.from({ length: 100_000 }, (_, id) => ({ id: `d${id}`, content: 0 }));
    const flow = flowOf(() => records, snapshot, { size: 50_000 });
    expect((await flow.run()).items).toHaveLength(100_000);
    expect(flow.size()).toBeLessThan(1024 * 1024);
    for (let id = 0; id < records.length; id += 1000) records[id] = { id: `d${id}`, content: 1 };
    expect((await flow.run()).items).toHaveLength(100);
    expect(flow.size()).toBeLessThan(1024 * 1024);
    expect(flow.sizeOfPlaces()).toBeLessThan(20_000);
  });

  test("skips records without an ID, with a warning", async () => {
    const { items, warnings } = await flowOf(
      () => [
        { id: "", content: 1 },
        { id: "d1", content: 1 },
      ],
      snapshot,
    ).run();
    expect(items).toEqual([{ id: "d1", content: 1 }]);
    expect(warnings).toEqual([expect.stringContaining("1 records without an ID")]);
  });
});

interface Timed {
  id: string;
  time: number;
}

const minute = 60_000;
const start = Date.UTC(2026, 2, 31);

const cursor = compareWithCursor<Timed>({
  id: ({ id }) => id,
  time: ({ time }) => time,
  overlapMinutes: 30,
  newest: 3,
});

const newestFirst = (records: Timed[]) => [...records].sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1));

/** Minutes that a record is newer than the newest one before it; up to 30 it may be older. */
const arrival = fc.oneof(
  { weight: 5, arbitrary: fc.record({ minutes: fc.integer({ min: -30, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ failingPage: failing }) },
);

type Arrival = typeof arrival extends fc.Arbitrary<infer Value> ? Value : never;

const deliversOnce = async (keeping: Keeping, steps: Arrival[]) => {
  let records: Timed[] = [];
  const delivered: string[] = [];
  const flow = flowOf(() => records, cursor, { keeping, size: 4 });
  for (const each of steps) {
    if ("minutes" in each) {
      const time = (records[0]?.time ?? start) + each.minutes * minute;
      records = newestFirst([...records, { id: `r${records.length}`, time }]);
    } else {
      delivered.push(...(await flow.run({ failingPage: each.failingPage })).items.map(({ id }) => id));
    }
  }
  delivered.push(...(await flow.run()).items.map(({ id }) => id));
  expect(delivered.sort()).toEqual(records.map(({ id }) => id).sort());
  expect((await flow.run()).items).toEqual([]);
};

describe("a list that is read newest first", () => {
  test.each(keepings)(
    "is delivered once through any history of arrivals and failures, state kept %s",
    async (keeping) => {
      await fc.assert(
        fc.asyncProperty(fc.array(arrival, { maxLength: 60, size: "max" }), (steps) => deliversOnce(keeping, steps)),
        { numRuns: fewerRuns },
      );
    },
    milliseconds,
  );

  /** Remembers 500 records while a run is under way, 250 between two runs; minutes of overlap. */
  const remembering = (overlapMinutes: number) =>
    compareWithCursor<Timed>({
      id: ({ id }) => id,
      time: ({ time }) => time,
      overlapMinutes,
      newest: 3,
      mostIds: 500,
    });

  const every = (milliseconds: number, count: number) =>
    newestFirst(Array.from({ length: count }, (_, id) => ({ id: `r${id}`, time: start + id * milliseconds })));

  test("costs half a MiB of state by default, however long it is", () => {
    const ids = Array.from({ length: 50_000 }, (_, id): [number, number] => [hashOf(`r${id}`), start + id * minute]);
    expect(JSON.stringify(encode({ low: start, seen: new Map(ids) })).length).toBeLessThan(560 * 1024);
  });

  test("of any length is remembered up to a bound, and a failure at its end repeats some at most", async () => {
    const all = every(minute, 710);
    let records = all.slice(-10);
    const flow = flowOf(() => records, remembering(30), { size: 100 });
    await flow.run();
    records = all;
    const failed = await flow.run({ failingPage: 6 });
    expect(failed.items).toHaveLength(600);
    const { state } = flow.entry() as { state: { seen: { count: number } } };
    expect(state.seen.count).toBe(500);
    const next = await flow.run();
    expect(new Set([...failed.items, ...next.items])).toEqual(new Set(all.slice(0, -10)));
    // 100 that were not read, and 110 of the middle that were forgotten.
    expect(next.items).toHaveLength(210);
    expect((await flow.run()).items).toEqual([]);
    expect(flow.size()).toBeLessThan(1000);
  });

  test("with more in the overlap than is remembered repeats nothing, and says that the overlap was shortened", async () => {
    const all = every(1000, 600);
    let records = all.slice(1);
    const flow = flowOf(() => records, remembering(7 * 24 * 60), { size: 100 });
    const first = await flow.run();
    expect(first.items).toHaveLength(599);
    expect(first.warnings).toEqual([expect.stringContaining("It was shortened")]);
    records = all;
    expect((await flow.run()).items).toEqual(all.slice(0, 1));
    expect((await flow.run()).items).toEqual([]);
  });

  test("does not repeat what the last run delivered, however much is new", async () => {
    const all = every(1000, 800);
    let records = all.slice(-240);
    const flow = flowOf(() => records, remembering(4), { size: 80 });
    await flow.run();
    records = all;
    expect((await flow.run()).items).toHaveLength(560);
  });
});

describe("a run", () => {
  /** One perform after another, on a platform that shows each page what the one before stored. */
  const performing = <Item, State>(
    comparison: Comparison<Item, State>,
    fetchPage: (page: number) => Page<Item>,
    mode: "incremental" | "full" = "incremental",
  ) => {
    let stored: Record<string, unknown> = {};
    let writes = 0;
    let pages = 0;
    const polling = {
      getState: () => stored,
      setState: (next: Record<string, unknown>) => {
        writes += 1;
        stored = next;
      },
    };
    const { logger, lines } = recordingLogger();
    const perform = (paginationState: SyncPlace | undefined) =>
      syncPage(
        { polling, logger },
        { ...payload, paginationState },
        { mode, scope: "", fetchPage: async () => fetchPage(pages++), comparison },
      );
    const run = async () => {
      let place: SyncPlace | undefined;
      const performed: Awaited<ReturnType<typeof perform>>[] = [];
      pages = 0;
      do {
        const result = await perform(place);
        performed.push(result);
        place = result.paginationState ?? undefined;
      } while (place);
      return performed;
    };
    return { run, perform, writes: () => writes, pages: () => pages, warnings: () => lines.map(({ text }) => text) };
  };

  const device = (number: number): Listed => ({ id: `d${number}`, content: 0 });

  test("whose first page is empty does not report that there are no changes", async () => {
    const { run } = performing(snapshot, (page) => ({
      items: page < 2 ? [] : [device(1)],
      next: page < 2 ? `${page}` : undefined,
    }));
    expect((await run()).map(({ polledNoChanges }) => polledNoChanges)).toEqual([false, false, false]);
  });

  test("that finds nothing on its only page reports it", async () => {
    const { run } = performing(snapshot, () => ({ items: [] }));
    expect((await run()).map(({ polledNoChanges }) => polledNoChanges)).toEqual([true]);
  });

  describe.each(["incremental", "full"] as const)("in mode %s", (mode) => {
    test.each([
      ["empty pages", () => []],
      ["the same page again", () => [device(1), device(2)]],
      ["two pages in turns", (page: number) => [device(page % 2)]],
    ] as [string, (page: number) => Listed[]][])("over %s without end ends with an error", async (_, itemsOf) => {
      const { run, pages } = performing(snapshot, (page) => ({ items: itemsOf(page), next: `t${page}` }), mode);
      await expect(run()).rejects.toThrow(
        /The list does not end: after \d+ records 1000 pages in a row held nothing new/,
      );
      expect(pages()).toBeLessThan(1010);
    });

    test("over many pages that repeat for a while comes to its end", async () => {
      const itemsOf = (page: number) => (page % 900 === 0 ? [device(page)] : []);
      const next = (page: number) => (page < 2000 ? `t${page}` : undefined);
      const { run } = performing(snapshot, (page) => ({ items: itemsOf(page), next: next(page) }), mode);
      expect((await run()).flatMap(({ items }) => items)).toHaveLength(3);
    });

    test("skips records that are none, with a warning that counts them", async () => {
      const odd = [null, undefined, 7, "text", { id: { value: 1 } }, { id: "" }, device(1)] as Listed[];
      const { run, warnings } = performing(snapshot, () => ({ items: odd }), mode);
      expect((await run()).flatMap(({ items }) => items)).toEqual([device(1)]);
      expect(warnings()).toEqual(["6 records without an ID were skipped: they cannot be told apart."]);
    });
  });

  test("stores nothing on a page that changes nothing in what is stored", async () => {
    let name = 0;
    const { run, writes } = performing(snapshot, (page) => ({
      items: [{ id: `d${page}`, content: page === 7 ? name : 0 }],
      next: page < 9 ? `${page}` : undefined,
    }));
    await run();
    const first = writes();
    await run();
    expect(writes() - first).toBe(0);
    name = 1;
    await run();
    // With the page that changes, and with the last one.
    expect(writes() - first).toBe(2);
  });

  test("takes no longer for a page of a long list than for one of a short one", async () => {
    /** Milliseconds of CPU for 20 pages of 100 records, of which few change, in the middle of a run over so many. */
    const costOf = async (count: number) => {
      const size = 100;
      let round = 0;
      const { run, perform } = performing(snapshot, (page) => ({
        items: Array.from({ length: page === 0 ? count : size }, (_, index) => ({
          id: `d${page === 0 ? index : (page * 7919 + index) % count}`,
          content: index === 0 ? round : 0,
        })),
        next: round > 0 ? `${page}` : undefined,
      }));
      await run();
      round = 1;
      let place = (await perform(undefined)).paginationState ?? undefined;
      const costs: number[] = [];
      for (let page = 0; page < 20; page += 1) {
        const before = process.cpuUsage();
        place = (await perform(place)).paginationState ?? undefined;
        const { user, system } = process.cpuUsage(before);
        costs.push(user + system);
      }
      return costs.sort((a, b) => a - b)[10] as number;
    };
    await costOf(3000);
    const short = await costOf(3000);
    expect((await costOf(36_000)) / short).toBeLessThan(6);
  }, 60_000);
});
