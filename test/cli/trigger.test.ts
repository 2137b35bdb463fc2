import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../../cli/output";
import { runTrigger } from "../../cli/run";
import type { Trigger } from "../../engine/component";
import { createStateStore } from "../../engine/state";
import { createWorkspace, documents } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { fixture, folder } = workspace;

/** Runs a trigger in this process, where no command line is needed to see what happens. Nothing is waited for. */
const runHere = async (
  perform: unknown,
  {
    polls = 1,
    secondsBetween = 0,
    initialSync = false,
    batches = false,
    resolvers = {},
    wait = async (_milliseconds: number) => {},
  } = {},
) => {
  const printed: unknown[] = [];
  const output = { json: (value: unknown) => printed.push(value), logger: {} } as unknown as Output;
  const trigger = { key: "here", inputs: [], perform, ...resolvers } as unknown as Trigger;
  const polling = { polls, secondsBetween, initialSync, batches };
  const store = createStateStore("here", undefined, folder);
  const failure = await runTrigger({ trigger, params: {}, polling, store, output, debug: false, wait }).catch(
    (error) => error,
  );
  return { printed, failure, state: store.load() };
};

describe("a polling trigger", () => {
  test.concurrent("polls N times, keeps its state and prints each poll", async () => {
    const { code, stdout } = await fixture(["newThings", "--polls", "3"]);
    expect(documents(stdout)).toEqual([
      { poll: 1, resultType: "polled_no_changes", polledNoChanges: true, data: { created: [] }, state: { count: 1 } },
      { poll: 2, resultType: "completed", polledNoChanges: false, data: { created: [{ id: 1 }] }, state: { count: 2 } },
      { poll: 3, resultType: "completed", polledNoChanges: false, data: { created: [{ id: 2 }] }, state: { count: 3 } },
    ]);
    expect(code).toBe(0);
  });

  test.concurrent("continues from a state file, and a failed poll leaves the file as it was", async () => {
    const first = await fixture(["newThings", "failAt=3", "--polls", "4", "--state", "things.json"]);
    expect(documents(first.stdout)).toHaveLength(2);
    expect(first.code).toBe(1);
    expect(first.stderr).toBe(
      "error: fixture newThings failed (Poll 3)\n  The vendor is down.\n  The state is as it was before.\n",
    );
    const file = join(folder, "things.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ trigger: "fixture.newThings" });
    expect(statSync(file).mode & 0o077).toBe(0);

    const second = await fixture(["newThings", "--state", "things.json"]);
    expect(documents(second.stdout)).toMatchObject([{ poll: 1, data: { created: [{ id: 2 }] }, state: { count: 3 } }]);
  });

  test.concurrent("shows no secret in its data or its state", async () => {
    const { stdout } = await fixture(["secretive", "password=hunter22"]);
    expect(documents(stdout)).toMatchObject([{ data: ["[redacted]"], state: { cursor: "after [redacted]" } }]);
  });

  test("waits between polls, and neither before the first nor after the last", async () => {
    const happened: string[] = [];
    await runHere(async () => void happened.push("poll"), {
      polls: 3,
      secondsBetween: 0.2,
      wait: async (milliseconds) => void happened.push(`${milliseconds} ms`),
    });
    expect(happened).toEqual(["poll", "200 ms", "poll", "200 ms", "poll"]);
  });

  test("gets its state back as JSON would store it, with the state that it returned", async () => {
    const seen: unknown[] = [];
    await runHere(
      async (context: { instanceState: Record<string, unknown> }) => {
        seen.push({ ...context.instanceState });
        context.instanceState.since = new Date(0);
        return { payload: { body: { data: null } }, instanceState: { returned: true } };
      },
      { polls: 2 },
    );
    expect(seen).toEqual([{}, { since: "1970-01-01T00:00:00.000Z", returned: true }]);
  });

  test("refuses the state of another trigger and a file that is no state", () => {
    workspace.write("other.json", JSON.stringify({ trigger: "fixture.secretive", instanceState: {} }));
    workspace.write("broken.json", "{ broken");
    const load = (file: string) => () => createStateStore("fixture.newThings", file, folder).load();
    expect(load("other.json")).toThrow("holds the state of fixture.secretive, not of fixture.newThings");
    expect(load("broken.json")).toThrow("The file broken.json does not hold the state of a trigger.");
  });
});

describe("a batch trigger", () => {
  test.concurrent("follows paginationState to the last page and prints the items of each", async () => {
    const { stdout } = await fixture(["syncThings"]);
    const state = { runs: 1, since: "not given" };
    const common = { poll: 1, resultType: "completed", polledNoChanges: false, state };
    expect(documents(stdout)).toEqual([
      { ...common, page: 1, items: [{ page: 1, batchSize: 2 }], paginationState: { page: 2 } },
      { ...common, page: 2, items: [{ page: 2, batchSize: 2 }], paginationState: { page: 3 } },
      { ...common, page: 3, items: [{ page: 3, batchSize: 2 }], paginationState: null },
    ]);
  });

  test.concurrent("runs its initial sync with the inputs of that, and polls go on from its state without them", async () => {
    const { stdout } = await fixture(["syncThings", "since=2026-01-01", "--initial-sync", "--polls", "1"]);
    const [sync, ...pages] = documents(stdout);
    expect(sync).toMatchObject({ initialSync: true, page: 1, items: [{ since: "2026-01-01" }], state: { runs: 100 } });
    expect(pages).toHaveLength(3);
    expect(pages[2]).toMatchObject({ state: { runs: 101, since: "not given" } });
  });

  const cursors = (next: (page: number) => number | null) => ({
    resolvers: {
      resolveTriggerItems: () => [],
      getNextPaginationState: (_context: unknown, { page }: { page: number }) => next(page) && { page: next(page) },
    },
  });
  const turn = async (_context: unknown, { paginationState }: { paginationState?: { page: number } }) => ({
    page: paginationState?.page ?? 1,
  });

  test("stops at a page that has been before, however long the circle is", async () => {
    const { printed, failure } = await runHere(
      turn,
      cursors((page) => (page % 3) + 1),
    );
    expect(printed).toHaveLength(4);
    expect(failure.message).toContain("Poll 1, page 4: this paginationState has been before");
  });

  test("keeps the state of before when a later page fails, and says which", async () => {
    const failing = async (context: { instanceState: object }, payload: { paginationState?: { page: number } }) => {
      if (payload.paginationState?.page === 2) throw new Error("The vendor is down.");
      Object.assign(context.instanceState, { watermark: 1 });
      return turn(context, payload);
    };
    const { failure, state } = await runHere(
      failing,
      cursors((page) => page + 1),
    );
    expect(failure.message).toBe("Poll 1, page 2");
    expect(state.instanceState).toEqual({});
  });
});

describe("a trigger that leaves batches to the flow", () => {
  const seen: unknown[] = [];
  const perform = async (context: { batch: unknown }) => {
    seen.push(context.batch);
    return { payload: { body: { data: { created: [1, 2] } } } };
  };
  const resolve = (_context: unknown, { payload }: { payload: { body: { data: { created: number[] } } } }) =>
    payload.body.data.created.map((record) => ({ change: "created", record }));
  const resolvers = {
    triggerResolverSupport: "valid",
    triggerResolverDefaultBatchSize: 100,
    resolveTriggerItems: resolve,
    onDeployPerform: perform,
    resolveOnDeployItems: resolve,
  };
  beforeEach(() => void seen.splice(0));

  test("shows its lists, and is told that there are no batches", async () => {
    const { printed } = await runHere(perform, { resolvers, initialSync: true });
    const data = { created: [1, 2] };
    expect(printed).toMatchObject([
      { initialSync: true, data },
      { poll: 1, data },
    ]);
    expect(printed).not.toContainEqual(expect.objectContaining({ items: expect.anything() }));
    expect(seen).toEqual([{ enabled: false }, { enabled: false }]);
  });

  test("shows the items of its batches when they are asked for", async () => {
    const { printed } = await runHere(perform, { resolvers, initialSync: true, batches: true });
    const items = [
      { change: "created", record: 1 },
      { change: "created", record: 2 },
    ];
    expect(printed).toMatchObject([
      { initialSync: true, page: 1, items, paginationState: null },
      { poll: 1, page: 1, items, paginationState: null },
    ]);
    expect(seen).toEqual([
      { enabled: true, batchSize: 100 },
      { enabled: true, batchSize: 100 },
    ]);
  });

  test.concurrent("has to have any", async () => {
    const { code, stderr } = await fixture(["newThings", "--batches"]);
    expect(code).toBe(1);
    expect(stderr).toContain("The trigger newThings has no batches.");
  });
});
