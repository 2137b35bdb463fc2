import { pollingTrigger } from "@prismatic-io/spectral";
import { connection, integerInput } from "../../platform/inputs";
import { examplePoll, fingerprint, poll, type Transition, transitionsOf, watchWindow } from "../../polling";
import { teamviewer } from "../client";
import { needs } from "../requirements";
import { connectionReports, exampleReport } from "../resources/connectionReports";
import { type ConnectionReport, filtersOf, reportFilters } from "./connectionReports";

interface ReportChange {
  before: { billing_state: string | null };
  report: ConnectionReport;
}

interface Edited {
  billing: number;
  notes: number;
}

/** What a report can be set to; its place in the list is what is remembered, 0 for none or another word. */
const billingStates = ["Bill", "Billed", "DoNotBill"];

const billingCode = ({ billing_state }: ConnectionReport): number => billingStates.indexOf(billing_state ?? "") + 1;

/** 26 bits of the notes; blank notes are no notes. */
const notesCode = ({ notes }: ConnectionReport): number => (notes ? fingerprint(notes) >>> 2 : 0);

/** The two fields that a person can edit, and nothing else, as one number. */
const pack = (report: ConnectionReport): number => notesCode(report) * 4 + billingCode(report);

const unpack = (value: number): Edited => ({ notes: value >>> 2, billing: value % 4 });

type Step = Transition<ConnectionReport, Edited>;

const edited =
  (field: keyof Edited) =>
  ({ was, is }: Step): boolean =>
    was !== undefined && was[field] !== is[field];

const toChange = ({ record, was }: Step): ReportChange => ({
  before: { billing_state: billingStates[(was?.billing ?? 0) - 1] ?? null },
  report: record,
});

export const connectionReportChanges = pollingTrigger({
  display: {
    label: "Connection Report Changes",
    description: `Deliver connection reports of which the billing state or the notes were edited, each edit once. ${needs("GET /reports/connections")}`,
  },
  inputs: {
    ...reportFilters,
    lookBackDays: integerInput({
      label: "Look Back Days",
      comments:
        "How old a report may be for its edits to be found, in days before the newest reports, 1 to 366. More makes each poll read more pages of 1000 reports. Default: 30.",
      default: "30",
      minimum: 1,
      maximum: 366,
      example: "30",
    }),
    connection,
  },
  perform: async (context, payload, { connection, lookBackDays = 30, ...values }) => {
    const client = teamviewer(context, connection);
    const filters = filtersOf(values);
    const watch = watchWindow({
      trigger: "connectionReportChanges",
      scope: { ...filters, lookBackDays },
      pages: () => connectionReports.pages(client, { query: filters }),
      newestFirst: true,
      id: (report) => report.id,
      time: (report) => report.end_date,
      days: lookBackDays,
      value: pack,
      deliver: (changes) => {
        const steps = transitionsOf(changes, pack, unpack);
        return {
          billingStateChanged: steps.filter(edited("billing")).map(toChange),
          notesChanged: steps.filter(edited("notes")).map(toChange),
        };
      },
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ billingStateChanged: ReportChange[]; notesChanged: ReportChange[] }>({
    billingStateChanged: [{ before: { billing_state: "Bill" }, report: { ...exampleReport, billing_state: "Billed" } }],
    notesChanged: [],
  }),
});
