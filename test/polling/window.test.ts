import fc from "fast-check";
import { transitionsOf, watchWindow } from "../../src/polling";
import { paged, poller } from "./support";

interface Item {
  id: string;
  time?: number;
  content: number;
}

const day = 86_400_000;
const start = Date.UTC(2026, 2, 31);

/** Records an hour apart, the first one the newest. */
const hourly = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, time: start - index * 3_600_000, content: 0 }));

const newestFirst = (items: readonly Item[]): Item[] => [...items].sort((a, b) => (b.time ?? 0) - (a.time ?? 0));

interface Options {
  days?: number;
  pageSize?: number;
  /** The vendor lists newest first; otherwise it filters by time. */
  sorted?: boolean;
  unsettled?: (item: Item) => boolean;
  since?: string;
}

const setUp = ({ days, pageSize = 50, sorted = false, unsettled, since }: Options) => {
  const { run, state } = poller();
  const items = new Map<string, Item>();
  let pagesRead = 0;

  function* read(from: string | undefined) {
    const low = sorted || from === undefined ? 0 : Date.parse(from);
    const listed = [...items.values()].filter(({ time }) => time === undefined || time >= low);
    for (const page of paged(sorted ? newestFirst(listed) : listed, pageSize)) {
      pagesRead += 1;
      yield page;
    }
  }

  const poll = async () => {
    pagesRead = 0;
    const result = await run(
      watchWindow({
        scope: "list",
        pages: read,
        newestFirst: sorted,
        id: ({ id }) => id,
        time: ({ time }) => time,
        value: ({ content }) => content,
        days,
        unsettled,
        since,
        deliver: ({ created, updated }) => ({
          created: created.map(({ id }) => id),
          updated: updated.map(({ record }) => record.id),
        }),
      }),
    );
    return { ...result, pagesRead };
  };

  const put = (...records: Item[]) => {
    for (const record of records) items.set(record.id, record);
  };
  const stored = () => state.entry().state as { low: number | null; known: { count: number } };
  return { poll, put, items, stored };
};

test("fewer than 100 records are watched whole, however old", async () => {
  const { poll, put } = setUp({ days: 1 });
  put({ id: "old", time: start - 1000 * day, content: 0 }, ...hourly(98));
  await poll();
  put({ id: "old", time: start - 1000 * day, content: 1 });
  expect(await poll()).toMatchObject({ created: [], updated: ["old"] });
});

test("the window reaches back so many days from the 100th newest record, inclusive", async () => {
  const { poll, put, stored } = setUp({ days: 1 });
  put(...hourly(200));
  await poll();
  expect(stored()).toMatchObject({ low: start - 99 * 3_600_000 - day, known: { count: 124 } });
  put(...hourly(200).map((item) => ({ ...item, content: 1 })));
  const { updated } = await poll();
  expect(updated).toContain("r123");
  expect(updated).not.toContain("r124");
});

test("newest first, reading ends at the page that reaches below the window", async () => {
  const { poll, put } = setUp({ days: 1, sorted: true });
  put(...hourly(1000));
  expect((await poll()).pagesRead).toBe(3);
  expect((await poll()).pagesRead).toBe(3);
});

test("without days everything is watched", async () => {
  const { poll, put } = setUp({ sorted: true });
  put(...hourly(500));
  expect((await poll()).pagesRead).toBe(10);
  put({ id: "r499", time: start - 499 * 3_600_000, content: 1 });
  expect((await poll()).updated).toEqual(["r499"]);
});

test("the window never moves back, so that nothing old is created again", async () => {
  const { poll, put, items, stored } = setUp({ days: 1 });
  put(...hourly(300));
  await poll();
  const { low } = stored();
  for (let index = 0; index < 90; index += 1) items.delete(`r${index}`);
  expect(await poll()).toMatchObject({ created: [], updated: [], polledNoChanges: true });
  expect(stored().low).toBe(low);
});

