import { randomUUID } from "node:crypto";
import { fingerprintWithout, type Pages, watchSnapshot } from "../../src/polling";
import { paged, poller } from "./support";

interface Device {
  id?: string | number | null;
  name: string;
  last_seen?: string;
  created_at?: string;
}

const device = (id: Device["id"], name = `Device ${id}`, rest: Partial<Device> = {}): Device => ({ id, name, ...rest });

const watch = (pages: Pages<Device>, options: { scope?: unknown; timed?: boolean } = {}) =>
  watchSnapshot({
    scope: options.scope ?? "devices",
    pages: () => pages,
    id: ({ id }) => id,
    value: fingerprintWithout("last_seen"),
    time: options.timed ? ({ created_at }) => created_at : undefined,
    deliver: ({ created, updated, deleted }) => ({
      created,
      updated: updated.map(({ record }) => record),
      deleted: Array.from({ length: deleted }, () => "one"),
    }),
  });

/** Polls that see these lists one after the other; gives the result of the last. */
const polls = async (...lists: Device[][]) => {
  const { run } = poller();
  let result = await run(watch([{ items: lists[0] ?? [] }]));
  for (const list of lists.slice(1)) result = await run(watch([{ items: list }]));
  return result;
};

const nothing = { created: [], updated: [], polledNoChanges: true };

