import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { type Pages, watchCursor } from "../../src/polling";
import { advance, type CursorState } from "../../src/polling/cursorState";
import { paged, poller } from "./support";

interface Report {
  id?: string;
  end?: string | null;
}

/** A report that ended at this minute of an afternoon. */
const report = (id: string, minute: number, seconds = 0): Report => ({
  id,
  end: new Date(Date.UTC(2026, 2, 31, 12, minute, seconds)).toISOString(),
});

const at = (minute: number) => Date.UTC(2026, 2, 31, 12, minute);

const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1));

const ids = (records: Report[]) => records.map(({ id }) => id);

type Options = Partial<Parameters<typeof watchCursor<Report, { records: Report[] }>>[0]>;

/** Ten minutes of overlap behind the newest record. */
const watch = (pages: Pages<Report> | ((from?: string) => Pages<Report>), options: Options = {}) =>
  watchCursor<Report, { records: Report[] }>({
    scope: "",
    pages: typeof pages === "function" ? pages : () => pages,
    id: ({ id }) => id,
    time: ({ end }) => end,
    overlapMinutes: 10,
    newest: 1,
    deliver: (records) => ({ records }),
    ...options,
  });

/** Polls that see these lists one after the other; gives the ids that the last one delivers. */
const polls = async (lists: Report[][], options: Options = {}) => {
  const { run } = poller();
  let records: Report[] = [];
  for (const items of lists) ({ records } = await run(watch([{ items }], options)));
  return ids(records);
};

