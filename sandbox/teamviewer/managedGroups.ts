import { created, done, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest, notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { customers } from "../core/names";
import { random } from "../core/random";
import { inTurn, keyed, times } from "../core/seed";
import type { AnyCall, Handlers } from "./calls";
import { type ManagedDevice, type ManagedDeviceState, managedDeviceAnswer, managedDevices } from "./managedDevices";
import { orNull, resourcePage } from "./paging";

export interface ManagedGroup {
  id: string;
  name: string;
  deviceIds: Set<string>;
}

export interface ManagedGroupState {
  managedGroups: Map<string, ManagedGroup>;
}

export const counts = { managedGroups: 4 };

export const pageSizes = { managedGroups: 100 };

type Reach = AnyCall<ManagedGroupState & ManagedDeviceState, typeof pageSizes & { managedDevices: number }>;

/** Every device is in one group, each group in turn. */
const seedManagedGroups = (count: number, devices: ManagedDevice[]): ManagedGroup[] => {
  const chance = random("managed groups");
  const groups = times(count, (index) => ({
    id: chance.uuid(),
    name: `${inTurn(customers, index)} devices${index < customers.length ? "" : ` ${index}`}`,
    deviceIds: new Set<string>(),
  }));
  devices.forEach((device, index) => {
    inTurn(groups, index)?.deviceIds.add(device.id);
  });
  return groups;
};

export const seed = ({ count, managedDevices }: Seeding<typeof counts, ManagedDeviceState>): ManagedGroupState => ({
  managedGroups: keyed(seedManagedGroups(count.managedGroups, [...managedDevices.values()]), ({ id }) => id),
});

const managedGroups = collection({
  name: "Managed group",
  records: ({ store }: Reach) => store.managedGroups,
  key: ({ id }) => id,
});

const groupAnswer = ({ id, name }: ManagedGroup) => ({ id, name });

export const handlers = {
  ManagedGroups_List: (call) =>
    resourcePage(call, {
      list: "managed groups",
      items: managedGroups.list(call),
      size: call.pageSizes.managedGroups,
      answer: groupAnswer,
    }),

  ManagedGroups_Post: (call) => {
    const group = { id: call.store.newGuid(), name: call.body.name, deviceIds: new Set<string>() };
    return created(groupAnswer(managedGroups.add(call, group)));
  },

  ManagedGroups_Get: (call) => ok(groupAnswer(managedGroups.find(call, call.path.id))),

  ManagedGroups_Put: (call) => {
    const { name, policy } = call.body;
    if (name === undefined && policy === undefined) throw badRequest("The request contains no change.");
    return ok(groupAnswer(managedGroups.change(call, call.path.id, { name })));
  },

  ManagedGroups_Delete: (call) => done(managedGroups.remove(call, call.path.id)),

  ManagedGroups_GetDevices: (call) => {
    const { id, deviceIds } = managedGroups.find(call, call.path.id);
    return resourcePage(call, {
      list: `devices of ${id}`,
      items: [...deviceIds].flatMap((deviceId) => call.store.managedDevices.get(deviceId) ?? []),
      size: call.pageSizes.managedDevices,
      answer: managedDeviceAnswer,
    });
  },

  ManagedGroups_PostDevices: (call) => {
    const { deviceIds } = managedGroups.find(call, call.path.id);
    const { id } = managedDevices.find(call, call.body.id);
    deviceIds.add(id);
    return created({ id });
  },

  ManagedGroups_DeleteDevice: (call) => {
    const { deviceIds } = managedGroups.find(call, call.path.id);
    const { managementId } = call.path;
    if (!deviceIds.delete(managementId)) throw notFound("Managed device", managementId);
    return done(managementId);
  },

  ManagedDevices_GetDeviceManagedGroups: (call) => {
    const { id } = managedDevices.find(call, call.path.id);
    const groups = managedGroups.list(call).filter(({ deviceIds }) => deviceIds.has(id));
    return ok({
      currentPaginationToken: orNull(),
      nextPaginationToken: orNull(),
      resources: groups.map(groupAnswer),
    });
  },
} satisfies Handlers<Reach>;
