/** The agent's flow, as code and as YAML, run from the question to what is then there at TeamViewer. */
import { parse } from "yaml";
import deviceAgent from "../../examples/integrations/device-agent/code-native";
import { deploy, type FlowResult, type Instance } from "../../examples/integrations/runner";
import { recordingLogger } from "../support/logger";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample, dist } from "./example";

const teamviewer = useTeamViewer();

interface Answer {
  managers: { name: string; type: string; mayConnect: boolean; permissions: string[]; through: string[] }[];
  session: { code: string } | null;
}

let instance: Instance;
let group: string;

const ask = (question: unknown): Promise<FlowResult> => instance.call("Device Help", question);
const deviceThat = (isOnline: boolean) =>
  firstOf(teamviewer.sandbox.store.managedDevices.values(), (each) => each.company && each.isOnline === isOnline);
const sessions = () => [...teamviewer.sandbox.store.sessions.values()];

describe.each([
  ["as code", (configVars) => deploy(deviceAgent, { dist, configVars, logger: recordingLogger().logger })],
  ["as YAML", (configVars) => deployExample("device-agent", configVars)],
] satisfies [string, (configVars: Record<string, unknown>) => Instance][])("%s", (_form, deployedWith) => {
  beforeEach(() => {
    group = firstOf(teamviewer.sandbox.store.groups.values()).id;
    instance = deployedWith({ "TeamViewer Connection": teamviewer.user, "Session Group": group });
  });

  test("an agent is told whether a device is online, or since when it is not", async () => {
    const online = deviceThat(true);
    expect(await ask({ device: online.name })).toMatchObject({
      statusCode: 200,
      data: { outcome: "one", device: { name: online.name, online: true, lastSeen: null }, session: null },
    });
    const offline = deviceThat(false);
    expect(await ask({ device: offline.name.toLowerCase() })).toMatchObject({
      data: { device: { teamviewerId: offline.teamviewerId, online: false, lastSeen: offline.last_seen } },
    });
  });

  test("a device is found by its TeamViewer ID, as people write it", async () => {
    const { name, teamviewerId } = deviceThat(true);
    const spaced = String(teamviewerId).replace(/(?<=\d)(?=(\d{3})+$)/g, " ");
    expect(spaced).toContain(" ");
    expect(await ask({ device: spaced })).toMatchObject({ data: { outcome: "one", device: { name } } });
  });

  test("a device whose whole name is given is the one that is meant, although others have it in theirs", async () => {
    const { name, teamviewerId } = deviceThat(true);
    deviceThat(false).name = `${name} (old)`;
    expect(await ask({ device: name })).toMatchObject({ data: { outcome: "one", device: { teamviewerId } } });
    expect(await ask({ device: name.slice(0, -1) })).toMatchObject({ data: { outcome: "several" } });
  });

  test("an agent is told who may connect, itself or through a group, each manager once", async () => {
    const { managedGroups, managedDevices, managers, users } = teamviewer.sandbox.store;
    const managedGroup = firstOf(managedGroups.values(), ({ deviceIds }) =>
      [...deviceIds].some((id) => managedDevices.get(id)?.company),
    );
    const device = firstOf(managedDevices.values(), ({ id, company }) => company && managedGroup.deviceIds.has(id));
    const { managers: told } = (await ask({ device: device.name })).data as Answer;
    const known = new Set([...device.access.keys(), ...managedGroup.access.keys()]);
    expect(told.length).toBeGreaterThanOrEqual(known.size);
    expect(new Set(told.map(({ name }) => name)).size).toBe(told.length);
    const [ownId] = [...device.access.keys()];
    const own = managers.get(String(ownId));
    const name = own?.type === "account" ? users.get(`u${own.accountId}`)?.name : undefined;
    expect(told.find((each) => each.name === name)).toMatchObject({
      mayConnect: true,
      permissions: expect.arrayContaining(["ManagerAdministration", "EasyAccess"]),
      through: expect.arrayContaining(["the device", `the group ${managedGroup.name}`]),
    });
    for (const { mayConnect, permissions } of told) expect(mayConnect).toBe(permissions.includes("EasyAccess"));
    expect(told.map(({ mayConnect }) => mayConnect)).toEqual(expect.arrayContaining([true, false]));
  });

  test("a question costs a request for each page of devices, two for the device, and one for each of its groups", async () => {
    const device = deviceThat(true);
    const { managedDevices, managedGroups } = teamviewer.sandbox.store;
    const pages = Math.ceil([...managedDevices.values()].filter(({ company }) => company).length / 100);
    const groups = [...managedGroups.values()].filter(({ deviceIds }) => deviceIds.has(device.id)).length;
    expect(groups).toBeGreaterThan(0);
    await ask({ device: device.name });
    expect(teamviewer.sandbox.requests).toHaveLength(pages + 2 + groups);
  });

  test("a session code is made when the agent says so, in the customer's group, with the reason", async () => {
    const before = sessions().length;
    const reason = "Printer is on fire";
    const { session } = (await ask({ device: deviceThat(true).name, sessionCode: true, reason })).data as Answer;
    expect(sessions()).toHaveLength(before + 1);
    const made = sessions().find(({ code }) => code === session?.code);
    expect(made).toMatchObject({ groupid: group, description: reason });
  });

  test.each([
    ["does not say so", {}],
    ["says no", { sessionCode: false }],
    ["says it in a word", { sessionCode: "no" }],
  ])("no session code is made when the agent %s", async (_name, more) => {
    const before = sessions().length;
    expect(await ask({ device: deviceThat(true).name, ...more })).toMatchObject({ data: { session: null } });
    expect(sessions()).toHaveLength(before);
  });

  test("an agent that names several devices, or none, is told which could be meant, and no code is made", async () => {
    const before = sessions().length;
    const { data } = await ask({ device: "0", sessionCode: true });
    expect(data).toMatchObject({ outcome: "several", candidates: expect.any(Array) });
    expect((data as { candidates: unknown[] }).candidates).toHaveLength(20);
    expect(await ask({ device: "no such device" })).toMatchObject({ data: { outcome: "none", candidates: [] } });
    expect(sessions()).toHaveLength(before);
  });

  test("a session code that nobody gives a reason for is made without one", async () => {
    const asked = { device: deviceThat(true).name, sessionCode: true, reason: null };
    const { session } = (await ask(asked)).data as Answer;
    const made = sessions().find(({ code }) => code === session?.code);
    expect(made?.description ?? "").toBe("");
  });

  test.each([[{}], [{ device: " " }], [{ device: null }], [undefined]])(
    "a question without a device is refused, and nothing is asked: %j",
    async (question) => {
      const before = teamviewer.sandbox.requests.length;
      expect(await ask(question)).toMatchObject({
        statusCode: 400,
        data: { error: expect.stringContaining("device") },
      });
      expect(teamviewer.sandbox.requests).toHaveLength(before);
    },
  );
});

test("the platform is told that agents may use the flow, and what they may send", () => {
  const { flows } = parse(deviceAgent.codeNativeIntegrationYAML ?? "");
  expect(flows).toMatchObject([
    { isAgentFlow: true, isSynchronous: true, schemas: { invoke: { title: "DeviceHelp", required: ["device"] } } },
  ]);
});
