import { created, done, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest, notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { customers } from "../core/names";
import { random } from "../core/random";
import { inTurn, keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { type ManagedDevice, type ManagedDeviceState, managedDeviceAnswer, managedDevices } from "./managedDevices";
import { resourcePage } from "./paging";
import { knownPolicy, type Policy, type PolicyState } from "./policies";

export interface ManagedGroup {
  id: string;
  name: string;
  deviceIds: Set<string>;
  /** Its policy of the TeamViewer kind. */
  policy_id?: string;
}

export interface ManagedGroupState {
  managedGroups: Map<string, ManagedGroup>;
}

export const counts = { managedGroups: 4 };

export const pageSizes = { managedGroups: 100 };

type Reach = AnyCall<
  ManagedGroupState & ManagedDeviceState & PolicyState,
  typeof pageSizes & { managedDevices: number }
>;

/** Every device is in one group, each group in turn; every other group has a policy. */
const seedManagedGroups = (count: number, devices: ManagedDevice[], [policy]: Policy[]): ManagedGroup[] => {
  const chance = random("managed groups");
  const groups = times(count, (index) => ({
    id: chance.uuid(),
    name: `${inTurn(customers, index)} devices${index < customers.length ? "" : ` ${index}`}`,
    deviceIds: new Set<string>(),
    policy_id: index % 2 === 0 ? policy?.policy_id : undefined,
  }));
  devices.forEach((device, index) => {
    inTurn(groups, index)?.deviceIds.add(device.id);
  });
  return groups;
};

type Earlier = ManagedDeviceState & PolicyState;

export const seed = ({ count, managedDevices, policies }: Seeding<typeof counts, Earlier>): ManagedGroupState => {
  const groups = seedManagedGroups(count.managedGroups, [...managedDevices.values()], [...policies.values()]);
  return { managedGroups: keyed(groups, ({ id }) => id) };
};

const managedGroups = collection({
  name: "Managed group",
  records: ({ store }: Reach) => store.managedGroups,
  key: ({ id }) => id,
});

const groupAnswer = ({ id, name, policy_id }: ManagedGroup) => ({ id, name, policy_id });

/** The number of the TeamViewer kind; policies of other kinds are no part of a group's answer. */
const teamviewerKind = 1;

const policyOf = (call: Reach, policy: Schema<"ManagedGroupsPutPolicyParameter"> = {}): string | undefined => {
  const { policy_id, policy_type } = policy;
  return policy_type === teamviewerKind ? knownPolicy(call, "policy.policy_id", policy_id) : undefined;
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
    const group = { id: call.store.newGuid(), name: call.body.name, deviceIds: new Set<string>() };
    return created(groupAnswer(managedGroups.add(call, group)));
  },

  ManagedGroups_Get: (call) => ok(groupAnswer(managedGroups.find(call, call.path.id))),

  ManagedGroups_Put: (call) => {
    const { name, policy } = call.body;
    if (name === undefined && policy === undefined) throw badRequest("The request contains no change.");
    return ok(groupAnswer(managedGroups.change(call, call.path.id, { name, policy_id: policyOf(call, policy) })));
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
    return resourcePage(call, {
      list: `groups of ${id}`,
      items: managedGroups.list(call).filter(({ deviceIds }) => deviceIds.has(id)),
      size: call.pageSizes.managedGroups,
      answer: groupAnswer,
    });
  },
} satisfies Handlers<Reach>;
