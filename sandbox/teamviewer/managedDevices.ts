import { done, noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { customers, deviceName } from "../core/names";
import { random } from "../core/random";
import { inTurn, keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { type CompanyState, inCompany } from "./company";
import { teamviewerIdOf } from "./ids";
import { type Access, type Managed, type ManagerState, seededAccess, seedManagers } from "./managers";
import { join, leave, type Memberships } from "./memberships";
import { resourcePage } from "./paging";
import { knownPolicy, type Policy, type PolicyState, teamviewerPolicyType, typeToRemove } from "./policies";
import { presence } from "./presence";
import type { UserGroupState } from "./userGroups";
import { ownUser, type UserState } from "./users";

export interface ManagedDevice extends Managed {
  id: string;
  teamviewerId: number;
  name: string;
  isOnline: boolean;
  /** Sent only while the device is offline. */
  last_seen: string;
  teamViewerVersion: string;
  deviceDescription: string;
  teamviewerPolicyId?: string;
  /** Managed by the company, not only by the account. */
  company: boolean;
}

export interface ManagedDeviceState {
  managedDevices: Map<string, ManagedDevice>;
}

/** As much of managed groups as their devices are concerned with. */
interface GroupState {
  managedGroups: Map<string, { id: string } & Memberships>;
}

export const counts = { managedDevices: 120 };

export const pageSizes = { managedDevices: 100 };

type Reach = AnyCall<ManagedDeviceState & GroupState & PolicyState & UserState & CompanyState, typeof pageSizes>;

const seedManagedDevices = (
  count: number,
  policies: Policy[],
  accessOf: (index: number) => Access,
  now: number,
): ManagedDevice[] => {
  const chance = random("managed devices");
  return times(count, (index) => ({
    id: chance.uuid(),
    teamviewerId: teamviewerIdOf(index),
    name: deviceName(index),
    ...presence(index, chance, now),
    teamViewerVersion: `15.${50 + (index % 12)}.4`,
    deviceDescription: index % 4 === 0 ? `${inTurn(customers, index)}` : "",
    teamviewerPolicyId: index % 3 === 0 ? policies[0]?.policy_id : undefined,
    company: index % 5 !== 4,
    access: accessOf(index),
  }));
};

type Earlier = PolicyState & UserState & UserGroupState & CompanyState;

export const seed = (seeding: Seeding<typeof counts, Earlier>): ManagedDeviceState & ManagerState => {
  const { count, now, policies } = seeding;
  const managers = seedManagers(seeding);
  const accessOf = seededAccess([...managers.values()]);
  const devices = seedManagedDevices(count.managedDevices, [...policies.values()], accessOf, now);
  return { managers, managedDevices: keyed(devices, ({ id }) => id) };
};

export const managedDevices = collection({
  name: "Managed device",
  records: ({ store }: AnyCall<ManagedDeviceState>) => store.managedDevices,
  key: ({ id }) => id,
});

/** The managed device with a TeamViewer ID that a field names; 400 when there is none. */
export const managedDeviceWith = (
  { store }: AnyCall<ManagedDeviceState>,
  field: string,
  teamviewerId: number,
): ManagedDevice => {
  for (const device of store.managedDevices.values()) if (device.teamviewerId === teamviewerId) return device;
  throw badRequest(`${field}: there is no device with the TeamViewer ID ${teamviewerId}.`);
};

const managedGroups = collection({
  name: "Managed group",
  records: ({ store }: AnyCall<GroupState>) => store.managedGroups,
  key: ({ id }) => id,
});

/** `last_seen` is present only while the device is offline. */
export const managedDeviceAnswer = (device: ManagedDevice): Schema<"ManagedDeviceModel"> => {
  const { id, teamviewerId, name, isOnline, last_seen } = device;
  return { id, teamviewerId, name, isOnline, ...(!isOnline && { last_seen }) };
};

export const handlers = {
  ManagedDevices_List: (call) =>
    resourcePage(call, {
      list: "managed devices",
      items: managedDevices.list(call),
      size: call.pageSizes.managedDevices,
      answer: managedDeviceAnswer,
    }),

  ManagedDevices_ListCompanyDevices: (call) => {
    inCompany(call);
    return resourcePage(call, {
      list: "company devices",
      items: managedDevices.list(call).filter((device) => device.company),
      size: call.pageSizes.managedDevices,
      answer: managedDeviceAnswer,
    });
  },

  ManagedDevices_Get: (call) => {
    const device = managedDevices.find(call, call.path.id);
    const { teamviewerPolicyId, teamViewerVersion, deviceDescription } = device;
    return ok({ ...managedDeviceAnswer(device), teamviewerPolicyId, teamViewerVersion, deviceDescription });
  },

  ManagedDevices_Put: (call) => {
    const device = managedDevices.find(call, call.path.id);
    const { name, teamviewerPolicyId, managedGroupId } = call.body;
    if (name === undefined && teamviewerPolicyId === undefined && managedGroupId === undefined) {
      throw badRequest("The request contains no changes.");
    }
    const policy = knownPolicy(call, "teamviewerPolicyId", teamviewerPolicyId);
    const group =
      managedGroupId === undefined ? undefined : managedGroups.known(call, "managedGroupId", managedGroupId);
    if (name !== undefined) device.name = name;
    if (teamviewerPolicyId !== undefined) device.teamviewerPolicyId = policy;
    return done(group?.deviceIds.add(device.id));
  },

  ManagedDevices_DeleteDevice: (call) => {
    const { id } = managedDevices.remove(call, call.path.id);
    for (const { deviceIds, pending } of managedGroups.list(call)) {
      deviceIds.delete(id);
      pending.delete(id);
    }
    return noContent();
  },

  ManagedDevices_CreateAssignmentData: (call) =>
    ok({ assignmentData: Buffer.from(ownUser(call).id).toString("base64") }),

  ManagedDevices_MoveDevice: (call) => {
    const device = managedDevices.find(call, call.path.id);
    const { AddedChainIds: added = [], RemovedChainIds: removed = [] } = call.body;
    if (added.length + removed.length === 0) throw badRequest("The request contains no changes.");
    const joined = added.map((id) => managedGroups.known(call, "AddedChainIds", id));
    const left = removed.map((id) => managedGroups.known(call, "RemovedChainIds", id));
    for (const group of joined) join(group, device);
    for (const group of left) leave(group, device);
    return noContent();
  },

  /** A managed device has no more than its TeamViewer policy here; one of another type is not there to be taken away. */
  ManagedDevices_Put1: (call) => {
    const device = managedDevices.find(call, call.path.id);
    if (typeToRemove(call.body) === teamviewerPolicyType) device.teamviewerPolicyId = undefined;
    return noContent();
  },

  ManagedDevices_PutDeviceDescription: (call) => {
    const { deviceDescription } = call.body;
    return done(managedDevices.change(call, call.path.id, { deviceDescription: deviceDescription ?? "" }));
  },
} satisfies Handlers<Reach>;
