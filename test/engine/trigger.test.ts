import type { Trigger } from "../../engine/component";
import { createLogger } from "../../engine/logger";
import { inMemory, type StateStore } from "../../engine/state";
import { initialSync, poll, type TriggerPage, type TriggerRun } from "../../engine/trigger";

interface Execution {
  perform: unknown;
  resolvers?: object;
  store?: StateStore;
  batches?: boolean;
}

const logger = createLogger(() => {}, false);

/** Reads all pages of an execution, as far as it gets. */
const execute = async ({ perform, resolvers = {}, store = inMemory(), batches }: Execution, sync = false) => {
  const trigger = { key: "here", inputs: [], perform, ...resolvers } as unknown as Trigger;
  const run: TriggerRun = { trigger, params: {}, store, logger, debug: false, batches };
  const pages: TriggerPage[] = [];
  let failure: Error | undefined;
  try {
    for await (const page of sync ? initialSync(run) : poll(run, 1)) pages.push(page);
  } catch (error) {
    failure = error as Error;
  }
  return { pages, failure, state: store.load() };
};

test("a poll gets its state back as JSON would store it, with the state that it returned", async () => {
  const seen: unknown[] = [];
  const store = inMemory();
  const perform = async (context: { instanceState: Record<string, unknown> }) => {
    seen.push({ ...context.instanceState });
    context.instanceState.since = new Date(0);
    return { payload: { body: { data: null } }, instanceState: { returned: true } };
  };
  await execute({ perform, store });
  await execute({ perform, store });
  expect(seen).toEqual([{}, { since: "1970-01-01T00:00:00.000Z", returned: true }]);
});

describe("pages of a batch trigger", () => {
  const cursors = (next: (page: number) => number | null) => ({
    resolveTriggerItems: () => [],
    getNextPaginationState: (_context: unknown, { page }: { page: number }) => next(page) && { page: next(page) },
  });
  const turn = async (_context: unknown, { paginationState }: { paginationState?: { page: number } }) => ({
    page: paginationState?.page ?? 1,
  });

  test("end at one that has been before, however long the circle is", async () => {
    const { pages, failure } = await execute({ perform: turn, resolvers: cursors((page) => (page % 3) + 1) });
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
    expect(failure?.message).toContain("Poll 1, page 4: this paginationState has been before");
  });

  test("leave the state of before when a later one fails, and the failure says which", async () => {
    const failing = async (context: { instanceState: object }, payload: { paginationState?: { page: number } }) => {
      if (payload.paginationState?.page === 2) throw new Error("The vendor is down.");
      Object.assign(context.instanceState, { watermark: 1 });
      return turn(context, payload);
    };
    const { failure, state } = await execute({ perform: failing, resolvers: cursors((page) => page + 1) });
    expect(failure?.message).toBe("Poll 1, page 2");
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

  test.each([false, true])(
    "gives its lists, and is told that there are no batches (initial sync: %s)",
    async (sync) => {
      const { pages } = await execute({ perform, resolvers }, sync);
      expect(pages).toMatchObject([{ data: { created: [1, 2] } }]);
      expect(pages[0]).not.toHaveProperty("items");
      expect(seen).toEqual([{ enabled: false }]);
    },
  );

  test.each([false, true])("gives the items of batches when they are asked for (initial sync: %s)", async (sync) => {
    const { pages } = await execute({ perform, resolvers, batches: true }, sync);
    const items = [
      { change: "created", record: 1 },
      { change: "created", record: 2 },
    ];
    expect(pages).toMatchObject([{ page: 1, items, paginationState: null }]);
    expect(seen).toEqual([{ enabled: true, batchSize: 100 }]);
  });

  test("has to have any", async () => {
    const { failure } = await execute({ perform, batches: true });
    expect(failure?.message).toBe("The trigger here has no batches.");
  });
});
