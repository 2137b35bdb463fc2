import { flow } from "@prismatic-io/spectral";
import { realvncNewAuditEvents } from "../../../../generated/manifests/realvnc/src/triggers/newAuditEvents";
import { type SiemEvent, send, untilDelivered } from "./siem";

interface AuditEvent {
  id: string;
  /** In milliseconds. */
  timestamp: number;
  eventCategory: string;
  eventType: string;
  description?: string;
  email?: string;
  serverName?: string;
  eventBody?: object;
}

const common = (event: AuditEvent): SiemEvent => ({
  source: "realvnc",
  id: event.id,
  time: Number.isFinite(event.timestamp) ? new Date(event.timestamp).toISOString() : "",
  category: event.eventCategory,
  action: event.eventType,
  actor: { name: "", email: event.email ?? "" },
  target: event.serverName ?? "",
  details: { description: event.description ?? "", ...event.eventBody },
});

export const realvncEvents = flow({
  name: "RealVNC Audit Events",
  stableKey: "realvnc-audit-events",
  description: "Sends the new events of RealVNC Connect's audit log.",
  onTrigger: realvncNewAuditEvents({
    connection: { configVar: "RealVNC Connection" },
    sessionEventsOnly: { configVar: "Only RealVNC Sessions" },
  }),
  schedule: { configVar: "Schedule" },
  queueConfig: { singletonExecutions: true },
  retryConfig: { ...untilDelivered },
  onExecution: async ({ configVars }, { onTrigger }) => {
    const { events } = onTrigger.results.body.data as { events: AuditEvent[] };
    await send(configVars, events.map(common));
    return { data: { sent: events.length } };
  },
});
