/** Monitoring policies and patch management policies: two kinds that are assigned in the same way. */
import { ok } from "../core/answers";
import { type Collection, collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";

export interface DevicePolicy {
  policy_id: string;
  policy_name: string;
}

export interface DevicePolicyState {
  monitoringPolicies: Map<string, DevicePolicy>;
  patchPolicies: Map<string, DevicePolicy>;
}

/** A device with a policy of its own, with that of a managed group, or with none. */
export interface Assignable {
  policy?: { policy_id: string } | { managed_group_id: string };
}

/** As much of other families as an assignment is concerned with. */
interface Holders {
  monitoringDevices: Map<number, Assignable>;
  patchDevices: Map<number, Assignable>;
  managedGroups: Map<string, { id: string }>;
}

type Reach = AnyCall<DevicePolicyState & Holders>;

export const counts = { monitoringPolicies: 3, patchPolicies: 2 };

const names = {
  monitoringPolicies: ["Workstations", "Servers", "Kiosks"],
  patchPolicies: ["Security patches weekly", "All patches monthly"],
};

const seedPolicies = (kind: keyof typeof counts, count: number) => {
  const chance = random(kind);
  const policies = times(count, (index) => ({
    policy_id: chance.uuid(),
    policy_name: names[kind][index] ?? `Policy ${index + 1}`,
  }));
  return keyed(policies, ({ policy_id }) => policy_id);
};

export const seed = ({ count }: Seeding<typeof counts>): DevicePolicyState => ({
  monitoringPolicies: seedPolicies("monitoringPolicies", count.monitoringPolicies),
  patchPolicies: seedPolicies("patchPolicies", count.patchPolicies),
});

type Policies = Collection<AnyCall<DevicePolicyState>, DevicePolicy>;

export const monitoringPolicies: Policies = collection({
  name: "Monitoring policy",
  records: ({ store }) => store.monitoringPolicies,
  key: ({ policy_id }) => policy_id,
});

export const patchPolicies: Policies = collection({
  name: "Patch management policy",
  records: ({ store }) => store.patchPolicies,
  key: ({ policy_id }) => policy_id,
});

const managedGroups = collection({
  name: "Managed group",
  records: ({ store }: Reach) => store.managedGroups,
  key: ({ id }) => id,
});

/** The known policy that a field names, as what a device has of it; nothing for a blank field. */
export const ownPolicy = (
  call: AnyCall<DevicePolicyState>,
  policies: Policies,
  field: string,
  id: string | undefined,
): Assignable => (id ? { policy: { policy_id: policies.known(call, field, id).policy_id } } : {});

type Assignment = Schema<"PolicyAssignParameters">;

/** What the devices get. One of the two has to be given. */
const assigned = (call: Reach, policies: Policies, { policy_id, managed_group_id }: Assignment): Assignable => {
  if (policy_id) return ownPolicy(call, policies, "policy_id", policy_id);
  if (!managed_group_id) throw badRequest("Either policy_id or managed_group_id is required.");
  const { id } = managedGroups.known(call, "managed_group_id", managed_group_id);
  return { policy: { managed_group_id: id } };
};

/** Every device has an outcome of its own; only one that is activated can have a policy. */
const assign = (call: Reach & { body: Assignment }, policies: Policies, devices: Map<number, Assignable>) => {
  const given = assigned(call, policies, call.body);
  return ok(
    call.body.teamviewer_ids.map((teamviewer_id) => {
      const device = devices.get(teamviewer_id);
      if (!device) return { teamviewer_id, success: false, description: "The device is not activated." };
      Object.assign(device, given);
      return { teamviewer_id, success: true, description: "" };
    }),
  );
};

export const handlers = {
  MonitoringPolicies_Get: (call) => ok({ policies: monitoringPolicies.list(call) }),

  /** One policy comes in the envelope of the list. */
  MonitoringPolicies_Get1: (call) => ok({ policies: [monitoringPolicies.find(call, call.path.id)] }),

  MonitoringPolicies_AssignPolicy: (call) => assign(call, monitoringPolicies, call.store.monitoringDevices),

  PatchManagementPolicies_Get: (call) => ok({ policies: patchPolicies.list(call) }),

  /** One policy comes in the envelope of the list. */
  PatchManagementPolicies_Get1: (call) => ok({ policies: [patchPolicies.find(call, call.path.id)] }),

  PatchManagementPolicies_AssignPolicy: (call) => assign(call, patchPolicies, call.store.patchDevices),
} satisfies Handlers<Reach>;
