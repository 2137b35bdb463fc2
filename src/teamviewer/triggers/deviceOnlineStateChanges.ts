import { pollingTrigger } from "@prismatic-io/spectral";
import { connection, integerInput } from "../../platform/inputs";
import { examplePoll, poll, watchSnapshot } from "../../polling";
import { toTime } from "../../polling/order";
import { teamviewer } from "../client";
import { exampleManagedDevice } from "../resources/managedDevices";
import { deviceList, deviceLists, type ManagedDevice } from "./managedDevices";

const unknown = 0;
const offline = 1;
const online = 2;

interface Presence {
  /** The state that counts: the last one that was delivered, or that of the baseline. */
  reported: number;
  /** Since when the device is in the other state, in minutes since 1970; 0 when it is not. */
  otherSince: number;
}

const unpack = (value: number): Presence => ({ reported: value % 4, otherSince: Math.floor(value / 4) });

const pack = ({ reported, otherSince }: Presence): number => otherSince * 4 + reported;

const stateOf = ({ isOnline }: ManagedDevice): number => {
  if (isOnline === undefined || isOnline === null) return unknown;
  return isOnline ? online : offline;
};

/**
 * Since when a device is in a state that was not reported yet. An offline device says so itself, by the vendor's clock,
 * also when it came back and went again between two polls. An online one does not: the poll that saw it first counts.
 */
const otherSince = ({ isOnline, last_seen }: ManagedDevice, known: number, now: number): number => {
  const lastSeen = isOnline ? undefined : toTime(last_seen);
  if (lastSeen !== undefined) return Math.min(toMinutes(lastSeen), now);
  return known === 0 ? now : known;
};

const toMinutes = (milliseconds: number): number => Math.floor(milliseconds / 60_000);

/** What to remember of a device: a state other than the reported one is reported once it has lasted long enough. */
const follow = (
  device: ManagedDevice,
  { reported, otherSince: known }: Presence,
  now: number,
  minimum: number,
): Presence => {
  const state = stateOf(device);
  if (state === unknown) return { reported, otherSince: known };
  if (state === reported || reported === unknown) return { reported: state, otherSince: 0 };
  const since = otherSince(device, known, now);
  return now - since >= minimum ? { reported: state, otherSince: 0 } : { reported, otherSince: since };
};

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
    const now = toMinutes(toTime(payload.startedAt) ?? Date.now());
    const watch = watchSnapshot({
      trigger: "deviceOnlineStateChanges",
      scope: { deviceList },
      pages: () => deviceLists[deviceList].pages(client),
      id: (device) => device.id,
      value: (device, before = unknown) => pack(follow(device, unpack(before), now, minimumMinutes)),
      deliver: ({ updated }) => {
        const became = (state: number): ManagedDevice[] =>
          updated
            .filter(({ before, value }) => {
              const [was, is] = [unpack(before).reported, unpack(value).reported];
              return was !== unknown && was !== is && is === state;
            })
            .map(({ record }) => record);
        return { cameOnline: became(online), wentOffline: became(offline) };
      },
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
