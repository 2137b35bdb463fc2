import { flow } from "@prismatic-io/spectral";
import { teamviewerNewEventLogEntries } from "../../../../generated/manifests/teamviewer/src/triggers/newEventLogEntries";
import { type SiemEvent, send, untilDelivered } from "./siem";

interface Entry {
  EventName: string;
  EventType: string;
  Timestamp?: string;
  Author?: string;
  AuthorEmail?: string;
  AffectedItem?: string;
  EventDetails?: unknown[];
}

const common = (entry: Entry): SiemEvent => ({
  source: "teamviewer",
  time: entry.Timestamp ?? "",
  category: entry.EventType,
  action: entry.EventName,
  actor: { name: entry.Author ?? "", email: entry.AuthorEmail ?? "" },
  target: entry.AffectedItem ?? "",
  details: entry.EventDetails ?? [],
});

export const teamviewerEvents = flow({
  name: "TeamViewer Audit Events",
  stableKey: "teamviewer-audit-events",
  description: "Sends the new entries of TeamViewer's event log.",
  onTrigger: teamviewerNewEventLogEntries({ connection: { configVar: "TeamViewer Connection" } }),
  schedule: { configVar: "Schedule" },
  queueConfig: { singletonExecutions: true },
  retryConfig: { ...untilDelivered },
  onExecution: async ({ configVars }, { onTrigger }) => {
    const { events } = onTrigger.results.body.data as { events: Entry[] };
    await send(configVars, events.map(common));
    return { data: { sent: events.length } };
  },
});
