import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { patchDevices: 45 }, pageSizes: { patchDevices: 20, scanResultCounts: 20 } });

type Devices = { devices: { teamviewer_id: number }[]; continuation_token?: string | null };
type Counts = {
  DeviceMissingPatchesCountInfoList: { DeviceId: number; ScanResultCount: number }[];
  ContinuationToken?: string | null;
};

test("listPatchMagementDevices reads a page, and all pages from there with Fetch All", async () => {
  const first = (await run("listPatchMagementDevices", tv.user)) as Devices;
  expect(first.devices).toHaveLength(20);
  const rest = (await run("listPatchMagementDevices", tv.user, {
    fetchAll: "true",
    continuationToken: first.continuation_token,
  })) as Devices;
  expect(rest.devices).toHaveLength(25);
  expect(rest.continuation_token ?? null).toBeNull();
});

test("getMissingPatches takes a TeamViewer ID with or without the prefix r", async () => {
  const { teamviewer_id, missing } = firstOf(
    tv.sandbox.store.patchDevices.values(),
    (device) => device.missing.length > 0,
  );
  for (const deviceId of [String(teamviewer_id), `r${teamviewer_id}`]) {
    expect(await run("getMissingPatches", tv.user, { deviceId })).toMatchObject({
      device_id: teamviewer_id,
      patches: missing,
    });
  }
});

test("getMissingPatches takes what the dropdown of devices offers", async () => {
  const { teamviewer_id } = firstOf(tv.sandbox.store.patchDevices.values());
  const device = firstOf(tv.sandbox.store.devices.values());
  device.remotecontrol_id = `r${teamviewer_id}`;
  const answer = await run("getMissingPatches", tv.user, { deviceId: device.device_id });
  expect(answer).toMatchObject({ device_id: teamviewer_id });
});

test.each([
  ["an array", (ids: number[]) => ids],
  ["a JSON array", (ids: number[]) => JSON.stringify(ids)],
  ["a text with commas", (ids: number[]) => ids.join(", ")],
])("scanResultsCount takes the devices as %s", async (_, given) => {
  const ids = [...tv.sandbox.store.patchDevices.keys()].slice(0, 3);
  const answer = (await run("scanResultsCount", tv.user, { device_id_list: given(ids) })) as Counts;
  expect(answer.DeviceMissingPatchesCountInfoList.map(({ DeviceId }) => DeviceId)).toEqual(ids);
});

test("scanResultsCount reads all pages with Fetch All", async () => {
  const device_id_list = [...tv.sandbox.store.patchDevices.keys()];
  const page = (await run("scanResultsCount", tv.user, { device_id_list })) as Counts;
  expect(page.DeviceMissingPatchesCountInfoList).toHaveLength(20);
  const whole = (await run("scanResultsCount", tv.user, { device_id_list, fetchAll: true })) as Counts;
  expect(whole.DeviceMissingPatchesCountInfoList).toHaveLength(45);
});

test.each(['[1, "x"]', "12, abc", "[]", ""])(
  "scanResultsCount refuses %j as a list of devices",
  async (device_id_list) => {
    await expect(run("scanResultsCount", tv.user, { device_id_list })).rejects.toThrow(/^Device ID List: /);
  },
);
