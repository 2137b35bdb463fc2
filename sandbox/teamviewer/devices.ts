import { done, noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { contains, equals } from "../core/filters";
import { customers, deviceName } from "../core/names";
import { random } from "../core/random";
import { idNumber, inTurn, keyed, times } from "../core/seed";
import { nowIso } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { type Group, type GroupState, groups, inVisibleGroup } from "./groups";
import { idOf, numberIn, teamviewerIdOf } from "./ids";
import { knownPolicy, type PolicyState } from "./policies";
import { type OnlineState, presence } from "./presence";

export interface Device {
  device_id: string;
  remotecontrol_id: string;
  userid: string;
  alias: string;
  groupid: string;
  description: string;
  online_state: OnlineState;
  assigned_to: boolean;
  /** Sent only while the device is offline. */
  last_seen: string;
  policy_id?: string;
  password?: string;
}

export interface DeviceState {
  devices: Map<string, Device>;
}

export const counts = { devices: 24 };

export const pageSizes = { deviceTypes: 100 };

type Reach = AnyCall<DeviceState & GroupState & PolicyState, typeof pageSizes>;

const seedDevices = (count: number, groups: Group[], now: number): Device[] => {
  const chance = random("devices");
  return times(groups.length > 0 ? count : 0, (index) => {
    const group = inTurn(groups, index) as Group;
    const { isOnline, last_seen } = presence(index, chance, now);
    return {
      device_id: `d${idNumber(38_463_274, index)}`,
      remotecontrol_id: `r${teamviewerIdOf(index)}`,
      userid: group.ownerId,
      alias: deviceName(index),
      groupid: group.id,
      description: `${inTurn(customers, index)}`,
      online_state: isOnline ? chance.pick(["Online", "Online", "Busy", "Away"] as const) : "Offline",
      assigned_to: index % 2 === 0,
      last_seen,
      policy_id: group.policy_id,
    };
  });
};

export const seed = ({ count, now, groups }: Seeding<typeof counts, GroupState>): DeviceState => ({
  devices: keyed(seedDevices(count.devices, [...groups.values()], now), (device) => device.device_id),
});

const devices = collection({
  name: "Device",
  records: ({ store }: Reach) => store.devices,
  key: ({ device_id }) => device_id,
  read: (id) => idOf("d", id, "device id"),
  visible: inVisibleGroup,
  guard: (call, { groupid }) => void groups.editable(call, groupid),
});

const deviceAnswer = ({ password, last_seen, ...device }: Device): Schema<"GetDeviceResponse"> => ({
  ...device,
  supported_features: "remote_control,chat",
  teamviewer_id: numberIn(device.remotecontrol_id),
  ...(device.online_state === "Offline" && { last_seen }),
});

const kinds = [
  { type: "1", typeName: "Windows" },
  { type: "2", typeName: "macOS" },
  { type: "5", typeName: "Android" },
];

/** The same kind whenever a device is asked for. */
const kindOf = ({ device_id }: Device) => inTurn(kinds, numberIn(device_id));

const readIds = (token: string): string[] => Buffer.from(token, "base64").toString().split(",");

const tokenOf = (ids: readonly string[]): string | undefined =>
  ids.length > 0 ? Buffer.from(ids.join()).toString("base64") : undefined;

const assignModes = ["normal", "easyrollout"];

export const handlers = {
  Devices_Get: (call) => {
    const { name, online_state, groupid, remotecontrol_id } = call.query;
    const group = groupid && idOf("g", groupid, "groupid");
    const remoteControl = remotecontrol_id && idOf("r", remotecontrol_id, "remotecontrol_id");
    const found = devices
      .list(call)
      .filter(
        (device) =>
          contains(device.alias, name) &&
          equals(device.online_state, online_state) &&
          equals(device.groupid, group) &&
          equals(device.remotecontrol_id, remoteControl),
      );
    return ok({ devices: found.map(deviceAnswer) });
  },

  Devices_Post: (call) => {
    const { remotecontrol_id, groupid, alias, description = "", password } = call.body;
    if (!remotecontrol_id) throw badRequest("The field 'remotecontrol_id' is required.");
    if (!groupid) throw badRequest("The field 'groupid' is required.");
    const group = groups.editable(call, groupid);
    const device = devices.add(call, {
      device_id: `d${call.store.nextNumber()}`,
      remotecontrol_id: idOf("r", remotecontrol_id, "remotecontrol_id"),
      userid: group.ownerId,
      alias: alias || remotecontrol_id,
      groupid: group.id,
      description,
      online_state: "Online",
      assigned_to: false,
      last_seen: nowIso(call.now),
      policy_id: group.policy_id,
      password,
    });
    return ok(deviceAnswer(device));
  },

  /** One device comes in the envelope of the list. */
  Devices_Get1: (call) => ok({ devices: [deviceAnswer(devices.find(call, call.path.id))] }),

  Devices_Put: (call) => {
    const { groupid, policy_id, ...fields } = call.body;
    devices.editable(call, call.path.id);
    const group = groupid === undefined ? undefined : groups.editable(call, groupid);
    const policy = knownPolicy(call, "policy_id", policy_id);
    const device = devices.change(call, call.path.id, { ...fields, groupid: group?.id });
    if (policy_id !== undefined) device.policy_id = policy;
    return noContent();
  },

  Devices_Delete: (call) => done(devices.remove(call, call.path.id)),

  /** A token stands for the devices that are left, so that it is sent in their place. */
  Devices_GetTypes: (call) => {
    const { ids, continuationToken } = call.body;
    if (Boolean(ids) === Boolean(continuationToken)) {
      throw badRequest("One of the fields 'ids' and 'continuationToken' is required, and not both.");
    }
    const asked = ids ?? readIds(continuationToken ?? "");
    const size = call.pageSizes.deviceTypes;
    const found = asked.slice(0, size).map((id) => devices.known(call, "ids", id));
    return ok({
      devices: found.map((device) => ({ id: device.device_id, ...kindOf(device) })),
      continuationToken: tokenOf(asked.slice(size)),
    });
  },

  Devices_Assign: (call) => {
    const { device_id, current_device_password, assign_mode = "normal" } = call.body;
    if (!assignModes.includes(assign_mode)) throw badRequest(`assign_mode is one of ${assignModes.join(", ")}.`);
    const device = devices.find(call, device_id);
    if (!current_device_password || (device.password && device.password !== current_device_password)) {
      throw badRequest("The field 'current_device_password' is not the password of the device.");
    }
    device.assigned_to = true;
    return noContent();
  },
} satisfies Handlers<Reach>;
