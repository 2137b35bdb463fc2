import { isoDate as iso } from "../../../sandbox/core/time";
import type { Alarm } from "../../../sandbox/teamviewer";
import { closeServers, connectionFor, serve } from "../../support/client";
import { json } from "../../support/server";
import { useTeamViewer } from "../../support/teamviewer";
import { flowWith, keepsThePromises } from "../../support/triggers";

type Changes = Record<"raised" | "acknowledged" | "resolved", Alarm[]>;

const tv = useTeamViewer({ seed: { alarms: 15 }, pageSizes: { alarms: 10 } });

afterAll(closeServers);

const watch = (inputs: object = {}) => flowWith<Changes>(tv, "newMonitoringAlarms", inputs);

const hour = 3_600_000;
const day = 24 * hour;
const page = "GET /monitoring/alarms";

const foundAt = ({ TimeFrame }: Alarm) => Date.parse(TimeFrame?.FoundAt ?? "");

const newest = () => Math.max(...[...tv.sandbox.store.alarms.values()].map(foundAt));

const raise = (time: number, fields: Partial<Alarm> = {}): Alarm => {
  const alarm: Alarm = {
    AlarmId: tv.sandbox.store.newGuid(),
    Type: 3,
    DeviceId: 38_463_274,
    GroupId: 425_123_356,
    Status: 0,
    TimeFrame: { FoundAt: iso(time) },
    ...fields,
  };
  tv.sandbox.store.alarms.set(alarm.AlarmId, alarm);
  return alarm;
};

const resolve = (alarm: Alarm) =>
  Object.assign(alarm, { Status: 1, TimeFrame: { ...alarm.TimeFrame, ResolvedAt: iso(foundAt(alarm) + hour) } });

const acknowledge = (alarm: Alarm) =>
  Object.assign(alarm, { Status: 2, TimeFrame: { ...alarm.TimeFrame, AcknowledgedAt: iso(foundAt(alarm) + hour) } });

const idsOf = (data: Changes) =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([, alarms]) => alarms.length > 0)
      .map(([list, alarms]) => [list, alarms.map(({ AlarmId }) => AlarmId)]),
  );

/** So many resolved alarms, one an hour, the last one an hour ago. */
const history = (count: number) =>
  Array.from({ length: count }, (_, index) => resolve(raise(Date.now() - (count - index) * hour)));

describe("as every trigger", () => {
  keepsThePromises(tv, {
    key: "newMonitoringAlarms",
    otherInputs: { lookBackDays: "31" },
    calls: [page, page],
    makeNews: () => void raise(newest() + 1000),
  });
});

test("an alarm is delivered when it is raised, acknowledged and resolved", async () => {
  const { poll } = watch();
  await poll();
  const alarm = raise(newest() + hour);
  const ids = [alarm.AlarmId];
  expect((await poll()).data).toEqual({ raised: [alarm], acknowledged: [], resolved: [] });
  acknowledge(alarm);
  expect(idsOf((await poll()).data)).toEqual({ acknowledged: ids });
  resolve(alarm);
  expect(idsOf((await poll()).data)).toEqual({ resolved: ids });
  expect((await poll()).polledNoChanges).toBe(true);
});

test("what happened between two polls is told in all its steps", async () => {
  const { poll } = watch();
  await poll();
  const quick = resolve(acknowledge(raise(newest() + hour)));
  const id = [quick.AlarmId];
  expect(idsOf((await poll()).data)).toEqual({ raised: id, acknowledged: id, resolved: id });
});

test("an alarm that is raised again after its resolution is told", async () => {
  const { poll } = watch();
  const alarm = resolve(raise(newest() + hour));
  await poll();
  Object.assign(alarm, { Status: 0, TimeFrame: { FoundAt: alarm.TimeFrame?.FoundAt } });
  expect(idsOf((await poll()).data)).toEqual({ raised: [alarm.AlarmId] });
});

test("other fields are no news", async () => {
  const { poll } = watch();
  await poll();
  for (const alarm of tv.sandbox.store.alarms.values()) alarm.AlarmDetails = "3 % free on C:";
  expect((await poll()).polledNoChanges).toBe(true);
});

test("alarms come in the order in which they were found, also one that turns up late", async () => {
  const { poll } = watch();
  await poll();
  const at = newest();
  const later = raise(at + hour);
  const late = raise(at - 20 * hour);
  expect(idsOf((await poll()).data)).toEqual({ raised: [late.AlarmId, later.AlarmId] });
});

