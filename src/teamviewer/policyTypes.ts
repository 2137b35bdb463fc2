/** The types of policy that devices and groups under central management have, one policy of each. */
import { namedChoiceInput } from "../platform/inputs";

/** The numbers that the description's notes name; for its others nothing is published. */
export const documentedPolicyTypes = { 1: "TeamViewer", 4: "Monitoring", 5: "Patch management" } as const;

const label = "Policy Type";

/** Of the policy to set. */
export const policyType = namedChoiceInput(
  { label, comments: "What kind of policy the Policy ID is of. Blank: only without a Policy ID." },
  documentedPolicyTypes,
);

/** Of the policy to take away. */
export const requiredPolicyType = namedChoiceInput(
  { label, comments: "The kind of policy to take away.", required: true },
  documentedPolicyTypes,
);
