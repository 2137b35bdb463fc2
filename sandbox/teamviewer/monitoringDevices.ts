/** The devices that monitoring is active on: managed devices, with what monitoring knows of each. */
import { ok } from "../core/answers";
import { collection } from "../core/collection";
import type { Seeding } from "../core/families";
import { keyed } from "../core/seed";
import { day, isoDate, nowIso } from "../core/time";
import type { AnyCall, Handlers } from "./calls";
import {
  type Assignable,
  type DevicePolicyState,
  monitoringPolicies,
  ownPolicy,
  patchPolicies,
} from "./devicePolicies";
import { type ManagedDevice, type ManagedDeviceState, managedDeviceWith } from "./managedDevices";
import type { PatchDeviceState } from "./patchManagement";

export interface MonitoringDevice extends Assignable {
  teamviewer_id: number;
  /** Milliseconds. */
  activatedAt: number;
}

export interface MonitoringDeviceState {
  monitoringDevices: Map<number, MonitoringDevice>;
}

/** As much of managed groups as tells which one a device is in. */
interface Memberships {
  managedGroups: Map<string, { name: string; deviceIds: Set<string> }>;
}

type Reach = AnyCall<MonitoringDeviceState & ManagedDeviceState & PatchDeviceState & DevicePolicyState & Memberships>;

export const counts = { monitoringDevices: 12 };

type Earlier = ManagedDeviceState & DevicePolicyState;

/** The first managed devices, which have patch management too. Every other one has a policy of its own. */
export const seed = ({
  count,
  now,
  managedDevices,
  monitoringPolicies,
}: Seeding<typeof counts, Earlier>): MonitoringDeviceState => {
  const [policy_id] = monitoringPolicies.keys();
  const devices = [...managedDevices.values()].slice(0, count.monitoringDevices);
  return {
    monitoringDevices: keyed(
      devices.map(
        ({ teamviewerId }, index): MonitoringDevice => ({
          teamviewer_id: teamviewerId,
          activatedAt: now - 90 * day - index * day,
          ...(policy_id && index % 2 === 0 && { policy: { policy_id } }),
        }),
      ),
      ({ teamviewer_id }) => teamviewer_id,
    ),
  };
};

const monitoringDevices = collection({
  name: "Monitoring device",
  records: ({ store }: Reach) => store.monitoringDevices,
  key: ({ teamviewer_id }) => teamviewer_id,
  read: Number,
  visible: ({ store }) => {
    const managed = new Set([...store.managedDevices.values()].map(({ teamviewerId }) => teamviewerId));
    return ({ teamviewer_id }) => managed.has(teamviewer_id);
  },
});

/** A device of the path with the managed device that it is. */
const found = (call: Reach, deviceId: string): MonitoringDevice & { managed: ManagedDevice } => {
  const device = monitoringDevices.find(call, deviceId);
  return { ...device, managed: managedDeviceWith(call, "deviceId", device.teamviewer_id) };
};

/** What the answers on hardware and software begin with. */
const heading = ({ store }: Reach, { id, name, teamviewerId }: ManagedDevice) => ({
  teamviewer_id: teamviewerId,
  device_name: name,
  group_name: [...store.managedGroups.values()].find(({ deviceIds }) => deviceIds.has(id))?.name ?? "",
});

const isServer = ({ name }: ManagedDevice): boolean => name.startsWith("Server");

const systemOf = (device: ManagedDevice) =>
  isServer(device)
    ? { os_name: "Windows Server 2022 Standard", os_version: "10.0.20348" }
    : { os_name: "Windows 11 Pro", os_version: "10.0.22631" };

const hardwareOf = (device: ManagedDevice) => [
  { name: "Mainboard", type: 4 as const, details: "Revision 1.2", manufacturer: "Example Boards" },
  { name: isServer(device) ? "16 cores" : "8 cores", type: 13 as const, details: "3.2 GHz", manufacturer: "" },
  { name: "Memory", type: 11 as const, details: isServer(device) ? "64 GB" : "16 GB", manufacturer: "Example Memory" },
  { name: "Disk 0", type: 9 as const, details: isServer(device) ? "4 TB" : "512 GB", manufacturer: "Example Storage" },
  { name: "Ethernet", type: 1 as const, details: "1 Gbit/s", manufacturer: "Example Networks" },
];

/** GUIDs that tell the programs of all devices apart. */
const softwareId = (teamviewerId: number, number: number) =>
  `${String(teamviewerId).padStart(8, "0").slice(-8)}-0000-4000-8000-${String(number).padStart(12, "0")}`;

const softwareOf = ({ teamviewerId, teamViewerVersion }: ManagedDevice, activatedAt: number) =>
  [
    { type: 0 as const, name: "TeamViewer", version: teamViewerVersion },
    { type: 0 as const, name: "7-Zip", version: "23.01" },
    { type: 2 as const, name: "KB5034765", version: "" },
  ].map((item, index) => ({
    Id: softwareId(teamviewerId, index),
    ...item,
    modified_date: isoDate(activatedAt - index * day),
  }));

/** A private network address of the computer's own. */
const addressOf = (teamviewerId: number) => `10.20.${Math.floor(teamviewerId / 250) % 250}.${1 + (teamviewerId % 250)}`;

const activated = "Activated";

export const handlers = {
  Monitoring_GetActiveDevices: (call) =>
    ok(
      monitoringDevices.list(call).map(({ teamviewer_id }) => ({
        Alias: managedDeviceWith(call, "deviceId", teamviewer_id).name,
        TeamviewerId: teamviewer_id,
      })),
    ),

  /** Patch management comes with it. A device that is activated already stays so, and gets the policies. */
  Monitoring_Post: (call) => {
    const { store, body, now } = call;
    const { teamviewerId: teamviewer_id } = managedDeviceWith(call, "teamviewer_id", body.teamviewer_id);
    const monitoring = ownPolicy(call, monitoringPolicies, "monitoring_policy_id", body.monitoring_policy_id);
    const patching = ownPolicy(call, patchPolicies, "patch_management_policy_id", body.patch_management_policy_id);
    store.monitoringDevices.set(teamviewer_id, {
      ...(store.monitoringDevices.get(teamviewer_id) ?? { teamviewer_id, activatedAt: now().getTime() }),
      ...monitoring,
    });
    store.patchDevices.set(teamviewer_id, {
      ...(store.patchDevices.get(teamviewer_id) ?? { teamviewer_id, activation_time: nowIso(now), missing: [] }),
      ...patching,
    });
    return ok({
      teamviewer_id,
      monitoring_activation_status: activated,
      patch_management_activation_status: activated,
    });
  },

  Monitoring_GetSystemInformation: (call) => {
    const { managed } = found(call, call.path.deviceId);
    return ok({
      teamviewer_id: managed.teamviewerId,
      computer_name: managed.name.toUpperCase().replaceAll(" ", "-"),
      domain: "example.com",
      internal_ip: addressOf(managed.teamviewerId),
      external_ip: "203.0.113.5",
      ...systemOf(managed),
    });
  },

  Monitoring_GetDeviceHardware: (call) => {
    const { managed } = found(call, call.path.deviceId);
    return ok({ ...heading(call, managed), items: hardwareOf(managed) });
  },

  Monitoring_GetDeviceSoftware: (call) => {
    const { managed, activatedAt } = found(call, call.path.deviceId);
    return ok({ ...heading(call, managed), items: softwareOf(managed, activatedAt) });
  },
} satisfies Handlers<Reach>;
