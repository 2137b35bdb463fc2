import { pollingTrigger } from "@prismatic-io/spectral";
import { pages, toPage } from "../../http/pages";
import { choiceInput, connection, integerInput } from "../../platform/inputs";
import { examplePoll, poll, watchSnapshot } from "../../polling";
import { toTime } from "../../polling/order";
import { type TeamViewerClient, type TeamViewerPaths, teamviewer } from "../client";
import { resourceList } from "../envelopes";
import { answered } from "./answers";

type Operation = TeamViewerPaths["/managed/devices"]["get"];
type Device = NonNullable<Operation["responses"]["200"]["content"]["application/json"]["resources"]>[number];

const lists = { account: "/managed/devices", company: "/managed/devices/company" } as const;

const managedDevices = (client: TeamViewerClient, path: (typeof lists)[keyof typeof lists]) =>
  pages(async (token) => {
    const answer = await client.get(path, { query: { paginationToken: token } });
    return toPage(resourceList, answered(answer, "managed devices"));
  });

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

const stateOf = ({ isOnline }: Device): number => {
  if (isOnline === undefined || isOnline === null) return unknown;
  return isOnline ? online : offline;
};

/**
 * Since when a device is in a state that was not reported yet. An offline device says so itself, by the vendor's clock,
 * also when it came back and went again between two polls. An online one does not: the poll that saw it first counts.
 */
const otherSince = ({ isOnline, last_seen }: Device, known: number, now: number): number => {
  const lastSeen = isOnline ? undefined : toTime(last_seen);
  if (lastSeen !== undefined) return Math.min(toMinutes(lastSeen), now);
  return known === 0 ? now : known;
};

const toMinutes = (milliseconds: number): number => Math.floor(milliseconds / 60_000);

/** What to remember of a device: a state other than the reported one is reported once it has lasted long enough. */
const follow = (device: Device, { reported, otherSince: known }: Presence, now: number, minimum: number): Presence => {
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
    deviceList: choiceInput({
      label: "Device List",
      comments: "Which managed devices to watch. Default: those that the account manages directly.",
      choices: [
        { label: "Managed by the account", value: "account" },
        { label: "Managed by the company", value: "company" },
      ],
      default: "account",
    }),
    connection,
  },
  perform: async (context, payload, { connection, minimumMinutes = 10, deviceList = "account" }) => {
    const client = teamviewer(context, connection);
    const now = toMinutes(toTime(payload.startedAt) ?? Date.now());
    const watch = watchSnapshot({
      scope: { deviceList },
      pages: () => managedDevices(client, lists[deviceList]),
      id: (device) => device.id,
      value: (device, before = unknown) => pack(follow(device, unpack(before), now, minimumMinutes)),
      deliver: ({ updated }) => {
        const became = (state: number): Device[] =>
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
  examplePayload: examplePoll<{ cameOnline: Device[]; wentOffline: Device[] }>({
    cameOnline: [
      { id: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", teamviewerId: 123456789, name: "FRONT-DESK-03", isOnline: true },
    ],
    wentOffline: [
      {
        id: "b2c4d6e8-1a3c-4e5f-8a7b-9c0d1e2f3a4b",
        teamviewerId: 987654321,
        name: "WAREHOUSE-01",
        isOnline: false,
        last_seen: "2026-03-31T13:54:00Z",
      },
    ],
  }),
});
