import { pollingTrigger } from "@prismatic-io/spectral";
import { connection, integerInput } from "../../platform/inputs";
import { examplePoll, poll, watchOnlineStates } from "../../polling";
import { teamviewer } from "../client";
import { exampleManagedDevice } from "../resources/managedDevices";
import { deviceList, deviceLists, type ManagedDevice } from "./managedDevices";

export const deviceOnlineStateChanges = pollingTrigger({
  display: {
    label: "Device Online State Changes",
    description: "Deliver managed devices that came online or went offline and stayed so for a while.",
  },
  inputs: {
    minimumMinutes: integerInput({
      label: "Minimum Minutes",
      comments:
        "How long a device has to be in its new state to be delivered, 0 to 10080 (a week), so that one that goes and comes back is no news. 0: the first poll that sees the new state delivers it. Default: 10.",
      default: "10",
      minimum: 0,
      maximum: 10_080,
      example: "10",
    }),
    deviceList,
    connection,
  },
  perform: async (context, payload, { connection, minimumMinutes = 10, deviceList = "account" }) => {
    const client = teamviewer(context, connection);
    const watch = watchOnlineStates({
      trigger: "deviceOnlineStateChanges",
      scope: { deviceList },
      pages: () => deviceLists[deviceList].pages(client),
      id: (device) => device.id,
      isOnline: (device) => device.isOnline,
      lastSeen: (device) => device.last_seen,
      minimumMinutes,
      startedAt: payload.startedAt,
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ cameOnline: ManagedDevice[]; wentOffline: ManagedDevice[] }>({
    cameOnline: [
      { id: "b2c4d6e8-1a3c-4e5f-8a7b-9c0d1e2f3a4b", teamviewerId: 987654321, name: "WAREHOUSE-01", isOnline: true },
    ],
    wentOffline: [exampleManagedDevice],
  }),
});
