import { done, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";

export type Policy = Schema<"TeamViewerPolicy"> & { policy_id: string };

export interface PolicyState {
  policies: Map<string, Policy>;
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
    settings: [{ Key: "AutoLockWorkstation", Value: {}, Enforce: index % 2 === 0 }],
  }));
};

export const seed = ({ count }: Seeding<typeof counts>): PolicyState => ({
  policies: keyed(seedPolicies(count.policies), (policy) => policy.policy_id),
});

const policies = collection({
  name: "Policy",
  records: ({ store }: Reach) => store.policies,
  key: (policy) => policy.policy_id,
});

/** The id of a known policy that a field names; a blank one takes the policy away. */
export const knownPolicy = (call: Reach, field: string, id: string | undefined): string | undefined =>
  id ? policies.known(call, field, id).policy_id : undefined;

export const handlers = {
  TeamViewerPolicies_List: (call) => ok({ policies: policies.list(call) }),

  /** One policy comes in the envelope of the list. */
  TeamViewerPolicies_Get: (call) => ok({ policies: [policies.find(call, call.path.id)] }),

  TeamViewerPolicies_Post: (call) => {
    const { name = "New policy", settings = [] } = call.body;
    return ok(policies.add(call, { policy_id: call.store.newGuid(), name, settings }));
  },

  TeamViewerPolicies_Put: (call) => {
    const { name, settings } = call.body;
    return done(policies.change(call, call.path.id, { name, settings }));
  },

  TeamViewerPolicies_Delete: (call) => done(policies.remove(call, call.path.id)),
} satisfies Handlers<Reach>;
