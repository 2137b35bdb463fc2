/** Patch management: which devices have it, and what they miss. Devices are named by their TeamViewer IDs here. */

import { inEnvelope } from "../../http/envelopes";
import { InputError } from "../../http/errors";
import { queryParams } from "../../platform/inputs";
import { jsonListInput } from "../../platform/listInputs";
import { list, read, readList, type TeamViewerClient } from "../client";
import { continuationToken, reading } from "../inputs";
import { ids, toTeamViewerNumber } from "../vocabulary";

/** The devices that patch management is active on. */
export const patchDevices = list("GET /patchmanagement/devices", {
  items: "devices",
  next: "continuation_token",
  token: "continuationToken",
});

export const missingPatchCounts = list("POST /patchmanagement/scanresultcounts", {
  items: "DeviceMissingPatchesCountInfoList",
  next: "ContinuationToken",
  token: "continuation_token",
});

/** The dropdown offers IDs of the device list (d…), the operation takes TeamViewer IDs: one read tells the one from the other. */
const resolveTeamViewerId = async (client: TeamViewerClient, deviceId: string): Promise<number> => {
  if (!/^d\d+$/i.test(deviceId)) return toTeamViewerNumber(deviceId, "Device ID");
  const answer = await client.request("GET /devices/{id}", { path: { id: deviceId.toLowerCase() } });
  const [device] = inEnvelope(answer, "devices").devices ?? [];
  const teamviewerId = device?.teamviewer_id ?? device?.remotecontrol_id;
  if (teamviewerId === undefined)
    throw new InputError("Device ID", `TeamViewer tells no TeamViewer ID for ${deviceId}.`);
  return toTeamViewerNumber(String(teamviewerId), "Device ID");
};

const getMissingPatches = read({
  label: "Get Missing Patches",
  description: "List the patches that a device misses.",
  operation: "GET /patchmanagement/devices/{deviceId}/patches/missing",
  alsoCalls: ["GET /devices/{id}"],
  inputs: {
    deviceId: ids.anyDevice.required(
      "The TeamViewer ID of the device, for example 123456789, or its ID in the device list, for example d12345678, which is looked up first.",
    ),
  },
  send: async (tv, { deviceId }) =>
    tv.request("GET /patchmanagement/devices/{deviceId}/patches/missing", {
      path: { deviceId: await resolveTeamViewerId(tv, deviceId) },
    }),
  example: {
    device_id: 123456789,
    patches: [
      {
        patch_id: "e81c4f2d-6a09-4d73-b5c8-1f7e9a3b6d20",
        patch_region_id: 1033,
        severity: 1 as const,
        product_name: "Windows 11",
        bulletin_name: "MS26-03-W11",
        bulletin_url: "https://support.example.com/bulletins/MS26-03-W11",
        bulletin_title: "Cumulative update for Windows 11, March 2026",
        download_url: "https://download.example.com/MS26-03-W11.cab",
        type: 1 as const,
        kb: "5054321",
        cve: ["CVE-2026-10001"],
        release_date: { _underlyingValue: "2026-03-10T18:00:00Z" },
        patch_size: 734003200,
        patch_details: "Security fixes of March 2026.",
        installable: true,
        is_service_pack: false,
      },
    ],
  },
});

const listPatchMagementDevices = readList({
  label: "List Patch Management Device",
  description: "List the devices that patch management is active on, a page or all of them.",
  list: patchDevices,
  inputs: { ...reading, continuationToken, queryParams },
  request: ({ continuationToken, queryParams: extraQuery }) => ({ query: { continuationToken }, extraQuery }),
  example: {
    devices: [{ teamviewer_id: 123456789, activation_time: { _underlyingValue: "2026-01-15T08:30:00Z" } }],
    continuation_token: "cGF0Y2gtMTAw",
  },
});

const scanResultsCount = readList({
  label: "Scan Results Count",
  description: "Count the missing patches of the given devices, as their last scan found them.",
  list: missingPatchCounts,
  inputs: {
    device_id_list: jsonListInput(
      {
        label: "Device ID List",
        comments: "TeamViewer IDs of devices: a JSON array of numbers, or numbers with commas between them.",
        example: "[\n  123456789,\n  123456790\n]",
        required: true,
      },
      toTeamViewerNumber,
    ),
    continuation_token: continuationToken,
    ...reading,
  },
  request: (body) => ({ body }),
  example: {
    DeviceMissingPatchesCountInfoList: [{ DeviceId: 123456789, ErrorCode: 0 as const, ScanResultCount: 4 }],
    ContinuationToken: "c2Nhbi0xMDA=",
  },
});

export const actions = { getMissingPatches, listPatchMagementDevices, scanResultsCount };
