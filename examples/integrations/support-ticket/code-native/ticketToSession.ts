import { type Connection, flow } from "@prismatic-io/spectral";
import { createSession } from "../../../../generated/manifests/teamviewer/src/actions/createSession";
import { listSessions } from "../../../../generated/manifests/teamviewer/src/actions/listSessions";

/** What the helpdesk sends. What it knows nothing of may be null. */
interface Ticket {
  id?: string | number | null;
  subject?: string | null;
  requester?: { name?: string | null; email?: string | null } | null;
}

interface Settings {
  "TeamViewer Connection": Connection;
  "Session Group": string;
  "Waiting Message": string;
}

interface Session {
  code: string;
  end_customer_link: string;
  supporter_link: string;
  valid_until: string;
  custom_api?: string;
}

/** The longest texts that TeamViewer takes. */
const longest = { description: 4000, name: 100, email: 254 };

const answer = (statusCode: number, data: unknown) => ({ statusCode, contentType: "application/json", data });

const links = ({ code, end_customer_link, supporter_link, valid_until }: Session) => ({
  code,
  customerLink: end_customer_link,
  technicianLink: supporter_link,
  validUntil: valid_until,
});

/** Gives the ticket's open session, if it has one. A session carries its ticket in the data that is stored with it. */
const openSession = async (
  mark: string,
  { "TeamViewer Connection": connection, "Session Group": groupid }: Settings,
) => {
  const open = { connection, groupid, state: "open", fullList: true, fetchAll: true };
  const { data } = await listSessions.perform<{ data: { sessions: Session[] } }>(open);
  return data.sessions.find(({ custom_api }) => custom_api === mark);
};

const newSession = async (mark: string, { id, subject, requester }: Ticket, settings: Settings) => {
  const email = String(requester?.email ?? "");
  const { data } = await createSession.perform<{ data: Session }>({
    connection: settings["TeamViewer Connection"],
    groupid: settings["Session Group"],
    customId: String(id),
    custom_api: mark,
    description: String(subject ?? "").slice(0, longest.description),
    waiting_message: settings["Waiting Message"],
    end_customer_name: String(requester?.name ?? "").slice(0, longest.name),
    end_customer_email: email.length > longest.email ? "" : email,
  });
  return data;
};

export const ticketToSession = flow({
  name: "Ticket To Session",
  stableKey: "ticket-to-session",
  description: "Answers a ticket with a session code and its links.",
  isSynchronous: true,
  endpointSecurityType: "customer_required",
  onExecution: async ({ configVars }, { onTrigger }) => {
    const { ticket } = (onTrigger.results.body.data ?? {}) as { ticket?: Ticket | null };
    if (!ticket?.id) return answer(400, { error: "The ticket has no ID: send ticket.id." });
    const settings = configVars as unknown as Settings;
    const mark = JSON.stringify({ ticket: String(ticket.id) });
    const open = await openSession(mark, settings);
    return open ? answer(200, links(open)) : answer(201, links(await newSession(mark, ticket, settings)));
  },
});