describe("a cursor watch", () => {
  test("delivers nothing on the first poll", async () => {
    expect(await polls([[report("a", 0), report("b", 5)]])).toEqual([]);
  });

  test("delivers what is newer, once", async () => {
    const lists = [[report("a", 0)], [report("a", 0), report("b", 5)]];
    expect(await polls(lists)).toEqual(["b"]);
    expect(await polls([...lists, lists[1] ?? []])).toEqual([]);
  });

  test("delivers the first record of an empty list", async () => {
    expect(await polls([[], [report("a", 0)]])).toEqual(["a"]);
  });

  test("says that there are no changes when nothing is new", async () => {
    const { run } = poller();
    expect((await run(watch([{ items: [report("a", 0)] }]))).polledNoChanges).toBe(true);
    expect((await run(watch([{ items: [report("a", 0)] }]))).polledNoChanges).toBe(true);
    expect((await run(watch([{ items: [report("b", 1)] }]))).polledNoChanges).toBe(false);
  });

  test("tells equal times apart by id", async () => {
    expect(await polls([[report("a", 0)], [report("a", 0), report("b", 0), report("c", 0)]])).toEqual(["b", "c"]);
  });

  test("finds a late arrival inside the overlap, to the millisecond", async () => {
    expect(await polls([[report("a", 20)], [report("late", 10), report("a", 20)]])).toEqual(["late"]);
  });

  test("takes what lies before the window for known", async () => {
    expect(await polls([[report("a", 20)], [report("old", 9, 59), report("a", 20)]])).toEqual([]);
  });

  test("does not deliver a record again that a poll in between did not list", async () => {
    const a = report("a", 0);
    expect(await polls([[], [a, report("b", 5)], [report("b", 5)], [a, report("b", 5)]])).toEqual([]);
  });

  test("does not deliver a known record again because its time has changed", async () => {
    expect(await polls([[report("a", 0)], [report("a", 8)], [report("a", 2)]])).toEqual([]);
  });

  test("delivers oldest first, whatever the order of the answer", async () => {
    expect(await polls([[], [report("c", 3), report("a", 1), report("d", 3), report("b", 2)]])).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
  });

  test("takes a record that comes on two pages for one", async () => {
    const { run } = poller();
    await run(watch([{ items: [] }]));
    const page = { items: [report("a", 1), report("b", 2)] };
    expect(ids((await run(watch([page, page, { items: [report("b", 2)] }]))).records)).toEqual(["a", "b"]);
  });

  test("delivers a record without a time once, and what it gets a time later not again", async () => {
    const timeless = { id: "x", end: null };
    expect(await polls([[report("a", 0)], [report("a", 0), timeless]])).toEqual(["x"]);
    expect(await polls([[report("a", 0)], [timeless], [report("a", 0)], [timeless]])).toEqual([]);
    expect(await polls([[report("a", 0)], [timeless], [report("x", 1)]])).toEqual([]);
  });

  test("takes a record without a time on the first poll for known", async () => {
    const timeless = { id: "x", end: null };
    expect(await polls([[timeless]])).toEqual([]);
    expect(await polls([[timeless], [timeless]])).toEqual([]);
    expect(await polls([[timeless]], { since: "2020-01-01T00:00:00Z" })).toEqual([]);
  });

  test("skips records without an id with a warning", async () => {
    const { run } = poller();
    await run(watch([{ items: [] }]));
    const { records, warnings } = await run(watch([{ items: [{ end: report("", 1).end }, report("a", 1)] }]));
    expect(ids(records)).toEqual(["a"]);
    expect(warnings).toEqual([expect.stringMatching(/^1 records without an ID/)]);
  });

  test("takes a new baseline when the state is damaged, also with a time to start from", async () => {
    const { run, state } = poller();
    const since = "2026-01-01T00:00:00Z";
    await run(watch([{ items: [report("a", 0)] }], { since }));
    state.overwriteEntry({ ...state.entry(), check: "" });
    const { records, warnings } = await run(watch([{ items: [report("a", 0), report("b", 1)] }], { since }));
    expect(records).toEqual([]);
    expect(warnings).toHaveLength(1);
  });

  test("leaves the state as it was when a page fails", async () => {
    const { run, state } = poller();
    await run(watch([{ items: [report("a", 0)] }]));
    const before = state.text();
    async function* failing() {
      yield { items: [report("b", 5)] };
      throw new Error("page 2 failed");
    }
    await expect(run(watch(failing()))).rejects.toThrow("page 2 failed");
    expect(state.text()).toBe(before);
    expect(ids((await run(watch([{ items: [report("b", 5)] }]))).records)).toEqual(["b"]);
  });

  test("never asks what time it is here", async () => {
    const now = jest.spyOn(Date, "now").mockImplementation(() => {
      throw new Error("the local clock was read");
    });
    try {
      const future = { id: "b", end: "2150-01-01T00:00:00Z" };
      expect(await polls([[report("a", 0)], [future]], { since: "2149-01-01T00:00:00Z" })).toEqual(["b"]);
    } finally {
      now.mockRestore();
    }
  });
});

describe("with a time to start from", () => {
  const since = "2026-03-31T12:05:00Z";

  test("the first poll delivers what is newer, and not what is of that time", async () => {
    const list = [report("old", 4), report("same", 5), report("b", 5, 1), report("c", 30)];
    expect(await polls([list], { since })).toEqual(["b", "c"]);
    expect(await polls([list, list], { since })).toEqual([]);
  });

  test("what turns up later is delivered, and nothing from before that time", async () => {
    expect(await polls([[], [report("old", 4), report("b", 6)]], { since })).toEqual(["b"]);
    expect(await polls([[report("b", 6)], [report("old", 4), report("late", 5, 30)]], { since })).toEqual(["late"]);
  });

  test("later polls take no notice of it", async () => {
    expect(await polls([[report("a", 50)], [report("b", 41)]], { since })).toEqual(["b"]);
    expect(await polls([[report("a", 50)], [report("b", 39)]], { since })).toEqual([]);
  });

  test("that is no time, the poll fails", async () => {
    await expect(polls([[]], { since: "soon" })).rejects.toThrow('"soon" is not a date and time');
  });
});

