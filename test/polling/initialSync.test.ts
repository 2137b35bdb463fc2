/** An initial sync delivers what is there, and is the baseline of the polls after it. */
import fc from "fast-check";
import { type Changes, watchCursor, watchPresence, watchSnapshot, watchWindow } from "../../src/polling";
import type { Watch } from "../../src/polling/poll";
import { paged, poller } from "./support";

interface Item {
  id: string;
  time?: string;
  content?: number;
}

const at = (minute: number) => new Date(Date.UTC(2026, 2, 31, 12, minute)).toISOString();

const names = (items: readonly Item[]) => items.map(({ id }) => id);

const changesOf = ({ created, updated }: Changes<Item>) => ({
  created: names(created),
  updated: names(updated.map(({ record }) => record)),
});

interface Options {
  scope?: string;
  since?: string;
  earliest?: string;
  mostNew?: number;
  /** Learns from when on is asked. */
  asked?: (from: string | undefined) => void;
}

const shared = ({ scope = "", since }: Options) => ({
  scope,
  since,
  id: ({ id }: Item) => id,
  time: ({ time }: Item) => time,
  value: ({ content = 0 }: Item) => content,
  deliver: changesOf,
});

type AnyWatch = Watch<unknown, { created: string[]; updated: string[] }>;

/** Each way of watching these items, in pages of three. */
const ways: Record<string, (items: readonly Item[], options?: Options) => AnyWatch> = {
  snapshot: (items, options = {}) =>
    watchSnapshot({ ...shared(options), pages: () => paged(items, 3) }) as unknown as AnyWatch,
  presence: (items, options = {}) =>
    watchPresence({ ...shared(options), pages: () => paged(items, 3) }) as unknown as AnyWatch,
  window: (items, options = {}) =>
    watchWindow({ ...shared(options), days: 1, pages: () => paged(items, 3) }) as unknown as AnyWatch,
  cursor: (items, { earliest, mostNew, asked, ...options } = {}) =>
    watchCursor({
      ...shared(options),
      overlapMinutes: 10,
      newest: 2,
      earliest,
      mostNew,
      pages: (from) => {
        asked?.(from);
        return paged(items, 3);
      },
      deliver: (records) => ({ created: names(records), updated: [] }),
    }) as unknown as AnyWatch,
};

const seven: Item[] = Array.from({ length: 7 }, (_, index) => ({ id: `r${index}`, time: at(index) }));

const nothing = { created: [], updated: [], polledNoChanges: true, warnings: [] };

