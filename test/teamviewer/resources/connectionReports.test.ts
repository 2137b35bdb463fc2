import { pick, run, runLogged } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { connectionReports: 60 }, pageSizes: { reports: 25 } });

interface Report {
  id: string;
  start_date: string;
  end_date: string;
  [field: string]: unknown;
}

type Reports = { records: Report[]; next_offset?: string; records_remaining?: number };

const list = async (inputs: object = {}) => (await run("listConnectionReports", tv.user, inputs)) as Reports;
const idsOf = async (inputs: object) => (await list({ ...inputs, fetchAll: true })).records.map(({ id }) => id);
const all = () => [...tv.sandbox.store.reports.values()];
const idsWhere = (matches: (report: Report) => boolean) =>
  all().flatMap((report) => (matches(report as Report) ? [report.id] : []));
const evident = () => [...tv.sandbox.store.reports.keys()].slice(0, 8);

test("a report is read, billed and annotated, its notes are emptied, and it is deleted", async () => {
  const { id: connectionReportId } = firstOf(all());
  const stored = () => tv.sandbox.store.reports.get(connectionReportId);
  await run("updateConnectionReport", tv.user, { connectionReportId, billing_state: "billed", notes: "Invoice 17" });
  expect(await run("getConnectionReport", tv.user, { connectionReportId })).toMatchObject({
    billing_state: "Billed",
    notes: "Invoice 17",
  });
  await run("updateConnectionReport", tv.user, { connectionReportId, fieldsToClear: ["notes"] });
  expect(stored()).toMatchObject({ billing_state: "Billed", notes: "" });
  expect(await run("deleteConnectionReport", tv.user, { connectionReportId })).toBe("ACTION SUCCEEDED");
  expect(stored()).toBeUndefined();
  await expect(run("getConnectionReport", tv.user, { connectionReportId })).rejects.toThrow("HTTP 404");
});

