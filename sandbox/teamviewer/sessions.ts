import { done, noContent, ok } from "../core/answers";
import { collection, sent } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { equals, listed } from "../core/filters";
import { complaints, emailOf, people as names } from "../core/names";
import { pageAfter } from "../core/paging";
import { random } from "../core/random";
import { idNumber, inTurn, keyed, times } from "../core/seed";
import { day, hour, isoDate, minute, nowIso } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { timeOf } from "./dates";
import { type Group, type GroupState, groups, inVisibleGroup, targetGroup } from "./groups";
import { idOf } from "./ids";
import { people, type User, type UserState } from "./users";

export interface Session {
  code: string;
  state: "open" | "closed";
  groupid: string;
  createdBy: string;
  created_at: string;
  valid_until: string;
  closed_at?: string;
  assigned_userid?: string;
  assigned_at?: string;
  custom_module_id?: string;
  customId?: string;
  description?: string;
  waiting_message?: string;
  end_customer?: Schema<"EndCustomerParameters">;
  custom_api?: string;
  tv_version?: string;
  /** Number of the description's enum: 1 RemoteConnection, 2 RemoteSupportActive. */
  support_session_type: 0 | 1 | 2;
  online: boolean;
}

export interface SessionState {
  sessions: Map<string, Session>;
}

export const counts = { sessions: 12 };

export const pageSizes = { sessions: 1000 };

type Reach = AnyCall<SessionState & GroupState & UserState, typeof pageSizes>;

/** A code in the vendor's shape for a number of nine digits. */
export const sessionCode = (number: number): string => `s${String(number).replace(/\d{3}(?=\d)/g, "$&-")}`;

/** The code of the seeded session with this number, in reports too. */
export const seededCode = (index: number): string => sessionCode(idNumber(123_456_789, index));

const seedSessions = (count: number, groups: Group[], users: User[], now: number): Session[] => {
  const chance = random("sessions");
  return times(groups.length > 0 ? count : 0, (index) => {
    const created = now - (index + 1) * 3 * hour - chance.integer(hour);
    const closed = index % 3 === 2;
    const assignee = index % 2 === 0 ? inTurn(users, index)?.id : undefined;
    const customer = inTurn(names, index + 5) ?? "";
    return {
      code: seededCode(index),
      state: closed ? "closed" : "open",
      groupid: inTurn(groups, index)?.id ?? "",
      createdBy: users[0]?.id ?? "",
      created_at: isoDate(created),
      valid_until: isoDate(created + (closed ? day : 30 * day)),
      closed_at: closed ? isoDate(created + 40 * minute) : undefined,
      assigned_userid: assignee,
      assigned_at: assignee && isoDate(created + 5 * minute),
      description: inTurn(complaints, index),
      end_customer: { name: customer, email: emailOf(customer, 0) },
      custom_api: JSON.stringify({ ticket: 4100 + index }),
      support_session_type: 2,
      online: !closed && index % 4 === 0,
    };
  });
};

export const seed = ({ count, now, groups, users }: Seeding<typeof counts, GroupState & UserState>): SessionState => ({
  sessions: keyed(seedSessions(count.sessions, [...groups.values()], [...users.values()], now), ({ code }) => code),
});

/** Sessions of groups that the token sees: all of them with this scope, else those that its user made or has to do. */
const sessionsWith = (allScope: string) =>
  collection({
    name: "Session",
    records: ({ store }: Reach) => store.sessions,
    key: ({ code }) => code,
    read: (code) => idOf("s", code, "session code"),
    visible: (call) => {
      const { scopes, userId } = call.token;
      const isInGroup = inVisibleGroup(call);
      const isOwn = ({ createdBy, assigned_userid }: Session) => createdBy === userId || assigned_userid === userId;
      return (session) => isInGroup(session) && (scopes.has(allScope) || isOwn(session));
    },
  });

/** What customers are given where a session has no module of its own. */
const standardModule = "ca3f9wd";

const readable = sessionsWith("Sessions.ReadAll");
const modifiable = sessionsWith("Sessions.ModifyAll");

const newestFirst = (one: Session, other: Session) =>
  other.created_at.localeCompare(one.created_at) || other.code.localeCompare(one.code);

const links = (code: string) => ({
  end_customer_link: `https://get.teamviewer.com/${code}`,
  supporter_link: `https://start.teamviewer.com/${code}`,
  webclient_supporter_link: `https://web.teamviewer.com/session/${code}`,
});

const sessionTypes = ["Undefined", "RemoteConnection", "RemoteSupportActive"] as const;

type Answered = Schema<"GetSessionsResponse">;

/** A list without `full_list` holds who and when, not what the session is about. */
const shortAnswer = (session: Session): Answered => {
  const { code, state, groupid, online, assigned_userid, assigned_at, created_at, valid_until, closed_at } = session;
  return { code, state, groupid, online, assigned_userid, assigned_at, created_at, valid_until, closed_at };
};

