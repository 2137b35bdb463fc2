import { created, done, noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest, notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { customers } from "../core/names";
import { random } from "../core/random";
import { inTurn, keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import type { CompanyState } from "./company";
import { type ManagedDevice, type ManagedDeviceState, managedDeviceAnswer, managedDevices } from "./managedDevices";
import { type Access, accessOfCreator, type Managed, type ManagerState, seededAccess } from "./managers";
import { join, leave, type Memberships, settle } from "./memberships";
import { resourcePage } from "./paging";
import { knownPolicy, type Policy, type PolicyState, teamviewerPolicyType, typeToRemove } from "./policies";
import type { UserGroupState } from "./userGroups";
import type { UserState } from "./users";

export interface ManagedGroup extends Memberships, Managed {
  id: string;
  name: string;
  /** Its policy of the TeamViewer type. */
  policy_id?: string;
  /** Its policies of other types, by the number of the type; they are no part of its answer. */
  otherPolicies: Map<number, string>;
}

export interface ManagedGroupState {
  managedGroups: Map<string, ManagedGroup>;
}

export const counts = { managedGroups: 4 };

export const pageSizes = { managedGroups: 100 };

type Reach = AnyCall<
  ManagedGroupState & ManagedDeviceState & PolicyState & ManagerState & UserState & UserGroupState & CompanyState,
  typeof pageSizes & { managedDevices: number }
>;

const emptyGroup = (id: string, name: string, access: Access): ManagedGroup => ({
  id,
  name,
  access,
  deviceIds: new Set(),
  pending: new Map(),
  otherPolicies: new Map(),
});

/** Every device is in one group, each group in turn; every other group has a policy. */
const seedManagedGroups = (
  count: number,
  devices: ManagedDevice[],
  [policy]: Policy[],
  accessOf: (index: number) => Access,
): ManagedGroup[] => {
  const chance = random("managed groups");
  const groups = times(count, (index) => {
    const name = `${inTurn(customers, index)} devices${index < customers.length ? "" : ` ${index}`}`;
    const policy_id = index % 2 === 0 ? policy?.policy_id : undefined;
    return { ...emptyGroup(chance.uuid(), name, accessOf(index)), policy_id };
  });
  devices.forEach((device, index) => {
    inTurn(groups, index)?.deviceIds.add(device.id);
  });
  return groups;
};

/** A device that is offline waits to join the first group after its own. */
const seedPending = (groups: ManagedGroup[], devices: ManagedDevice[]) => {
  const device = devices.find(({ isOnline }) => !isOnline);
  const group = device && groups.find(({ deviceIds }) => !deviceIds.has(device.id));
  if (device && group) join(group, device);
};

type Earlier = ManagedDeviceState & PolicyState & ManagerState;

export const seed = ({ count, policies, managers, ...earlier }: Seeding<typeof counts, Earlier>): ManagedGroupState => {
  const devices = [...earlier.managedDevices.values()];
  const accessOf = seededAccess([...managers.values()]);
  const groups = seedManagedGroups(count.managedGroups, devices, [...policies.values()], accessOf);
  seedPending(groups, devices);
  return { managedGroups: keyed(groups, ({ id }) => id) };
};

/** The groups, with their devices as they are by now. */
export const managedGroups = collection({
  name: "Managed group",
  records: ({ store }: AnyCall<ManagedGroupState & ManagedDeviceState>) => {
    for (const group of store.managedGroups.values()) settle(group, store.managedDevices);
    return store.managedGroups;
  },
  key: ({ id }) => id,
});

const groupAnswer = ({ id, name, policy_id }: ManagedGroup) => ({ id, name, policy_id });

/** Sets the policy that was sent among those of its type; gives the one of the TeamViewer type. */
const policyOf = (
  call: Reach,
  { otherPolicies }: ManagedGroup,
  { policy_id, policy_type }: Schema<"ManagedGroupsPutPolicyParameter"> = {},
): string | undefined => {
  if (policy_type === teamviewerPolicyType) return knownPolicy(call, "policy.policy_id", policy_id);
  if (policy_type !== undefined && policy_id !== undefined) otherPolicies.set(policy_type, policy_id);
  return undefined;
};

export const handlers = {
  ManagedGroups_List: (call) =>
    resourcePage(call, {
      list: "managed groups",
      items: managedGroups.list(call),
      size: call.pageSizes.managedGroups,
      answer: groupAnswer,
    }),

  ManagedGroups_Post: (call) => {
    const group = emptyGroup(call.store.newGuid(), call.body.name, accessOfCreator(call));
    return created(groupAnswer(managedGroups.add(call, group)));
  },

  ManagedGroups_Get: (call) => ok(groupAnswer(managedGroups.find(call, call.path.id))),

  ManagedGroups_Put: (call) => {
    const { name, policy } = call.body;
    if (name === undefined && policy === undefined) throw badRequest("The request contains no change.");
    const group = managedGroups.find(call, call.path.id);
    return ok(groupAnswer(managedGroups.change(call, group.id, { name, policy_id: policyOf(call, group, policy) })));
  },

  ManagedGroups_Put1: (call) => {
    const group = managedGroups.find(call, call.path.id);
    const type = typeToRemove(call.body);
    if (type === teamviewerPolicyType) group.policy_id = undefined;
    group.otherPolicies.delete(type);
    return noContent();
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

  ManagedGroups_GetPendingDevices: (call) => {
    const { id, pending } = managedGroups.find(call, call.path.id);
    return resourcePage(call, {
      list: `pending devices of ${id}`,
      items: [...pending],
      size: call.pageSizes.managedDevices,
      answer: ([deviceId, pendingOperation]) => ({
        ...managedDeviceAnswer(managedDevices.find(call, deviceId)),
        pendingOperation,
      }),
    });
  },

  ManagedGroups_PostDevices: (call) => {
    const group = managedGroups.find(call, call.path.id);
    const device = managedDevices.find(call, call.body.id);
    join(group, device);
    return created({ id: device.id });
  },

  ManagedGroups_DeleteDevice: (call) => {
    const group = managedGroups.find(call, call.path.id);
    const { managementId } = call.path;
    if (!group.deviceIds.has(managementId)) throw notFound("Managed device", managementId);
    return done(leave(group, managedDevices.find(call, managementId)));
  },

  ManagedDevices_GetDeviceManagedGroups: (call) => {
    const { id } = managedDevices.find(call, call.path.id);
    return resourcePage(call, {
      list: `groups of ${id}`,
      items: managedGroups.list(call).filter(({ deviceIds }) => deviceIds.has(id)),
      size: call.pageSizes.managedGroups,
      answer: groupAnswer,
    });
  },
} satisfies Handlers<Reach>;
