import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, notFound } from "../errors";
import { listResponse, pageOf } from "../paging";
import type { ManagedDevice, ManagedGroup, Schema } from "../store";
import { inCompany, knownPolicy } from "./shared";

/** `last_seen` is present only while the device is offline. */
export const managedDeviceAnswer = (device: ManagedDevice): Schema<"ManagedDeviceModel"> => {
  const { id, teamviewerId, name, isOnline, last_seen } = device;
  return { id, teamviewerId, name, isOnline, ...(!isOnline && { last_seen }) };
};

export const managedDeviceOf = ({ store }: AnyCall, id: string): ManagedDevice => {
  const device = store.managedDevices.get(id);
  if (!device) throw notFound("Managed device", id);
  return device;
};

export const managedGroupOf = ({ store }: AnyCall, id: string): ManagedGroup => {
  const group = store.managedGroups.get(id);
  if (!group) throw notFound("Managed group", id);
  return group;
};

const knownGroup = (call: AnyCall, id: string): ManagedGroup => {
  const group = call.store.managedGroups.get(id);
  if (!group) throw badRequest(`managedGroupId: there is no managed group ${id}.`);
  return group;
};

export const managedDevices: Handlers = {
  ManagedDevices_List: (call) => {
    const { paginationToken } = call.query;
    const all = [...call.store.managedDevices.values()];
    const page = pageOf("managed devices", all, call.pageSizes.managedDevices, paginationToken);
    return ok(listResponse(page, paginationToken, managedDeviceAnswer));
  },

  ManagedDevices_ListCompanyDevices: (call) => {
    const { paginationToken } = call.query;
    inCompany(call);
    const all = [...call.store.managedDevices.values()].filter((device) => device.company);
    const page = pageOf("company devices", all, call.pageSizes.managedDevices, paginationToken);
    return ok(listResponse(page, paginationToken, managedDeviceAnswer));
  },

  ManagedDevices_Get: (call) => {
    const device = managedDeviceOf(call, call.path.id);
    const { teamviewerPolicyId, teamViewerVersion, deviceDescription } = device;
    return ok({ ...managedDeviceAnswer(device), teamviewerPolicyId, teamViewerVersion, deviceDescription });
  },

  ManagedDevices_Put: (call) => {
    const device = managedDeviceOf(call, call.path.id);
    const { name, teamviewerPolicyId, managedGroupId } = call.body;
    if (name === undefined && teamviewerPolicyId === undefined && managedGroupId === undefined) {
      throw badRequest("The request contains no changes.");
    }
    const policy = knownPolicy(call.store, teamviewerPolicyId);
    const group = managedGroupId ? knownGroup(call, managedGroupId) : undefined;
    if (name !== undefined) device.name = name;
    if (teamviewerPolicyId !== undefined) device.teamviewerPolicyId = policy;
    group?.deviceIds.add(device.id);
    return noContent();
  },

  ManagedDevices_DeleteDevice: (call) => {
    const device = managedDeviceOf(call, call.path.id);
    call.store.managedDevices.delete(device.id);
    for (const group of call.store.managedGroups.values()) group.deviceIds.delete(device.id);
    return noContent();
  },

  ManagedDevices_GetDeviceManagedGroups: (call) => {
    const device = managedDeviceOf(call, call.path.id);
    const groups = [...call.store.managedGroups.values()].filter(({ deviceIds }) => deviceIds.has(device.id));
    const page = { items: groups };
    return ok(listResponse(page, undefined, ({ id, name }) => ({ id, name })));
  },

  ManagedDevices_PutDeviceDescription: (call) => {
    const device = managedDeviceOf(call, call.path.id);
    device.deviceDescription = call.body.deviceDescription ?? "";
    return noContent();
  },
};
