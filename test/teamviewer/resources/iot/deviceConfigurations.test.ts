import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer();

const configurations = () => tv.sandbox.store.iotDeviceConfigurations;
const device = () => firstOf(tv.sandbox.store.iotDevices.keys());
const group = () => firstOf(tv.sandbox.store.groups.keys());

const settings = [{ Key: "SystemUpdate", Value: true, Enforce: false }];

const newConfiguration = async () => {
  const made = await run("createIotDeviceConfiguration", tv.user, { name: "Night shift", settings });
  return (made as { policyId: string }).policyId;
};

test("a device configuration is created, read back, changed and deleted", async () => {
  const deviceConfigurationId = await newConfiguration();
  expect(await run("getIotDeviceConfiguration", tv.user, { deviceConfigurationId })).toMatchObject({
    Data: { name: "Night shift", settings, policyAssignments: { devices: [], groups: [] } },
  });
  await run("updateIotDeviceConfiguration", tv.user, { deviceConfigurationId, name: "Day shift" });
  expect(configurations().get(deviceConfigurationId)).toMatchObject({ name: "Day shift", settings });
  expect(await run("listIotDeviceConfigurations", tv.user)).toMatchObject({
    Data: { policies: [...configurations().values()].map(({ name }) => ({ name })) },
  });
  await run("deleteIotDeviceConfiguration", tv.user, { deviceConfigurationId });
  expect(configurations().has(deviceConfigurationId)).toBe(false);
});

test("a device configuration can be created under an ID of the builder's own", async () => {
  const policyId = "1f6b9d24-8c37-4e05-b2a9-7d0c5e3f8b61";
  expect(await run("createIotDeviceConfiguration", tv.user, { name: "Workshop", policyId })).toEqual({ policyId });
  expect(configurations().get(policyId)?.name).toBe("Workshop");
});

test("a device gets a device configuration in place of the one that it had", async () => {
  const deviceConfigurationId = await newConfiguration();
  const deviceId = device();
  expect(await run("getIotDeviceConfigurationByDevice", tv.user, { deviceId })).toMatchObject({ name: "Boiler room" });
  await run("applyIotDeviceConfigurationToDevice", tv.user, { deviceConfigurationId, deviceId: `r${deviceId}` });
  expect(await run("getIotDeviceConfigurationByDevice", tv.user, { deviceId })).toMatchObject({
    policyId: deviceConfigurationId,
  });
  expect(await run("listIotDeviceConfigurationAssignments", tv.user, { deviceConfigurationId })).toEqual({
    devices: [deviceId],
    groups: [],
  });
});

test("a group gets a device configuration, with or without the prefix of its ID", async () => {
  const deviceConfigurationId = await newConfiguration();
  await run("applyIotDeviceConfigurationToGroup", tv.user, { deviceConfigurationId, groupId: group() });
  expect(configurations().get(deviceConfigurationId)?.groups).toEqual(new Set([Number(group().slice(1))]));
  expect(await run("getIotDeviceConfigurationByGroup", tv.user, { groupId: group().slice(1) })).toMatchObject({
    policyId: deviceConfigurationId,
  });
});

test("the dropdown offers every device configuration by name", async () => {
  expect(await pick("selectIotDeviceConfiguration", tv.user)).toEqual(
    [...configurations().values()].map(({ policyId: key, name: label }) => ({ key, label })),
  );
});

const unknown = { deviceConfigurationId: "1f6b9d24-8c37-4e05-b2a9-7d0c5e3f8b61" };

test.each<[string, object, RegExp]>([
  ["getIotDeviceConfiguration", unknown, /not_found: Device configuration \S+ not found/],
  ["updateIotDeviceConfiguration", { ...unknown, name: "Workshop" }, /Device configuration \S+ not found/],
  ["deleteIotDeviceConfiguration", unknown, /Device configuration \S+ not found/],
  ["applyIotDeviceConfigurationToDevice", { ...unknown, deviceId: "1" }, /IoT device 1 not found/],
  ["applyIotDeviceConfigurationToGroup", { ...unknown, groupId: "g1" }, /there is no group 1/],
])("%s fails where the vendor answers 200 and that it failed", async (key, inputs, words) => {
  const attempt = run(key, tv.user, inputs);
  await expect(attempt).rejects.toThrow(/^TeamViewer [A-Z]+ \/iot\/device-configurations\S* failed: HTTP 200, /);
  await expect(attempt).rejects.toThrow(words);
});

test("what is wrong with each field is told, where the vendor says it", async () => {
  const ValidationErrors = { Name: ["is too long", "is taken"], Settings: ["are missing"] };
  tv.sandbox.fault({
    kind: "oddBody",
    body: {
      IsSuccess: false,
      Error: { Message: "Not valid.", ExceptionName: "ValidationException", ValidationErrors },
    },
  });
  await expect(run("updateIotDeviceConfiguration", tv.user, { ...unknown, name: "x" })).rejects.toThrow(
    "ValidationException: Not valid. Name: is too long; is taken Settings: are missing",
  );
});

test.each([{ IsSuccess: true }, { IsSuccess: true, Data: null }])(
  "a note of success without the device configuration is an error: %j",
  async (body) => {
    tv.sandbox.fault({ kind: "oddBody", body });
    await expect(run("getIotDeviceConfiguration", tv.user, unknown)).rejects.toThrow(
      "TeamViewer GET /iot/device-configurations/{policyId} answered without its data",
    );
  },
);