describe("the window", () => {
  beforeEach(() => tv.sandbox.store.alarms.clear());

  const startDate = () => tv.sandbox.requests.at(-1)?.query.startDate;

  test("starts at the oldest alarm that is not resolved, so that its resolution is found", async () => {
    const alarms = history(400);
    const old = alarms[100] as Alarm;
    Object.assign(old, { Status: 0, TimeFrame: { FoundAt: old.TimeFrame?.FoundAt } });
    const { poll } = watch();
    expect((await poll()).calls).toHaveLength(40);
    expect((await poll()).calls).toHaveLength(30);
    expect(startDate()).toBe(iso(foundAt(old) - 1000));
    resolve(old);
    expect(idsOf((await poll()).data)).toEqual({ resolved: [old.AlarmId] });
  });

  test("moves on once that is resolved, to a day before the 100th newest", async () => {
    const alarms = history(400);
    const { poll } = watch();
    await poll();
    expect((await poll()).calls).toHaveLength(13);
    expect(startDate()).toBe(iso(foundAt(alarms[300] as Alarm) - day - 1000));
  });

  test("reaches no further back than Look Back Days", async () => {
    const alarms = history(400);
    const forgotten = alarms[0] as Alarm;
    Object.assign(forgotten, { Status: 0, TimeFrame: { FoundAt: forgotten.TimeFrame?.FoundAt } });
    const { poll } = watch({ lookBackDays: "2" });
    await poll();
    expect((await poll()).calls).toHaveLength(15);
    resolve(forgotten);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("never moves back: an alarm from before it is not raised again", async () => {
    const alarms = history(400);
    const { poll } = watch();
    await poll();
    for (const { AlarmId } of alarms.slice(250)) tv.sandbox.store.alarms.delete(AlarmId);
    expect(await poll()).toMatchObject({ polledNoChanges: true });
    expect(await poll()).toMatchObject({ polledNoChanges: true });
  });
});

test("with Since, the first poll delivers what was raised after it", async () => {
  const since = newest() - 5 * hour;
  const { poll } = watch({ since: iso(since) });
  const expected = [...tv.sandbox.store.alarms.values()].filter((alarm) => foundAt(alarm) > since);
  const { data } = await poll();
  expect(data.raised.map(foundAt)).toEqual(expected.map(foundAt).sort());
  expect(data.resolved).toEqual(data.raised.filter(({ Status }) => Status === 1));
  expect((await poll()).polledNoChanges).toBe(true);
});

test("filters are sent as the vendor wants them, on every page", async () => {
  await watch({ deviceId: "d38463274", groupId: "g425123356" }).poll();
  expect(tv.sandbox.requests.length).toBeGreaterThan(0);
  for (const { query } of tv.sandbox.requests)
    expect(query).toMatchObject({ deviceId: "38463274", groupId: "425123356" });
});

test("the filter by device leaves out the alarms of others", async () => {
  const { poll } = watch({ deviceId: "38463274" });
  await poll();
  const own = raise(newest() + hour);
  raise(newest() + hour, { DeviceId: 1 });
  expect(idsOf((await poll()).data)).toEqual({ raised: [own.AlarmId] });
});

test.each([
  [{ deviceId: "FRONT-DESK" }, "Device ID:"],
  [{ groupId: "d12345678" }, "Group ID:"],
  [{ lookBackDays: "0" }, "Look Back Days: must be 1 or more"],
])("%j is refused before anything is sent", async (inputs, message) => {
  await expect(watch(inputs).poll()).rejects.toThrow(message);
  expect(tv.sandbox.requests).toHaveLength(0);
});

test("a continuation token that is too long for a URL goes into a body, with the filters", async () => {
  const token = "A+/=".repeat(400);
  const server = await serve(json(200, { Alarms: [], ContinuationToken: token }), json(200, { Alarms: [] }));
  await flowWith<Changes>(tv, "newMonitoringAlarms", { groupId: "7", deviceId: "8" }, connectionFor(server)).poll();
  const [first, second] = server.received;
  expect(first).toMatchObject({ method: "GET", url: "/api/v1/monitoring/alarms?deviceId=8&groupId=7" });
  expect(second).toMatchObject({ method: "POST", url: "/api/v1/monitoring/alarms" });
  expect(JSON.parse(second?.body ?? "")).toEqual({ DeviceId: "8", GroupId: 7, ContinuationToken: token });
});
