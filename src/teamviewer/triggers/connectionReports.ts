/** What the triggers on connection reports share: how they are read, filtered and shown. */
import type { RecordOf } from "../../http/lists";
import type { Page } from "../../http/pages";
import { toIsoSeconds } from "../../platform/dates";
import type { TeamViewerClient } from "../client";
import { groupOwner } from "../inputs";
import { connectionReports, sessionFilters } from "../resources/connectionReports";

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

/** The last of them only fills a dropdown. */
export const reportFilters = { ...sessionFilters, userId: groupOwner };