test("a billing state that there is not is refused before anything is sent", async () => {
  const { id: connectionReportId } = firstOf(all());
  await expect(run("updateConnectionReport", tv.user, { connectionReportId, billing_state: "Paid" })).rejects.toThrow(
    'Billing State: "Paid" is none of Bill, Billed, DoNotBill.',
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("reports come in pages from the latest end on, the next by its token, or all of them while the filters stay", async () => {
  const first = await list();
  expect(first).toMatchObject({ records_remaining: 35, next_offset: first.records[24]?.id });
  const second = await list({ offset_id: first.next_offset });
  const ends = [...first.records, ...second.records].map(({ end_date }) => end_date);
  expect(ends).toEqual([...ends].sort().reverse());
  tv.sandbox.requests.length = 0;
  const { length } = await idsOf({ from_date: "2000-01-01" });
  expect(length).toBe(60);
  expect(tv.sandbox.requests.map(({ query }) => query.from_date)).toEqual(Array(3).fill("2000-01-01T00:00:00Z"));
});

test("each filter filters", async () => {
  const report = firstOf(all(), ({ session_code }) => session_code !== undefined);
  const { userid, username, groupid, devicename, deviceid, session_code } = report;
  const rows: [inputs: object, matches: (report: Report) => boolean][] = [
    [{ userid: userid?.slice(1) }, (each) => each.userid === userid],
    [{ username }, (each) => each.username === username],
    [{ groupid }, (each) => each.groupid === groupid],
    [{ devicename }, (each) => each.devicename === devicename],
    [{ deviceid: `r${deviceid}` }, (each) => each.deviceid === deviceid],
    [{ session_code: session_code?.slice(1) }, (each) => each.session_code === session_code],
    [{ has_code: "false" }, (each) => each.session_code === undefined],
    [{ support_session_type: "RemoteConnection" }, (each) => each.support_session_type === 1],
    [{ from_date: report.start_date }, (each) => each.start_date >= report.start_date],
    [{ to_date: report.end_date }, (each) => each.end_date < report.end_date],
    [{ sessionReportFeatures: ["AiSummary", "ServiceCase"] }, (each) => evident().includes(each.id)],
    [{ sessionReportFeatures: ["AiSummary", "NoSuchFeature"] }, () => false],
  ];
  for (const [inputs, matches] of rows) {
    const found = await idsOf(inputs);
    expect([inputs, found.sort()]).toEqual([inputs, idsWhere(matches).sort()]);
    expect(found.length).toBeLessThan(60);
  }
});

test("the features of reports are told by IDs in the address or in the body, and of no others", async () => {
  const [one, two] = evident();
  const sessionReportIds = [one, `{${two?.toUpperCase()}}`];
  const features = tv.sandbox.store.reportFeatures.filter(({ SessionReportId }) =>
    [one, two].includes(SessionReportId),
  );
  expect(features).toHaveLength(4);
  const expected = { SessionReportFeatures: features };
  expect(await run("getConnectionReportFeatures", tv.user, { sessionReportIds })).toEqual(expected);
  expect(await run("queryConnectionReportFeatures", tv.user, { sessionReportIds })).toEqual(expected);
  expect(tv.sandbox.requests.map(({ query, body }) => [query.sessionReportIds, body])).toEqual([
    [[one, two], undefined],
    [undefined, [one, two]],
  ]);
});

test("a query of features that fails is repeated, because it changes nothing", async () => {
  tv.sandbox.fault({ kind: "serverError" });
  await run("queryConnectionReportFeatures", tv.user, { sessionReportIds: evident() });
  expect(tv.sandbox.requests).toHaveLength(2);
});

test("the reports of a feature are found, and the one with which it began", async () => {
  const [later, earlier] = evident();
  const { FeatureName, FeatureId } = firstOf(
    tv.sandbox.store.reportFeatures,
    (each) => each.SessionReportId === later && each.FeatureName === "ServiceCase",
  );
  const feature = { featureName: FeatureName, featureId: FeatureId };
  const found = (await run("listConnectionReportsByFeature", tv.user, feature)) as Report[];
  expect(found.map(({ id }) => id)).toEqual([later, earlier]);
  expect(await run("getOldestConnectionReportByFeature", tv.user, feature)).toMatchObject({ id: earlier });
  const unknown = { ...feature, featureId: "case-1" };
  expect(await run("listConnectionReportsByFeature", tv.user, unknown)).toEqual([]);
  await expect(run("getOldestConnectionReportByFeature", tv.user, unknown)).rejects.toThrow("HTTP 404");
});

test("a GUID that is none is refused by its input, in a list too", async () => {
  const { error } = await runLogged("getConnectionReport", tv.user, { connectionReportId: "s12-345-678" });
  expect(error?.message).toMatch(/^Connection Report ID: "s12-345-678" is not a GUID/);
  await expect(
    run("queryConnectionReportFeatures", tv.user, { sessionReportIds: [evident()[0], "4711"] }),
  ).rejects.toThrow('Connection Report IDs: "4711" is not a GUID');
  expect(tv.sandbox.requests).toEqual([]);
});

test("the dropdown offers reports by user, device and time", async () => {
  const { id, username, devicename, start_date } = firstOf(all());
  const offered = await pick("selectConnectionReport", tv.user);
  expect(offered).toHaveLength(60);
  const time = `${start_date.slice(0, 10)} ${start_date.slice(11, 16)} UTC`;
  expect(offered).toContainEqual({ key: id, label: `${username} (${devicename}, ${time})` });
});

describe("of very many reports", () => {
  const large = useTeamViewer({ seed: { connectionReports: 2500 } });

  test("the dropdown offers the 1000 newest and says so, without reading the others", async () => {
    const offered = await pick("selectConnectionReport", large.user);
    const newest = [...large.sandbox.store.reports.keys()].slice(0, 1000);
    expect(
      offered
        .slice(0, -1)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(newest.sort());
    expect(offered.at(-1)).toEqual({ key: "", label: "… only the first 1000 are offered: fill in any other by hand" });
    expect(large.sandbox.requests).toHaveLength(2);
  });
});
