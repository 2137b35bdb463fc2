import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { notFound } from "../errors";
import type { Policy } from "../store";
import { sent } from "./shared";

const policyOf = ({ store }: AnyCall, id: string): Policy => {
  const policy = store.policies.get(id);
  if (!policy) throw notFound("Policy", id);
  return policy;
};

/** Policies of the TeamViewer kind, and the user roles of the company. */
export const policies: Handlers = {
  TeamViewerPolicies_List: ({ store }) => ok({ policies: [...store.policies.values()] }),

  TeamViewerPolicies_Get: (call) => ok({ policies: [policyOf(call, call.path.id)] }),

  TeamViewerPolicies_Post: ({ store, body }) => {
    const policy: Policy = {
      policy_id: store.newGuid(),
      name: body.name ?? "New policy",
      settings: body.settings ?? [],
    };
    store.policies.set(policy.policy_id, policy);
    return ok(policy);
  },

  TeamViewerPolicies_Put: (call) => {
    const { name, settings } = call.body;
    Object.assign(policyOf(call, call.path.id), sent({ name, settings }));
    return noContent();
  },

  TeamViewerPolicies_Delete: (call) => {
    call.store.policies.delete(policyOf(call, call.path.id).policy_id);
    return noContent();
  },

  UserRoles_Get: ({ store }) => ok({ Roles: [...store.userRoles.values()] }),
};
