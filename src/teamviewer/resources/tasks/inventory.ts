/** Lists put together from several. */
import { concurrently } from "../../../http/concurrently";
import type { RecordOf } from "../../../http/lists";
import { flagInput, maximumRecords } from "../../../platform/inputs";
import { combine, type TeamViewerClient } from "../../client";
import { groupOwner } from "../../inputs";
import { connectionReports, exampleReport, sessionFilters } from "../connectionReports";
import { devices } from "../devices";
import { exampleManagedDevice } from "../managedDevices";
import { exampleManagedGroup, managedGroupDevices, managedGroups } from "../managedGroups";
import { reportRange } from "../reportFeatures";

type Group = RecordOf<typeof managedGroups>;
type ManagedDevice = RecordOf<typeof managedGroupDevices>;

type GroupedDevice = ManagedDevice & { teamviewerPolicyId?: string; groups: Group[] };

/** Each device once, with the groups that it is in, in the order of the groups. */
const grouped = (lists: { group: Group; listed: ManagedDevice[] }[]): GroupedDevice[] => {
  const byId = new Map<string | undefined, GroupedDevice>();
  for (const { group, listed } of lists) {
    for (const device of listed) {
      const known = byId.get(device.id) ?? { ...device, groups: [] };
      known.groups.push(group);
      byId.set(device.id, known);
    }
  }
  return [...byId.values()];
};

const withPolicies = (tv: TeamViewerClient, listed: GroupedDevice[]): Promise<GroupedDevice[]> =>
  concurrently(listed, async (device) => {
    const { teamviewerPolicyId } = await tv.request("GET /managed/devices/{id}", { path: { id: device.id ?? "" } });
    return { ...device, teamviewerPolicyId };
  });

const listManagedDevicesOfAllGroups = combine({
  label: "List Managed Devices of All Groups",
  description:
    "List the devices of all managed groups, each once, with its groups, their policies and when it was last seen. A request for each group and, with the devices' own policies, one for each device.",
  operations: ["GET /managed/groups", "GET /managed/groups/{id}/devices", "GET /managed/devices/{id}"],
  safe: true,
  inputs: {
    ownPolicies: flagInput({
      label: "With Own Policies",
      comments:
        "Reads the TeamViewer policy of each device too, one request for each: a policy of its own, or the one that it has from a group. Default: off.",
    }),
  },
  run: async (tv, { ownPolicies }) => {
    const groups = await managedGroups.all(tv);
    const lists = await concurrently(groups, async (group) => ({
      group,
      listed: await managedGroupDevices.all(tv, { path: { id: group.id ?? "" } }),
    }));
    const listed = grouped(lists);
    return { devices: ownPolicies ? await withPolicies(tv, listed) : listed };
  },
  output: JSON.stringify({
    type: "object",
    properties: {
      devices: {
        type: "array",
        items: {
          type: "object",
          properties: {
            id: { type: "string" },
            teamviewerId: { type: "integer" },
            name: { type: "string" },
            isOnline: { type: "boolean" },
            last_seen: { type: "string", format: "date-time" },
            teamviewerPolicyId: { type: "string" },
            groups: { type: "array", items: { $ref: "ManagedGroupModel" } },
          },
        },
      },
    },
  }),
  example: {
    devices: [
      {
        ...exampleManagedDevice,
        groups: [{ ...exampleManagedGroup, policy_id: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58" }],
      },
    ],
  },
});

type Report = RecordOf<typeof connectionReports>;
type Device = RecordOf<typeof devices>;

/** What a report says of a device in one of several ways: its TeamViewer ID, with or without r, or its ID in the list. */
const keysOf = ({ device_id, remotecontrol_id, teamviewer_id }: Device): string[] =>
  [device_id, remotecontrol_id, remotecontrol_id?.replace(/^r/, ""), teamviewer_id && String(teamviewer_id)].filter(
    (key): key is string => Boolean(key),
  );

const digits = (id: unknown) => String(id ?? "").replace(/^r/, "");

const joined = (reports: Report[], listed: Device[]) => {
  const byKey = new Map(listed.flatMap((device) => keysOf(device).map((key) => [key, device] as const)));
  return reports.map((report) => {
    const device = byKey.get(report.deviceid ?? "");
    return {
      ...report,
      device: device
        ? {
            device_id: device.device_id ?? "",
            alias: device.alias ?? "",
            teamviewerId: digits(device.teamviewer_id ?? device.remotecontrol_id),
          }
        : null,
    };
  });
};

const listConnectionReportsWithDevices = combine({
  label: "List Connection Reports with Devices",
  description:
    "List the reports of remote sessions with the entry that each device has in the Computers & Contacts list: its ID there, its alias and its TeamViewer ID; null for a device that is not on the list.",
  operations: ["GET /reports/connections", "GET /devices"],
  safe: true,
  inputs: { ...sessionFilters, ...reportRange, maximumRecords },
  forDropdowns: { userId: groupOwner },
  run: async (tv, { maximumRecords: most, ...query }) => {
    const { records = [] } = await connectionReports.read(tv, { query }, { fetchAll: true, maximumRecords: most });
    return { records: joined(records, records.length > 0 ? await devices.all(tv) : []) };
  },
  output: JSON.stringify({
    type: "object",
    properties: {
      records: {
        type: "array",
        items: {
          allOf: [
            { $ref: "GetConnectionResponse" },
            {
              type: "object",
              properties: {
                device: {
                  type: ["object", "null"],
                  properties: {
                    device_id: { type: "string" },
                    alias: { type: "string" },
                    teamviewerId: { type: "string" },
                  },
                },
              },
            },
          ],
        },
      },
    },
  }),
  example: {
    records: [
      { ...exampleReport, device: { device_id: "d12345678", alias: "Front Desk 03", teamviewerId: "123456789" } },
    ],
  },
});

export const actions = { listManagedDevicesOfAllGroups, listConnectionReportsWithDevices };
