import { batchTrigger, type Connection, type TriggerPayload } from "@prismatic-io/spectral";
import { toPage } from "../../http/pages";
import type { Context } from "../../http/transport";
import { connection, integerInput, timestampInput } from "../../platform/inputs";
import { compareWithCursor, type PollContext, type SyncPlace, syncPage } from "../../polling";
import { type TeamViewerClient, teamviewer } from "../client";
import { answered } from "./answers";
import { type ConnectionReport, exampleReport, type ReportFilters, reportFilters } from "./connectionReports";
import { exampleBatch, syncMode } from "./syncInputs";

/**
 * Sorted by the end of the sessions, the latest first. `from_date` is not used: it bounds the start, and would hide long
 * sessions. A session without an end still runs; it is delivered once it has one.
 */
const finishedSessions =
  (client: TeamViewerClient, filters: ReportFilters) => async (offset_id: string | undefined) => {
    const answer = await client.get("/reports/connections", { query: { ...filters, offset_id } });
    const { items, next } = toPage({ items: "records", next: "next_offset" }, answered(answer, "connection reports"));
    return { items: items.filter((report) => report.end_date), next };
  };

const comparisonWith = (overlapMinutes: number) =>
  compareWithCursor<ConnectionReport>({
    id: (report) => report.id,
    time: (report) => report.end_date,
    overlapMinutes,
    // Half a page: a page is read anyway, so that looking back over it costs no API call.
    newest: 500,
  });

interface Params extends ReportFilters {
  connection: Connection;
  mode?: "incremental" | "full";
  overlapMinutes?: number;
}

const syncReports = (
  context: Context & PollContext,
  payload: TriggerPayload<SyncPlace>,
  { connection, mode = "incremental", overlapMinutes = 60, ...filters }: Params,
  initial?: { since?: string },
) =>
  syncPage(context, payload, {
    mode,
    scope: filters,
    initial,
    fetchPage: finishedSessions(teamviewer(context, connection), filters),
    comparison: comparisonWith(overlapMinutes),
  });

export const syncConnectionReports = batchTrigger({
  display: {
    label: "Sync Connection Reports",
    description:
      "Deliver the reports of remote sessions in batches, all of them or the new ones, page by page on a schedule. Needs Connections.Read.",
  },
  scheduleSupport: "required",
  batchConfig: { batchSize: 100 },
  inputs: {
    mode: syncMode,
    ...reportFilters,
    overlapMinutes: integerInput({
      label: "Overlap Minutes",
      comments:
        "With mode incremental, how late a report may turn up, counted from its session's end, and still be delivered: 0 to 10080 (a week). More makes each run of a busy account read more pages. Default: 60.",
      default: "60",
      minimum: 0,
      maximum: 10_080,
      example: "60",
    }),
    connection,
  },
  perform: (context, payload: TriggerPayload<SyncPlace>, params) => syncReports(context, payload, params),
  onDeploy: {
    inputs: {
      since: timestampInput({
        label: "Since",
        comments:
          "The initial sync delivers the sessions that ended after this time. Blank: all that TeamViewer keeps.",
        example: "2026-01-01T00:00:00Z",
      }),
    },
    perform: (context, payload: TriggerPayload<SyncPlace>, { since, ...params }) =>
      syncReports(context, payload, params, { since }),
  },
  examplePayload: exampleBatch([exampleReport]),
});
