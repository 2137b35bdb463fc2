import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer();

const device = () => firstOf(tv.sandbox.store.iotDevices.values());
const managedDeviceId = () => device().managedId;
const sensor = (id: string) => device().sensors.get(id);

const metrics = [{ name: "Level", metricId: "level", valueType: "Double", valueUnit: "l" }];

const newSensor = async (inputs: object = {}) => {
  const made = await run("createIotSensor", tv.user, {
    managedDeviceId: managedDeviceId(),
    name: "Oil tank",
    datasourceId: "oil-tank",
    metrics,
    ...inputs,
  });
  return made as { datasourceId: string };
};

test("a sensor is created, read back, changed and deleted", async () => {
  const place = { managedDeviceId: managedDeviceId(), sensorId: "oil-tank" };
  expect(await newSensor()).toMatchObject({ datasourceId: "oil-tank", metrics });
  expect(await run("getIotSensor", tv.user, place)).toMatchObject({ sensors: [{ name: "Oil tank", metrics }] });
  await run("updateIotSensor", tv.user, { ...place, name: "Oil tank 2", frequency: "30" });
  expect(sensor("oil-tank")).toMatchObject({ name: "Oil tank 2", frequency: 30, metrics });
  expect(await run("deleteIotSensor", tv.user, place)).toEqual({ IsSuccess: true });
  expect(sensor("oil-tank")).toBeUndefined();
});

test("a sensor without an ID of its own gets one from TeamViewer", async () => {
  const { datasourceId } = await newSensor({ datasourceId: "" });
  expect(sensor(datasourceId)?.name).toBe("Oil tank");
});

test("the sensors of a device are listed, and the dropdown offers them by name", async () => {
  const { sensors } = device();
  const listed = await run("listIotSensors", tv.user, { managedDeviceId: managedDeviceId() });
  expect(listed).toMatchObject({ sensors: [...sensors.keys()].map((datasourceId) => ({ datasourceId })) });
  const offered = await pick("selectIotSensor", tv.user, { managedDeviceId: managedDeviceId() });
  expect(offered.map(({ key }) => key).sort()).toEqual([...sensors.keys()].sort());
  expect(offered.map(({ label }) => label).sort()).toEqual([...sensors.values()].map(({ name }) => name).sort());
});

test.each(["updateIotSensor", "deleteIotSensor"])(
  "%s fails in the vendor's words where the vendor answers 200 and that it failed",
  async (key) => {
    const inputs = { managedDeviceId: managedDeviceId(), sensorId: "no-such-sensor", name: "Oil tank" };
    await expect(run(key, tv.user, inputs)).rejects.toThrow(
      /^TeamViewer (PUT|DELETE) \/devices\/\S+ failed: HTTP 200, not_found: Sensor no-such-sensor not found\.$/,
    );
    expect(tv.sandbox.requests).toHaveLength(1);
  },
);

test("a metric with an ID that is too long is refused by its place, before anything is sent", async () => {
  await expect(newSensor({ metrics: [{ name: "Level", metricId: "x".repeat(33) }] })).rejects.toThrow(
    "Metrics: at [0].metricId: at most 32 characters are allowed.",
  );
  await expect(newSensor({ datasourceId: "öß" })).rejects.toThrow("Data Source ID: must be letters, digits");
  expect(tv.sandbox.requests).toEqual([]);
});

test("an answer without the sensor that was asked for is an error", async () => {
  tv.sandbox.fault({ kind: "oddBody", body: { sensors: [] } });
  await expect(
    run("getIotSensor", tv.user, { managedDeviceId: managedDeviceId(), sensorId: "oil-tank" }),
  ).rejects.toThrow("there is none with this ID");
});

test("whether sensors can be set up from the cloud is told of a device", async () => {
  expect(await run("getIotMonitoringConfiguration", tv.user, { managedDeviceId: managedDeviceId() })).toHaveProperty(
    "supportsSensorSetupFromCloud",
  );
});
