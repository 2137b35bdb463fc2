import { pick, run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { connectionReports: 30 }, pageSizes: { deviceReports: 12 } });

interface Report {
  Id: string;
  [field: string]: unknown;
}

const all = () => [...tv.sandbox.store.deviceReports.values()];
const list = async (inputs: object = {}) =>
  (await run("listDeviceReports", tv.user, inputs)) as { records: Report[]; next_offset?: string };
const idsOf = async (inputs: object) => (await list({ ...inputs, fetchAll: true })).records.map(({ Id }) => Id);

test("device reports are of the sessions that connection reports are of", async () => {
  const incoming = (await list({ fetchAll: true })).records;
  const sessions = incoming.map(({ username, targetname, targetid, start_date, end_date }) =>
    [username, targetname, targetid, start_date, end_date].join(),
  );
  const outgoing = [...tv.sandbox.store.reports.values()].map(
    ({ username, devicename, deviceid, start_date, end_date }) =>
      [username, devicename, deviceid, start_date, end_date].join(),
  );
  expect(sessions.sort()).toEqual(outgoing.sort());
  tv.sandbox.simulateActivity();
  expect(await idsOf({})).toHaveLength(incoming.length + 1);
});

test("they come in pages, the next by its token", async () => {
  const first = await list();
  expect(first.records).toHaveLength(12);
  const second = await list({ offset_id: first.next_offset });
  expect(first.records.map(({ Id }) => Id)).not.toContain(second.records[0]?.Id);
});

test("each filter filters", async () => {
  const { originid, targetid, userid, start_date, end_date } = firstOf(all());
  const evident = new Set(tv.sandbox.store.reportFeatures.map(({ SessionReportId }) => SessionReportId));
  const rows: [inputs: object, matches: (report: ReturnType<typeof all>[number]) => boolean][] = [
    [{ userid }, (each) => each.userid === userid],
    [{ originId: String(originid) }, (each) => each.originid === originid],
    [{ targetId: `r${targetid}` }, (each) => each.targetid === targetid],
    [{ from_date: start_date }, (each) => each.start_date >= start_date],
    [{ to_date: end_date }, (each) => each.end_date < end_date],
    [{ sessionReportFeatures: "ServiceCase" }, (each) => evident.has(each.Id)],
  ];
  for (const [inputs, matches] of rows) {
    const expected = all().flatMap((each) => (matches(each) ? [each.Id] : []));
    expect([inputs, (await idsOf(inputs)).sort()]).toEqual([inputs, expected.sort()]);
    expect(expected.length).toBeLessThan(30);
  }
});

test("features are told, and the reports that have one are found", async () => {
  const { Id: later } = firstOf(all());
  const features = tv.sandbox.store.reportFeatures.filter(({ SessionReportId }) => SessionReportId === later);
  for (const key of ["getDeviceReportFeatures", "queryDeviceReportFeatures"]) {
    expect(await run(key, tv.user, { sessionReportIds: [later] })).toEqual({ SessionReportFeatures: features });
  }
  const { FeatureName, FeatureId } = firstOf(features, (each) => each.FeatureName === "ServiceCase");
  const feature = { featureName: FeatureName, featureId: FeatureId };
  const found = (await run("listDeviceReportsByFeature", tv.user, feature)) as Report[];
  expect(found).toHaveLength(2);
  expect(found[0]?.Id).toBe(later);
  expect(await run("getOldestDeviceReportByFeature", tv.user, feature)).toEqual(found[1]);
});

test("what was recorded is that of the connection report, seen from the other side", async () => {
  const { Id: deviceReportId } = firstOf(all());
  const { id: connectionReportId } = firstOf(tv.sandbox.store.reports.values());
  expect(await run("getDeviceReportAiSummary", tv.user, { deviceReportId })).toEqual(
    await run("getConnectionReportAiSummary", tv.user, { connectionReportId }),
  );
  type Chat = { IsOutgoing: boolean }[];
  const chat = (await run("getDeviceReportChatTranscript", tv.user, { deviceReportId })) as Chat;
  const other = (await run("getConnectionReportChatTranscript", tv.user, { connectionReportId })) as Chat;
  expect(chat).toEqual(other.map((line) => ({ ...line, IsOutgoing: !line.IsOutgoing })));
  expect(chat).toHaveLength(4);
});

test("a report of the one side is none of the other", async () => {
  const { id } = firstOf(tv.sandbox.store.reports.values());
  await expect(run("getDeviceReportAiSummary", tv.user, { deviceReportId: id })).rejects.toThrow("HTTP 404");
});

test("the dropdown offers reports by user, device and time", async () => {
  const { Id, username, targetname, start_date } = firstOf(all());
  const offered = await pick("selectDeviceReport", tv.user);
  expect(offered).toHaveLength(30);
  const time = `${start_date.slice(0, 10)} ${start_date.slice(11, 16)} UTC`;
  expect(offered).toContainEqual({ key: Id, label: `${username} (${targetname}, ${time})` });
});