test("99 records in the future do not push it past the present", async () => {
  const { poll, put } = setUp({ days: 1 });
  put(...hourly(300));
  put(...Array.from({ length: 99 }, (_, index) => ({ id: `f${index}`, time: start + 9000 * day, content: 0 })));
  await poll();
  put({ id: "r20", time: start - 20 * 3_600_000, content: 1 });
  expect((await poll()).updated).toEqual(["r20"]);
});

test("a record without a time stays inside", async () => {
  const { poll, put } = setUp({ days: 1 });
  put(...hourly(300), { id: "timeless", content: 0 });
  await poll();
  put({ id: "timeless", content: 1 });
  expect((await poll()).updated).toEqual(["timeless"]);
  expect((await poll()).polledNoChanges).toBe(true);
});

test("the window starts at the oldest unsettled record, a day back at least, and so many days at most", async () => {
  const { poll, put, stored } = setUp({ days: 10, unsettled: ({ content }) => content === 0 });
  const settled = hourly(1000).map((item) => ({ ...item, content: 1 }));
  const hundredth = start - 99 * 3_600_000;
  put(...settled, { ...(settled[250] as Item), content: 0 });
  await poll();
  expect(stored().low).toBe(start - 250 * 3_600_000);
  put(settled[250] as Item);
  await poll();
  expect(stored().low).toBe(hundredth - day);
  const other = setUp({ days: 10, unsettled: ({ content }) => content === 0 });
  other.put(...settled, { ...(settled[900] as Item), content: 0 });
  await other.poll();
  expect(other.stored().low).toBe(hundredth - 10 * day);
});

test("with since, the first poll creates what is newer, and no other poll does", async () => {
  const { poll, put } = setUp({ days: 1, since: new Date(start - 2 * 3_600_000).toISOString() });
  put(...hourly(10));
  expect((await poll()).created).toEqual(["r1", "r0"]);
  expect((await poll()).created).toEqual([]);
});

test("a damaged start of the window becomes a new baseline", async () => {
  const { run, state } = poller();
  const watch = () =>
    watchWindow<Item, { created: Item[] }>({
      scope: 1,
      pages: () => [{ items: hourly(3) }],
      id: ({ id }) => id,
      time: ({ time }) => time,
      value: ({ content }) => content,
      days: 1,
      deliver: ({ created }) => ({ created }),
    });
  await run(watch());
  state.overwriteEntry({ ...state.entry(), state: { low: "soon", known: {} } });
  expect((await run(watch())).warnings).toHaveLength(1);
});

type Step = { add: number; edit: number[]; drop: number[] };

const steps = fc.array(
  fc.record({
    add: fc.integer({ min: 0, max: 40 }),
    edit: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }),
    drop: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Over any history: what is in the window is delivered once when it changes, and nothing else is. */
test.each([true, false])("histories, listed newest first: %s", async (sorted) => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 5, max: 60 }), async (history: Step[], pageSize) => {
      const { poll, put, items, stored } = setUp({ days: 1, sorted, pageSize });
      let next = 0;
      const add = (count: number) => {
        const added = Array.from({ length: count }, () => ({
          id: `r${next}`,
          time: start + next++ * 3_600_000,
          content: 0,
        }));
        put(...added);
        return added.map(({ id }) => id);
      };
      add(130);
      await poll();
      for (const { add: count, edit, drop } of history) {
        const low = stored().low ?? 0;
        for (const index of drop) items.delete(`r${index}`);
        const edited = [...new Set(edit)].map((index) => items.get(`r${index}`)).filter((item) => item !== undefined);
        for (const item of edited) put({ ...item, content: item.content + 1 });
        const created = add(count);
        const inside = edited.filter(({ time }) => (time ?? 0) >= low).map(({ id }) => id);
        const result = await poll();
        expect([...result.created].sort()).toEqual([...created].sort());
        expect([...result.updated].sort()).toEqual([...inside].sort());
      }
    }),
    { numRuns: 150 },
  );
});

test("transitions tell new and changed records alike", () => {
  const changes = { created: ["a"], updated: [{ record: "b", before: 1, value: 2 }], deleted: 0 };
  expect(transitionsOf(changes, () => 7, String)).toEqual([
    { record: "a", was: undefined, is: "7" },
    { record: "b", was: "1", is: "2" },
  ]);
});
