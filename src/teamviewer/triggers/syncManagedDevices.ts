import { batchTrigger, type Connection, type TriggerPayload } from "@prismatic-io/spectral";
import type { Context } from "../../http/transport";
import { timestampInput } from "../../platform/dateInputs";
import { connection } from "../../platform/inputs";
import { compareWithSnapshot, type PollContext, type SyncPlace, syncPage } from "../../polling";
import { teamviewer } from "../client";
import { exampleManagedDevice } from "../resources/managedDevices";
import { type DeviceList, deviceList, deviceLists, type ManagedDevice } from "./managedDevices";
import { exampleBatch, syncMode } from "./syncInputs";
import { newsOf, watchedLists } from "./watchedLists";

const comparison = compareWithSnapshot<ManagedDevice>({
  id: watchedLists.managedDevices.id,
  fingerprint: newsOf(watchedLists.managedDevices),
  idleSince: (device) => (device.isOnline ? undefined : device.last_seen),
});

interface Params {
  connection: Connection;
  deviceList?: DeviceList;
  mode?: "incremental" | "full";
}

const syncDevices = (
  context: Context & PollContext,
  payload: TriggerPayload<SyncPlace>,
  { connection, deviceList = "account", mode = "incremental" }: Params,
  initial?: { since?: string },
) =>
  syncPage(context, payload, {
    trigger: "syncManagedDevices",
    mode,
    scope: deviceList,
    initial,
    fetchPage: (token) => deviceLists[deviceList].page(teamviewer(context, connection), token),
    comparison,
  });

export const syncManagedDevices = batchTrigger({
  display: {
    label: "Sync Managed Devices",
    description:
      "Deliver managed devices in batches, all of them or those that are new or have changed, page by page on a schedule.",
  },
  scheduleSupport: "required",
  batchConfig: { batchSize: 100 },
  inputs: {
    deviceList,
    mode: syncMode,
    connection,
  },
  perform: (context, payload: TriggerPayload<SyncPlace>, params) => syncDevices(context, payload, params),
  onDeploy: {
    inputs: {
      since: timestampInput({
        label: "Since",
        comments:
          "The initial sync leaves out devices that have not been online since this time; with mode incremental, a later run delivers them once they have. Blank: all devices.",
        example: "2026-01-01T00:00:00Z",
      }),
    },
    perform: (context, payload: TriggerPayload<SyncPlace>, { since, ...params }) =>
      syncDevices(context, payload, params, { since }),
  },
  examplePayload: exampleBatch([exampleManagedDevice]),
});