describe("a snapshot watch", () => {
  test("delivers nothing on the first poll", async () => {
    expect(await polls([device("d1"), device("d2")])).toMatchObject(nothing);
  });

  test("delivers nothing when nothing has changed", async () => {
    expect(await polls([device("d1")], [device("d1")])).toMatchObject(nothing);
  });

  test("delivers a new record as created, once", async () => {
    const list = [device("d1"), device("d2")];
    expect(await polls([device("d1")], list)).toMatchObject({ created: [device("d2")], polledNoChanges: false });
    expect(await polls([device("d1")], list, list)).toMatchObject(nothing);
  });

  test("delivers the first records of an empty list as created", async () => {
    expect(await polls([], [device("d1")])).toMatchObject({ created: [device("d1")] });
  });

  test("delivers a changed record as updated, once", async () => {
    const changed = [device("d1", "Till 1")];
    expect(await polls([device("d1")], changed)).toMatchObject({ created: [], updated: changed });
    expect(await polls([device("d1")], changed, changed)).toMatchObject(nothing);
  });

  test("takes no notice of volatile fields", async () => {
    expect(await polls([device("d1", "A", { last_seen: "x" })], [device("d1", "A", { last_seen: "y" })])).toMatchObject(
      nothing,
    );
  });

  test("takes no notice of the order of records and keys", async () => {
    expect(
      await polls(
        [device("d1", "A", { created_at: "x" }), device("d2")],
        [device("d2"), { created_at: "x", name: "A", id: "d1" }],
      ),
    ).toMatchObject(nothing);
  });

  test("counts deleted records and delivers one that comes back as created", async () => {
    const both = [device("d1"), device("d2")];
    expect(await polls(both, [device("d1")])).toMatchObject({ created: [], updated: [], deleted: ["one"] });
    expect(await polls(both, [device("d1")], both)).toMatchObject({ created: [device("d2")], updated: [] });
  });

  test("takes a record that comes on two pages for one, the last one counts", async () => {
    const { run } = poller();
    await run(watch([{ items: [device("d1")] }]));
    const pages = [
      { items: [device("d2", "old"), device("d1", "changed")] },
      { items: [device("d1"), device("d2", "new")] },
    ];
    expect(await run(watch(pages))).toMatchObject({ created: [device("d2", "new")], updated: [] });
  });

  test("skips records without an id with one warning", async () => {
    const { run } = poller();
    await run(watch([{ items: [] }]));
    const items = [device(undefined), device(""), device(null), device("d1"), device(0)];
    const { created, warnings } = await run(watch([{ items }]));
    expect(created).toHaveLength(2);
    expect(warnings).toEqual([expect.stringMatching(/^3 records without an ID were skipped/)]);
  });

  test("delivers oldest first by time, where there is one", async () => {
    const { run } = poller();
    await run(watch([{ items: [] }], { timed: true }));
    const items = [
      device("d1", "c", { created_at: "2026-03-03T00:00:00Z" }),
      device("d3", "b", { created_at: "2026-03-02T00:00:00Z" }),
      device("d2", "a", { created_at: "2026-03-01T00:00:00Z" }),
    ];
    const { created } = await run(watch([{ items }], { timed: true }));
    expect(created.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  test("delivers in the natural order of ids, where there is no time", async () => {
    const { created } = await polls([], [device("d10"), device("d9"), device("d100")]);
    expect(created.map(({ id }) => id)).toEqual(["d9", "d10", "d100"]);
  });

  test("reads all pages, empty ones too", async () => {
    const { run } = poller();
    await run(watch([{ items: [] }]));
    const pages = [{ items: [device("d1")] }, { items: [] }, { items: [device("d2")] }];
    expect((await run(watch(pages))).created).toHaveLength(2);
  });

  test("leaves the state as it was when a page fails", async () => {
    const { run, state } = poller();
    await run(watch([{ items: [device("d1")] }]));
    const before = state.text();
    async function* failing() {
      yield { items: [device("d1"), device("d2")] };
      throw new Error("page 2 failed");
    }
    await expect(run(watch(failing()))).rejects.toThrow("page 2 failed");
    expect(state.text()).toBe(before);
    expect((await run(watch([{ items: [device("d1"), device("d2")] }]))).created).toEqual([device("d2")]);
  });

  test("takes a new baseline when another list is watched", async () => {
    const { run } = poller();
    await run(watch([{ items: [device("d1")] }]));
    const other = await run(watch([{ items: [device("u1")] }], { scope: "users" }));
    expect(other).toMatchObject({ ...nothing, warnings: [expect.stringContaining("inputs were changed")] });
    const next = await run(watch([{ items: [device("u1"), device("u2")] }], { scope: "users" }));
    expect(next).toMatchObject({ created: [device("u2")], warnings: [] });
  });
});

describe("a watch of states", () => {
  const codes = ["open", "closed"];
  const states = (list: { code: string; state: string }[]) =>
    watchSnapshot({
      scope: "sessions",
      pages: () => [{ items: list }],
      id: ({ code }) => code,
      value: ({ state }) => codes.indexOf(state),
      deliver: ({ created, updated }) => ({
        opened: created.map(({ code }) => code),
        changed: updated.map(({ record, before, value }) => `${record.code}: ${codes[before]} to ${codes[value]}`),
      }),
    });

  test("tells from which state to which a record went", async () => {
    const { run } = poller();
    await run(states([{ code: "s1", state: "open" }]));
    const list = [
      { code: "s1", state: "closed" },
      { code: "s2", state: "open" },
    ];
    expect(await run(states(list))).toMatchObject({ opened: ["s2"], changed: ["s1: open to closed"] });
    expect(await run(states(list))).toMatchObject({ opened: [], changed: [], polledNoChanges: true });
  });

  test("stores the same state again when nothing has changed, and another when something has", async () => {
    const { run, state } = poller();
    const list = [{ code: "s1", state: "open" }];
    await run(states(list));
    const before = state.text();
    await run(states(list));
    expect(state.text()).toBe(before);
    await run(states([{ code: "s1", state: "closed" }]));
    expect(state.text()).not.toBe(before);
    await run(states([]));
    expect(state.entry()).toMatchObject({ state: { count: 0 } });
    expect(await run(states(list))).toMatchObject({ opened: ["s1"] });
  });

  test("can let the number depend on the one before, for example to count polls", async () => {
    const { run } = poller();
    const counted = () =>
      watchSnapshot({
        scope: "",
        pages: () => [{ items: ["a"] }],
        id: (name) => name,
        value: (_, before = 0) => before + 1,
        deliver: ({ updated }) => ({ polls: updated.map(({ value }) => value) }),
      });
    await run(counted());
    await run(counted());
    expect((await run(counted())).polls).toEqual([3]);
  });
});

test("state for 100,000 records with GUIDs takes at most 1 MiB of JSON text", async () => {
  const { run, state } = poller();
  const items = Array.from({ length: 100_000 }, (_, index) => device(randomUUID(), `Device ${index}`));
  await run(watch(paged(items, 1000)));
  expect(Buffer.byteLength(state.text())).toBeLessThan(1024 * 1024);
  expect(await run(watch(paged(items, 1000)))).toMatchObject(nothing);
});
