/** `syncConnectionReports` through the built component against the sandbox. */

import { isoDate as iso } from "../../../sandbox/core/time";
import type { ConnectionReport } from "../../../sandbox/teamviewer";
import { keepings, syncInstance } from "../../support/batches";
import { entryOf, withEntry } from "../../support/state";
import { useTeamViewer } from "../../support/teamviewer";

type Report = ConnectionReport;

const ids = (reports: Iterable<{ id: string }>) => [...reports].map(({ id }) => id).sort();
const minute = 60_000;

describe("with pages of 100 reports", () => {
  const tv = useTeamViewer({ seed: { connectionReports: 1000 }, pageSizes: { reports: 100 } });
  const pageCount = 10;

  const instance = () => syncInstance<Report>("syncConnectionReports", tv.sandbox, () => tv.company);
  const stored = () => tv.sandbox.store.reports;
  const newest = () => Math.max(...[...stored().values()].map(({ end_date }) => Date.parse(end_date)));

  /** A report of a session that ended so many minutes after the newest seeded one. */
  const ended = (minutesAfter: number, from = newest()): Report => {
    const end = from + minutesAfter * minute;
    const id = tv.sandbox.store.newGuid();
    const report = { id, userid: "u1", start_date: iso(end - 26 * 60 * minute), end_date: iso(end) };
    stored().set(id, report);
    return report;
  };

  const failAt = (failing: number) => (page: number) => {
    if (page === failing) tv.sandbox.fault({ kind: "serverError", status: 409 });
  };

  test("a full sync delivers every report, the latest first, and remembers nothing", async () => {
    const flow = instance();
    const { items, pages, calls } = await flow.run({ inputs: { mode: "full" } });
    expect(ids(items)).toEqual(ids(stored().values()));
    expect(items.map(({ end_date }) => end_date)).toEqual([...items.map(({ end_date }) => end_date)].sort().reverse());
    expect(pages).toEqual(Array(pageCount).fill(100));
    expect(calls).toBe(pageCount);
    expect(flow.state.text()).toBe("{}");
    expect((await flow.run({ inputs: { mode: "full" } })).items).toHaveLength(1000);
  });

  test("filters reach every page", async () => {
    const userid = [...stored().values()][0]?.userid ?? "";
    const { items } = await instance().run({ inputs: { userid } });
    expect(ids(items)).toEqual(ids([...stored().values()].filter((report) => report.userid === userid)));
    const asked = tv.sandbox.requests.map(({ query }) => query);
    expect(asked.every((query) => query.userid === userid)).toBe(true);
  });

  describe.each(keepings)("an incremental sync whose state the platform keeps %s", (keeping) => {
    test("delivers everything first, then what is new, once", async () => {
      const flow = instance();
      const first = await flow.run({ keeping });
      expect(ids(first.items)).toEqual(ids(stored().values()));
      expect(first.warnings).toEqual([]);
      const fresh = [ended(5), ended(5), ended(6)];
      const second = await flow.run({ keeping });
      expect(ids(second.items)).toEqual(ids(fresh));
      expect(second.calls).toBeLessThan(8);
      const third = await flow.run({ keeping });
      expect(third.items).toEqual([]);
      expect(third.sizes.state).toBeLessThan(20_000);
    });

    test("finds what turns up late, and what ended in the same second", async () => {
      const flow = instance();
      const end = newest();
      await flow.run({ keeping });
      const late = [ended(0, end), ended(-30, end), ended(-90, end)];
      expect(ids((await flow.run({ keeping })).items)).toEqual(ids(late));
      expect((await flow.run({ keeping })).items).toEqual([]);
    });

    test("whose run fails delivers the rest in the next one", async () => {
      const flow = instance();
      await flow.run({ keeping });
      const end = newest();
      const fresh = Array.from({ length: 350 }, (_, index) => ended(index + 1, end));
      const failed = await flow.run({ keeping, before: failAt(3) });
      expect(failed.error?.message).toContain("read 2 pages (200 records)");
      expect(failed.items).toHaveLength(200);

      const later = ended(400, end);
      const next = await flow.run({ keeping });
      const rest = fresh.filter(({ id }) => keeping === "perRun" || !failed.items.some((item) => item.id === id));
      expect(ids(next.items)).toEqual(ids([...rest, later]));
      expect((await flow.run({ keeping })).items).toEqual([]);
    });

    test("whose first run fails again and again gets through in the end", async () => {
      const flow = instance();
      const delivered: Report[] = [];
      for (const failing of [3, 5, 9]) delivered.push(...(await flow.run({ keeping, before: failAt(failing) })).items);
      delivered.push(...(await flow.run({ keeping })).items);
      expect([...new Set(ids(delivered))]).toEqual(ids(stored().values()));
      if (keeping !== "perRun") expect(delivered).toHaveLength(1000);
      expect((await flow.run({ keeping })).items).toEqual([]);
    });

    test("is not thrown off by reports that come while it reads, or by one in the future", async () => {
      const flow = instance();
      const end = newest();
      const future = ended(60 * 24 * 365, end);
      const arriving: Report[] = [];
      const first = await flow.run({ keeping, before: (page) => arriving.push(ended(page, end)) });
      const second = await flow.run({ keeping });
      expect(ids([...first.items, ...second.items])).toEqual(ids(stored().values()));
      expect(ids(first.items)).toContain(future.id);
      const after = ended(50, end);
      expect(ids((await flow.run({ keeping })).items)).toEqual([after.id]);
      expect(arriving).toHaveLength(first.pages.length);
    });
  });

  test("a running session is delivered once it has ended", async () => {
    const flow = instance();
    await flow.run();
    const report = ended(10);
    const { end_date } = report;
    Object.assign(report, { end_date: undefined });
    expect((await flow.run()).items).toEqual([]);
    Object.assign(report, { end_date });
    expect(ids((await flow.run()).items)).toEqual([report.id]);
  });

  describe("an initial sync", () => {
    const recent = (since: string) => [...stored().values()].filter(({ end_date }) => end_date > since);

    test.each(keepings)("delivers what ended after its time, and reads no further, state kept %s", async (keeping) => {
      const since = iso(newest() - 100 * 60 * minute);
      const flow = instance();
      const initial = await flow.run({ keeping, initial: { since } });
      expect(ids(initial.items)).toEqual(ids(recent(since)));
      expect(initial.calls).toBe(4);
      const fresh = ended(1);
      const next = await flow.run({ keeping });
      expect(ids(next.items)).toEqual([fresh.id]);
      expect(next.warnings).toEqual([]);
    });

    test("that fails is carried on by the first run, and goes back no further", async () => {
      const since = iso(newest() - 100 * 60 * minute);
      const flow = instance();
      const initial = await flow.run({ initial: { since }, before: failAt(3) });
      const first = await flow.run();
      expect(ids([...initial.items, ...first.items])).toEqual(ids(recent(since)));
    });

    test("starts anew on the next deploy", async () => {
      const flow = instance();
      await flow.run();
      expect((await flow.run({ initial: {} })).items).toHaveLength(1000);
      expect((await flow.run()).items).toEqual([]);
    });

    test("keeps to its time in a full sync too", async () => {
      const since = iso(newest() - 100 * 60 * minute);
      const flow = instance();
      const { items, calls } = await flow.run({ inputs: { mode: "full" }, initial: { since } });
      expect(ids(items)).toEqual(ids(recent(since)));
      expect(calls).toBe(4);
      expect(flow.state.text()).toBe("{}");
    });
  });

  test("state that cannot be used becomes a full sync with a warning", async () => {
    const flow = instance();
    await flow.run();
    const all = JSON.parse(flow.state.text());
    flow.state.overwrite(withEntry(all, { ...entryOf(all), check: "other" }));
    const { items, warnings } = await flow.run();
    expect(items).toHaveLength(1000);
    expect(warnings).toEqual([expect.stringContaining("it is damaged. Everything is delivered anew.")]);
  });

  test("a page that repeats, and an offset whose report is gone, end the run with an error", async () => {
    const flow = instance();
    const repeat = (page: number) => page === 3 && tv.sandbox.fault({ kind: "repeatToken" });
    expect((await flow.run({ before: repeat })).error?.message).toContain("The list repeats itself: after 300 records");
    const { next } = await flow.page(null);
    stored().delete(String(next?.token));
    await expect(flow.page(next)).rejects.toThrow(/was refused: it has probably expired.*starts from the first page/);
  });
});

describe("with TeamViewer's pages of 1000 reports", () => {
  const tv = useTeamViewer({ seed: { connectionReports: 2500 } });
  const instance = () => syncInstance<Report>("syncConnectionReports", tv.sandbox, () => tv.company);

  test("a run without news costs one API call and says that there are no changes", async () => {
    const flow = instance();
    expect(await flow.run()).toMatchObject({ pages: [1000, 1000, 500], polledNoChanges: false });
    expect(await flow.run()).toMatchObject({ items: [], calls: 1, polledNoChanges: true, places: [] });
  });

  test("an empty list says that there are no changes", async () => {
    tv.sandbox.store.reports.clear();
    expect(await instance().run()).toMatchObject({ items: [], calls: 1, polledNoChanges: true });
  });
});
