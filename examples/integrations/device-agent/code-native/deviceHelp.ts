import { type Connection, flow } from "@prismatic-io/spectral";
import { createSession } from "../../../../generated/manifests/teamviewer/src/actions/createSession";
import { listCompanyManagedDevices } from "../../../../generated/manifests/teamviewer/src/actions/listCompanyManagedDevices";
import { type Device, devicesMeant } from "./findDevice";
import { invoke, type Question } from "./invoke";
import { managersOf } from "./managers";

interface Settings {
  "TeamViewer Connection": Connection;
  "Session Group": string;
}

interface Session {
  code: string;
  end_customer_link: string;
  supporter_link: string;
  valid_until: string;
}

/** As many names as an agent can make use of. */
const mostCandidates = 20;

/** The longest description that TeamViewer takes. */
const longest = 4000;

const answer = (statusCode: number, data: unknown) => ({ statusCode, contentType: "application/json", data });

const companyDevices = async (connection: Connection): Promise<Device[]> => {
  const { data } = await listCompanyManagedDevices.perform<{ data: { resources: Device[] } }>({
    connection,
    fetchAll: true,
  });
  return data.resources;
};

const newSession = async ({ reason }: Question, settings: Settings) => {
  const { data } = await createSession.perform<{ data: Session }>({
    connection: settings["TeamViewer Connection"],
    groupid: settings["Session Group"],
    description: String(reason ?? "").slice(0, longest),
  });
  const { code, end_customer_link: customerLink, supporter_link: technicianLink, valid_until: validUntil } = data;
  return { code, customerLink, technicianLink, validUntil };
};

const without = (found: Device[]) => ({
  outcome: found.length === 0 ? "none" : "several",
  candidates: found.slice(0, mostCandidates).map(({ name, teamviewerId }) => ({ name, teamviewerId })),
});

const about = async (device: Device, question: Question, settings: Settings) => {
  const { id, name, teamviewerId, isOnline, last_seen } = device;
  return {
    outcome: "one",
    device: { name, teamviewerId, online: isOnline === true, lastSeen: last_seen ?? null },
    managers: await managersOf(settings["TeamViewer Connection"], id),
    session: question.sessionCode === true ? await newSession(question, settings) : null,
  };
};

export const deviceHelp = flow({
  name: "Device Help",
  stableKey: "device-help",
  description:
    "Tells of a remote device whether it is online, when it was last seen and who may connect to it. Makes a TeamViewer session code only when sessionCode is true.",
  isSynchronous: true,
  isAgentFlow: true,
  schemas: { invoke },
  endpointSecurityType: "customer_required",
  onExecution: async ({ configVars }, { onTrigger }) => {
    const question = (onTrigger.results.body.data ?? {}) as Question;
    const asked = String(question.device ?? "").trim();
    if (asked === "") return answer(400, { error: "Send device: its name, a part of it, or its TeamViewer ID." });
    const settings = configVars as unknown as Settings;
    const found = devicesMeant(asked, await companyDevices(settings["TeamViewer Connection"]));
    const [device] = found;
    if (!device || found.length > 1) return answer(200, without(found));
    return answer(200, await about(device, question, settings));
  },
});
