/** Device reports: the remote sessions that came in on the company's devices, the other side of connection reports. */
import { list, picklist, read, readList } from "../client";
import { reading } from "../inputs";
import { ids } from "../vocabulary";
import {
  exampleAiSummary,
  exampleChat,
  exampleFeatures,
  featureInputs,
  mostOffered,
  reportName,
  reportRange,
} from "./reportFeatures";

export const deviceReports = list("GET /reports/devices", {
  items: "records",
  next: "next_offset",
  token: "offset_id",
});

const exampleReport = {
  Id: "b4f0c8d2-6a17-4e39-8c5d-0f9e7b3a1d64",
  originid: 987654321,
  userid: "u12345678",
  username: "Maria Keller",
  targetid: 123456789,
  targetname: "FRONT-DESK-03",
  start_date: "2026-03-31T13:20:00Z",
  end_date: "2026-03-31T13:58:00Z",
};

const deviceReportId = ids.deviceReport.required("The device report, by its GUID.");

const sessionReportIds = (comments: string) =>
  ids.deviceReport.several(comments, { label: "Device Report IDs", required: true });

const listDeviceReports = readList({
  label: "List Device Reports",
  description: "List the reports of remote sessions that came in on the company's devices, a page or all of them.",
  list: deviceReports,
  inputs: {
    userid: ids.user.optional(
      "Only sessions that this user began, for example u12345678. Blank: of all users that the token may see.",
    ),
    originId: ids.teamviewerNumber.optional(
      "Only sessions that came from this device, by its TeamViewer ID, for example 987654321. Blank: from all.",
      { label: "Origin TeamViewer ID", example: "987654321" },
    ),
    targetId: ids.teamviewerNumber.optional(
      "Only sessions that came in on this device, by its TeamViewer ID, for example 123456789. Blank: on all devices.",
      { label: "Target TeamViewer ID" },
    ),
    ...reportRange,
    ...reading,
  },
  request: (query) => ({ query }),
  example: { records: [exampleReport], next_offset: exampleReport.Id },
});

const getDeviceReportFeatures = read({
  label: "Get Device Report Features",
  description:
    "Get what the given device reports have attached: the name and ID of each feature, and its data in base64 where it has some. The IDs stand in the URL: for many reports there is Query Device Report Features.",
  operation: "GET /reports/devices/features",
  inputs: { sessionReportIds: sessionReportIds("The device reports whose features are read, by their GUIDs.") },
  request: (query) => ({ query }),
  example: exampleFeatures(exampleReport.Id),
});

const queryDeviceReportFeatures = read({
  label: "Query Device Report Features",
  description:
    "Get the features of many device reports at once, with the IDs in the body. TeamViewer publishes no limit of their number.",
  operation: "POST /reports/devices/getFeatures",
  inputs: { sessionReportIds: sessionReportIds("The device reports to look up, by their GUIDs.") },
  request: ({ sessionReportIds: body }) => ({ body }),
  example: exampleFeatures(exampleReport.Id),
});

const listDeviceReportsByFeature = read({
  label: "List Device Reports by Feature",
  description: "List all device reports that have a given feature with a given ID, in one answer without pages.",
  operation: "GET /reports/devices/features/{featureName}/{featureId}/connections",
  inputs: featureInputs,
  request: (path) => ({ path }),
  example: [exampleReport],
});

const getOldestDeviceReportByFeature = read({
  label: "Get Oldest Device Report by Feature",
  description: "Get the device report of the first incoming session that has a given feature with a given ID.",
  operation: "GET /reports/devices/features/{featureName}/{featureId}/connection",
  inputs: featureInputs,
  request: (path) => ({ path }),
  example: exampleReport,
});

const getDeviceReportAiSummary = read({
  label: "Get Device Report AI Summary",
  description:
    "Get what TeamViewer's AI wrote about a device report's session: what the issue was, on which applications, and what was done about it.",
  operation: "GET /reports/devices/{incomingSessionReportId}/ai-summary",
  inputs: { deviceReportId },
  request: ({ deviceReportId: incomingSessionReportId }) => ({ path: { incomingSessionReportId } }),
  example: exampleAiSummary,
});

const getDeviceReportChatTranscript = read({
  label: "Get Device Report Chat Transcript",
  description:
    "Get the chat messages of a device report's session as the device saw them: IsOutgoing is true for those that were sent from it.",
  operation: "GET /reports/devices/{incomingSessionReportId}/chat-transcript",
  inputs: { deviceReportId },
  request: ({ deviceReportId: incomingSessionReportId }) => ({ path: { incomingSessionReportId } }),
  example: exampleChat(false),
});

const selectDeviceReport = picklist({
  label: "Select Device Report",
  description: "Pick one of the first 1000 device reports, by user, device and time of its beginning.",
  most: mostOffered,
  records: (tv) => deviceReports.pages(tv),
  key: (report) => report.Id,
  name: ({ username, targetname, targetid, start_date }) => reportName(username, targetname || targetid, start_date),
  example: { key: exampleReport.Id, label: "Maria Keller (FRONT-DESK-03, 2026-03-31 13:20 UTC)" },
});

export const actions = {
  listDeviceReports,
  getDeviceReportFeatures,
  queryDeviceReportFeatures,
  listDeviceReportsByFeature,
  getOldestDeviceReportByFeature,
  getDeviceReportAiSummary,
  getDeviceReportChatTranscript,
};
export const dataSources = { selectDeviceReport };
