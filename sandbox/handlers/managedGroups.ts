import { created, noContent, ok } from "../answers";
import type { Handlers } from "../calls";
import { badRequest, notFound } from "../errors";
import { listResponse, pageOf } from "../paging";
import type { ManagedDevice, ManagedGroup } from "../store";
import { managedDeviceAnswer, managedDeviceOf, managedGroupOf } from "./managedDevices";

const groupAnswer = ({ id, name }: ManagedGroup) => ({ id, name });

export const managedGroups: Handlers = {
  ManagedGroups_List: (call) => {
    const { paginationToken } = call.query;
    const all = [...call.store.managedGroups.values()];
    const page = pageOf("managed groups", all, call.pageSizes.managedGroups, paginationToken);
    return ok(listResponse(page, paginationToken, groupAnswer));
  },

  ManagedGroups_Post: (call) => {
    const group: ManagedGroup = { id: call.store.newGuid(), name: call.body.name, deviceIds: new Set() };
    call.store.managedGroups.set(group.id, group);
    return created(groupAnswer(group));
  },

  ManagedGroups_Get: (call) => ok(groupAnswer(managedGroupOf(call, call.path.id))),

  ManagedGroups_Put: (call) => {
    const group = managedGroupOf(call, call.path.id);
    const { name, policy } = call.body;
    if (name === undefined && policy === undefined) throw badRequest("The request contains no change.");
    if (name !== undefined) group.name = name;
    return ok(groupAnswer(group));
  },

  ManagedGroups_Delete: (call) => {
    call.store.managedGroups.delete(managedGroupOf(call, call.path.id).id);
    return noContent();
  },

  ManagedGroups_GetDevices: (call) => {
    const { paginationToken } = call.query;
    const { id, deviceIds } = managedGroupOf(call, call.path.id);
    const devices = [...deviceIds]
      .map((deviceId) => call.store.managedDevices.get(deviceId))
      .filter((device): device is ManagedDevice => device !== undefined);
    const page = pageOf(`devices of ${id}`, devices, call.pageSizes.managedDevices, paginationToken);
    return ok(listResponse(page, paginationToken, managedDeviceAnswer));
  },

  ManagedGroups_PostDevices: (call) => {
    const group = managedGroupOf(call, call.path.id);
    const device = managedDeviceOf(call, call.body.id);
    group.deviceIds.add(device.id);
    return created({ id: device.id });
  },

  ManagedGroups_DeleteDevice: (call) => {
    const { deviceIds } = managedGroupOf(call, call.path.id);
    if (!deviceIds.delete(call.path.managementId)) throw notFound("Managed device", call.path.managementId);
    return noContent();
  },
};
