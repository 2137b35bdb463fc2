import { isoDate as iso } from "../../../sandbox/core/time";
import { type ConnectionReport, type Sandbox, startSandbox } from "../../../sandbox/teamviewer";
import { instanceOf } from "./support";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: { connectionReports: 2500 } });
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.violations).toEqual([]));
afterAll(() => sandbox.close());

const watch = (inputs: object = {}) =>
  instanceOf<{ records: ConnectionReport[] }>("newConnectionReports", sandbox, { inputs });

const minute = 60_000;

/** The end of the newest seeded session. */
const newestEnd = () => Math.max(...[...sandbox.store.reports.values()].map(({ end_date }) => Date.parse(end_date)));

/** Adds a report that ended so many minutes after the newest seeded one. */
const addReport = (end: number, { lasting = 20, ...rest }: Partial<ConnectionReport> & { lasting?: number } = {}) => {
  const id = sandbox.store.newGuid();
  const report: ConnectionReport = {
    id,
    userid: sandbox.store.account.userId,
    start_date: iso(end - lasting * minute),
    end_date: iso(end),
    ...rest,
  };
  sandbox.store.reports.set(id, report);
  return report;
};

const idsOf = (records: ConnectionReport[]) => records.map(({ id }) => id);

test("the first poll delivers nothing; later polls deliver each ended session once, oldest first", async () => {
  const { poll } = watch();
  expect(await poll()).toEqual({ data: { records: [] }, polledNoChanges: true, warnings: [], calls: 1 });
  const newest = newestEnd();
  const later = addReport(newest + 9 * minute);
  const sooner = addReport(newest + 5 * minute);
  expect(await poll()).toEqual({ data: { records: [sooner, later] }, polledNoChanges: false, warnings: [], calls: 1 });
  expect(await poll()).toEqual({ data: { records: [] }, polledNoChanges: true, warnings: [], calls: 1 });
});

test("a session that began weeks ago and ends now is delivered", async () => {
  const { poll } = watch();
  await poll();
  const long = addReport(newestEnd() + minute, { lasting: 30 * 24 * 60 });
  expect(idsOf((await poll()).data.records)).toEqual([long.id]);
});

test("a session that still runs is delivered when it has ended", async () => {
  const { poll } = watch();
  await poll();
  const end = newestEnd() + minute;
  const running = addReport(end);
  sandbox.store.reports.set(running.id, { ...running, end_date: undefined as unknown as string });
  expect((await poll()).polledNoChanges).toBe(true);
  sandbox.store.reports.set(running.id, running);
  expect(idsOf((await poll()).data.records)).toEqual([running.id]);
  sandbox.violations.length = 0;
});

test("a report that turns up late, and one of the same second, are delivered", async () => {
  const { poll } = watch();
  await poll();
  const newest = newestEnd();
  const late = addReport(newest - 59 * minute);
  const same = addReport(newest);
  expect(idsOf((await poll()).data.records)).toEqual([late.id, same.id]);
});

test("a backlog of several pages is read down to where the last poll was, and no further", async () => {
  const { poll } = watch();
  await poll();
  const newest = newestEnd();
  const added = Array.from({ length: 1200 }, (_, index) => addReport(newest + (index + 1) * 1000));
  const { data, calls } = await poll();
  expect(idsOf(data.records)).toEqual(idsOf(added));
  expect(calls).toBe(2);
});

test("with Since, the first poll delivers what ended after it", async () => {
  const since = newestEnd() - 50 * 60 * minute;
  const { poll } = watch({ since: iso(since) });
  const expected = [...sandbox.store.reports.values()].filter(({ end_date }) => Date.parse(end_date) > since);
  const { data } = await poll();
  expect(idsOf(data.records).sort()).toEqual(idsOf(expected).sort());
  expect(expected.length).toBeGreaterThan(100);
  expect((await poll()).polledNoChanges).toBe(true);
});

