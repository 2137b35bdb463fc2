import type { ManagedDevice } from "../../../sandbox/teamviewer";
import { firstOf, useTeamViewer } from "../../support/teamviewer";
import { flowWith, keepsThePromises } from "../../support/triggers";

type Device = { id: string; isOnline: boolean; last_seen?: string };
type Changes = Record<"cameOnline" | "wentOffline", Device[]>;

const tv = useTeamViewer({ pageSizes: { managedDevices: 50 } });

const start = Date.parse("2026-03-31T14:00:00Z");

const at = (minutes: number): string => `${new Date(start + minutes * 60_000).toISOString().slice(0, 19)}Z`;

/** Polls at minutes after a start, as the platform's clock tells them. */
const watch = (inputs: object = {}) => {
  const { poll, state } = flowWith<Changes>(tv, "deviceOnlineStateChanges", inputs);
  const changesAt = async (minutes: number, changed: object = {}) => {
    const { data, polledNoChanges } = await poll({ startedAt: at(minutes), inputs: changed });
    const idsOf = (devices: Device[]) => devices.map(({ id }) => id);
    expect(polledNoChanges).toBe(data.cameOnline.length + data.wentOffline.length === 0);
    return { online: idsOf(data.cameOnline), offline: idsOf(data.wentOffline) };
  };
  return { changesAt, poll, state };
};

const nothing = { online: [], offline: [] };

const onlineDevice = () => firstOf(tv.sandbox.store.managedDevices.values(), ({ isOnline }) => isOnline);
const offlineDevice = () => firstOf(tv.sandbox.store.managedDevices.values(), ({ isOnline }) => !isOnline);

/** Goes offline at a minute of the vendor's clock. */
const goOffline = (device: ManagedDevice, minutes: number) =>
  Object.assign(device, { isOnline: false, last_seen: at(minutes) });

const comeOnline = (device: ManagedDevice) => Object.assign(device, { isOnline: true });

const page = "GET /managed/devices";

describe("as every trigger", () => {
  keepsThePromises(tv, {
    key: "deviceOnlineStateChanges",
    inputs: { minimumMinutes: "0" },
    otherInputs: { deviceList: "company" },
    calls: [page, page, page],
    makeNews: () => {
      const device = firstOf(tv.sandbox.store.managedDevices.values());
      Object.assign(device, { isOnline: !device.isOnline, last_seen: "2026-03-31T14:00:00Z" });
    },
  });
});

test("a device is delivered as offline once it has been so for the minimum, by its own last seen", async () => {
  const { changesAt } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  const device = goOffline(onlineDevice(), 2);
  expect(await changesAt(5)).toEqual(nothing);
  expect(await changesAt(11)).toEqual(nothing);
  expect(await changesAt(12)).toEqual({ online: [], offline: [device.id] });
  expect(await changesAt(30)).toEqual(nothing);
});

test("a long absence that started between two polls is delivered by the first poll that sees it", async () => {
  const { changesAt } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  const device = goOffline(onlineDevice(), 2);
  expect(await changesAt(15)).toEqual({ online: [], offline: [device.id] });
});

test("a device is delivered as online once polls have seen it so for the minimum", async () => {
  const { changesAt } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  const device = comeOnline(offlineDevice());
  expect(await changesAt(5)).toEqual(nothing);
  expect(await changesAt(14)).toEqual(nothing);
  expect(await changesAt(15)).toEqual({ online: [device.id], offline: [] });
});

test("flapping is no news, and starts the minimum anew", async () => {
  const { changesAt } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  const device = goOffline(onlineDevice(), 1);
  expect(await changesAt(5)).toEqual(nothing);
  comeOnline(device);
  expect(await changesAt(10)).toEqual(nothing);
  goOffline(device, 12);
  expect(await changesAt(15)).toEqual(nothing);
  expect(await changesAt(21)).toEqual(nothing);
  expect(await changesAt(22)).toEqual({ online: [], offline: [device.id] });
});

