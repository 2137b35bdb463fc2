/** Patch management: which devices have it, and what they miss. Devices are named by their TeamViewer IDs here. */
import { queryParams } from "../../platform/keyValueInput";
import { jsonListInput } from "../../platform/listInputs";
import { list, read, readList } from "../client";
import { deviceId, deviceInPath, deviceLookup } from "../deviceLookup";
import { continuationToken, reading } from "../inputs";
import { toTeamViewerNumber } from "../vocabulary";

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

const getMissingPatches = read({
  label: "Get Missing Patches",
  description:
    "List the patches that a device misses, as its last scan found them. Severity is 0 not rated, 1 critical, 2 important, 3 moderate or 4 low; type is 0 unknown, 1 security patch, 2 software distribution, 3 security tool, 4 non-security patch or 5 custom action. Higher numbers have no published name.",
  operation: "GET /patchmanagement/devices/{deviceId}/patches/missing",
  alsoCalls: deviceLookup,
  inputs: { deviceId },
  send: async (tv, device) =>
    tv.request("GET /patchmanagement/devices/{deviceId}/patches/missing", await deviceInPath(tv, device)),
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

export const actions = { listPatchMagementDevices, getMissingPatches, scanResultsCount };
