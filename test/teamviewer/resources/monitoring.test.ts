import type { Alarm } from "../../../sandbox/teamviewer";
import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { alarms: 30 }, pageSizes: { alarms: 10 } });

const monitored = () => firstOf(tv.sandbox.store.monitoringDevices.keys());

const managedWith = (teamviewerId: number) =>
  firstOf(tv.sandbox.store.managedDevices.values(), (device) => device.teamviewerId === teamviewerId);

const notMonitored = () =>
  firstOf(
    tv.sandbox.store.managedDevices.values(),
    ({ teamviewerId }) =>
      !tv.sandbox.store.monitoringDevices.has(teamviewerId) && !tv.sandbox.store.patchDevices.has(teamviewerId),
  ).teamviewerId;

test("the devices that monitoring is active on are listed by TeamViewer ID and alias", async () => {
  const devices = (await run("listMonitoringDevices", tv.user)) as { Alias: string; TeamviewerId: number }[];
  expect(devices).toHaveLength(tv.sandbox.store.monitoringDevices.size);
  expect(devices).toContainEqual({ Alias: managedWith(monitored()).name, TeamviewerId: monitored() });
});

test("a device is activated with its policies, and is among the devices of monitoring and patch management then", async () => {
  const teamviewer_id = notMonitored();
  const monitoring = firstOf(tv.sandbox.store.monitoringPolicies.keys());
  const patching = firstOf(tv.sandbox.store.patchPolicies.keys());
  const answer = await run("activateMonitoringOnDevice", tv.user, {
    teamviewer_id: `r${teamviewer_id}`,
    monitoring_policy_id: monitoring,
    patch_management_policy_id: patching,
  });
  expect(answer).toMatchObject({ teamviewer_id, monitoring_activation_status: "Activated" });
  const { monitoringDevices, patchDevices } = tv.sandbox.store;
  expect(monitoringDevices.get(teamviewer_id)?.policy).toEqual({ policy_id: monitoring });
  expect(patchDevices.get(teamviewer_id)?.policy).toEqual({ policy_id: patching });
  expect(await run("getMissingPatches", tv.user, { deviceId: teamviewer_id })).toMatchObject({ patches: [] });
});

test("a device without a TeamViewer ID of this account's cannot be activated", async () => {
  await expect(run("activateMonitoringOnDevice", tv.user, { teamviewer_id: "999999999" })).rejects.toThrow(
    /HTTP 400.*no device with the TeamViewer ID 999999999/,
  );
});

test.each([
  ["Information", (name: string) => ({ computer_name: name.toUpperCase().replaceAll(" ", "-") })],
  ["Hardware", (name: string) => ({ device_name: name, items: expect.arrayContaining([expect.anything()]) })],
  ["Software", (name: string) => ({ device_name: name, items: expect.arrayContaining([expect.anything()]) })],
])("the %s of a device is read by its TeamViewer ID, and by its ID in the device list", async (part, expected) => {
  const listed = firstOf(tv.sandbox.store.devices.values());
  const teamviewerId = Number(listed.remotecontrol_id.slice(1));
  const facts = { teamviewer_id: teamviewerId, ...expected(managedWith(teamviewerId).name) };
  for (const deviceId of [String(teamviewerId), listed.device_id]) {
    expect(await run(`getMonitoringDevice${part}`, tv.user, { deviceId })).toMatchObject(facts);
  }
  await expect(run(`getMonitoringDevice${part}`, tv.user, { deviceId: notMonitored() })).rejects.toThrow(/HTTP 404/);
});

describe.each(["listMonitoringAlarms", "queryMonitoringAlarms"])("%s", (key) => {
  const alarms = async (inputs: object = {}) =>
    ((await run(key, tv.user, { fetchAll: true, ...inputs })) as { Alarms: Alarm[] }).Alarms;

  const kept = () => [...tv.sandbox.store.alarms.values()];
  const foundAt = ({ TimeFrame }: Alarm) => TimeFrame?.FoundAt as string;

  test("reads all pages, and one from a token on", async () => {
    expect(await alarms()).toEqual(kept());
    const first = (await run(key, tv.user)) as { ContinuationToken: string };
    const next = (await run(key, tv.user, { continuationToken: first.ContinuationToken })) as { Alarms: Alarm[] };
    expect(next.Alarms).toEqual(kept().slice(10, 20));
  });

  test("filters by status, device, group and time, on every page", async () => {
    const { DeviceId, GroupId } = kept()[4] as Alarm;
    expect(await alarms({ status: "acknowledged" })).toEqual(kept().filter(({ Status }) => Status === 2));
    expect(await alarms({ deviceId: `d${DeviceId}` })).toEqual(kept().filter((alarm) => alarm.DeviceId === DeviceId));
    expect(await alarms({ groupId: `g${GroupId}` })).toEqual(kept().filter((alarm) => alarm.GroupId === GroupId));
    const [startDate, endDate] = [foundAt(kept()[20] as Alarm), foundAt(kept()[5] as Alarm)];
    expect(await alarms({ startDate, endDate })).toEqual(
      kept().filter((alarm) => foundAt(alarm) >= startDate && foundAt(alarm) < endDate),
    );
  });

  test.each([
    [{ status: "open" }, 'Status: "open" is none of Failed, Resolved, Acknowledged.'],
    [{ deviceId: "g12345678" }, 'Device ID: "g12345678" is a group ID'],
    [{ startDate: "week 5" }, "Start Date: "],
  ])("refuses %j before anything is sent", async (inputs, message) => {
    await expect(run(key, tv.user, inputs)).rejects.toThrow(message);
    expect(tv.sandbox.requests).toEqual([]);
  });
});

test("the one asks with the URL, the other with a body", async () => {
  const inputs = { status: "1", continuationToken: "" };
  await run("listMonitoringAlarms", tv.user, inputs);
  await run("queryMonitoringAlarms", tv.user, inputs);
  expect(tv.sandbox.requests.map(({ method, query, body }) => [method, query, body])).toEqual([
    ["GET", { status: "1" }, undefined],
    ["POST", {}, { Status: 1 }],
  ]);
});