test("a return that no poll has seen starts the minimum anew too", async () => {
  const { changesAt } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  const device = goOffline(onlineDevice(), 1);
  expect(await changesAt(5)).toEqual(nothing);
  goOffline(device, 8);
  expect(await changesAt(12)).toEqual(nothing);
  expect(await changesAt(18)).toEqual({ online: [], offline: [device.id] });
});

test("a vendor's clock that is ahead delays a device, and does not hold it back for good", async () => {
  const { changesAt } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  const device = goOffline(onlineDevice(), 60);
  expect(await changesAt(12)).toEqual(nothing);
  expect(await changesAt(65)).toEqual(nothing);
  expect(await changesAt(70)).toEqual({ online: [], offline: [device.id] });
});

test("without last seen, the poll that saw the device offline first counts", async () => {
  const { changesAt } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  const device = onlineDevice();
  Object.assign(device, { isOnline: false, last_seen: undefined });
  expect(await changesAt(5)).toEqual(nothing);
  expect(await changesAt(15)).toEqual({ online: [], offline: [device.id] });
});

test("with a minimum of 0 every seen change is delivered", async () => {
  const { changesAt } = watch({ minimumMinutes: "0" });
  await changesAt(0);
  const device = goOffline(onlineDevice(), 1);
  expect(await changesAt(1)).toEqual({ online: [], offline: [device.id] });
  comeOnline(device);
  expect(await changesAt(2)).toEqual({ online: [device.id], offline: [] });
});

test("another minimum goes on from where it was", async () => {
  const { changesAt } = watch({ minimumMinutes: "60" });
  await changesAt(0);
  const device = goOffline(onlineDevice(), 1);
  expect(await changesAt(10)).toEqual(nothing);
  expect(await changesAt(11, { minimumMinutes: "10" })).toEqual({ online: [], offline: [device.id] });
});

test("a new device is no change, whatever its state; deleted and managed again it is a new one", async () => {
  const { changesAt } = watch({ minimumMinutes: "0" });
  await changesAt(0);
  const { managedDevices, newGuid } = tv.sandbox.store;
  const added = { ...offlineDevice(), id: newGuid() };
  managedDevices.set(added.id, added);
  expect(await changesAt(5)).toEqual(nothing);
  managedDevices.delete(added.id);
  expect(await changesAt(10)).toEqual(nothing);
  managedDevices.set(added.id, comeOnline(added));
  expect(await changesAt(15)).toEqual(nothing);
});

test("a device without an online state keeps the one it had", async () => {
  const { changesAt } = watch({ minimumMinutes: "0" });
  await changesAt(0);
  const device = onlineDevice();
  Object.assign(device, { isOnline: undefined, last_seen: undefined });
  expect(await changesAt(5)).toEqual(nothing);
  comeOnline(device);
  expect(await changesAt(10)).toEqual(nothing);
});

test("offline devices carry last seen", async () => {
  const { poll } = watch({ minimumMinutes: "0" });
  await poll({ startedAt: at(0) });
  const { id } = goOffline(onlineDevice(), 1);
  const { data } = await poll({ startedAt: at(5) });
  expect(data.wentOffline).toEqual([expect.objectContaining({ id, isOnline: false, last_seen: at(1) })]);
});

test("the company's list is read where it is chosen", async () => {
  const { poll } = watch({ deviceList: "company" });
  expect((await poll()).calls).toEqual(Array(2).fill("GET /managed/devices/company"));
});

test("the state of a device takes few bytes, also while its change is pending", async () => {
  const { managedDevices, newGuid } = tv.sandbox.store;
  const template = onlineDevice();
  for (let count = 0; count < 2000; count += 1) {
    const id = newGuid();
    managedDevices.set(id, { ...template, id });
  }
  const { changesAt, state } = watch({ minimumMinutes: "10" });
  await changesAt(0);
  for (const device of managedDevices.values()) goOffline(device, 1);
  expect(await changesAt(5)).toEqual(nothing);
  const perDevice = JSON.stringify(state()).length / managedDevices.size;
  // Gaps between 100,000 hashes take six bits less than between these 2120.
  expect(perDevice - 1).toBeLessThan((1024 * 1024) / 100_000);
});
