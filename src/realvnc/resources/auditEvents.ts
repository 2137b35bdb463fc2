/** Audit events of the team: sessions, and changes of the team. */
import { InputError } from "../../http/errors";
import { unixTimeInput } from "../../platform/dateInputs";
import { choiceInput, flagInput, textInput } from "../../platform/inputs";
import { combine, list } from "../client";
import { eventList, pageSchema } from "../envelopes";
import { reading, readingOf } from "../inputs";
import { byTime, exampleIds, sessionLog } from "../vocabulary";

export const auditEvents = list("GET /1.0/audit", eventList);

const when = "ISO 8601, or UNIX time in seconds or milliseconds; sent to the millisecond.";

/** The bounds of a range, in UNIX milliseconds. Throws an `InputError` when it ends before it starts. */
const rangeOf = (from: number, to: number | undefined) => {
  const end = to ?? Date.now();
  if (end >= from) return { from: String(from), to: String(end) };
  throw to === undefined
    ? new InputError("From", "lies in the future, and To is blank, which means now.")
    : new InputError("To", "lies before From.");
};

export const exampleEvent = {
  id: "AJaAE99jUEkeAtcaZ1M",
  teamId: "tEkOU7emwvZsYUPHATC",
  timestamp: 1774965900123,
  eventCategory: sessionLog,
  eventType: "connection_start",
  description: "jan.nowak@example.com initiated connection to Till 7 (10.100.2.4 from 10.100.11.121)",
  email: "jan.nowak@example.com",
  userId: exampleIds.user,
  serverId: exampleIds.server,
  serverName: "Till 7",
  viewerId: "DVRODKD0thJIv9ZT8pS",
  eventBody: { serverIp: "10.100.2.4", viewerIp: "10.100.11.121" },
};

/** What an answer names as the next page. */
const next = "/1.0/audit?cursor=Xr5vBq2LmT8wKd0cYfA";

const listAuditEvents = combine({
  label: "List Audit Events",
  description:
    "List the audit events of a range of time: a page or all of them. A computer, which the API calls an entry, has its serverId in them. RealVNC Connect keeps events for 30 days, and does not say whether those at the very bounds are in the range.",
  operations: ["GET /1.0/audit"],
  safe: true,
  inputs: {
    from: unixTimeInput({
      label: "From",
      comments: `Events since this time. ${when}`,
      example: "2026-03-31T00:00:00.000Z",
      required: true,
    }),
    to: unixTimeInput({
      label: "To",
      comments: `Events up to this time. ${when} Blank: now.`,
      example: "2026-04-01T00:00:00.000Z",
    }),
    order: choiceInput({
      label: "Order",
      comments: "By time. Blank: oldest first.",
      choices: byTime,
    }),
    serverId: textInput({
      label: "Server ID",
      comments: "Only events of this computer, by its serverId, which is not its Computer ID. Blank: all.",
      example: exampleIds.server,
    }),
    sessionEventsOnly: flagInput({
      label: "Session Events Only",
      comments:
        "Only events of the session log. The others are left out of what came, so that a page can be empty although more follow. Default: off.",
    }),
    ...reading(next),
  },
  run: async (rv, { sessionEventsOnly, ...values }) => {
    const { query, options } = readingOf(values);
    const { from, to, ...filters } = query;
    const { events = [], ...rest } = await auditEvents.read(
      rv,
      { query: { ...filters, ...rangeOf(from, to) } },
      { ...options, keep: (event) => !sessionEventsOnly || event?.eventCategory === sessionLog },
    );
    return { events, ...rest };
  },
  output: pageSchema("events", { $ref: "AuditEventResponse" }),
  example: { events: [exampleEvent], next },
});

export const actions = { listAuditEvents };