const fullAnswer = (session: Session): Answered => ({
  ...shortAnswer(session),
  ...links(session.code),
  custom_module_id: session.custom_module_id,
  waiting_message: session.waiting_message,
  description: session.description,
  end_customer: session.end_customer,
  custom_api: session.custom_api,
  tv_version: session.tv_version,
  support_session_type: sessionTypes[session.support_session_type],
});

const createdAnswer = (session: Session): Schema<"SessionsResponse"> => {
  const { createdBy, closed_at, custom_module_id, online, ...fields } = session;
  return { ...fields, ...links(session.code), support_session_type: sessionTypes[session.support_session_type] };
};

const statesOf = (filter: string | undefined): string[] => {
  const states = filter === undefined ? ["open"] : listed(filter.toLowerCase());
  const unknown = states.find((state) => state !== "open" && state !== "closed");
  if (unknown !== undefined || states.length === 0) throw badRequest(`state is open, closed or both, not '${filter}'.`);
  return states;
};

/** Whom a session is assigned to, if that is said: `u0` stands for nobody. */
const assignment = (
  call: Reach,
  userid: string | undefined,
): { assigned_userid?: string | undefined; assigned_at?: string | undefined } => {
  if (userid === undefined) return {};
  if (userid === "u0") return { assigned_userid: undefined, assigned_at: undefined };
  const { id } = people.known(call, "assigned_userid", userid);
  return { assigned_userid: id, assigned_at: nowIso(call.now) };
};

const validUntil = (call: Reach, text: string | undefined): string => {
  const now = call.now().getTime();
  const time = text === undefined ? now + day : timeOf("valid_until", text);
  if (time <= now) throw badRequest("The field 'valid_until' lies in the past.");
  return isoDate(time);
};

const closing = (call: Reach, session: Session, state: Session["state"]): Partial<Session> => ({
  state,
  closed_at: state === "closed" ? (session.closed_at ?? nowIso(call.now)) : undefined,
});

export const handlers = {
  Sessions_Get: (call) => {
    const { groupid, assigned_userid, state, full_list, offset } = call.query;
    const states = statesOf(state);
    const group = groupid && groups.find(call, groupid).id;
    const assignee = assigned_userid && idOf("u", assigned_userid, "assigned_userid");
    const { items, remaining, next } = pageAfter(readable.list(call).sort(newestFirst), {
      after: offset || undefined,
      size: call.pageSizes.sessions,
      id: (session) => session.code,
      keep: (session) =>
        states.includes(session.state) &&
        equals(session.groupid, group) &&
        equals(session.assigned_userid ?? "u0", assignee),
    });
    return ok({
      sessions: items.map(full_list ? fullAnswer : shortAnswer),
      sessions_remaining: remaining,
      next_offset: next,
    });
  },

  Sessions_Post: (call) => {
    const { groupid, groupname, assigned_userid, valid_until, support_session_type = 2, ...fields } = call.body;
    if (call.token.level === "company" && !groupid) {
      throw badRequest("With a company-level access token the field 'groupid' is required.");
    }
    const until = validUntil(call, valid_until);
    const assignee = assignment(call, assigned_userid);
    const group = targetGroup(call, { groupid, groupname });
    if (!group) throw badRequest("One of the fields 'groupid' and 'groupname' is required.");
    const { customId, waiting_message, description, end_customer, custom_api, tv_version } = fields;
    const session = readable.add(call, {
      code: sessionCode(call.store.nextNumber()),
      state: "open",
      groupid: group.id,
      createdBy: call.token.userId,
      created_at: nowIso(call.now),
      valid_until: until,
      ...assignee,
      ...sent({ customId, waiting_message, description, end_customer, custom_api, tv_version }),
      support_session_type,
      online: false,
    });
    return ok(createdAnswer(session));
  },

  Sessions_Get1: (call) => ok(fullAnswer(readable.find(call, call.path.id))),

  Sessions_Put: (call) => {
    const { groupid, groupname, assigned_userid, state, end_customer, ...fields } = call.body;
    const { custom_module_id, waiting_message, description, custom_api, tv_version } = fields;
    const session = modifiable.find(call, call.path.id);
    const assignee = assignment(call, assigned_userid);
    const group = targetGroup(call, { groupid, groupname });
    Object.assign(session, sent({ custom_module_id, waiting_message, description, custom_api, tv_version }), assignee);
    if (end_customer) session.end_customer = { ...session.end_customer, ...end_customer };
    if (group) session.groupid = group.id;
    if (state) Object.assign(session, closing(call, session, state));
    return noContent();
  },

  Sessions_custom_modules_config_id: (call) =>
    ok({ config_id: readable.find(call, call.path.id).custom_module_id ?? standardModule }),

  Sessions_Delete: (call) => done(modifiable.remove(call, call.path.id)),
} satisfies Handlers<Reach>;