describe("the window", () => {
  const noon = report("noon", 0);
  const wrong = (id: string): Report => ({ id, end: "2099-01-01T00:00:00Z" });

  test("is not pushed past the present by fewer wrong dates than it reaches back over", async () => {
    const first = [noon, wrong("w1"), wrong("w2")];
    expect(await polls([first, [...first, report("b", 5)]], { newest: 3 })).toEqual(["b"]);
    expect(await polls([[noon], [wrong("w1"), wrong("w2")], [report("late", -10)]], { newest: 3 })).toEqual(["late"]);
  });

  test("delivers a record with a wrong date once", async () => {
    expect(await polls([[noon], [noon, wrong("w1")]], { newest: 3 })).toEqual(["w1"]);
    expect(await polls([[noon], [noon, wrong("w1")], [noon, wrong("w1")]], { newest: 3 })).toEqual([]);
  });

  test("never moves back, also when the overlap becomes longer", async () => {
    const { run } = poller();
    await run(watch([{ items: [report("a", 30)] }]));
    expect((await run(watch([{ items: [report("old", 15)] }], { overlapMinutes: 60 }))).records).toEqual([]);
  });

  const options = { id: ({ id }: Report) => id, time: ({ end }: Report) => end, overlapMinutes: 10, newest: 1 };
  const empty: CursorState = { low: undefined, seen: new Map() };

  test("starts the overlap before the newest record and holds what lies in it", () => {
    const { next } = advance([report("a", 0), report("b", 15), report("c", 20)], empty, options);
    expect(next.low).toBe(at(10));
    expect(next.seen.size).toBe(2);
  });

  test("reaches back to the n-th newest record, less the overlap", () => {
    const records = [0, 10, 20, 30, 40].map((minute) => report(`${minute}`, minute));
    expect(advance(records, empty, { ...options, newest: 3 }).next.low).toBe(at(10));
  });

  test("stays where it is until there are n records", () => {
    const start = { ...empty, low: at(0) };
    expect(advance([report("a", 50)], start, { ...options, newest: 2 }).next.low).toBe(at(0));
  });

  test("shrinks to the newest records when it holds more than can be remembered", () => {
    const records = Array.from({ length: 8 }, (_, minute) => report(`${minute}`, minute));
    const { next, shrunk } = advance(records, empty, { ...options, mostIds: 5 });
    expect(shrunk).toBe(true);
    expect(next.seen.size).toBe(5);
    expect(next.low).toBe(at(2) + 1);
    expect(advance(records, next, options).fresh).toEqual([]);
  });

  test("that shrinks between equal times leaves all of them out", () => {
    const records = [1, 1, 1, 2, 2].map((minute, index) => report(`${index}`, minute));
    const { next } = advance(records, empty, { ...options, mostIds: 3 });
    expect(next.seen.size).toBe(2);
    expect(advance(records, next, options).fresh).toEqual([]);
  });

  test("that shrinks is warned of", async () => {
    const { run } = poller();
    const items = Array.from({ length: 8 }, (_, minute) => report(`${minute}`, minute));
    const { warnings } = await run(watch([{ items }], { mostIds: 5 }));
    expect(warnings).toEqual([expect.stringContaining("It was shortened")]);
    expect((await run(watch([{ items }], { mostIds: 5 }))).warnings).toEqual([]);
  });

  test("remembers no more records without a time than it may, and rather those that are still listed", () => {
    const timeless = (...names: string[]) => names.map((id) => ({ id }));
    const { next } = advance(timeless("a", "b", "c"), empty, { ...options, mostIds: 3 });
    const { next: later } = advance(timeless("b", "d", "e"), next, { ...options, mostIds: 3 });
    expect(later.seen.size).toBe(3);
    expect(ids(advance(timeless("a", "b", "d", "e"), later, options).fresh)).toEqual(["a"]);
  });
});

test("state of a full window, with the widest times there are, takes less than 1 MiB of JSON text", async () => {
  const { run, state } = poller();
  const items: Report[] = Array.from({ length: 60_000 }, (_, index) => ({
    id: randomUUID(),
    end: report("", 0, index % 60).end,
  }));
  items.push({ id: "first", end: "1970-01-02T00:00:00Z" }, { id: "last", end: "9999-12-31T23:59:59Z" });
  await run(watch([{ items }], { overlapMinutes: 9e9 }));
  expect(Buffer.byteLength(state.text())).toBeLessThan(1024 * 1024);
});

