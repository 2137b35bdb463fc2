import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, notFound } from "../errors";
import { pageAfter } from "../paging";
import { listed } from "../permissions";
import { isoDate } from "../seed";
import type { Schema, Session } from "../store";
import { targetGroup, visibleGroup, visibleGroups } from "./groups";
import { equals, idOf, nowIso, sent, timeOf } from "./shared";

const day = 86_400_000;
const sessionTypes = ["Undefined", "RemoteConnection", "RemoteSupportActive"] as const;

const links = (code: string) => ({
  end_customer_link: `https://get.teamviewer.com/${code}`,
  supporter_link: `https://start.teamviewer.com/${code}`,
  webclient_supporter_link: `https://web.teamviewer.com/session/${code}`,
});

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
  const { state, createdBy, closed_at, custom_module_id, online, ...fields } = session;
  return { ...fields, ...links(session.code) };
};

/** Whether the token may see all sessions of its groups, or only those that its user made or is assigned to. */
const isOwn = ({ token }: AnyCall, { createdBy, assigned_userid }: Session) =>
  createdBy === token.userId || assigned_userid === token.userId;

const visibility = (call: AnyCall, allScope: string) => {
  const groupIds = new Set(visibleGroups(call).map((group) => group.id));
  const all = call.token.scopes.has(allScope);
  return (session: Session) => groupIds.has(session.groupid) && (all || isOwn(call, session));
};

const newestFirst = (one: Session, other: Session) =>
  other.created_at.localeCompare(one.created_at) || other.code.localeCompare(one.code);

const sessionOf = (call: AnyCall, code: string, allScope: string): Session => {
  const session = call.store.sessions.get(idOf("s", code, "session code"));
  if (!session || !visibility(call, allScope)(session)) throw notFound("Session", code);
  return session;
};

const statesOf = (filter: string | undefined): string[] => {
  const states = filter === undefined ? ["open"] : listed(filter.toLowerCase());
  const unknown = states.find((state) => state !== "open" && state !== "closed");
  if (unknown !== undefined || states.length === 0) throw badRequest(`state is open, closed or both, not '${filter}'.`);
  return states;
};

/** Whom a session is assigned to: `u0` stands for nobody. */
const assignment = (call: AnyCall, userid: string): Pick<Session, "assigned_userid" | "assigned_at"> => {
  if (userid === "u0") return { assigned_userid: undefined, assigned_at: undefined };
  if (!call.store.users.has(userid)) throw badRequest(`assigned_userid: there is no user ${userid}.`);
  return { assigned_userid: userid, assigned_at: nowIso(call.now) };
};

const newCode = (call: AnyCall): string => {
  const digits = String(call.store.nextNumber());
  return `s${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
};

const validUntil = (call: AnyCall, text: string | undefined): string => {
  const now = call.now().getTime();
  const time = text === undefined ? now + day : timeOf("valid_until", text);
  if (time <= now) throw badRequest("The field 'valid_until' lies in the past.");
  return isoDate(time);
};

/** Numbers of the description's enum that a session can be set to. */
const stateOf = (state: number): Session["state"] => {
  if (state === 1) return "open";
  if (state === 2) return "closed";
  throw badRequest("The field 'state' can be set to 1 (open) or 2 (closed).");
};

const closing = (call: AnyCall, session: Session, state: Session["state"]): Partial<Session> => ({
  state,
  closed_at: state === "closed" ? (session.closed_at ?? nowIso(call.now)) : undefined,
});

export const sessions: Handlers = {
  Sessions_Get: (call) => {
    const { groupid, assigned_userid, state, full_list, offset } = call.query;
    const states = statesOf(state);
    const group = groupid && visibleGroup(call, groupid).id;
    const assignee = assigned_userid && idOf("u", assigned_userid, "assigned_userid");
    const isVisible = visibility(call, "Sessions.ReadAll");
    const { items, remaining, next } = pageAfter([...call.store.sessions.values()].sort(newestFirst), {
      after: offset || undefined,
      size: call.pageSizes.sessions,
      id: (session) => session.code,
      keep: (session) =>
        isVisible(session) &&
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
    const assignee = assigned_userid === undefined ? {} : assignment(call, assigned_userid);
    const group = targetGroup(call, { groupid, groupname });
    if (!group) throw badRequest("One of the fields 'groupid' and 'groupname' is required.");
    const { customId, waiting_message, description, end_customer, custom_api, tv_version } = fields;
    const session: Session = {
      code: newCode(call),
      state: "open",
      groupid: group.id,
      createdBy: call.token.userId,
      created_at: nowIso(call.now),
      valid_until: until,
      ...assignee,
      ...sent({ customId, waiting_message, description, end_customer, custom_api, tv_version }),
      support_session_type,
      online: false,
    };
    call.store.sessions.set(session.code, session);
    return ok(createdAnswer(session));
  },

  Sessions_Get1: (call) => ok(fullAnswer(sessionOf(call, call.path.id, "Sessions.ReadAll"))),

  Sessions_Put: (call) => {
    const session = sessionOf(call, call.path.id, "Sessions.ModifyAll");
    const { groupid, groupname, assigned_userid, state, end_customer, ...fields } = call.body;
    const { custom_module_id, waiting_message, description, custom_api, tv_version } = fields;
    const newState = state === undefined ? undefined : stateOf(state);
    const assignee = assigned_userid === undefined ? {} : assignment(call, assigned_userid);
    const group = targetGroup(call, { groupid, groupname });
    Object.assign(session, sent({ custom_module_id, waiting_message, description, custom_api, tv_version }), assignee);
    if (end_customer) session.end_customer = { ...session.end_customer, ...end_customer };
    if (group) session.groupid = group.id;
    if (newState) Object.assign(session, closing(call, session, newState));
    return noContent();
  },

  Sessions_Delete: (call) => {
    call.store.sessions.delete(sessionOf(call, call.path.id, "Sessions.ModifyAll").code);
    return noContent();
  },
};
