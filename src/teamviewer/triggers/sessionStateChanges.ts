import { pollingTrigger } from "@prismatic-io/spectral";
import type { RecordOf } from "../../http/lists";
import { connection, integerInput } from "../../platform/inputs";
import { examplePoll, fingerprint, poll, type Transition, transitionsOf, watchWindow } from "../../polling";
import { teamviewer } from "../client";
import { groupFilter, groupOwner } from "../inputs";
import { needs } from "../requirements";
import { exampleSession } from "../resources/sessionFields";
import { sessions } from "../resources/sessions";

type Session = RecordOf<typeof sessions>;

interface SessionChange {
  /** Null for a session that was not there at the last poll. */
  before: { state: "open" | "closed"; assigned: boolean } | null;
  session: Session;
}

interface SessionState {
  closed: boolean;
  /** A number for each assignee, 0 for nobody. */
  assignee: number;
}

/** TeamViewer writes u0, or nothing, for nobody. */
const isAssigned = ({ assigned_userid }: Session): boolean => !!assigned_userid && assigned_userid !== "u0";

/** The state in one bit, and 26 bits of the assignee. */
const pack = (session: Session): number => {
  const closed = `${session.state}`.toLowerCase() === "closed" ? 1 : 0;
  const assignee = isAssigned(session) ? Math.max(1, fingerprint(session.assigned_userid) >>> 2) : 0;
  return assignee * 2 + closed;
};

const unpack = (value: number): SessionState => ({ closed: value % 2 === 1, assignee: value >>> 1 });

type Step = Transition<Session, SessionState>;

const happened = {
  opened: ({ was, is }: Step) => was === undefined || (was.closed && !is.closed),
  assigned: ({ was, is }: Step) => is.assignee !== 0 && is.assignee !== was?.assignee,
  unassigned: ({ was, is }: Step) => is.assignee === 0 && was !== undefined && was.assignee !== 0,
  closed: ({ was, is }: Step) => is.closed && !was?.closed,
};

const toChange = ({ record, was }: Step): SessionChange => ({
  before: was ? { state: was.closed ? "closed" : "open", assigned: was.assignee !== 0 } : null,
  session: record,
});

export const sessionStateChanges = pollingTrigger({
  display: {
    label: "Session State Changes",
    description: `Deliver session codes that were opened, assigned, unassigned or closed, each with its state before. ${needs("GET /sessions")}`,
  },
  inputs: {
    groupid: groupFilter,
    userId: groupOwner,
    lookBackDays: integerInput({
      label: "Look Back Days",
      comments:
        "How old a session code may be for its changes to be found, in days before the newest codes, 1 to 3660. Blank: codes of any age, which makes each poll read all of them, 1000 a page.",
      minimum: 1,
      maximum: 3660,
      example: "90",
    }),
    connection,
  },
  perform: async (context, payload, { connection, groupid, lookBackDays }) => {
    const client = teamviewer(context, connection);
    const watch = watchWindow({
      trigger: "sessionStateChanges",
      scope: { groupid, lookBackDays },
      // Closed ones too: what closes would otherwise only be gone.
      pages: () => sessions.pages(client, { query: { groupid, state: "open,closed", full_list: true } }),
      newestFirst: true,
      id: (session) => session.code,
      time: (session) => session.created_at,
      days: lookBackDays,
      value: pack,
      deliver: (changes) => {
        const steps = transitionsOf(changes, pack, unpack);
        return {
          opened: steps.filter(happened.opened).map(toChange),
          assigned: steps.filter(happened.assigned).map(toChange),
          unassigned: steps.filter(happened.unassigned).map(toChange),
          closed: steps.filter(happened.closed).map(toChange),
        };
      },
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<Record<keyof typeof happened, SessionChange[]>>({
    opened: [],
    assigned: [{ before: { state: "open", assigned: false }, session: exampleSession }],
    unassigned: [],
    closed: [],
  }),
});
