/**
 * What a scheduled integration does at night: it finds the managed devices that were not seen for a month, opens a
 * support session for one of them, and comes through an expired token and a rate limit on the way.
 */
import { isConnectionError } from "@prismatic-io/spectral";
import { type Sandbox, startSandbox } from "../sandbox/teamviewer";
import { refresh, signIn } from "../sandbox/teamviewer/auth/signIn";
import { say, sayDone, startFlow, step } from "./flow";

const day = 24 * 60 * 60 * 1000;
const unseenFor = 30 * day;

interface ManagedDevice {
  id: string;
  name: string;
  teamviewerId: number;
  last_seen?: string;
}

/** The platform's side of a flow: it holds the connection, renews its token, and hands it to every action. */
const signedInFlow = async (sandbox: Sandbox) => {
  const { authorizeUrl, tokenUrl, baseUrl, credentials } = sandbox;
  const app = { authorizeUrl, tokenUrl, ...credentials };
  let token = await signIn(app);
  const fields = { clientId: credentials.clientId, clientSecret: credentials.clientSecret, baseUrl };
  const flow = startFlow("teamviewer", () => ({
    key: "teamviewer-oauth",
    configVarKey: "TeamViewer",
    fields,
    token: { ...token },
  }));
  return {
    ...flow,
    accessToken: () => token.access_token,
    renew: async () => {
      token = await refresh(app, token.refresh_token);
    },
  };
};

type Flow = Awaited<ReturnType<typeof signedInFlow>>;

const fillDropdowns = async (flow: Flow) => {
  for (const key of ["selectGroup", "selectManagedDevice", "selectPolicy", "selectSession"]) {
    const elements = await flow.pick(key);
    step(
      flow.component.dataSources[key]?.display.label ?? key,
      `${elements.length} choices, first: ${elements[0]?.label}`,
    );
  }
};

const listManagedDevices = async (flow: Flow): Promise<ManagedDevice[]> => {
  const devices: ManagedDevice[] = [];
  let paginationToken: string | null | undefined;
  let pages = 0;
  do {
    const page = await flow.run<{ resources: ManagedDevice[]; nextPaginationToken?: string | null }>(
      "listManagedDevices",
      {
        paginationToken,
      },
    );
    devices.push(...page.resources);
    pages += 1;
    paginationToken = page.nextPaginationToken;
    if (process.stdout.isTTY) process.stdout.write(`\r  Read managed devices               ${devices.length} ...`);
  } while (paginationToken);
  if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
  step("Read managed devices", `${devices.length} on ${pages} pages`);
  return devices;
};

const findUnseen = (devices: ManagedDevice[]): ManagedDevice[] => {
  const limit = Date.now() - unseenFor;
  const unseen = devices
    .filter(({ last_seen }) => last_seen !== undefined && Date.parse(last_seen) < limit)
    .sort((a, b) => String(a.last_seen).localeCompare(String(b.last_seen)));
  step("Not seen for 30 days", `${unseen.length}, longest: ${unseen[0]?.name} (${unseen[0]?.last_seen?.slice(0, 10)})`);
  return unseen;
};

const openSupport = async (flow: Flow, device: ManagedDevice) => {
  const group = await flow.run<{ id: string; name: string }>("createGroup", { name: "Devices to check" });
  step("Create Group", `${group.name} (${group.id})`);
  const contact = await flow.run<{ contact_id: string; name: string }>("createContact", {
    email: "on.site@example.com",
    name: "On-site technician",
    groupid: group.id,
  });
  step("Create Contact", `${contact.name} (${contact.contact_id})`);
  const session = await flow.run<{ code: string; end_customer_link: string }>("createSession", {
    groupid: group.id,
    description: `${device.name} was not seen since ${device.last_seen}`,
  });
  step("Create Session", `${session.code}, ${session.end_customer_link}`);
  await flow.run("updateSession", { sessionId: session.code, end_customer_name: contact.name });
  const readBack = await flow.run<{ end_customer: { name: string } }>("getSession", { sessionId: session.code });
  step("Update and read it back", `for ${readBack.end_customer.name}`);
};

const surviveExpiry = async (flow: Flow, sandbox: Sandbox) => {
  sandbox.expireAccessToken(flow.accessToken());
  const error = await flow.run("getAccount").then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isConnectionError(error)) throw new Error("The expired token was not noticed as a fault of the connection.");
  step("Token expires", "noticed as a connection error");
  await flow.renew();
  const account = await flow.run<{ name: string }>("getAccount");
  step("Refresh the token", `signed in again as ${account.name}`);
};

const surviveRateLimit = async (flow: Flow, sandbox: Sandbox) => {
  sandbox.fault({ kind: "rateLimit", retryAfter: "1" });
  const startedAt = Date.now();
  await flow.run("listGroups");
  step("Rate limit", `waited ${((Date.now() - startedAt) / 1000).toFixed(1)} s as told, then went on`);
};

export const teamviewer = async (): Promise<void> => {
  const startedAt = Date.now();
  const sandbox = await startSandbox({ seed: { managedDevices: 1_000 } });
  try {
    say(`\nTeamViewer component, nightly run against the sandbox at ${sandbox.url}\n`);
    const flow = await signedInFlow(sandbox);
    step("Sign in (OAuth 2.0)", "consent, code, token");
    await fillDropdowns(flow);
    const [device] = findUnseen(await listManagedDevices(flow));
    if (!device) throw new Error("The sandbox has no device that was not seen for 30 days.");
    await openSupport(flow, device);
    await surviveExpiry(flow, sandbox);
    await surviveRateLimit(flow, sandbox);
    sayDone(startedAt, sandbox, flow);
  } finally {
    await sandbox.close();
  }
};
