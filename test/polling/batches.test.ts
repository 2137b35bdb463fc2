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
import { recordingLogger } from "../support/logger";
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

  return { run, size: () => JSON.stringify(kept).length };
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
  test.each(keepings)("is followed through any history of changes and failures, state kept %s", async (keeping) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), (steps) => follows(keeping, steps)),
      { numRuns: 300 },
    );
  });

  test.each(keepings)("misses nothing that changes while it is read, state kept %s", async (keeping) => {
    const during = fc.record({
      page: fc.nat(3),
      changes: fc.array(fc.oneof(put, remove), { maxLength: 4 }),
      failingPage: failing,
    });
    const missesNothing = async (steps: (typeof during extends fc.Arbitrary<infer Value> ? Value : never)[]) => {
      const records = new Map(Array.from({ length: 12 }, (_, index) => [`d${index}`, { id: `d${index}`, content: 0 }]));
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
      numRuns: 300,
    });
  });

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
        { numRuns: 300 },
      );
    },
  );

  test("of any length costs little more than half a MiB of state, and a failure at its end repeats some at most", async () => {
    const all = newestFirst(Array.from({ length: 71_000 }, (_, id) => ({ id: `r${id}`, time: start + id * minute })));
    let records = all.slice(-1000);
    const flow = flowOf(() => records, cursor, { size: 10_000 });
    await flow.run();
    records = all;
    const failed = await flow.run({ failingPage: 6 });
    expect(failed.items).toHaveLength(60_000);
    expect(flow.size()).toBeLessThan(640 * 1024);
    const next = await flow.run();
    expect(new Set([...failed.items, ...next.items])).toEqual(new Set(all.slice(0, -1000)));
    expect(next.items.length).toBeLessThan(21_000);
    expect((await flow.run()).items).toEqual([]);
    expect(flow.size()).toBeLessThan(1000);
  });
});
