import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";

export type Policy = Schema<"TeamViewerPolicy"> & { policy_id: string };

export interface PolicyState {
  policies: Map<string, Policy>;
  /** The company's default policy, of which no answer tells. */
  defaultPolicy: { id?: string };
}

/** As much of other families as a policy's deletion is concerned with. */
interface Holders {
  devices: Map<string, { policy_id?: string }>;
  groups: Map<string, { policy_id?: string }>;
  managedDevices: Map<string, { teamviewerPolicyId?: string }>;
  managedGroups: Map<string, { policy_id?: string }>;
}

/** The number of TeamViewer policies among the types of policy that devices and groups have. */
export const teamviewerPolicyType = 1;

/** The type of the policy to take away. */
export const typeToRemove = ({ policy_type }: Schema<"ManagedDevicesRemovePolicyParameters">): number => {
  if (policy_type === undefined) throw badRequest("The field 'policy_type' is missing.");
  return policy_type;
};

type Reach = AnyCall<PolicyState>;

export const counts = { policies: 3 };

const names = ["Default policy", "Servers: no easy access", "Kiosks: black screen"];

const seedPolicies = (count: number): Policy[] => {
  const chance = random("policies");
  return times(count, (index) => ({
    policy_id: chance.uuid(),
    name: names[index] ?? `Policy ${index + 1}`,
    settings: [{ Key: "AutoLockWorkstation", Value: true, Enforce: index % 2 === 0 }],
  }));
};

export const seed = ({ count }: Seeding<typeof counts>): PolicyState => {
  const policies = seedPolicies(count.policies);
  return { policies: keyed(policies, (policy) => policy.policy_id), defaultPolicy: { id: policies[0]?.policy_id } };
};

const policies = collection({
  name: "Policy",
  records: ({ store }: Reach) => store.policies,
  key: (policy) => policy.policy_id,
});

/** The id of a known policy that a field names; a blank one takes the policy away. */
export const knownPolicy = (call: Reach, field: string, id: string | undefined): string | undefined =>
  id ? policies.known(call, field, id).policy_id : undefined;

const makeDefault = ({ store: { defaultPolicy } }: Reach, id: string, isDefault: boolean | undefined) => {
  if (isDefault) defaultPolicy.id = id;
  if (isDefault === false && defaultPolicy.id === id) defaultPolicy.id = undefined;
};

/** Whatever had the policy has none. */
const takeAway = ({ store }: AnyCall<Holders & PolicyState>, id: string) => {
  for (const holder of [store.devices, store.groups, store.managedGroups].flatMap((each) => [...each.values()])) {
    if (holder.policy_id === id) holder.policy_id = undefined;
  }
  for (const device of store.managedDevices.values()) {
    if (device.teamviewerPolicyId === id) device.teamviewerPolicyId = undefined;
  }
  if (store.defaultPolicy.id === id) store.defaultPolicy.id = undefined;
};

export const handlers = {
  TeamViewerPolicies_List: (call) => ok({ policies: policies.list(call) }),

  /** One policy comes in the envelope of the list. */
  TeamViewerPolicies_Get: (call) => ok({ policies: [policies.find(call, call.path.id)] }),

  TeamViewerPolicies_Post: (call) => {
    const { name = "New policy", settings = [], default: isDefault } = call.body;
    const policy = policies.add(call, { policy_id: call.store.newGuid(), name, settings });
    makeDefault(call, policy.policy_id, isDefault);
    return ok(policy);
  },

  TeamViewerPolicies_Put: (call) => {
    const { name, settings, default: isDefault } = call.body;
    const { policy_id } = policies.change(call, call.path.id, { name, settings });
    makeDefault(call, policy_id, isDefault);
    return noContent();
  },

  TeamViewerPolicies_Delete: (call) => {
    const { policy_id } = policies.remove(call, call.path.id);
    takeAway(call, policy_id);
    return noContent();
  },
} satisfies Handlers<AnyCall<PolicyState & Holders>>;
