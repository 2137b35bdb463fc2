/** Connection reports: the remote sessions that the account's users began, for billing and tickets. */
import type { RecordOf } from "../../http/lists";
import { choiceInput, onOffInput, parsedInput, textInput } from "../../platform/inputs";
import { change, list, picklist, read, readList, update } from "../client";
import { groupOwner, reading } from "../inputs";
import { ids, toTeamViewerId, withPrefix } from "../vocabulary";
import { exampleFeatures, featureInputs, mostOffered, reportName, reportRange } from "./reportFeatures";
import { exampleSession } from "./sessionFields";

/** 1000 a page, the session that ended last first. */
export const connectionReports = list("GET /reports/connections", {
  items: "records",
  next: "next_offset",
  token: "offset_id",
});

/** What tells sessions apart, in the action that lists them and in the triggers. */
export const sessionFilters = {
  userid: ids.user.optional(
    "Only sessions of this user, for example u12345678. Blank: of all users that the token may see.",
  ),
  groupid: parsedInput(
    {
      label: "Group ID",
      comments:
        "Only sessions with devices of this group, for example g12345678; 0 for devices that are in no group. Blank: all.",
      dataSource: "selectGroup",
      example: "g12345678",
    },
    (text, label) => (text === "0" ? text : withPrefix("g")(text, label)),
  ),
  deviceid: parsedInput(
    {
      label: "TeamViewer ID",
      comments:
        "Only sessions with this device, given by its TeamViewer ID, for example 123456789. Blank: all devices.",
      example: "123456789",
    },
    toTeamViewerId,
  ),
  has_code: onOffInput({
    label: "Has Session Code",
    comments: "Yes: only sessions that began with a session code. No: only those without. Blank: both.",
  }),
  support_session_type: choiceInput({
    label: "Support Session Type",
    comments: "Only sessions of this kind. Blank: all.",
    choices: [
      { label: "Remote connection", value: "RemoteConnection" },
      { label: "Remote support", value: "RemoteSupportActive" },
      { label: "Remote support in an app (SDK)", value: "RemoteSupportActiveSdk" },
    ],
  }),
};

const exampleId = "8d3f6b21-5e07-4c9a-b1d4-7a2e90c6f358";

export const exampleReport: RecordOf<typeof connectionReports> = {
  id: exampleId,
  userid: "u12345678",
  username: "Maria Keller",
  deviceid: "123456789",
  devicename: "FRONT-DESK-03",
  groupid: "g12345678",
  groupname: "Warsaw Office",
  support_session_type: 2,
  start_date: "2026-03-31T13:20:00Z",
  end_date: "2026-03-31T13:58:00Z",
  fee: 25,
  currency: "EUR",
  billing_state: "Bill",
  notes: "Printer driver reinstalled",
  session_code: exampleSession.code,
  session_created_at: exampleSession.created_at,
  valid_until: exampleSession.valid_until,
  assigned_userid: exampleSession.assigned_userid,
  assigned_at: exampleSession.assigned_at,
  custom_api: exampleSession.custom_api,
  end_customer: exampleSession.end_customer,
  feedback: { session_rating: 5, user_comment: "Quick and friendly" },
};

export const connectionReportId = ids.connectionReport.required("The connection report, by its GUID.");

const sessionReportIds = (comments: string) =>
  ids.connectionReport.several(comments, { label: "Connection Report IDs", required: true });

const listConnectionReports = readList({
  label: "List Connection Reports",
  description:
    "List the reports of remote sessions, 1000 a page or all of them, the session that ended last first. The list holds sessions that still run too: those have no end date yet.",
  list: connectionReports,
  inputs: {
    ...sessionFilters,
    username: textInput({
      label: "User Name",
      comments: "Only sessions begun by this user of the local system. Blank: all.",
      example: "Maria Keller",
    }),
    devicename: textInput({
      label: "Device Name",
      comments: "Only sessions with the device of this name. Blank: all devices.",
      example: "FRONT-DESK-03",
    }),
    session_code: ids.session.optional(
      "Only sessions that began with this session code, for example s12-345-678. Blank: all.",
      { label: "Session Code" },
    ),
    ...reportRange,
    ...reading,
  },
  forDropdowns: { userId: groupOwner },
  request: (query) => ({ query }),
  example: { records: [exampleReport], records_remaining: 250, next_offset: exampleId },
});

