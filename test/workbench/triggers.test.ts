/** Triggers, whose state the server keeps from poll to poll. */
import type { TriggerPageShown } from "../../workbench/api";
import { type Ran, useWorkbench } from "./fixture";

const page = useWorkbench({ company: true });

const pagesOf = (run: Ran): TriggerPageShown[] => run.of("page").map(({ page: each }) => each);

const onlyPage = (run: Ran): TriggerPageShown => {
  expect(run.events.at(-1)?.event).toBe("done");
  const [each, ...others] = pagesOf(run);
  expect(others).toEqual([]);
  return each as TriggerPageShown;
};

const poll = async (component: string, key: string, values = {}): Promise<TriggerPageShown> =>
  onlyPage(await page.run(component, key, values));

const forget = (component: string, key: string) => page.call("DELETE", `/components/${component}/entries/${key}/state`);

test("a trigger that is polled twice finds what has happened since, and counts on", async () => {
  const first = await poll("teamviewer", "newDevices");
  expect(first).toMatchObject({ execution: "Poll 1", resultType: "polled_no_changes", state: { state: {} } });
  const second = await poll("teamviewer", "newDevices");
  expect(second.execution).toBe("Poll 2");
  expect(second.data).toEqual({ created: [expect.objectContaining({ name: expect.any(String) })] });
  expect(second.resultType).not.toBe("polled_no_changes");
  expect(second.state).not.toEqual(first.state);
});

test("a trigger begins anew when its polls are forgotten", async () => {
  await poll("realvnc", "newComputers");
  await poll("realvnc", "newComputers");
  expect((await forget("realvnc", "newComputers")).status).toBe(204);
  expect(await poll("realvnc", "newComputers")).toMatchObject({ execution: "Poll 1", resultType: "polled_no_changes" });
});

test("a poll that fails leaves the state as it was, and the next one finds all the same", async () => {
  await poll("realvnc", "presenceChanges");
  await page.call("POST", "/components/realvnc/faults", { kind: "html", status: 404 });
  const failed = await page.run("realvnc", "presenceChanges");
  expect(failed.failure().message).toMatch(/^Poll 2: /);
  const next = await poll("realvnc", "presenceChanges");
  expect(next).toMatchObject({ execution: "Poll 3" });
  expect(next.resultType).not.toBe("polled_no_changes");
});

test("what happens at the vendor's can be brought about, for a poll to find", async () => {
  await poll("teamviewer", "newConnectionReports");
  expect((await page.call("POST", "/components/teamviewer/activity")).status).toBe(204);
  expect((await poll("teamviewer", "newConnectionReports")).data).toBeTruthy();
});

test("an initial sync is run with its own inputs, page by page, and polls go on from it", async () => {
  const run = await page.run("teamviewer", "syncUsers", {}, { execution: "initialSync" });
  expect(run.events.at(-1)?.event).toBe("done");
  const pages = pagesOf(run);
  expect(pages.map(({ execution, page: number }) => [execution, number])).toEqual(
    pages.map((_each, index) => ["Initial sync", index + 1]),
  );
  expect(pages.flatMap(({ items = [] }) => items).length).toBeGreaterThan(1);
  const [next] = pagesOf(await page.run("teamviewer", "syncUsers"));
  expect(next?.execution).toBe("Poll 1");
  expect(next?.items?.length).toBeLessThan(pages.flatMap(({ items = [] }) => items).length);
});

test("batches are shown where they are asked for", async () => {
  await forget("teamviewer", "newDevices");
  await page.run("teamviewer", "newDevices", {}, { batches: true });
  const [second] = pagesOf(await page.run("teamviewer", "newDevices", {}, { batches: true }));
  expect(second?.items).toEqual([expect.objectContaining({ change: expect.any(String) })]);
  expect(second).not.toHaveProperty("data");
});

test("polls of a trigger that are asked for at once are made one after the other", async () => {
  await forget("teamviewer", "newDevices");
  const runs = await Promise.all([1, 2, 3].map(() => page.run("teamviewer", "newDevices")));
  expect(runs.map((run) => onlyPage(run).execution).sort()).toEqual(["Poll 1", "Poll 2", "Poll 3"]);
});

test("an initial sync that a trigger does not have is refused, and so is the state of what is no trigger", async () => {
  const run = await page.run("teamviewer", "deviceOnlineStateChanges", {}, { execution: "initialSync" });
  expect(run.failure()).toMatchObject({ kind: "usage", message: expect.stringContaining("has no initial sync") });
  expect((await forget("teamviewer", "getAccount")).status).toBe(404);
});
