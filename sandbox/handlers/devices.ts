import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, notFound } from "../errors";
import type { Device, Schema } from "../store";
import { visibleGroups, writableGroup } from "./groups";
import { contains, equals, idOf, knownPolicy, nowIso, sent, stateEquals } from "./shared";

const deviceAnswer = ({ password, last_seen, ...device }: Device): Schema<"GetDeviceResponse"> => ({
  ...device,
  supported_features: "remote_control,chat",
  teamviewer_id: Number(device.remotecontrol_id.slice(1)),
  ...(device.online_state === "Offline" && { last_seen }),
});

const visibleDevices = (call: AnyCall): Device[] => {
  const groupIds = new Set(visibleGroups(call).map((group) => group.id));
  return [...call.store.devices.values()].filter((device) => groupIds.has(device.groupid));
};

const deviceOf = (call: AnyCall, id: string): Device => {
  const deviceId = idOf("d", id, "device id");
  const device = visibleDevices(call).find((candidate) => candidate.device_id === deviceId);
  if (!device) throw notFound("Device", deviceId);
  return device;
};

const assignModes = ["normal", "easyrollout"];

export const devices: Handlers = {
  Devices_Get: (call) => {
    const { name, online_state, groupid, remotecontrol_id } = call.query;
    const found = visibleDevices(call).filter(
      (device) =>
        contains(device.alias, name) &&
        stateEquals(device.online_state, online_state) &&
        equals(device.groupid, groupid && idOf("g", groupid, "groupid")) &&
        equals(device.remotecontrol_id, remotecontrol_id && idOf("r", remotecontrol_id, "remotecontrol_id")),
    );
    return ok({ devices: found.map(deviceAnswer) });
  },

  Devices_Post: (call) => {
    const { remotecontrol_id, groupid, alias, description = "", password } = call.body;
    if (!remotecontrol_id) throw badRequest("The field 'remotecontrol_id' is required.");
    if (!groupid) throw badRequest("The field 'groupid' is required.");
    const group = writableGroup(call, groupid);
    const device: Device = {
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
    };
    call.store.devices.set(device.device_id, device);
    return ok(deviceAnswer(device));
  },

  Devices_Get1: (call) => ok({ devices: [deviceAnswer(deviceOf(call, call.path.id))] }),

  Devices_Put: (call) => {
    const device = deviceOf(call, call.path.id);
    const { groupid, policy_id, ...fields } = call.body;
    writableGroup(call, device.groupid);
    const group = groupid ? writableGroup(call, groupid) : undefined;
    const policy = knownPolicy(call.store, policy_id);
    Object.assign(device, sent(fields));
    if (group) device.groupid = group.id;
    if (policy_id !== undefined) device.policy_id = policy;
    return noContent();
  },

  Devices_Delete: (call) => {
    const device = deviceOf(call, call.path.id);
    writableGroup(call, device.groupid);
    call.store.devices.delete(device.device_id);
    return noContent();
  },

  Devices_Assign: (call) => {
    const { device_id, current_device_password, assign_mode = "normal" } = call.body;
    if (!assignModes.includes(assign_mode)) throw badRequest(`assign_mode is one of ${assignModes.join(", ")}.`);
    const device = deviceOf(call, device_id);
    if (!current_device_password || (device.password && device.password !== current_device_password)) {
      throw badRequest("The field 'current_device_password' is not the password of the device.");
    }
    device.assigned_to = true;
    return noContent();
  },
};
