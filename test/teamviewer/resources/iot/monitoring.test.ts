import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer({ pageSizes: { iotData: 10 } });

const vaultId = () => tv.sandbox.store.iotVaultId;
const device = () => firstOf(tv.sandbox.store.iotDevices.values());
const sensor = () => firstOf(device().sensors.values());
const metric = () => firstOf(sensor().metrics);

const inVault = () => ({ vaultId: vaultId(), deviceId: device().teamviewerId });
const ofConnector = () => ({ ...inVault(), connectorId: sensor().connectorId });
const ofSensor = () => ({ ...ofConnector(), sensorId: sensor().id });
const ofMetric = () => ({ ...ofSensor(), metricId: metric().id });

const valuesOf = (data: unknown) =>
  (data as { metricDataList: { value: unknown; timestamp: number }[] }).metricDataList;

test("the vault of a device is found by its TeamViewer ID, with or without the prefix", async () => {
  const { deviceId } = inVault();
  expect(await run("getIotVault", tv.user, { deviceId })).toEqual({ vaultId: vaultId() });
  expect(await run("getIotVault", tv.user, { deviceId: `r${deviceId}` })).toEqual({ vaultId: vaultId() });
});

test("from the vault down to the metrics every record is listed, and the dropdown of each step offers it", async () => {
  const steps: [string, string, object, unknown[]][] = [
    ["listIotVaultDevices", "selectIotVaultDevice", { vaultId: vaultId() }, [...tv.sandbox.store.iotDevices.keys()]],
    ["listIotConnectors", "selectIotConnector", inVault(), device().connectors.map(({ id }) => id)],
    [
      "listIotConnectorSensors",
      "selectIotConnectorSensor",
      ofConnector(),
      [...device().sensors.values()].map(({ id }) => id),
    ],
    ["listIotMetrics", "selectIotMetric", ofSensor(), sensor().metrics.map(({ id }) => id)],
  ];
  for (const [action, dropdown, inputs, ids] of steps) {
    const answer = (await run(action, tv.user, inputs)) as Record<string, unknown>;
    const records = Object.values(answer).find(Array.isArray) as { id: unknown }[];
    expect([action, records.map(({ id }) => id)]).toEqual([action, ids]);
    const keys = (await pick(dropdown, tv.user, inputs)).map(({ key }) => key);
    expect([dropdown, keys.sort()]).toEqual([dropdown, ids.map(String).sort()]);
  }
});

test("the values of a metric are read page by page, or all at once", async () => {
  const { points } = metric();
  const first = (await run("listIotMetricData", tv.user, ofMetric())) as { continuationToken: string };
  expect(valuesOf(first)).toEqual(points.slice(0, 10));
  expect(first).toMatchObject({ metricDataType: "Double" });
  const second = await run("listIotMetricData", tv.user, { ...ofMetric(), continuationToken: first.continuationToken });
  expect(valuesOf(second)).toEqual(points.slice(10, 20));
  expect(valuesOf(await run("listIotMetricData", tv.user, { ...ofMetric(), fetchAll: true }))).toEqual(points);
});

test("the values of a range of time are those of it, whatever form its ends have, on all pages", async () => {
  const { points } = metric();
  const [since, until] = [points[4]?.timestamp ?? 0, points[17]?.timestamp ?? 0];
  const inputs = { ...ofMetric(), since: new Date(since).toISOString(), until, fetchAll: true };
  expect(valuesOf(await run("listIotMetricData", tv.user, inputs))).toEqual(points.slice(4, 18));
  const queries = tv.sandbox.requests.map(({ query }) => query);
  expect(queries).toHaveLength(2);
  for (const query of queries) expect(query).toMatchObject({ since: String(since), until: String(until) });
});

test("the latest values of a metric are as many as asked for, the latest first", async () => {
  const latest = [...metric().points].reverse();
  expect(valuesOf(await run("listLatestIotMetricData", tv.user, ofMetric()))).toEqual(latest.slice(0, 1));
  const three = await run("listLatestIotMetricData", tv.user, { ...ofMetric(), count: "3" });
  expect(valuesOf(three)).toEqual(latest.slice(0, 3));
});

test("a sensor that is made by the device's own actions is in the vault too", async () => {
  await run("createIotSensor", tv.user, { managedDeviceId: device().managedId, name: "Oil tank" });
  expect((await pick("selectIotConnectorSensor", tv.user, ofConnector())).map(({ label }) => label)).toContain(
    "Oil tank",
  );
});

test("what is not in the vault is told as such", async () => {
  await expect(run("getIotVault", tv.user, { deviceId: "1" })).rejects.toThrow(/HTTP 404.*IoT device 1 not found/);
  const unknown = "64b0e7d9-3c52-4f18-a6d3-8e1f9c0b7a25";
  await expect(run("listIotVaultDevices", tv.user, { vaultId: unknown })).rejects.toThrow(/HTTP 404.*Vault/);
  await expect(run("listIotMetrics", tv.user, { ...ofSensor(), sensorId: unknown })).rejects.toThrow(
    /HTTP 404.*Sensor/,
  );
});
