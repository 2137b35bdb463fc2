import { pollingTrigger } from "@prismatic-io/spectral";
import { connection, integerInput, timestampInput } from "../../platform/inputs";
import { examplePoll, poll, watchCursor } from "../../polling";
import { type TeamViewerClient, teamviewer } from "../client";
import {
  type ConnectionReport,
  connectionReports,
  exampleReport,
  type ReportFilters,
  reportFilters,
} from "./connectionReports";

/**
 * TeamViewer lists reports by their end, the latest first, so that reading newest first finds every session that has
 * just ended. `from_date` is not used: it bounds the start, and a session longer than any margin would be missed. A
 * session without an end still runs; it is reported once it has one.
 */
async function* finishedSessions(
  client: TeamViewerClient,
  filters: ReportFilters,
): AsyncGenerator<{ items: ConnectionReport[] }> {
  for await (const { items } of connectionReports(client, filters)) {
    yield { items: items.filter((report) => report.end_date) };
  }
}

export const newConnectionReports = pollingTrigger({
  display: {
    label: "New Connection Reports",
    description: "Deliver remote sessions that have ended, each once: for billing and tickets. Needs Connections.Read.",
  },
  inputs: {
    ...reportFilters,
    overlapMinutes: integerInput({
      label: "Overlap Minutes",
      comments:
        "How late a report may turn up, counted from its session's end, and still be delivered: 0 to 10080 (a week). More makes each poll of a busy account read more pages. Default: 60.",
      default: "60",
      minimum: 0,
      maximum: 10_080,
      example: "60",
    }),
    since: timestampInput({
      label: "Since",
      comments:
        "The first poll delivers the sessions that ended after this time. Blank: the first poll only notes what is there, and the next ones deliver what is new.",
      example: "2026-03-31T14:00:00Z",
    }),
    connection,
  },
  perform: async (context, payload, { connection, overlapMinutes = 60, since, ...filters }) => {
    const client = teamviewer(context, connection);
    const watch = watchCursor({
      scope: filters,
      pages: () => finishedSessions(client, filters),
      newestFirst: true,
      id: (report) => report.id,
      time: (report) => report.end_date,
      overlapMinutes,
      // Half a page: a page is read anyway, so that looking back over it costs no API call.
      newest: 500,
      mostPages: 100,
      since,
      deliver: (records) => ({ records }),
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ records: ConnectionReport[] }>({ records: [exampleReport] }),
});