test.each([
  ["userid", "12345678", "u12345678"],
  ["groupid", "12345678", "g12345678"],
  ["groupid", "0", "0"],
  ["deviceid", "r123 456 789", "123456789"],
  ["has_code", "false", "false"],
  ["support_session_type", "RemoteSupportActive", "RemoteSupportActive"],
])("the filter %s given as %s is sent as %s, on every page", async (input, value, sent) => {
  await watch({ [input]: value, since: "2020-01-01T00:00:00Z" }).poll();
  expect(sandbox.requests.length).toBeGreaterThan(0);
  for (const { query } of sandbox.requests) expect(query).toMatchObject({ [input]: sent });
});

test("without filters no parameter but the page is sent", async () => {
  await watch({ since: "2020-01-01T00:00:00Z" }).poll();
  const names = sandbox.requests.map(({ query }) => Object.keys(query));
  expect(names).toEqual([[], ["offset_id"], ["offset_id"]]);
});

test("another filter takes a new baseline with a warning", async () => {
  const { poll } = watch();
  await poll();
  addReport(newestEnd() + minute);
  const inputs = { has_code: "false" };
  expect(await poll({ inputs })).toMatchObject({
    polledNoChanges: true,
    warnings: [expect.stringContaining("inputs")],
  });
  expect(await poll({ inputs })).toMatchObject({ polledNoChanges: true, warnings: [] });
});

test("another overlap goes on from where it was", async () => {
  const { poll } = watch();
  await poll();
  addReport(newestEnd() + minute);
  expect(await poll({ inputs: { overlapMinutes: "600" } })).toMatchObject({ polledNoChanges: false, warnings: [] });
});

test.each([
  [{ overlapMinutes: "-1" }, "Overlap Minutes: must be 0 or more"],
  [{ overlapMinutes: "10081" }, "Overlap Minutes: must be 10080 or less"],
  [{ since: "soon" }, "Since:"],
  [{ deviceid: "FRONT-DESK" }, "TeamViewer ID:"],
  [{ userid: "g12345678" }, "User ID:"],
])("%j is refused before anything is sent", async (inputs, message) => {
  await expect(watch(inputs).poll()).rejects.toThrow(message);
  expect(sandbox.requests).toHaveLength(0);
});

test("after a poll that failed, or that was cut off at its end, the next one delivers everything", async () => {
  const { poll, state } = watch();
  await poll();
  const before = state.text();
  const added = addReport(newestEnd() + minute);
  sandbox.fault({ kind: "serverError", status: 400 });
  await expect(poll()).rejects.toThrow("TeamViewer GET /reports/connections failed");
  expect(state.text()).toBe(before);
  await poll({ lost: true });
  expect(idsOf((await poll()).data.records)).toEqual([added.id]);
});

describe("a backlog of more than one poll delivers", () => {
  let large: Sandbox;
  beforeAll(async () => {
    large = await startSandbox({ seed: { connectionReports: 0 }, pageSizes: { reports: 1000 } });
  });
  afterAll(() => large.close());

  test("comes in parts, in the order in which the sessions ended, each once", async () => {
    const { poll } = instanceOf<{ records: ConnectionReport[] }>("newConnectionReports", large, {});
    await poll();
    const start = Date.now() - 100 * 86_400_000;
    const added = Array.from({ length: 21_000 }, (_, index): ConnectionReport => {
      const end = start + index * 60_000;
      // Every tenth session began months before it ended.
      const lasting = index % 10 === 0 ? 200 * 86_400_000 : 60_000;
      const id = large.store.newGuid();
      return { id, userid: large.store.account.userId, start_date: iso(end - lasting), end_date: iso(end) };
    });
    for (const report of added) large.store.reports.set(report.id, report);
    const delivered: string[] = [];
    const parts: number[] = [];
    let warnings: string[] = [];
    do {
      const polled = await poll();
      delivered.push(...idsOf(polled.data.records));
      parts.push(polled.data.records.length);
      ({ warnings } = polled);
    } while (warnings.length > 0);
    expect(parts.length).toBeGreaterThan(1);
    expect(delivered).toEqual(idsOf(added));
    expect(large.violations).toEqual([]);
    expect((await poll()).polledNoChanges).toBe(true);
  }, 120_000);
});
