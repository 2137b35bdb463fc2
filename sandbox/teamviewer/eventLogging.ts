import { ok } from "../core/answers";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { equals } from "../core/filters";
import { pageOf } from "../core/paging";
import { random } from "../core/random";
import { inTurn, times } from "../core/seed";
import { isoDate, minute } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { exactTimeOf } from "./dates";
import type { Device, DeviceState } from "./devices";
import { orNull } from "./paging";
import type { User, UserState } from "./users";

export type AuditEvent = Schema<"AuditEvent"> & { Timestamp: string; EventName: string; EventType: string };

export interface EventState {
  events: AuditEvent[];
}

export const counts = { events: 120 };

export const pageSizes = { events: 50 };

type Reach = AnyCall<EventState, typeof pageSizes>;

const kinds = [
  { EventName: "StartedSession", EventType: "Session" },
  { EventName: "EndedSession", EventType: "Session" },
  { EventName: "EditUserProperties", EventType: "CompanyAdministration" },
  { EventName: "GroupShared", EventType: "GroupManagement" },
  { EventName: "UserCreated", EventType: "CompanyAdministration" },
  { EventName: "PolicyUpdated", EventType: "Policy" },
  { EventName: "DeviceAddedToGroup", EventType: "DeviceManagement" },
  { EventName: "UserRoleAssigned", EventType: "UserRole" },
];

const seedEvents = (count: number, users: User[], devices: Device[], now: number): AuditEvent[] => {
  const chance = random("events");
  return times(count, (index) => {
    const kind = inTurn(kinds, index) as (typeof kinds)[number];
    const author = inTurn(users, index);
    return {
      ...kind,
      Timestamp: isoDate(now - (index + 1) * 7 * minute),
      Author: author?.name,
      AuthorEmail: author?.email,
      AffectedItem: inTurn(devices, index)?.alias ?? "",
      EventDetails:
        kind.EventType === "Session"
          ? [{ PropertyName: "RCSessionGuid", NewValue: chance.uuid() }]
          : [{ PropertyName: "Name", OldValue: "Till 01", NewValue: "Till 02" }],
    };
  });
};

export const seed = ({ count, now, users, devices }: Seeding<typeof counts, UserState & DeviceState>): EventState => ({
  events: seedEvents(count.events, [...users.values()], [...devices.values()], now),
});

/** An absent or empty list lets every value through. */
const among = (value: string | undefined, wanted: string[] | undefined) =>
  !wanted || wanted.length === 0 || wanted.some((one) => equals(value, one));

const isSession = (event: AuditEvent) => event.EventType === "Session";

const ofSession = (event: AuditEvent, guid: string) =>
  isSession(event) && (event.EventDetails ?? []).some(({ NewValue }) => equals(NewValue, guid));

export const handlers = {
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
} satisfies Handlers<Reach>;
