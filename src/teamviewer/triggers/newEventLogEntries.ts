import { enums } from "../../../generated/teamviewer.enums";
import { InputError } from "../../http/errors";
import type { RecordOf } from "../../http/lists";
import { timestampInput } from "../../platform/dateInputs";
import { toIsoSeconds } from "../../platform/dates";
import { checkText, connection, integerInput, oneOf, textInput } from "../../platform/inputs";
import { listInput } from "../../platform/listInputs";
import { canonicalJson, examplePoll, listTrigger, poll, watchCursor } from "../../polling";
import { hashOf } from "../../polling/hashing";
import { type TeamViewerClient, teamviewer } from "../client";
import { needs } from "../requirements";
import { auditEvents } from "../resources/eventLog";
import { beforeTeamViewer } from "./earliest";

type AuditEvent = RecordOf<typeof auditEvents>;

const { EventNames: eventNames, EventTypes: eventTypes } = enums.AuditLogParameters;

interface Filters {
  EventTypes?: string[];
  EventNames?: string[];
  AccountEmails?: string[];
  AffectedItem?: string;
}

interface Entry {
  id: string;
  event: AuditEvent;
}

const hour = 3_600_000;

/**
 * From the given time up to a day from now: the end has to be given, and this machine's clock, which it comes from, may
 * be slow. A clock that is wrong by more only delays events: the cursor moves by their own times.
 */
const windowFrom = (from: string, until: string | undefined) => {
  const start = Date.parse(from);
  if (until) return { StartDate: toIsoSeconds(start), EndDate: toIsoSeconds(Date.parse(until)) };
  return { StartDate: toIsoSeconds(start), EndDate: toIsoSeconds(Math.max(start, Date.now()) + 24 * hour) };
};

/**
 * Events have no ID, so that it is made of all that they say, and of a number for those that say the same. They are
 * numbered by page: an event that is logged while pages are read pushes one that was read onto the next page, and it
 * must not count as another. Equal events on two pages are found when new events have moved them onto one.
 */
const isEvent = (event: unknown): event is AuditEvent => typeof event === "object" && event !== null;

const identified = (events: AuditEvent[]): Entry[] => {
  const seen = new Map<number, number>();
  return events.map((event) => {
    if (!isEvent(event)) return { id: "", event };
    const { EventDetails } = event;
    const details = Array.isArray(EventDetails) ? EventDetails.map(canonicalJson).sort() : EventDetails;
    const hash = hashOf(canonicalJson({ ...event, EventDetails: details }));
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return { id: `${hash}-${number}`, event };
  });
};

async function* entriesFrom(
  client: TeamViewerClient,
  filters: Filters,
  from: string,
  until: string | undefined,
): AsyncGenerator<{ items: Entry[] }> {
  const events = auditEvents.pages(client, { body: { ...windowFrom(from, until), ...filters } });
  for await (const { items } of events) yield { items: identified(items) };
}

const refuseNothing = ({ EventTypes, AffectedItem }: Filters) => {
  if (AffectedItem && EventTypes?.every((type) => type === "Session")) {
    throw new InputError(
      "Affected Item",
      "it leaves out all session events, and Event Types lets through nothing else.",
    );
  }
};

const exampleEvent: AuditEvent = {
  EventName: "EditUserPermissions",
  EventType: "UserProfile",
  Timestamp: "2026-03-31T14:00:00Z",
  Author: "Maria Keller",
  AuthorEmail: "maria.keller@example.com",
  AffectedItem: "Alex Morgan",
  EventDetails: [
    {
      PropertyName: "Permissions",
      PropertyCategory: "User",
      OldValue: "ViewOwnConnections",
      NewValue: "ViewAllConnections",
    },
  ],
};

export const newEventLogEntries = listTrigger({
  display: {
    label: "New Event Log Entries",
    description: `Deliver the company's audit events as they are logged, for example to a SIEM. ${needs("POST /EventLogging")}`,
  },
  inputs: {
    EventTypes: listInput(
      {
        label: "Event Types",
        comments: `Only events of these types, with commas between them: ${eventTypes.join(", ")}. Blank: all.`,
        example: "UserProfile, CompanyAdministration",
      },
      oneOf(eventTypes),
    ),
    EventNames: listInput(
      {
        label: "Event Names",
        comments:
          "Only events of these names, with commas between them, for example UserCreated, ScriptTokenAdded, StartedSession. Blank: all.",
        example: "UserCreated, UserDeleted",
      },
      oneOf(eventNames),
    ),
    AccountEmails: listInput(
      {
        label: "Account Emails",
        comments: "Only what these accounts did: e-mail addresses with commas between them. Blank: all accounts.",
        example: "maria.keller@example.com",
      },
      (text, label) => checkText(label, text, { pattern: /^[^@]+@[^@]+$/, format: "e-mail addresses" }),
    ),
    AffectedItem: textInput({
      label: "Affected Item",
      comments:
        "Only events that affect the item of this name, for example a user or a policy; session events are then left out. Blank: all.",
      example: "Alex Morgan",
    }),
    overlapMinutes: integerInput({
      label: "Overlap Minutes",
      comments:
        "How much later than newer ones an event may be listed and still be delivered, 0 to 1440 (a day). More makes each poll read more pages of 50 events. Default: 30.",
      default: "30",
      minimum: 0,
      maximum: 1440,
      example: "30",
    }),
    since: timestampInput({
      label: "Since",
      comments:
        "The first poll, or the initial sync, delivers the events after this time. Blank: the first poll only notes what is there, and the next ones deliver what is new; an initial sync delivers all that is there.",
      example: "2026-03-31T14:00:00Z",
    }),
    connection,
  },
  changes: { events: "created" },
  perform: async (context, payload, { connection, overlapMinutes = 30, since, ...filters }) => {
    refuseNothing(filters);
    const client = teamviewer(context, connection);
    // The only start by this machine's clock, which may be fast by the hour.
    const baselineStart = Date.now() - overlapMinutes * 60_000 - hour;
    const watch = watchCursor({
      trigger: "newEventLogEntries",
      scope: filters,
      pages: (from = toIsoSeconds(baselineStart), until) => entriesFrom(client, filters, from, until),
      id: ({ id }) => id,
      time: ({ event }) => event?.Timestamp,
      overlapMinutes,
      // TeamViewer's servers set the times. A page holds 50 events, so that looking back over ten seldom costs a call.
      newest: 10,
      since,
      baselineStart,
      earliest: beforeTeamViewer,
      deliver: (entries) => ({ events: entries.map(({ event }) => event) }),
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ events: AuditEvent[] }>({ events: [exampleEvent] }),
});
