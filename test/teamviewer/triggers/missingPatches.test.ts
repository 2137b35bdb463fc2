import type { PatchDevice } from "../../../sandbox/teamviewer";
import { closeServers, connectionFor, serve } from "../../support/client";
import { json } from "../../support/server";
import { useTeamViewer } from "../../support/teamviewer";
import { flowWith, keepsThePromises } from "../../support/triggers";

type Count = { DeviceId: number; ErrorCode?: number; ScanResultCount?: number };
type Changes = Record<"reached" | "recovered", Count[]>;

const tv = useTeamViewer({ seed: { patchDevices: 30 }, pageSizes: { patchDevices: 20, scanResultCounts: 25 } });

afterAll(closeServers);

const watch = (inputs: object = {}) => flowWith<Changes>(tv, "missingPatches", { threshold: "10", ...inputs });

const devicesPage = "GET /patchmanagement/devices";
const countsPage = "POST /patchmanagement/scanresultcounts";

const device = (position = 0): PatchDevice => [...tv.sandbox.store.patchDevices.values()][position] as PatchDevice;

/** Makes a device miss so many patches. */
const miss = (count: number, of = device()): PatchDevice => {
  of.missing = Array.from({ length: count }, () => ({ product_name: "Windows 11" }));
  return of;
};

const idsOf = (counts: Count[]) => counts.map(({ DeviceId }) => DeviceId);

let news = 0;

describe("as every trigger", () => {
  keepsThePromises(tv, {
    key: "missingPatches",
    inputs: { threshold: "10", showRecovered: "true" },
    otherInputs: { threshold: "11" },
    calls: [devicesPage, devicesPage, countsPage, countsPage],
    makeNews: () => {
      news += 1;
      miss(device().missing.length >= 10 ? news % 5 : 12);
    },
  });
});

test("a device is delivered when it reaches the threshold, and again only after it was below", async () => {
  const { poll } = watch();
  await poll();
  const { teamviewer_id } = miss(9);
  expect((await poll()).polledNoChanges).toBe(true);
  miss(10);
  expect((await poll()).data).toEqual({
    reached: [{ DeviceId: teamviewer_id, ErrorCode: 0, ScanResultCount: 10 }],
    recovered: [],
  });
  miss(25);
  expect((await poll()).polledNoChanges).toBe(true);
  miss(9);
  expect(await poll()).toMatchObject({ data: { reached: [], recovered: [] }, polledNoChanges: true });
  miss(11);
  expect(idsOf((await poll()).data.reached)).toEqual([teamviewer_id]);
});

test("a device that falls below is delivered where that is wanted", async () => {
  const { poll } = watch({ showRecovered: "true" });
  const { teamviewer_id } = miss(12);
  await poll();
  miss(3);
  expect((await poll()).data).toEqual({
    reached: [],
    recovered: [{ DeviceId: teamviewer_id, ErrorCode: 0, ScanResultCount: 3 }],
  });
  expect((await poll()).polledNoChanges).toBe(true);
});

test("a device above the threshold on the first poll is not delivered", async () => {
  const { poll } = watch();
  miss(50);
  expect((await poll()).polledNoChanges).toBe(true);
  expect((await poll()).polledNoChanges).toBe(true);
});

test("a device that was activated since the last poll comes from below", async () => {
  const { poll } = watch({ showRecovered: "true" });
  await poll();
  const added = miss(15, { ...device(), teamviewer_id: 987_654_321 });
  tv.sandbox.store.patchDevices.set(added.teamviewer_id, added);
  const clean = miss(0, { ...device(), teamviewer_id: 987_654_322 });
  tv.sandbox.store.patchDevices.set(clean.teamviewer_id, clean);
  expect((await poll()).data).toMatchObject({ reached: [{ DeviceId: 987_654_321 }], recovered: [] });
});

describe("with counts that cannot be read", () => {
  const { patchDevices } = { patchDevices: () => tv.sandbox.store.patchDevices };

  /** The device is listed as active under its key, but the counts know it as an unknown one. */
  const withError = (of: PatchDevice, work: () => Promise<void>) => {
    const { teamviewer_id } = of;
    patchDevices().delete(teamviewer_id);
    patchDevices().set(-1, of);
    return work().finally(() => {
      patchDevices().delete(-1);
      patchDevices().set(teamviewer_id, of);
    });
  };

  test.each([
    ["below", 3],
    ["at or above", 20],
  ])("a device keeps its last known side, %s the threshold, and is not reported", async (_, count) => {
    const { poll } = watch({ showRecovered: "true" });
    const broken = miss(count);
    await poll();
    await withError(broken, async () => {
      const { polledNoChanges } = await poll();
      const answers = tv.sandbox.requests
        .slice(-2)
        .flatMap(
          ({ answer }) => (answer as { DeviceMissingPatchesCountInfoList: Count[] }).DeviceMissingPatchesCountInfoList,
        );
      expect(answers.find(({ DeviceId }) => DeviceId === broken.teamviewer_id)?.ErrorCode).toBe(1);
      expect(polledNoChanges).toBe(true);
    });
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("a device that could never be read counts as below", async () => {
    const { poll } = watch();
    const broken = miss(20);
    await withError(broken, async () => void (await poll()));
    expect(idsOf((await poll()).data.reached)).toEqual([broken.teamviewer_id]);
  });
});

test("a device that the counts leave out keeps its side", async () => {
  const devices = json(200, { devices: [{ teamviewer_id: 1 }, { teamviewer_id: 2 }] });
  const counts = (...ids: number[]) =>
    json(200, { DeviceMissingPatchesCountInfoList: ids.map((DeviceId) => ({ DeviceId, ScanResultCount: 12 })) });
  const server = await serve(devices, counts(1, 2), devices, counts(1), devices, counts(2, 1));
  const { poll } = flowWith<Changes>(tv, "missingPatches", { threshold: "10" }, connectionFor(server));
  for (let round = 1; round <= 3; round += 1) expect((await poll()).polledNoChanges).toBe(true);
});

test("the devices of all pages are asked for in one question, its answer read page by page", async () => {
  const { poll } = watch();
  expect((await poll()).calls).toEqual([devicesPage, devicesPage, countsPage, countsPage]);
  const bodies = tv.sandbox.requests.slice(2).map(({ body }) => body as { device_id_list: number[] });
  const all = [...tv.sandbox.store.patchDevices.keys()];
  for (const { device_id_list } of bodies) expect(device_id_list).toEqual(all);
});

test("1000 devices are one question, and several are asked at once", async () => {
  const { patchDevices } = tv.sandbox.store;
  for (let id = 1; patchDevices.size < 1010; id += 1) patchDevices.set(id, { ...device(), teamviewer_id: id });
  await watch().poll();
  const asked = tv.sandbox.requests
    .map(({ body }) => body as { device_id_list?: number[]; continuation_token?: string } | undefined)
    .filter((body) => body?.device_id_list);
  const firstPages = asked.filter((body) => !body?.continuation_token);
  expect(firstPages.map((body) => body?.device_id_list?.length)).toEqual([1000, 10]);
  // The second one does not wait for the last page of the first.
  expect(asked.slice(0, 2)).toEqual(firstPages);
});

test("without active devices no counts are asked for", async () => {
  tv.sandbox.store.patchDevices.clear();
  expect((await watch().poll()).calls).toEqual([devicesPage]);
});

test.each(["0", "10001", "many"])("the threshold %s is refused before anything is sent", async (threshold) => {
  await expect(watch({ threshold }).poll()).rejects.toThrow("Threshold:");
  expect(tv.sandbox.requests).toHaveLength(0);
});
