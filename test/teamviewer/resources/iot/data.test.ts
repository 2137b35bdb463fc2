import { run, runLogged } from "../../../support/component";
import { useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer();

const lastBody = () => tv.sandbox.requests.at(-1)?.body;

const pushed = { deviceId: "r384000000", sensorId: "boiler-1", metrics: [{ metricId: "temperature", value: 71.5 }] };

test("values are queried for a range of time in milliseconds, by the metrics that are named", async () => {
  const metrics = [{ metricId: "temperature", sensorId: "boiler-1", deviceId: 384000000, valueType: 1 }];
  const inputs = { since: "2026-03-31T00:00:00Z", until: "2026-03-31T14:00:00+02:00", metrics };
  expect(await run("queryIotData", tv.user, inputs)).toEqual(expect.any(Array));
  expect(lastBody()).toEqual({ range: [1774915200000, 1774958400000], metrics });
});

test("the latest values are queried by device, sensor and metric", async () => {
  const latestDataInfos = [{ deviceId: 384000000, datasourceId: "boiler-1", metricId: "temperature", valueType: 1 }];
  expect(await run("queryLatestIotData", tv.user, { latestDataInfos })).toEqual(expect.any(Array));
  expect(lastBody()).toEqual({ LatestDataInfos: latestDataInfos });
});

test.each(["queryIotData", "queryLatestIotData"])(
  "%s is sent again after a lost answer, because it only reads",
  async (key) => {
    const metrics = [{ metricId: "temperature", sensorId: "boiler-1", deviceId: 384000000, valueType: 1 }];
    const inputs = { since: "2026-03-31", until: "2026-04-01", metrics, latestDataInfos: [{ deviceId: 384000000 }] };
    tv.sandbox.fault({ kind: "reset", after: true });
    const { error } = await runLogged(key, tv.user, inputs);
    expect(error).toBeUndefined();
    expect(tv.sandbox.requests).toHaveLength(2);
  },
);

test("an answer to a query that holds no values is no reason to fear that something was done", async () => {
  tv.sandbox.fault({ kind: "oddBody", body: {} });
  await expect(run("queryLatestIotData", tv.user, { latestDataInfos: [{ deviceId: 384000000 }] })).rejects.toThrow(
    "TeamViewer POST /iot/LatestData answered with an object in place of a list. Nothing was used of it; try again later.",
  );
});

test("values are pushed as the metrics of one sensor, numbers, texts and on and off alike", async () => {
  const metrics = [
    { metricId: "temperature", value: 71.5 },
    { metricId: "running", value: true },
    { metricId: "state", value: "heating" },
  ];
  await run("pushIotData", tv.user, { ...pushed, metrics, timestamp: "2026-03-31T14:00:00Z" });
  expect(lastBody()).toEqual({
    deviceId: "384000000",
    sensor: { sensorId: "boiler-1", metrics },
    timestamp: 1774965600000,
  });
});

const refusal = { success: false, error: "Unknown sensor", errorCode: 17, errorSignature: "a1b2" };

test("values that TeamViewer did not store are an error in its words, with status 200 too", async () => {
  tv.sandbox.fault({ kind: "oddBody", body: { cloudResponse: refusal } });
  await expect(run("pushIotData", tv.user, pushed)).rejects.toThrow(
    "TeamViewer did not store the values: Unknown sensor (error_code 17, error_signature a1b2).",
  );
});

test("values that the device did not get are an error only where it was to get them", async () => {
  const body = { cloudResponse: { success: true }, deviceResponse: { ...refusal, error: "Device is offline" } };
  tv.sandbox.fault({ kind: "oddBody", body, times: 2 });
  expect(await run("pushIotData", tv.user, pushed)).toEqual(body);
  await expect(run("pushIotData", tv.user, { ...pushed, forwardToDevice: "true" })).rejects.toThrow(
    /stored the values and could not forward them to the device: Device is offline.*pushes them again/,
  );
});

test("a push is not sent again when its answer is lost", async () => {
  tv.sandbox.fault({ kind: "reset", after: true });
  await expect(run("pushIotData", tv.user, pushed)).rejects.toThrow(/may have been done/);
  expect(tv.sandbox.requests).toHaveLength(1);
});
