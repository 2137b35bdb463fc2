import type { ConnectionReport } from "../../../sandbox/teamviewer";
import { entryOf } from "../../support/state";
import { firstOf, useTeamViewer } from "../../support/teamviewer";
import { flowWith, keepsThePromises } from "../../support/triggers";

type Change = { before: { billing_state: string | null }; report: ConnectionReport };
type Changes = Record<"billingStateChanged" | "notesChanged", Change[]>;

const tv = useTeamViewer({ seed: { connectionReports: 450 }, pageSizes: { reports: 100 } });

const watch = (inputs: object = {}) => flowWith<Changes>(tv, "connectionReportChanges", inputs);

const page = "GET /reports/connections";

/** The seeded report that ended as the n-th before now; three end in an hour. */
const report = (position: number): ConnectionReport => {
  const found = [...tv.sandbox.store.reports.values()].sort((a, b) => (a.end_date < b.end_date ? 1 : -1))[position];
  if (!found) throw new Error(`There is no report ${position}.`);
  return found;
};

const add = (fields: Partial<ConnectionReport>): ConnectionReport => {
  const added = { ...report(0), id: tv.sandbox.store.newGuid(), ...fields };
  tv.sandbox.store.reports.set(added.id, added);
  return added;
};

let edits = 0;

describe("as every trigger", () => {
  keepsThePromises(tv, {
    key: "connectionReportChanges",
    inputs: { lookBackDays: "1" },
    otherInputs: { lookBackDays: "1", has_code: "true" },
    calls: [page, page],
    readsToTheEnd: false,
    makeNews: () => {
      edits += 1;
      report(5).notes = `Edit ${edits}`;
    },
  });
});

test("an edited billing state comes with what it was", async () => {
  const { poll } = watch();
  const edited = report(4);
  Object.assign(edited, { billing_state: "Bill" });
  await poll();
  edited.billing_state = "Billed";
  expect((await poll()).data).toEqual({
    billingStateChanged: [{ before: { billing_state: "Bill" }, report: edited }],
    notesChanged: [],
  });
  edited.billing_state = undefined;
  expect((await poll()).data.billingStateChanged[0]?.before).toEqual({ billing_state: "Billed" });
  edited.billing_state = "DoNotBill";
  expect((await poll()).data.billingStateChanged[0]?.before).toEqual({ billing_state: null });
});

test("edited notes come in a list of their own; both edits at once in both lists", async () => {
  const { poll } = watch();
  await poll();
  report(3).notes = "Toner replaced";
  expect((await poll()).data).toMatchObject({
    billingStateChanged: [],
    notesChanged: [{ report: { notes: "Toner replaced" } }],
  });
  Object.assign(report(3), { notes: "", billing_state: report(3).billing_state === "Bill" ? "Billed" : "Bill" });
  const { data } = await poll();
  expect(data.billingStateChanged).toEqual(data.notesChanged);
  expect(data.notesChanged).toHaveLength(1);
});

test("what no person edits is no news, and neither is a new report", async () => {
  const { poll } = watch();
  report(0).notes = "";
  await poll();
  Object.assign(report(0), { notes: undefined, fee: 99, devicename: "TILL-9", feedback: { session_rating: 1 } });
  add({ end_date: new Date(Date.now() + 60_000).toISOString() });
  expect(await poll()).toMatchObject({ polledNoChanges: true });
});

test("an edit that is taken back before the poll is no news", async () => {
  const { poll } = watch();
  await poll();
  const { notes } = report(2);
  report(2).notes = "Typo";
  report(2).notes = notes;
  expect((await poll()).polledNoChanges).toBe(true);
});

test("the newest 100 reports are watched, and those of so many days before them", async () => {
  const { poll } = watch({ lookBackDays: "1" });
  await poll();
  const [inside, outside] = [report(100 + 70), report(100 + 80)];
  inside.notes = "inside";
  outside.notes = "outside";
  const { data, calls } = await poll();
  expect(data.notesChanged.map(({ report }) => report.notes)).toEqual(["inside"]);
  expect(calls).toEqual([page, page]);
});

test("all reports are watched when there are few", async () => {
  for (let position = 449; position >= 60; position -= 1) tv.sandbox.store.reports.delete(report(position).id);
  const { poll } = watch({ lookBackDays: "1" });
  const old = add({ end_date: "2024-01-31T10:00:00Z" });
  await poll();
  old.notes = "Late edit";
  expect((await poll()).data.notesChanged).toHaveLength(1);
});

test("reports with a date in the future do not push the window past the present", async () => {
  const { poll } = watch({ lookBackDays: "1" });
  for (let count = 0; count < 40; count += 1) add({ end_date: "2090-01-01T00:00:00Z" });
  await poll();
  report(45).notes = "Edited";
  expect((await poll()).data.notesChanged).toHaveLength(1);
});

test("a deleted report and one that left the window are forgotten", async () => {
  const { poll, state } = watch({ lookBackDays: "1" });
  await poll();
  const known = () => (entryOf(state() ?? {}).state as { known: { count: number } }).known.count;
  const before = known();
  const gone = report(0);
  tv.sandbox.store.reports.delete(gone.id);
  expect((await poll()).polledNoChanges).toBe(true);
  expect(known()).toBe(before - 1);
  tv.sandbox.store.reports.set(gone.id, { ...gone, notes: "Restored" });
  expect((await poll()).polledNoChanges).toBe(true);
  firstOf(tv.sandbox.store.reports.values(), ({ id }) => id === gone.id).notes = "Edited";
  expect((await poll()).data.notesChanged).toHaveLength(1);
});

test.each([
  ["0", "must be 1 or more"],
  ["367", "must be 366 or less"],
])("%s days are refused before anything is sent", async (lookBackDays, message) => {
  await expect(watch({ lookBackDays }).poll()).rejects.toThrow(`Look Back Days: ${message}`);
  expect(tv.sandbox.requests).toHaveLength(0);
});

test("filters are sent on every page", async () => {
  await watch({ has_code: "true", groupid: "0" }).poll();
  expect(tv.sandbox.requests.length).toBeGreaterThan(0);
  for (const { query } of tv.sandbox.requests) expect(query).toMatchObject({ has_code: "true", groupid: "0" });
});