const getConnectionReport = read({
  label: "Get Connection Report",
  description:
    "Get the report of one remote session: who, with which device, from when to when, its fee, billing state and notes.",
  operation: "GET /reports/connections/{id}",
  inputs: { connectionReportId },
  request: ({ connectionReportId: id }) => ({ path: { id } }),
  example: exampleReport,
});

const updateConnectionReport = update({
  label: "Update Connection Report",
  description: "Set the billing state and the notes of a connection report; nothing else of a report can be changed.",
  operation: "PUT /reports/connections/{id}",
  inputs: { connectionReportId },
  fields: {
    billing_state: choiceInput({
      label: "Billing State",
      comments: "Whether the session is to be billed, has been billed, or is not to be. Blank: left as it is.",
      choices: [
        { label: "Bill", value: "Bill" },
        { label: "Billed", value: "Billed" },
        { label: "Do not bill", value: "DoNotBill" },
      ],
      example: "Billed",
    }),
    notes: textInput({
      label: "Notes",
      comments: "The notes on the session. They replace those that are there. Blank: left as they are.",
      example: "Printer driver reinstalled",
    }),
  },
  unconfirmed: ["notes"],
  request: ({ connectionReportId: id }, body) => ({ path: { id }, body }),
});

const deleteConnectionReport = change({
  label: "Delete Connection Report",
  description: "Delete a connection report, so that its session can be neither billed nor evaluated any more.",
  irreversible: true,
  operation: "DELETE /reports/connections/{id}",
  inputs: { connectionReportId },
  request: ({ connectionReportId: id }) => ({ path: { id } }),
});

const getConnectionReportFeatures = read({
  label: "Get Connection Report Features",
  description:
    "Get what the given connection reports have attached: the name and ID of each feature, and its data in base64 where it has some. The IDs stand in the URL: for many reports there is Query Connection Report Features.",
  operation: "GET /reports/connections/features",
  inputs: { sessionReportIds: sessionReportIds("The connection reports whose features are read, by their GUIDs.") },
  request: (query) => ({ query }),
  example: exampleFeatures(exampleId),
});

const queryConnectionReportFeatures = read({
  label: "Query Connection Report Features",
  description:
    "Get the features of many connection reports at once, with the IDs in the body. TeamViewer publishes no limit of their number.",
  operation: "POST /reports/connections/getFeatures",
  inputs: { sessionReportIds: sessionReportIds("The connection reports to look up, by their GUIDs.") },
  request: ({ sessionReportIds: body }) => ({ body }),
  example: exampleFeatures(exampleId),
});

const listConnectionReportsByFeature = read({
  label: "List Connection Reports by Feature",
  description: "List all connection reports that have a given feature with a given ID, in one answer without pages.",
  operation: "GET /reports/connections/features/{featureName}/{featureId}/connections",
  inputs: featureInputs,
  request: (path) => ({ path }),
  example: [exampleReport],
});

const getOldestConnectionReportByFeature = read({
  label: "Get Oldest Connection Report by Feature",
  description:
    "Get the report of the first session that has a given feature with a given ID, of all connection reports.",
  operation: "GET /reports/connections/features/{featureName}/{featureId}/connection",
  inputs: featureInputs,
  request: (path) => ({ path }),
  example: exampleReport,
});

const selectConnectionReport = picklist({
  label: "Select Connection Report",
  description: "Pick one of the 1000 newest connection reports, by user, device and time of its beginning.",
  most: mostOffered,
  records: (tv) => connectionReports.pages(tv),
  key: (report) => report.id,
  name: ({ username, devicename, deviceid, start_date }) => reportName(username, devicename || deviceid, start_date),
  example: { key: exampleId, label: "Maria Keller (FRONT-DESK-03, 2026-03-31 13:20 UTC)" },
});

export const actions = {
  listConnectionReports,
  getConnectionReport,
  updateConnectionReport,
  deleteConnectionReport,
  getConnectionReportFeatures,
  queryConnectionReportFeatures,
  listConnectionReportsByFeature,
  getOldestConnectionReportByFeature,
};
export const dataSources = { selectConnectionReport };
