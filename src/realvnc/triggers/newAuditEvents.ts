import { isRecord } from "../../http/answers";
import type { RecordOf } from "../../http/lists";
import { timestampInput } from "../../platform/dateInputs";
import { connection, flagInput, integerInput } from "../../platform/inputs";
import { canonicalJson, examplePoll, listTrigger, poll, watchCursor } from "../../polling";
import { type RealVncClient, realvnc } from "../client";
import { needs } from "../requirements";
import { auditEvents, exampleEvent } from "../resources/auditEvents";
import { sessionLog } from "../vocabulary";

type AuditEvent = RecordOf<typeof auditEvents>;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The bounds of a request: one millisecond wider at either end, because the vendor does not say whether it counts them in.
 * The end has to be given. It comes from this machine's clock where nothing else is asked for; one that is slow delays
 * events, and loses none: the cursor moves by their own times.
 */
const rangeOf = (from: string, until: string | undefined) => {
  const start = Date.parse(from) - 1;
  const end = until === undefined ? Date.now() + 1 : Date.parse(until);
  return { from: String(start), to: String(Math.max(start + 1, end)) };
};

async function* eventsFrom(
  client: RealVncClient,
  sessionEventsOnly: boolean,
  from: string,
  until: string | undefined,
): AsyncGenerator<{ items: AuditEvent[] }> {
  // What is no event at all is left for the engine, which counts what it skips.
  const isWanted = (event: AuditEvent | null) => !sessionEventsOnly || !event || event.eventCategory === sessionLog;
  for await (const { items } of auditEvents.pages(client, { query: { ...rangeOf(from, until), order: "ASC" } })) {
    yield { items: items.filter(isWanted) };
  }
}

/** By its own ID; the description does not promise one, and two events that say the same in everything are one. */
const idOf = (event: AuditEvent) => (isRecord(event) ? (event.id ?? canonicalJson(event)) : undefined);

export const newAuditEvents = listTrigger({
  display: {
    label: "New Audit Events",
    description: `Deliver the team's audit events, each once, for example to a SIEM. ${needs(auditEvents.operation)}`,
  },
  inputs: {
    sessionEventsOnly: flagInput({
      label: "Session Events Only",
      comments: "Only events of the session log. Changing it takes a new baseline. Default: off.",
    }),
    overlapMinutes: integerInput({
      label: "Overlap Minutes",
      comments:
        "How much later than newer ones an event may be listed and still be delivered, 0 to 1440 (a day). More makes each poll read more pages. Default: 5.",
      default: "5",
      minimum: 0,
      maximum: 1440,
      example: "5",
    }),
    since: timestampInput({
      label: "Since",
      comments:
        "The first poll, or the initial sync, delivers the events after this time, to the millisecond. RealVNC Connect keeps 30 days. Blank: the first poll only notes what is there, and the next ones deliver what is new; an initial sync delivers all that is there.",
      example: "2026-03-31T14:00:00.000Z",
      milliseconds: true,
    }),
    connection,
  },
  changes: { events: "created" },
  perform: async (context, payload, { connection, overlapMinutes = 5, since, sessionEventsOnly }) => {
    const client = realvnc(context, connection);
    // The only starts by this machine's clock, which may be fast by the hour.
    const baselineStart = Date.now() - overlapMinutes * minute - hour;
    const earliest = Date.now() - 31 * day;
    const watch = watchCursor({
      trigger: "newAuditEvents",
      scope: { sessionEventsOnly },
      pages: (from = new Date(baselineStart).toISOString(), until) =>
        eventsFrom(client, sessionEventsOnly, from, until),
      id: idOf,
      time: (event) => event.timestamp,
      overlapMinutes,
      // The vendor's servers set the times, so that few dates in the future are to be expected.
      newest: 10,
      since,
      baselineStart,
      earliest,
      deliver: (events) => ({ events }),
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ events: AuditEvent[] }>({ events: [exampleEvent] }),
});