describe.each(Object.entries(ways))("of a %s", (kind, watch) => {
  test("delivers everything, and the polls after it what is new", async () => {
    const { run, deploy } = poller();
    expect(await deploy(watch(seven))).toEqual({ ...nothing, created: names(seven), polledNoChanges: false });
    const later = [...seven.slice(1), { id: "new", time: at(8) }];
    expect((await run(watch(later))).created).toEqual(["new"]);
    expect(await run(watch(later))).toEqual(nothing);
  });

  test("delivers a record without a time too, once", async () => {
    const { run, deploy } = poller();
    const items = [...seven, { id: "timeless" }];
    expect((await deploy(watch(items))).created.sort()).toEqual(names(items).sort());
    expect(await run(watch(items))).toEqual(nothing);
  });

  test("delivers what polls have delivered before, and happens once", async () => {
    const { run, deploy } = poller();
    await run(watch(seven.slice(0, 5)));
    await run(watch(seven.slice(0, 6)));
    expect((await deploy(watch(seven))).created).toEqual(names(seven));
    expect(await run(watch(seven))).toEqual(nothing);
    expect(await deploy(watch(seven))).toEqual(nothing);
    expect((await deploy(watch([...seven, { id: "new", time: at(8) }]))).created).toEqual(["new"]);
  });

  test("happens anew for inputs that watch something else, and when the state is damaged, with a warning", async () => {
    const { deploy, run, state } = poller();
    await deploy(watch(seven));
    const other = await deploy(watch(seven, { scope: "other" }));
    expect(other.created).toEqual(names(seven));
    expect(other.warnings).toEqual([expect.stringContaining("Everything is delivered anew")]);
    state.overwriteEntry({ ...state.entry(), check: "damaged" });
    expect((await deploy(watch(seven, { scope: "other" }))).created).toEqual(names(seven));
    expect(await run(watch(seven, { scope: "other" }))).toEqual(nothing);
  });

  test("happens anew after a poll with other inputs has taken a baseline", async () => {
    const { run, deploy } = poller();
    await deploy(watch(seven));
    expect((await run(watch(seven, { scope: "other" }))).created).toEqual([]);
    expect((await deploy(watch(seven, { scope: "other" }))).created).toEqual(names(seven));
  });

  test("of nothing delivers nothing, and everything after it is new", async () => {
    const { run, deploy } = poller();
    expect(await deploy(watch([]))).toEqual(nothing);
    expect((await run(watch(seven))).created).toEqual(names(seven));
  });

  test("and any polls after it deliver each record that was ever there once", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), async (growth) => {
        const { run, deploy } = poller();
        const items: Item[] = [];
        const delivered: string[] = [];
        for (const [step, count] of growth.entries()) {
          for (let each = 0; each < count; each += 1) items.push({ id: `${step}.${each}`, time: at(items.length) });
          const { created } = step === 0 ? await deploy(watch(items)) : await run(watch(items));
          delivered.push(...created);
        }
        expect(delivered).toEqual(names(items));
      }),
      { numRuns: 30 },
    ));

  if (kind === "window" || kind === "cursor") {
    test("with a time delivers what is newer, and neither polls nor a change of state make up for the rest", async () => {
      const { run, deploy } = poller();
      const items = [...seven, { id: "timeless" }];
      const { created } = await deploy(watch(items, { since: at(4) }));
      expect(created.filter((id) => id !== "timeless")).toEqual(["r5", "r6"]);
      expect(await run(watch(items, { since: at(4) }))).toEqual(nothing);
      expect(await deploy(watch(items, { since: at(4) }))).toEqual(nothing);
    });

    test("with a time delivers what is newer, also after polls", async () => {
      const { run, deploy } = poller();
      await run(watch(seven));
      expect((await deploy(watch(seven, { since: at(4) }))).created).toEqual(["r5", "r6"]);
      expect(await run(watch(seven, { since: at(4) }))).toEqual(nothing);
    });
  }
});

test("of a cursor leaves out what has no time when it is to deliver what is newer than one", async () => {
  const { deploy } = poller();
  const items = [...seven, { id: "timeless" }];
  expect((await deploy(ways.cursor?.(items, { since: at(4) }) as AnyWatch)).created).toEqual(["r5", "r6"]);
});

test("of a cursor asks from the earliest time on, where one is given", async () => {
  const starts: (string | undefined)[] = [];
  const asked = (from: string | undefined) => void starts.push(from);
  await poller().deploy(ways.cursor?.(seven, { asked, earliest: "2005-01-01T00:00:00Z" }) as AnyWatch);
  await poller().deploy(ways.cursor?.(seven, { asked, earliest: "2005-01-01T00:00:00Z", since: at(3) }) as AnyWatch);
  await poller().deploy(ways.cursor?.(seven, { asked }) as AnyWatch);
  expect(starts).toEqual(["2005-01-01T00:00:00.000Z", "2026-03-31T12:03:00.001Z", undefined]);
});

test("of a cursor that holds more than one delivers comes in parts with the first polls", async () => {
  const { run, deploy } = poller();
  const many: Item[] = Array.from({ length: 50 }, (_, index) => ({ id: `r${index}`, time: at(index) }));
  const watch = () => ways.cursor?.(many, { mostNew: 20, earliest: "2005-01-01T00:00:00Z" }) as AnyWatch;
  const delivered: string[] = [];
  let { created, warnings } = await deploy(watch());
  expect(warnings).toEqual([expect.stringContaining("the rest by the next polls")]);
  delivered.push(...created);
  while (warnings.length > 0) {
    ({ created, warnings } = await run(watch()));
    delivered.push(...created);
  }
  expect(delivered).toEqual(names(many));
  expect(await run(watch())).toEqual(nothing);
});

test("stores what it delivered as the very last step", async () => {
  const { deploy, state } = poller();
  const failing = watchPresence({
    ...shared({}),
    pages: () => {
      throw new Error("the vendor is down");
    },
  });
  await expect(deploy(failing)).rejects.toThrow("the vendor is down");
  expect(state.text()).toBe("{}");
});