describe("reading", () => {
  /** Pages of reports of these minutes, and how many of the pages were asked for. */
  const list = (...pages: number[][]) => {
    const read = { pages: 0, from: undefined as string | undefined };
    async function* reading(from?: string) {
      read.from = from;
      for (const minutes of pages) {
        read.pages += 1;
        yield { items: minutes.map((minute) => report(`m${minute}`, minute)) };
      }
    }
    return { read, reading };
  };

  test("asks for the window, inclusive", async () => {
    const { run } = poller();
    const { read, reading } = list([20]);
    await run(watch(reading));
    expect(read.from).toBeUndefined();
    await run(watch(reading));
    expect(read.from).toBe("2026-03-31T12:10:00.000Z");
  });

  test("asks from the time to start from", async () => {
    const { read, reading } = list([]);
    await poller().run(watch(reading, { since: "2026-03-31T12:05:00Z" }));
    expect(read.from).toBe("2026-03-31T12:05:00.001Z");
  });

  test("ends at the first page that reaches below the window, when the vendor lists newest first", async () => {
    const { run } = poller();
    await run(watch([{ items: [report("m20", 20)] }]));
    const { read, reading } = list([30, 25], [22, 20], [12, 9], [8, 7]);
    const { records } = await run(watch(reading, { newestFirst: true }));
    expect(ids(records)).toEqual(["m12", "m22", "m25", "m30"]);
    expect(read.pages).toBe(3);
  });

  test("goes on past a page that is not in order, until one lies below the window as a whole", async () => {
    const { run } = poller();
    await run(watch([{ items: [report("m20", 20)] }]));
    const { read, reading } = list([9, 30, 8], [8, 22], [7, 9], [25]);
    const { records } = await run(watch(reading, { newestFirst: true }));
    expect(ids(records)).toEqual(["m22", "m30"]);
    expect(read.pages).toBe(3);
  });

  test("goes on past an empty page", async () => {
    const { run } = poller();
    await run(watch([{ items: [report("m20", 20)] }]));
    const { reading } = list([30], [], [25]);
    expect(ids((await run(watch(reading, { newestFirst: true }))).records)).toEqual(["m25", "m30"]);
  });

  test("goes on past a page on which only what is no record lies below the window", async () => {
    const { run } = poller();
    await run(watch([{ items: [report("m20", 20)] }]));
    const strangers = [{ id: { value: 1 }, end: report("", 1).end }] as unknown as Report[];
    const pages = [{ items: strangers }, { items: [report("m25", 25)] }];
    expect(ids((await run(watch(pages, { newestFirst: true }))).records)).toEqual(["m25"]);
  });

  test("takes all pages, when the vendor does not list newest first", async () => {
    const { run } = poller();
    await run(watch([{ items: [report("m20", 20)] }]));
    const { read, reading } = list([9, 8], [7], [25]);
    expect(ids((await run(watch(reading))).records)).toEqual(["m25"]);
    expect(read.pages).toBe(3);
  });

  test("of a baseline ends when it is known where the window starts", async () => {
    const { run } = poller();
    const { read, reading } = list([50, 49], [49, 48], [48, 37], [30, 20], [10]);
    await run(watch(reading, { newestFirst: true, newest: 3 }));
    expect(read.pages).toBe(3);
    expect((await run(watch(reading, { newestFirst: true, newest: 3 }))).records).toEqual([]);
  });
});

