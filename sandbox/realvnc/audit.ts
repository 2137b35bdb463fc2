import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { type Random, random } from "../core/random";
import { inTurn, times } from "../core/seed";
import { day, hour, minute } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import type { EntryState } from "./entries";
import type { Entry } from "./fleet";
import { plainId } from "./ids";
import { linked } from "./links";
import type { Member, MemberState } from "./members";

export type AuditEvent = Schema<"AuditEventResponse"> & { id: string };

export interface AuditState {
  teamId: string;
  /** In the order in which they were processed. */
  events: AuditEvent[];
}

export const counts = { auditEvents: 180 };

export const pageSizes = { audit: 50 };

type Reach = AnyCall<AuditState, typeof pageSizes>;

const teamId = "tEkOU7emwvZsYUPHATC";

/** Events are kept so long. */
const kept = 30 * day;

/** Somebody connects to a computer, or leaves it. */
export const sessionEvent = (
  id: string,
  { email, id: userId }: Pick<Member, "email" | "id">,
  { name, serverId }: Entry,
  { timestamp, ends }: { timestamp: number; ends: boolean },
): AuditEvent => ({
  id,
  teamId,
  timestamp,
  eventCategory: "SESSION_LOG",
  eventType: ends ? "connection_end" : "connection_start",
  description: `${email} ${ends ? "ended" : "initiated"} connection to ${name} (10.100.2.4 from 10.100.11.121)`,
  email,
  userId,
  serverId,
  serverName: name,
  eventBody: { serverIp: "10.100.2.4", viewerIp: "10.100.11.121" },
});

/** Somebody changes the team. */
const teamEvent = (id: string, { email, id: userId }: Member, timestamp: number): AuditEvent => ({
  id,
  teamId,
  timestamp,
  eventCategory: "TEAM_MANAGEMENT",
  eventType: "member_roles_updated",
  description: `${email} changed the roles of a member`,
  email,
  userId,
  eventBody: { roles: "USER,TECHNICIAN" },
});

/** One of every six is of the team; of every ten, three are of one millisecond. */
const seedEvents = (count: number, people: Member[], computers: Entry[], now: number, chance: Random): AuditEvent[] => {
  const step = (29 * day) / Math.max(1, count);
  return times(count, (index) => {
    const slot = index % 10 < 3 ? index - (index % 10) : index;
    const timestamp = Math.floor(now - 29 * day + slot * step) - (slot % 997);
    const member = inTurn(people, Math.floor(index / 2)) as Member;
    const computer = inTurn(computers, Math.floor(index / 2));
    return computer && index % 6 !== 5
      ? sessionEvent(plainId(chance), member, computer, { timestamp, ends: index % 2 === 1 })
      : teamEvent(plainId(chance), member, timestamp);
  });
};

export const seed = ({
  count,
  members,
  entries,
  now,
}: Seeding<typeof counts, MemberState & EntryState>): AuditState => {
  const joined = [...members.values()].filter(({ state }) => state === "JOINED");
  const inCloud = [...entries.values()].filter(({ serverId }) => serverId !== undefined);
  const number = joined.length === 0 ? 0 : count.auditEvents;
  return { teamId, events: seedEvents(number, joined, inCloud, now - 2 * hour - minute, random("audit events")) };
};

const timeOf = (name: string, text: string): number => {
  if (!/^\d+$/.test(text)) throw badRequest(`${name} '${text}' is no UNIX time in milliseconds.`);
  return Number(text);
};

export const handlers: Handlers<Reach> = {
  getTeamEvents: ({ query, store, pageSizes, habits, now }) => {
    const { from, to, order = "ASC", serverId, cursor } = query as typeof query & { cursor?: string };
    const [after, before] = [timeOf("from", from), timeOf("to", to)];
    const isWithin = ({ timestamp }: AuditEvent) =>
      habits.boundsIncluded ? timestamp >= after && timestamp <= before : timestamp > after && timestamp < before;
    const found = store.events
      .filter((event) => event.timestamp >= now().getTime() - kept && isWithin(event))
      .filter((event) => serverId === undefined || event.serverId === serverId)
      .sort((a, b) => a.timestamp - b.timestamp);
    if (order === "DESC") found.reverse();
    const start = cursor === undefined ? 0 : found.findIndex(({ id }) => id === cursor);
    if (start < 0) throw badRequest("cursor: there is no such page.");
    const next = found[start + pageSizes.audit];
    return linked(
      { events: found.slice(start, start + pageSizes.audit) },
      { path: "/1.0/audit", query: next && { cursor: next.id }, spelling: "quoted" },
    );
  },
};
