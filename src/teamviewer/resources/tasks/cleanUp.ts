/** Takes devices out that nobody has used for a time. */
import { inEnvelope } from "../../../http/envelopes";
import { ApiError, InputError } from "../../../http/errors";
import { bounds, carryOut, NoLongerDue, reportSchema } from "../../../platform/carryOut";
import { choiceInput, flagInput, integerInput } from "../../../platform/inputs";
import { combine, type TeamViewerClient } from "../../client";
import { groupOwner } from "../../inputs";
import { ids } from "../../vocabulary";
import { devices } from "../devices";
import { managedDevices } from "../managedDevices";

/** A device as far as it matters here, whichever list it is on. */
interface Device {
  id: string;
  teamviewerId: string;
  name: string;
  /** When it was seen last, ISO 8601; blank where TeamViewer does not say. */
  lastSeen: string;
}

/** How the devices of one list are read, read again and taken out. */
interface Kind {
  /** Those that are certainly offline. */
  list(tv: TeamViewerClient, groupid: string | undefined): Promise<Device[]>;
  /** Undefined where it is not offline any more. */
  get(tv: TeamViewerClient, id: string): Promise<Device | undefined>;
  remove(tv: TeamViewerClient, id: string): Promise<unknown>;
}

type Listed = Awaited<ReturnType<typeof devices.all>>[number];
type Managed = Awaited<ReturnType<typeof managedDevices.all>>[number];

/** By its word alone: of the numbers that answers can carry nobody publishes what they mean. */
const isOffline = ({ online_state }: Listed) => String(online_state).toLowerCase() === "offline";

const listed = (device: Listed): Device[] =>
  device.device_id && isOffline(device)
    ? [
        {
          id: device.device_id,
          teamviewerId: String(device.teamviewer_id ?? device.remotecontrol_id ?? "").replace(/^r/, ""),
          name: device.alias ?? "",
          lastSeen: device.last_seen ?? "",
        },
      ]
    : [];

const managed = ({ id, teamviewerId, name = "", isOnline, last_seen: lastSeen = "" }: Managed): Device[] =>
  id && isOnline === false ? [{ id, teamviewerId: String(teamviewerId ?? ""), name, lastSeen }] : [];

const kinds: Record<"list" | "managed", Kind> = {
  list: {
    list: async (tv, groupid) => (await devices.all(tv, { query: { groupid } })).flatMap(listed),
    get: async (tv, id) => {
      const answer = await tv.request("GET /devices/{id}", { path: { id } });
      return (inEnvelope(answer, "devices").devices ?? []).flatMap(listed)[0];
    },
    remove: (tv, id) => tv.request("DELETE /devices/{id}", { path: { id } }),
  },
  managed: {
    list: async (tv) => (await managedDevices.all(tv)).flatMap(managed),
    get: async (tv, id) => managed(await tv.request("GET /managed/devices/{id}", { path: { id } }))[0],
    remove: (tv, id) => tv.request("DELETE /managed/devices/{id}", { path: { id } }),
  },
};

const day = 24 * 60 * 60 * 1000;

/** Whether a device was seen last before that time, in milliseconds; one never seen only where that is asked for. */
const isStale = ({ lastSeen }: Device, before: number, neverSeen: boolean): boolean =>
  lastSeen === "" ? neverSeen : Date.parse(lastSeen) < before;

const isGone = (error: unknown) => error instanceof ApiError && error.status === 404;

/** The device as it is now. Throws `NoLongerDue` when it has gone. */
const readAgain = (kind: Kind, tv: TeamViewerClient, id: string) =>
  kind.get(tv, id).catch((error) => {
    throw isGone(error) ? new NoLongerDue("It is not there any more.") : error;
  });

const cleanUpStaleDevices = combine({
  label: "Clean Up Stale Devices",
  description:
    "Remove the devices that were not seen for a number of days, of the Computers & Contacts list or of central management, and report each. A device that is online, or of which TeamViewer does not say that it is offline, is never removed.",
  irreversible: "for managed devices when Dry Run is off",
  operations: [
    "GET /devices",
    "GET /devices/{id}",
    "DELETE /devices/{id}",
    "GET /managed/devices",
    "GET /managed/devices/{id}",
    "DELETE /managed/devices/{id}",
  ],
  inputs: {
    devices: choiceInput({
      label: "Devices",
      comments:
        "Which devices: entries of the Computers & Contacts list, which can be added again, or managed devices, which then have to be assigned anew.",
      example: "list",
      choices: [
        { label: "Computers & Contacts list", value: "list" },
        { label: "Managed devices", value: "managed" },
      ],
      required: true,
    }),
    days: integerInput({
      label: "Days",
      comments: "Devices that were seen last more than so many days ago, at least 1.",
      example: "180",
      minimum: 1,
      required: true,
    }),
    neverSeen: flagInput({
      label: "Include Never Seen",
      comments: "Removes offline devices too of which TeamViewer knows no time when they were seen. Default: off.",
    }),
    groupid: ids.group.optional(
      "Only devices of the Computers & Contacts list that are in this group, for example g12345678. Blank: all groups.",
    ),
    ...bounds,
  },
  forDropdowns: { userId: groupOwner },
  run: (tv, { devices: which, days, neverSeen, groupid, ...limits }) => {
    const kind = kinds[which];
    if (which === "managed" && groupid) {
      throw new InputError(
        "Group ID",
        "managed devices are in no group of the Computers & Contacts list. Leave it blank.",
      );
    }
    const before = Date.now() - days * day;
    const plan = async () => {
      const found = await kind.list(tv, groupid);
      return { due: found.filter((device) => isStale(device, before, neverSeen)) };
    };
    return carryOut(limits, plan, async ({ id }) => {
      const now = await readAgain(kind, tv, id);
      if (!now || !isStale(now, before, neverSeen)) throw new NoLongerDue("It was seen in the meantime.");
      await kind.remove(tv, id);
    });
  },
  output: reportSchema({
    id: { type: "string" },
    teamviewerId: { type: "string" },
    name: { type: "string" },
    lastSeen: { type: "string" },
  }),
  example: {
    dryRun: true,
    planned: 1,
    done: 0,
    failed: 0,
    skipped: 0,
    items: [
      {
        id: "d12345678",
        teamviewerId: "123456789",
        name: "FRONT-DESK-03",
        lastSeen: "2026-03-31T14:00:00Z",
        outcome: "planned",
      },
    ],
  },
});

export const actions = { cleanUpStaleDevices };
