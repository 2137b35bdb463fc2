import { component, connectionTo, pick, run } from "../../support/component";
import { startServer } from "../../support/server";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

/** A report of a session that something was recorded of, and what. */
const recorded = () => {
  const report = firstOf(tv.sandbox.store.reports.values(), ({ id }) => tv.sandbox.store.evidence.has(id));
  const evidence = tv.sandbox.store.evidence.get(report.id);
  if (!evidence) throw new Error("The sandbox has no evidence.");
  return { report, evidence, connectionReportId: report.id };
};

const unrecorded = () => firstOf(tv.sandbox.store.reports.keys(), (id) => !tv.sandbox.store.evidence.has(id));

const read = (key: string, inputs: object) => run(key, tv.user, inputs);

test("summaries name who was connected to what", async () => {
  const { report, evidence, connectionReportId } = recorded();
  const summary = (await read("getConnectionReportAiSummary", { connectionReportId })) as { Summary: string };
  expect(summary).toEqual(evidence.aiSummary);
  expect(summary.Summary).toContain(`${report.username} connected to ${report.devicename}`);
  expect(await read("getConnectionReportCallSummary", { connectionReportId })).toEqual(evidence.callSummary);
});

test("transcripts are of the report's user and device, within the session", async () => {
  const { report, connectionReportId } = recorded();
  type Line = { Sender: { Name: string }; WrittenAtTimestamp: string; IsOutgoing: boolean };
  const chat = (await read("getConnectionReportChatTranscript", { connectionReportId })) as Line[];
  expect(new Set(chat.map(({ Sender, IsOutgoing }) => `${Sender.Name} ${IsOutgoing}`))).toEqual(
    new Set([`${report.username} true`, `${report.devicename} false`]),
  );
  for (const { WrittenAtTimestamp } of chat) {
    expect(WrittenAtTimestamp > report.start_date && WrittenAtTimestamp <= report.end_date).toBe(true);
  }
  const voice = (await read("getConnectionReportVoiceTranscript", { connectionReportId })) as {
    speaker: { name: string };
  }[];
  expect(new Set(voice.map(({ speaker }) => speaker.name))).toEqual(new Set([report.username, report.devicename]));
});

test("screenshots are listed and offered, and each comes as the file that it is", async () => {
  const { evidence, connectionReportId } = recorded();
  const listed = (await read("listConnectionReportScreenshots", { connectionReportId })) as {
    screenshotId: string;
    fileName: string;
    takenAt: string;
  }[];
  const offered = await pick("selectConnectionReportScreenshot", tv.user, { connectionReportId });
  expect(offered).toEqual(
    listed.map(({ screenshotId, fileName, takenAt }) => ({ key: screenshotId, label: `${fileName} (${takenAt})` })),
  );
  expect(offered).toHaveLength(2);
  for (const [index, { key }] of offered.entries()) {
    const bytes = (await read("getConnectionReportScreenshot", { connectionReportId, screenshotId: key })) as Buffer;
    expect(bytes.equals(evidence.screenshots[index]?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  }
});

test("where nothing was recorded there are no lines and no screenshots, and no summary is found", async () => {
  const connectionReportId = unrecorded();
  for (const key of [
    "getConnectionReportChatTranscript",
    "getConnectionReportVoiceTranscript",
    "listConnectionReportScreenshots",
  ]) {
    expect(await read(key, { connectionReportId })).toEqual([]);
  }
  await expect(read("getConnectionReportAiSummary", { connectionReportId })).rejects.toThrow("HTTP 404");
  const { evidence } = recorded();
  const screenshotId = evidence.screenshots[0]?.id;
  await expect(read("getConnectionReportScreenshot", { connectionReportId, screenshotId })).rejects.toThrow("HTTP 404");
});

test.each([
  ["application/json; charset=utf-8", '{"error":"maintenance"}', "JSON"],
  ["text/html", "<html></html>", "a web page"],
  ["image/png", "", "an empty body"],
])("what comes as %s with the body %j is no screenshot", async (type, body, what) => {
  const server = await startServer({ headers: { "content-type": type }, body });
  const connection = connectionTo({ ...tv.sandbox, baseUrl: server.url });
  const { connectionReportId, evidence } = recorded();
  const inputs = { connectionReportId, screenshotId: evidence.screenshots[0]?.id };
  await expect(run("getConnectionReportScreenshot", connection, inputs)).rejects.toThrow(
    `answered with ${what} in place of a file. Nothing was used of it; try again later.`,
  );
  await server.close();
});

test("the example of a screenshot is a picture", () => {
  const data = component.actions.getConnectionReportScreenshot?.examplePayload?.data as Buffer;
  expect(data.subarray(1, 4).toString()).toBe("PNG");
});
