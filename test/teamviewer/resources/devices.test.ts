import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

type Devices = { devices: { device_id: string; alias: string; groupid: string; online_state: string }[] };

const anyDevice = () => firstOf(tv.sandbox.store.devices.values());
const list = async (inputs: object) => ((await run("listDevices", tv.user, inputs)) as Devices).devices;

test("a device is created, read back, changed and deleted", async () => {
  const { groupid } = anyDevice();
  const created = (await run("createDevice", tv.user, {
    remotecontrol_id: "999 888 777",
    groupid,
    alias: "Warehouse 01",
    password: "Str0ng-one",
  })) as { device_id: string };
  const deviceId = created.device_id;
  expect(tv.sandbox.requests.at(-1)?.body).toMatchObject({ remotecontrol_id: "r999888777" });
  expect(await run("updateDevice", tv.user, { deviceId, alias: "Warehouse 02" })).toBe("ACTION SUCCEEDED");
  expect(await run("getDevice", tv.user, { deviceId })).toMatchObject({
    devices: [{ alias: "Warehouse 02", groupid }],
  });
  expect(await run("deleteDevice", tv.user, { deviceId })).toBe("ACTION SUCCEEDED");
  await expect(run("getDevice", tv.user, { deviceId })).rejects.toThrow("HTTP 404");
});

test("updateDevice sends neither blank fields nor the remote control ID, which the vendor does not know", async () => {
  const { device_id } = anyDevice();
  await run("updateDevice", tv.user, {
    deviceId: device_id,
    remotecontrol_id: "r1",
    alias: "Front Desk 07",
    groupid: "",
    description: " ",
    password: "",
    policy_id: null,
  });
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ alias: "Front Desk 07" });
});

test("listDevices needs no group, and each of its filters filters", async () => {
  const everything = await list({});
  expect(everything).toHaveLength(tv.sandbox.store.devices.size);
  const { alias, groupid, remotecontrol_id } = anyDevice();
  expect((await list({ groupid })).every((device) => device.groupid === groupid)).toBe(true);
  expect((await list({ groupid })).length).toBeLessThan(everything.length);
  expect((await list({ name: alias })).map((device) => device.alias)).toEqual([alias]);
  expect(await list({ remotecontrol_id })).toHaveLength(1);
  const online = await list({ online_state: "online" });
  expect(online.length).toBeGreaterThan(0);
  expect(new Set(online.map(({ online_state }) => online_state))).toEqual(new Set(["Online"]));
});

test("listDevices refuses a query parameter that contradicts its own input", async () => {
  const queryParams = [{ key: "groupid", value: "g2" }];
  await expect(list({ groupid: "g1", queryParams })).rejects.toThrow(/^Query Parameters: .*groupid/);
});

test("getDevice gives a list with one device, also where the server answers with the device alone", async () => {
  const { device_id, alias } = anyDevice();
  expect(await run("getDevice", tv.user, { deviceId: device_id })).toMatchObject({ devices: [{ alias }] });
});

test("assignDevice assigns with the device's password", async () => {
  const device = firstOf(tv.sandbox.store.devices.values(), ({ assigned_to }) => !assigned_to);
  device.password = "device-password";
  const inputs = { device_id: device.device_id, current_device_password: "device-password" };
  expect(await run("assignDevice", tv.user, inputs)).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.store.devices.get(device.device_id)?.assigned_to).toBe(true);
});

test.each(["", ".", "..", "\t"])("deleteDevice refuses %j as an ID before anything is sent", async (deviceId) => {
  await expect(run("deleteDevice", tv.user, { deviceId })).rejects.toThrow(/^Device ID: /);
  expect(tv.sandbox.requests).toEqual([]);
});

test("an ID with a path in it stays inside its segment", async () => {
  await expect(run("deleteDevice", tv.user, { deviceId: "../groups/g1" })).rejects.toThrow("HTTP 4");
  expect(tv.sandbox.requests.map(({ path }) => path)).toEqual(["/api/v1/devices/..%2Fgroups%2Fg1"]);
});

test.each([
  ["alias", "x".repeat(51), "Alias: at most 50 characters are allowed; this has 51."],
  ["description", "x".repeat(2049), "Description: at most 2048 characters"],
])("updateDevice checks the vendor's limit of %s", async (key, value, message) => {
  await expect(run("updateDevice", tv.user, { deviceId: "d1", [key]: value })).rejects.toThrow(message);
});

describe("the types of devices", () => {
  const paged = useTeamViewer({ seed: { devices: 50 }, pageSizes: { deviceTypes: 20 } });
  const ids = () => [...paged.sandbox.store.devices.keys()];
  type Types = { devices: { id: string; typeName: string }[]; continuationToken?: string };
  const types = async (inputs: object) => (await run("getDeviceTypes", paged.user, inputs)) as Types;

  test("come of the devices that are given, however many they are", async () => {
    const { devices } = await types({ ids: ids(), fetchAll: true });
    expect(devices.map(({ id }) => id)).toEqual(ids());
    expect(devices.every(({ typeName }) => typeName !== "")).toBe(true);
    expect(paged.sandbox.requests.map(({ body }) => Object.keys(body as object))).toEqual([
      ["ids"],
      ["continuationToken"],
      ["continuationToken"],
    ]);
  });

  test("come page by page, the next by its token alone", async () => {
    const { continuationToken } = await types({ ids: ids() });
    expect((await types({ continuationToken })).devices.map(({ id }) => id)).toEqual(ids().slice(20, 40));
  });

  test("are asked for by devices or by a token, not by both and not by neither", async () => {
    await expect(types({ ids: ["d1"], continuationToken: "t" })).rejects.toThrow(/^Continuation Token: stands for/);
    await expect(types({})).rejects.toThrow(/^Device IDs: a device is needed/);
    expect(paged.sandbox.requests).toEqual([]);
  });
});
