import { runLogged, useRealVnc } from "../../support/realvnc";
import { atFirstReread, changesAsked, changesIn, dryAndReal, reportOf } from "./support";

const rv = useRealVnc();

const day = 86_400_000;

const seenAgo = (name: string, milliseconds: number) =>
  Object.assign(rv.entry(name), { serverLastSeenTime: new Date(Date.now() - milliseconds).toISOString() });

const clean = (inputs: object) => reportOf(rv, "cleanStaleComputers", inputs);

const namesOf = (items: { name?: string }[]) => items.map(({ name }) => name).sort();

test("computers that were not seen for the period are removed, and no others", async () => {
  const before = new Map(rv.sandbox.store.entries);
  const { real } = await dryAndReal(rv, "cleanStaleComputers", { period: "100d" });
  expect(namesOf(changesIn(real, "done"))).toEqual(["LAB-OLD-1", "LAB-OLD-2"]);
  const removed = [...before.values()].filter(({ entryId }) => !rv.sandbox.store.entries.has(entryId));
  expect(namesOf(removed)).toEqual(["LAB-OLD-1", "LAB-OLD-2"]);
});

test("a computer without a last-seen time is told and stays", async () => {
  const report = await clean({ period: "100d", dryRun: false });
  const skipped = report.items.filter(({ outcome }) => outcome === "skipped");
  expect(namesOf(skipped)).toEqual(["SPARE-1", "TILL-7 #3", "WAREHOUSE-GATE"]);
  for (const { reason } of skipped) expect(reason).toMatch(/^It has no last-seen time/);
  expect(rv.entry("SPARE-1")).toBeDefined();
});

test("a last-seen time that cannot be read is told, and the computer stays", async () => {
  Object.assign(rv.entry("TILL-70"), { serverLastSeenTime: "long ago" });
  const report = await clean({ period: "100d", dryRun: false });
  expect(report.items.find(({ name }) => name === "TILL-70")).toMatchObject({
    outcome: "skipped",
    reason: "Its last-seen time cannot be read.",
  });
});

test.each([
  ["3d", 3 * day],
  ["2w", 14 * day],
  [String(3 * 86_400), 3 * day],
  ["72h", 3 * day],
])("the period %s ends where it should", async (period, length) => {
  for (const entry of rv.sandbox.store.entries.values()) seenAgo(entry.name, 0);
  seenAgo("TILL-70", length + 60_000);
  seenAgo("SPARE-1", length - 60_000);
  expect(namesOf(changesIn(await clean({ period }), "planned"))).toEqual(["TILL-70"]);
});

test("m are minutes and M months", async () => {
  for (const entry of rv.sandbox.store.entries.values()) seenAgo(entry.name, 0);
  seenAgo("TILL-70", 2 * 60 * 60_000);
  expect(await clean({ period: "90m" })).toMatchObject({ planned: 1 });
  expect(await clean({ period: "90M" })).toMatchObject({ planned: 0 });
});

test.each([
  ["47h", true],
  ["2d", false],
  ["90", true],
  ["1M", false],
])("a period of %s is warned of in the answer and in the log: %s", async (period, warned) => {
  const { data, lines } = await runLogged("cleanStaleComputers", rv.connection, { period });
  const logged = lines.filter(({ level }) => level === "warn").map(({ text }) => text);
  const { warning } = data as { warning?: string };
  if (!warned) return expect([warning, logged]).toEqual([undefined, []]);
  expect(warning).toContain(`The period ${period === "90" ? "90s" : period} is shorter than two days`);
  expect(logged).toEqual([expect.stringContaining(String(warning))]);
});

test("a computer that is seen between plan and removal stays", async () => {
  const { entryId } = rv.entry("LAB-OLD-1");
  atFirstReread(rv, () => seenAgo("LAB-OLD-1", 0));
  const report = await clean({ period: "100d", dryRun: false });
  expect(report.items.find((item) => item.entryId === entryId)).toMatchObject({
    outcome: "skipped",
    reason: "It was seen in the meantime.",
  });
  expect(rv.sandbox.store.entries.has(entryId)).toBe(true);
});

test("one that cannot be removed does not stop the rest", async () => {
  rv.sandbox.fault({ kind: "emptyError", match: { method: "DELETE" } });
  const report = await clean({ period: "100d", dryRun: false });
  expect(report).toMatchObject({ done: 1, failed: 1 });
  expect(report.items[0]).toMatchObject({ outcome: "failed", reason: expect.stringContaining("DELETE_ENTRY") });
});

test.each(["", "0", "-1d", "soon", "1.5d", "90D"])(
  "the period %j is refused before anything is sent",
  async (period) => {
    await expect(clean({ period, dryRun: false })).rejects.toThrow(/^Period: /);
    expect(rv.sandbox.requests).toEqual([]);
  },
);

test("a list that cannot be read to its end removes nothing", async () => {
  rv.sandbox.fault({ kind: "unreadableLink", match: { path: "/entries" } });
  await expect(clean({ period: "100d", dryRun: false })).rejects.toThrow("Link");
  expect(changesAsked(rv)).toEqual([]);
});
