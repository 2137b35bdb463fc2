/** What the triggers on connection reports share: how they are read, filtered and shown. */
import type { RecordOf } from "../../http/lists";
import type { Page } from "../../http/pages";
import { toIsoSeconds } from "../../platform/dates";
import { choiceInput, onOffInput, parsedInput } from "../../platform/inputs";
import { list, type TeamViewerClient } from "../client";
import { groupOwner } from "../inputs";
import { ids, toTeamViewerId, withPrefix } from "../vocabulary";

/** 1000 a page, the session that ended last first. */
export const connectionReports = list("GET /reports/connections", {
  items: "records",
  next: "next_offset",
  token: "offset_id",
});

export type ConnectionReport = RecordOf<typeof connectionReports>;

export interface ReportFilters {
  userid?: string;
  groupid?: string;
  deviceid?: string;
  has_code?: boolean;
  support_session_type?: string;
}

/** The filters among the values of a trigger's inputs: it may be handed more than it has, such as those of its deploy. */
export const filtersOf = (values: ReportFilters): ReportFilters => {
  const { userid, groupid, deviceid, has_code, support_session_type } = values;
  return { userid, groupid, deviceid, has_code, support_session_type };
};

/** What is no report at all is left for the engine, which counts what it skips. */
const isRunning = (report: ConnectionReport | null | undefined): boolean => !!report && !report.end_date;

/**
 * Reads one page of the reports without the sessions that still run: they have no end yet, by which the list is sorted.
 * `from_date` is not used: it bounds the start, and a session longer than any margin would be missed. `until` leaves out
 * sessions that ended then or later; what has ended has also begun, so that it loses nothing whichever of both counts.
 */
export const finishedSessionPage =
  (client: TeamViewerClient, filters: ReportFilters, until?: string) =>
  async (offset_id: string | undefined): Promise<Page<ConnectionReport>> => {
    const to_date = until && toIsoSeconds(new Date(until));
    const { items, next } = await connectionReports.page(client, offset_id, { query: { ...filters, to_date } });
    return { items: items.filter((report) => !isRunning(report)), next };
  };

/** How finished sessions are told apart by a cursor. */
export const finishedSessionCursor = {
  id: (report: ConnectionReport) => report.id,
  time: (report: ConnectionReport) => report.end_date,
  // Half a page: a page is read anyway, so that looking back over it costs no API call.
  newest: 500,
};

export const exampleReport: ConnectionReport = {
  id: "8d3f6b21-5e07-4c9a-b1d4-7a2e90c6f358",
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
  session_code: "s12-345-678",
  session_created_at: "2026-03-31T13:05:00Z",
  valid_until: "2026-04-01T13:05:00Z",
  assigned_userid: "u12345678",
  assigned_at: "2026-03-31T13:10:00Z",
  custom_api: '{"ticket":4711}',
  end_customer: { name: "Anna Schmidt", email: "anna.schmidt@example.com" },
  feedback: { session_rating: 5, user_comment: "Quick and friendly" },
};

/** The last of them only fills a dropdown. */
export const reportFilters = {
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
  userId: groupOwner,
};
