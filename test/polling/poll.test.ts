import type { Watch } from "../../src/polling/poll";
import { payload, poller } from "./support";

/** Counts its polls; delivers the names that it is given. */
const counting = (records: string[] = [], changes: Partial<Watch<number, { records: string[] }>> = {}) => ({
  kind: "counting",
  scope: { resource: "devices" },
  encode: (count: number) => ({ count, note: "stored" }),
  decode: (stored: unknown) => (stored as { count: number }).count,
  look: async (previous: number | undefined) => ({
    next: (previous ?? 0) + 1,
    data: { records: previous === undefined ? [] : [...records, `after ${previous}`] },
  }),
  ...changes,
});

describe("a poll", () => {
  test("hands each poll the state of the one before", async () => {
    const { run } = poller();
    expect((await run(counting())).records).toEqual([]);
    expect((await run(counting())).records).toEqual(["after 1"]);
    expect((await run(counting(["x"]))).records).toEqual(["x", "after 2"]);
  });

  test("tells the first poll from one whose state is unusable, and warns of the latter alone", async () => {
    const { run, state } = poller();
    const look = jest.fn(async () => ({ next: 1, data: { records: [] } }));
    expect((await run(counting([], { look }))).warnings).toEqual([]);
    state.overwrite({ v: 2 });
    expect((await run(counting([], { look }))).warnings).toHaveLength(1);
    await run(counting([], { look }));
    expect(look.mock.calls).toMatchObject([
      [undefined, { first: true }],
      [undefined, { first: false }],
      [1, { first: false }],
    ]);
  });

  test("keeps the rest of the payload", async () => {
    const result = await poller().run(counting());
    expect(result).toEqual({ records: [], polledNoChanges: true, warnings: [] });
    expect(payload.flow.name).not.toBe("");
  });

  test("says that there are no changes exactly when every list is empty", async () => {
    const look = (data: Record<string, string[]>) => ({ ...counting(), look: async () => ({ next: 1, data }) });
    const { run } = poller();
    expect((await run(look({}))).polledNoChanges).toBe(true);
    expect((await run(look({ created: [], updated: [] }))).polledNoChanges).toBe(true);
    expect((await run(look({ created: [], updated: ["x"] }))).polledNoChanges).toBe(false);
  });

  test("that fails leaves the state as it was, wherever it fails", async () => {
    const { run, state } = poller();
    await run(counting());
    const before = state.text();
    const fail = () => {
      throw new Error("the vendor is down");
    };
    await expect(run(counting([], { look: fail }))).rejects.toThrow("the vendor is down");
    await expect(run(counting([], { encode: fail }))).rejects.toThrow("the vendor is down");
    expect(state.text()).toBe(before);
    expect((await run(counting())).records).toEqual(["after 1"]);
  });
});

describe("stored state", () => {
  const stored = async () => {
    const { run, state } = poller();
    await run(counting());
    return { run, state, json: state.entry() };
  };

  test.each([
    ["of another version", { v: 2 }, "it has the unknown version 2"],
    ["of another kind of trigger", { kind: "cursor" }, "it comes from another kind of trigger"],
    ["of other inputs", { scope: "x" }, "the trigger's inputs were changed"],
    ["with other content", { state: { count: 7, note: "stored" } }, "it is damaged"],
    ["without content", { state: undefined }, "it is damaged"],
    ["without a check", { check: undefined }, "it is damaged"],
  ])("%s becomes a new baseline with a warning", async (_, change, reason) => {
    const { run, state, json } = await stored();
    state.overwriteEntry({ ...json, ...change });
    const { records, warnings } = await run(counting());
    expect(records).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining(`cannot be used: ${reason}`)]);
    expect((await run(counting())).records).toEqual(["after 1"]);
  });

  test.each([[["a list"]], ["a text"], [7], [{ data: { groups: [] } }]])(
    "that is %j becomes a new baseline with a warning",
    async (foreign) => {
      const { run, state } = poller();
      state.overwrite(foreign);
      expect(await run(counting())).toMatchObject({ records: [], warnings: [expect.stringContaining("new baseline")] });
    },
  );

  test("that the watch cannot read becomes a new baseline with a warning", async () => {
    const { run } = await stored();
    const decode = () => {
      throw new Error("the packed records are damaged");
    };
    expect((await run(counting([], { decode }))).warnings).toEqual([
      expect.stringContaining("it is damaged: the packed records are damaged"),
    ]);
  });

  test("null is a first poll", async () => {
    const { run, state } = poller();
    state.overwrite(null);
    expect((await run(counting())).warnings).toEqual([]);
  });

  test("may come back with its keys in another order, as databases do it", async () => {
    const { run, state, json } = await stored();
    const reverse = (object: object) => Object.fromEntries(Object.entries(object).reverse());
    state.overwriteEntry(reverse({ ...json, state: reverse(json.state as object) }));
    expect(await run(counting())).toMatchObject({ records: ["after 1"], warnings: [] });
  });

  test("does not depend on the order of the inputs", async () => {
    const { run } = poller();
    await run(counting([], { scope: { a: 1, b: undefined, c: 2 } }));
    expect((await run(counting([], { scope: { c: 2, a: 1 } }))).warnings).toEqual([]);
  });
});
