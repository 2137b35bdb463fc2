/** What connection reports and device reports share: the two sides of a session have the same filters, features and evidence. */
import { timestampInput } from "../../platform/dateInputs";
import { toGuid, toPlainId } from "../../platform/ids";
import { parsedInput } from "../../platform/inputs";
import { valueListInput } from "../../platform/listInputs";
import { afterPage } from "../inputs";

const noNames = "TeamViewer publishes no list of the names: those of a report stand in its features.";

/** Names one thing that reports have: what kind it is, and which of them. */
export const featureInputs = {
  featureName: parsedInput(
    {
      label: "Feature Name",
      comments: `The name of the feature, as FeatureName has it. ${noNames}`,
      example: "AiSummary",
      required: true,
    },
    toPlainId,
  ),
  featureId: parsedInput(
    {
      label: "Feature ID",
      comments: "The ID that belongs to the feature, as FeatureId has it beside the name.",
      example: "5c0e9a47-d1b8-4f63-9e25-7a3f8b6c0d12",
      required: true,
    },
    toPlainId,
  ),
};

/** How both lists are bounded and paged, beside the filters of each. */
export const reportRange = {
  from_date: timestampInput({
    label: "From Date",
    comments: "Only sessions that began at this time or later. Blank: as far back as TeamViewer keeps reports.",
    example: "2026-03-01T00:00:00Z",
  }),
  to_date: timestampInput({
    label: "To Date",
    comments: "Only sessions that ended before this time. Blank: up to the newest.",
    example: "2026-04-01T00:00:00Z",
  }),
  sessionReportFeatures: valueListInput(
    {
      label: "Features",
      comments: `Only reports that have these features, each by its name. ${noNames} Blank: all reports.`,
      example: "AiSummary",
    },
    toPlainId,
  ),
  offset_id: parsedInput(
    {
      label: "Offset ID",
      comments: afterPage("next_offset"),
      example: "b4f0c8d2-6a17-4e39-8c5d-0f9e7b3a1d64",
    },
    toGuid,
  ),
};

/** So many recent reports are offered in a dropdown: nobody looks through more, and a page has as many. */
export const mostOffered = 1000;

/** "2026-03-31 13:20 UTC" of a time in UTC; what is none is left as it is. */
const minuteOf = (time: unknown) =>
  typeof time !== "string" ? time : time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*Z$/, "$1 $2 UTC");

/** By what a person knows a report again: whose session it was, with which device, and when it began. */
export const reportName = (user: string | undefined, device: string | number | undefined, start: unknown) => [
  user,
  device,
  minuteOf(start),
];

export const exampleFeatures = (SessionReportId: string) => ({
  SessionReportFeatures: [
    {
      SessionReportId,
      FeatureName: "AiSummary",
      FeatureId: "5c0e9a47-d1b8-4f63-9e25-7a3f8b6c0d12",
      Data: "eyJsYW5ndWFnZSI6ImVuIn0=",
    },
  ],
});

export const exampleAiSummary = {
  Summary: "The printer of the reception was offline. Its driver was installed anew, and a test page was printed.",
  Name: "Printer driver reinstalled",
  IssueTypeLabels: ["Printer"],
  ApplicationLabels: ["Device Manager"],
  Steps: [
    { Application: "Device Manager", Action: "Removed the printer and its driver", Commands: "" },
    { Application: "Command Prompt", Action: "Restarted the print service", Commands: "net start spooler" },
  ],
};

const supporter = { TeamViewerId: 987654321, Name: "Maria Keller" };
const device = { TeamViewerId: 123456789, Name: "FRONT-DESK-03" };

/** A message of the supporter's, which is sent from the one side of the session and received on the other. */
export const exampleChat = (IsOutgoing: boolean) => [
  {
    Sender: supporter,
    Recipients: [device],
    WrittenAtTimestamp: "2026-03-31T13:24:10Z",
    IsOutgoing,
    Content: "The printer is back. Does the test page come out?",
  },
];
