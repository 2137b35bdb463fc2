import { ok } from "../answers";
import type { Handlers } from "../calls";
import { badRequest } from "../errors";
import { orNull, pageOf } from "../paging";
import type { AuditEvent } from "../store";
import { equals, exactTimeOf } from "./shared";

/** An absent or empty list lets every value through. */
const among = (value: string | undefined, wanted: string[] | undefined) =>
  !wanted || wanted.length === 0 || wanted.some((one) => equals(value, one));

const isSession = (event: AuditEvent) => event.EventType === "Session";

const ofSession = (event: AuditEvent, guid: string) =>
  isSession(event) && (event.EventDetails ?? []).some(({ NewValue }) => equals(NewValue, guid));

export const eventLogging: Handlers = {
  /** Newest first, from StartDate up to, but not including, EndDate. */
  EventLogging_Post: (call) => {
    const { EventNames, EventTypes, AccountEmails, AffectedItem, RCSessionGuid, ContinuationToken } = call.body;
    const start = exactTimeOf("StartDate", call.body.StartDate);
    const end = exactTimeOf("EndDate", call.body.EndDate);
    if (start > end) throw badRequest("StartDate lies after EndDate.");
    const found = call.store.events
      .filter((event) => {
        const time = Date.parse(event.Timestamp);
        return time >= start && time < end;
      })
      .filter((event) => among(event.EventName, EventNames) && among(event.EventType, EventTypes))
      .filter((event) => among(event.AuthorEmail, AccountEmails))
      .filter((event) => !AffectedItem || (!isSession(event) && equals(event.AffectedItem, AffectedItem)))
      .filter((event) => !RCSessionGuid || ofSession(event, RCSessionGuid))
      .sort((one, other) => Date.parse(other.Timestamp) - Date.parse(one.Timestamp));
    const { items, next } = pageOf("events", found, call.pageSizes.events, ContinuationToken);
    return ok({ AuditEvents: items, ContinuationToken: orNull(next) });
  },
};
