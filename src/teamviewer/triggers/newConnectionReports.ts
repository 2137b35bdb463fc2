import { pages } from "../../http/pages";
import { timestampInput } from "../../platform/dateInputs";
import { connection, integerInput } from "../../platform/inputs";
import { examplePoll, listTrigger, poll, watchCursor } from "../../polling";
import { teamviewer } from "../client";
import { needs } from "../requirements";
import { exampleReport } from "../resources/connectionReports";
import {
  type ConnectionReport,
  filtersOf,
  finishedSessionCursor,
  finishedSessionPage,
  reportFilters,
} from "./connectionReports";
import { beforeTeamViewer } from "./earliest";

export const newConnectionReports = listTrigger({
  display: {
    label: "New Connection Reports",
    description: `Deliver remote sessions that have ended, each once: for billing and tickets. ${needs("GET /reports/connections")}`,
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
        "The first poll, or the initial sync, delivers the sessions that ended after this time. Blank: the first poll only notes what is there, and the next ones deliver what is new; an initial sync delivers all that is there.",
      example: "2026-03-31T14:00:00Z",
    }),
    connection,
  },
  changes: { records: "created" },
  perform: async (context, payload, { connection, overlapMinutes = 60, since, ...values }) => {
    const client = teamviewer(context, connection);
    const filters = filtersOf(values);
    const watch = watchCursor({
      trigger: "newConnectionReports",
      scope: filters,
      ...finishedSessionCursor,
      pages: (_, until) => pages(finishedSessionPage(client, filters, until)),
      newestFirst: true,
      overlapMinutes,
      mostPages: 100,
      since,
      earliest: beforeTeamViewer,
      deliver: (records) => ({ records }),
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ records: ConnectionReport[] }>({ records: [exampleReport] }),
});
