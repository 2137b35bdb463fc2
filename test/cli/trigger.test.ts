import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../../cli/output";
import { runTrigger } from "../../cli/trigger";
import type { Trigger } from "../../engine/component";
import { createStateStore } from "../../engine/state";
import { startSandbox } from "../../sandbox/teamviewer";
import { createWorkspace } from "../engine/fixture";
import { call, documents } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { folder } = workspace;

const poll = async (...args: string[]) => {
  const outcome = await call(["poll", "fixture", ...args, "--dist", "dist"], { folder });
  return { ...outcome, printed: documents(outcome.stdout) };
};

describe("a polling trigger", () => {
  test("prints what a flow gets of each poll, and of a poll without news nothing but a note", async () => {
    const { code, printed, stderr } = await poll("newThings", "--polls", "3");
    expect(printed).toEqual([{ created: [{ id: 1 }] }, { created: [{ id: 2 }] }]);
    expect(stderr).toBe("Poll 1: nothing new, so that no flow starts.\n");
    expect(code).toBe(0);
  });

  test("with --state prints the state of each poll too, also of one without news", async () => {
    const { printed } = await poll("newThings", "--polls", "2", "--state");
    expect(printed).toEqual([{ state: { count: 1 } }, { data: { created: [{ id: 1 }] }, state: { count: 2 } }]);
  });

  test("goes on from a state file, which a poll that fails leaves as it was", async () => {
    const first = await poll("newThings", "failAt=3", "--polls", "4", "--state-file", "things.json");
    expect(first.printed).toEqual([{ created: [{ id: 1 }] }]);
    expect(first.stderr).toContain(
      "error: fixture newThings failed (Poll 3)\n  The vendor is down.\n  The state is as it was before.\n",
    );
    expect(first.code).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, "things.json"), "utf8"))).toMatchObject({
      trigger: "fixture.newThings",
    });
    expect((await poll("newThings", "--state-file", "things.json")).printed).toEqual([{ created: [{ id: 2 }] }]);
  });

  test("shows no secret in its data or its state", async () => {
    const { printed } = await poll("secretive", "password=hunter22", "--state");
    expect(printed).toEqual([{ data: ["[redacted]"], state: { cursor: "after [redacted]" } }]);
  });

  test("runs with run as with poll", async () => {
    const { stdout } = await call(["run", "fixture", "newThings", "--polls", "2", "--dist", "dist"], { folder });
    expect(documents(stdout)).toEqual([{ created: [{ id: 1 }] }]);
  });

  test("waits between polls, and neither before the first nor after the last", async () => {
    const happened: string[] = [];
    const perform = async () => void happened.push("poll");
    await runTrigger({
      trigger: { key: "here", inputs: [], perform } as unknown as Trigger,
      params: {},
      polling: { polls: 3, every: 0.2 },
      store: createStateStore("here", undefined, folder),
      output: { json: async () => {}, note: () => {}, logger: {} } as unknown as Output,
      debug: false,
      wait: async (milliseconds) => void happened.push(`${milliseconds} ms`),
    });
    expect(happened).toEqual(["poll", "200 ms", "poll", "200 ms", "poll"]);
  });
});

describe("a batch trigger", () => {
  test("prints the items of each page, and the state with the last one where it is wanted", async () => {
    const page = (number: number) => [{ page: number, batchSize: 2 }];
    expect((await poll("syncThings")).printed).toEqual([page(1), page(2), page(3)]);
    expect((await poll("syncThings", "--state")).printed).toEqual([
      { items: page(1) },
      { items: page(2) },
      { items: page(3), state: { runs: 1, since: "not given" } },
    ]);
  });

  test("runs its initial sync with the inputs of that, and polls go on from its state without them", async () => {
    const { printed } = await poll("syncThings", "since=2026-01-01", "--initial-sync", "--polls", "1", "--state");
    expect(printed).toHaveLength(4);
    expect(printed[0]).toEqual({ items: [{ since: "2026-01-01" }], state: { runs: 100 } });
    expect(printed[3]).toMatchObject({ state: { runs: 101, since: "not given" } });
  });

  test("refuses an input of the initial sync without one, and batches that it does not have", async () => {
    const since = await poll("syncThings", "since=2026-01-01");
    expect(since.stderr).toContain("The input since belongs to the initial sync. Add --initial-sync to run it.");
    expect(since.code).toBe(3);
    const batches = await poll("newThings", "--batches");
    expect(batches.stderr).toContain("The trigger newThings has no batches.");
    expect(batches.code).toBe(2);
  });

  test("that syncs thousands of devices prints their records once, and not its state with every page", async () => {
    const sandbox = await startSandbox({ seed: { managedDevices: 6_000 } });
    try {
      const sync = ["poll", "teamviewer", "syncManagedDevices", "--initial-sync", "--sandbox", sandbox.url];
      const { stdout, stderr } = await call(sync);
      expect(stderr).toContain("Initial sync: 6,000 items on 60 pages.");
      expect(documents(stdout).flat()).toHaveLength(6_000);
      expect(stdout.length).toBeLessThan(6_000 * 200);
    } finally {
      await sandbox.close();
    }
  });
});
