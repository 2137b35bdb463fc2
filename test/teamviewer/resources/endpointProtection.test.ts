import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { endpoints: 12 }, pageSizes: { endpoints: 5 } });

type Endpoints = { resources: { device_id: number }[]; nextPaginationToken: string | null };

const unprotected = () =>
  firstOf(
    tv.sandbox.store.devices.values(),
    ({ remotecontrol_id }) => !tv.sandbox.store.endpoints.has(Number(remotecontrol_id.slice(1))),
  );

const machine = "d95a3e07-1c4b-4826-b7f0-6e8d2a9c5b31";

test("the endpoints are read a page, from its token on, and all of them", async () => {
  const kept = [...tv.sandbox.store.endpoints.values()];
  const first = (await run("listEndpointProtectionEndpoints", tv.user)) as Endpoints;
  expect(first.resources).toEqual(kept.slice(0, 5));
  const from = { continuationToken: first.nextPaginationToken, fetchAll: true };
  expect(((await run("listEndpointProtectionEndpoints", tv.user, from)) as Endpoints).resources).toEqual(kept.slice(5));
});

test("an installation adds the device to the endpoints, by either of its IDs", async () => {
  const { device_id, remotecontrol_id } = unprotected();
  expect(await run("installEndpointProtection", tv.user, { teamviewer_id: device_id })).toBe("ACTION SUCCEEDED");
  const teamviewerId = Number(remotecontrol_id.slice(1));
  expect(tv.sandbox.store.endpoints.get(teamviewerId)).toMatchObject({ device_id: teamviewerId });
  await expect(run("installEndpointProtection", tv.user, { teamviewer_id: remotecontrol_id })).rejects.toThrow(
    /HTTP 400.*installed on the device already/,
  );
});

test("devices are linked to their machines, all of them or none", async () => {
  const teamviewer_id = Number(unprotected().remotecontrol_id.slice(1));
  const link = { teamviewer_id, malwarebytes_machine_id: machine };
  const stranger = { ...link, teamviewer_id: 999999999 };
  await expect(run("linkDevicesToEndpointProtection", tv.user, { devices: [link, stranger] })).rejects.toThrow(
    /HTTP 400.*no device with the TeamViewer ID 999999999/,
  );
  expect(tv.sandbox.store.endpoints.has(teamviewer_id)).toBe(false);
  await run("linkDevicesToEndpointProtection", tv.user, { devices: JSON.stringify([link]) });
  expect(tv.sandbox.store.endpoints.get(teamviewer_id)?.malwarebytes_machine_id).toBe(machine);
});

test.each([
  ["[]", "Devices: a value is required."],
  ['[{"teamviewer_id":123456789}]', 'Devices: at [0]: "malwarebytes_machine_id" is missing.'],
  [`[{"teamviewer_id":"d1","malwarebytes_machine_id":"${machine}"}]`, "Devices: at [0].teamviewer_id: "],
])("a link of %s is refused before anything is sent", async (devices, message) => {
  await expect(run("linkDevicesToEndpointProtection", tv.user, { devices })).rejects.toThrow(message);
  expect(tv.sandbox.requests).toEqual([]);
});
