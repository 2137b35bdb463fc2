import { batchTrigger, type Connection, type TriggerPayload } from "@prismatic-io/spectral";
import type { Context } from "../../http/transport";
import { timestampInput } from "../../platform/dateInputs";
import { connection, integerInput } from "../../platform/inputs";
import { compareWithCursor, type PollContext, type SyncPlace, syncPage } from "../../polling";
import { teamviewer } from "../client";
import { needs } from "../requirements";
import { exampleReport } from "../resources/connectionReports";
import {
  filtersOf,
  finishedSessionCursor,
  finishedSessionPage,
  type ReportFilters,
  reportFilters,
} from "./connectionReports";
import { exampleBatch, syncMode } from "./syncInputs";

interface Params extends ReportFilters {
  connection: Connection;
  mode?: "incremental" | "full";
  overlapMinutes?: number;
}

const syncReports = (
  context: Context & PollContext,
  payload: TriggerPayload<SyncPlace>,
  { connection, mode = "incremental", overlapMinutes = 60, ...values }: Params,
  initial?: { since?: string },
) => {
  const filters = filtersOf(values);
  return syncPage(context, payload, {
    trigger: "syncConnectionReports",
    mode,
    scope: filters,
    initial,
    fetchPage: finishedSessionPage(teamviewer(context, connection), filters),
    comparison: compareWithCursor({ ...finishedSessionCursor, overlapMinutes }),
  });
};

export const syncConnectionReports = batchTrigger({
  display: {
    label: "Sync Connection Reports",
    description: `Deliver the reports of remote sessions in batches, all of them or the new ones, page by page on a schedule. ${needs("GET /reports/connections")}`,
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
