/** Patch management: which devices have it, and what they miss. Devices are named by their TeamViewer IDs here. */
import { action } from "@prismatic-io/spectral";
import { InputError } from "../../http/errors";
import { readList } from "../../http/pages";
import { connection, jsonListInput, textInput } from "../../platform/inputs";
import { type TeamViewerClient, teamviewer } from "../client";
import { inEnvelope } from "../envelopes";
import { plainIdInput, toTeamViewerId } from "../ids";
import { fetchAll, queryParams } from "../inputs";

const continuationToken = textInput({
  label: "Continuation Token",
  comments: "The continuation token of an earlier answer: reads the page after it. Blank: the first page.",
  example: "cGF0Y2gtMTAw",
});

const toDeviceNumber = (text: string, label: string): number => Number(toTeamViewerId(text, label));

/** The dropdown offers IDs of the device list (d…), the operation takes TeamViewer IDs: one read tells the one from the other. */
const resolveTeamViewerId = async (client: TeamViewerClient, deviceId: string): Promise<number> => {
  if (!/^d\d+$/i.test(deviceId)) return toDeviceNumber(deviceId, "Device ID");
  const answer = await client.get("/devices/{id}", { path: { id: deviceId.toLowerCase() } });
  const [device] = inEnvelope(answer, "devices").devices ?? [];
  const teamviewerId = device?.teamviewer_id ?? device?.remotecontrol_id;
  if (teamviewerId === undefined)
    throw new InputError("Device ID", `TeamViewer tells no TeamViewer ID for ${deviceId}.`);
  return toDeviceNumber(String(teamviewerId), "Device ID");
};

const getMissingPatches = action({
  display: { label: "Get Missing Patches", description: "List the patches that a device misses." },
  performSafety: "safe",
  inputs: {
    deviceId: plainIdInput({
      label: "Device ID",
      comments:
        "The TeamViewer ID of the device, for example 123456789, or its ID in the device list, for example d12345678, which is looked up first.",
      dataSource: "selectDevice",
      example: "123456789",
      required: true,
    }),
    connection,
  },
  perform: async (context, { connection, deviceId }) => {
    const client = teamviewer(context, connection);
    const path = { deviceId: await resolveTeamViewerId(client, deviceId) };
    return { data: await client.get("/patchmanagement/devices/{deviceId}/patches/missing", { path }) };
  },
  examplePayload: {
    data: {
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
  },
});

const listPatchMagementDevices = action({
  display: {
    label: "List Patch Management Device",
    description: "List the devices that patch management is active on, a page or all of them.",
  },
  performSafety: "safe",
  inputs: { fetchAll, continuationToken, queryParams, connection },
  perform: async (context, { connection, fetchAll, continuationToken: start, queryParams }) => {
    const client = teamviewer(context, connection);
    const fetchPage = (token?: string) =>
      client.get("/patchmanagement/devices", { query: { continuationToken: token }, extraQuery: queryParams });
    return { data: await readList({ items: "devices", next: "continuation_token" }, fetchPage, { fetchAll, start }) };
  },
  examplePayload: {
    data: {
      devices: [{ teamviewer_id: 123456789, activation_time: { _underlyingValue: "2026-01-15T08:30:00Z" } }],
      continuation_token: "cGF0Y2gtMTAw",
    },
  },
});

const scanResultsCount = action({
  display: {
    label: "Scan Results Count",
    description: "Count the missing patches of the given devices, as their last scan found them.",
  },
  performSafety: "safe",
  inputs: {
    device_id_list: jsonListInput(
      {
        label: "Device ID List",
        comments: "TeamViewer IDs of devices: a JSON array of numbers, or numbers with commas between them.",
        example: "[\n  123456789,\n  123456790\n]",
        required: true,
      },
      toDeviceNumber,
    ),
    continuation_token: continuationToken,
    fetchAll,
    connection,
  },
  perform: async (context, { connection, device_id_list, continuation_token: start, fetchAll }) => {
    const client = teamviewer(context, connection);
    const fetchPage = (token?: string) =>
      client.post("/patchmanagement/scanresultcounts", { body: { device_id_list, continuation_token: token } });
    const envelope = { items: "DeviceMissingPatchesCountInfoList", next: "ContinuationToken" } as const;
    return { data: await readList(envelope, fetchPage, { fetchAll, start }) };
  },
  examplePayload: {
    data: {
      DeviceMissingPatchesCountInfoList: [{ DeviceId: 123456789, ErrorCode: 0 as const, ScanResultCount: 4 }],
      ContinuationToken: "c2Nhbi0xMDA=",
    },
  },
});

export const actions = { getMissingPatches, listPatchMagementDevices, scanResultsCount };