describe("a backlog", () => {
  const start = Date.UTC(2026, 2, 31);
  const second = 1000;

  interface Timed {
    id: string;
    time: number | undefined;
  }

  interface Vendor {
    /** In what order the vendor lists, and whether it filters by time. */
    newestFirst?: boolean;
    filters?: boolean;
    pageSize?: number;
    /** What is no record and stands at the beginning of the list. */
    strangers?: unknown[];
  }

  /** A list that grows, and a trigger that polls it; `drain` polls until no poll says that more follows. */
  const backlog = (
    { newestFirst = true, filters = true, pageSize = 5, strangers = [] }: Vendor = {},
    options: object = {},
  ) => {
    const { run, state } = poller();
    const records: Timed[] = [];
    let pages = 0;
    function* read(from?: string, until?: string) {
      const [low, high] = [from && filters ? Date.parse(from) : 0, until && filters ? Date.parse(until) : Infinity];
      const listed = records.filter(({ time }) => time === undefined || (time >= low && time < high));
      const order = newestFirst ? -1 : 1;
      const inOrder = listed.sort((a, b) => order * ((a.time ?? Infinity) - (b.time ?? Infinity)) || 0);
      for (const page of paged([...(strangers as Timed[]), ...inOrder], pageSize)) {
        pages += 1;
        yield page;
      }
    }
    const poll = () =>
      run(
        watchCursor<Timed, { records: Timed[] }>({
          scope: "",
          pages: read,
          newestFirst,
          id: ({ id }) => id,
          time: ({ time }) => time,
          overlapMinutes: 1,
          newest: 2,
          mostNew: 8,
          deliver: (found) => ({ records: found }),
          ...options,
        }),
      );
    const drain = async () => {
      const parts: Timed[][] = [];
      for (;;) {
        const { records: part, warnings } = await poll();
        parts.push(part);
        if (!warnings.some((text) => text.includes("the rest by the next polls"))) return parts;
        if (parts.length > 2000) throw new Error("The backlog does not come to an end.");
      }
    };
    const add = (...seconds: number[]) => {
      for (const at of seconds) records.push({ id: `r${records.length}`, time: start + at * second });
    };
    return { poll, drain, add, records, state, pages: () => pages };
  };

  const idsOf = (found: Timed[]) => found.map(({ id }) => id);
  const range = (count: number, step = 1) => Array.from({ length: count }, (_, index) => index * step);

  const vendors: Vendor[] = [
    { newestFirst: true, filters: true },
    { newestFirst: true, filters: false },
    { newestFirst: false, filters: true },
    { newestFirst: false, filters: false },
  ];

  test.each(vendors)("is delivered in parts, the oldest first, each record once: %j", async (vendor) => {
    const { poll, drain, add, records } = backlog(vendor);
    add(0);
    await poll();
    add(...range(100, 7).slice(1));
    const parts = await drain();
    expect(parts.length).toBeGreaterThan(100 / 8);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(8);
    expect(idsOf(parts.flat())).toEqual(idsOf(records.filter(({ id }) => id !== "r0")).sort(byNumber));
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("says in each part but the last that more follows", async () => {
    const { poll, add } = backlog();
    add(0);
    await poll();
    add(...range(11, 60).slice(1));
    const { warnings, records } = await poll();
    expect(warnings).toEqual([
      `More records are new than one poll delivers. The oldest ${records.length} of them are delivered now and the rest by the next polls; nothing is skipped.`,
    ]);
  });

  test("of a first poll with a time to start from comes in parts as well", async () => {
    const { drain, add } = backlog({}, { since: new Date(start + 10 * second).toISOString() });
    add(...range(60, 5));
    const delivered = (await drain()).flat();
    expect(idsOf(delivered)).toEqual(range(57).map((index) => `r${index + 3}`));
  });

  test("within one second is delivered whole", async () => {
    const { poll, add } = backlog();
    add(0);
    await poll();
    add(...Array(30).fill(50), 120);
    const { records, warnings } = await poll();
    expect(records).toHaveLength(30);
    expect(warnings).toHaveLength(1);
    expect(idsOf((await poll()).records)).toEqual(["r31"]);
  });

  test("within the overlap, of which more is known than can be remembered, comes to its end", async () => {
    const { poll, drain, add } = backlog({}, { mostIds: 20, overlapMinutes: 60 });
    add(0);
    await poll();
    add(...range(300).slice(1));
    expect(idsOf((await drain()).flat())).toEqual(range(299).map((index) => `r${index + 1}`));
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("does not hide what arrives late, within the overlap of what was delivered", async () => {
    const { poll, drain, add } = backlog();
    add(0);
    await poll();
    add(...range(40, 20).slice(1));
    const first = (await poll()).records;
    const last = ((first.at(-1)?.time as number) - start) / second;
    add(last - 30);
    expect(idsOf((await drain()).flat())).toContain("r40");
  });

  test("after a quiet month is found with few calls", async () => {
    const month = 30 * 86_400;
    const { poll, drain, add, pages } = backlog({ pageSize: 2 }, { mostNew: 40 });
    add(0, 1);
    await poll();
    add(...range(400).map((index) => month + index));
    const before = pages();
    const parts = await drain();
    expect(parts.flat()).toHaveLength(400);
    // Read once, its pages are 200.
    expect(pages() - before).toBeLessThan(200 * 10);
  });

  test("is not stretched by a date in the future, which comes at its end", async () => {
    const { poll, drain, add, pages } = backlog({}, { newest: 3 });
    add(0, 1, 2);
    await poll();
    add(70 * 365 * 86_400, ...range(80, 30).slice(1));
    const before = pages();
    const parts = await drain();
    expect(idsOf(parts.flat()).at(-1)).toBe("r3");
    expect(parts.flat()).toHaveLength(80);
    expect(pages() - before).toBeLessThan(400);
  });

  test("with records without a time delivers them once", async () => {
    const { poll, drain, add, records } = backlog();
    add(0);
    await poll();
    records.push({ id: "x", time: undefined });
    add(...range(60, 10).slice(1));
    const delivered = idsOf((await drain()).flat());
    expect(delivered).toHaveLength(60);
    expect(new Set(delivered).size).toBe(60);
    expect(delivered).toContain("x");
  });

  test("with records that are none skips them, with a warning", async () => {
    const strangers = [null, { id: { value: 1 }, time: start }, { id: "x", time: {} }];
    const { poll, drain, add } = backlog({ strangers });
    add(0);
    await poll();
    add(...range(60, 10).slice(1));
    expect((await drain()).flat()).toHaveLength(59);
    expect((await poll()).warnings).toEqual([
      "2 records without an ID were skipped: they cannot be told apart.",
      "1 records were skipped: the time of each is no time that can be read.",
    ]);
  });

  test("of a baseline is not read beyond what can be remembered", async () => {
    const { poll, add, pages } = backlog({ filters: false }, { mostIds: 20, newest: 1000 });
    add(...range(500));
    const { warnings } = await poll();
    expect(pages()).toBe(5);
    expect(warnings).toEqual([expect.stringContaining("It was shortened")]);
    expect((await poll()).polledNoChanges).toBe(true);
    add(600);
    expect(idsOf((await poll()).records)).toEqual(["r500"]);
  });

  test("of any distribution is delivered once and in order, while more arrives", async () => {
    const gap = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(600), fc.nat(10_000_000));
    const arrivals = fc.array(fc.array(gap, { maxLength: 60, size: "max" }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        arrivals,
        fc.constantFrom(...vendors),
        fc.constantFrom(0, 1, 60),
        async (bursts, vendor, overlapMinutes) => {
          const { poll, drain, add, records } = backlog(vendor, { overlapMinutes, mostPages: 30 });
          add(0);
          await poll();
          let now = 0;
          const delivered: Timed[] = [];
          for (const burst of bursts) {
            add(...burst.map((after) => (now += after)));
            delivered.push(...(await poll()).records);
          }
          delivered.push(...(await drain()).flat());
          const times = delivered.map(({ time }) => time as number);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(idsOf(delivered).sort()).toEqual(
            idsOf(records)
              .filter((id) => id !== "r0")
              .sort(),
          );
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
