/** What an action calls, needs and does, as a list. */
import type { DescribedAction } from "./families";
import { code, prose } from "./markdown";

/** What an operation needs of a token and an account, by kind. */
export type RequirementOf = (operation: string) => object | undefined;

const kinds = {
  scope: "Scope",
  level: "Token level",
  licence: "Licence",
  permission: "Manager permission",
  keyPermission: "Permission of the access key",
};

const effectOf = ({ performSafety, declared }: DescribedAction): string => {
  const { irreversible, operations = [] } = declared ?? {};
  if (irreversible) return `**cannot be undone**${typeof irreversible === "string" ? ` ${prose(irreversible)}` : ""}`;
  if (performSafety === "SAFE") return "only reads";
  return operations.length > 0 ? "changes data" : "may change data";
};

/** Scope, token level, licence, manager permission, operations and effect of an action; what is not known is left out. */
export const needsOf = (action: DescribedAction, requirementOf: RequirementOf): string[] => {
  const { operations = [] } = action.declared ?? {};
  const requirements = operations.map((operation) => ({ ...requirementOf(operation) }) as Record<string, string>);
  const needed = Object.entries(kinds).map(([kind, words]): [string, string[]] => [
    words,
    requirements.flatMap(({ [kind]: value }) => (value === undefined ? [] : prose(value))),
  ]);
  return [...needed, ["Calls", operations.map(code)] as const, ["Effect", [effectOf(action)]] as const]
    .filter(([, values]) => values.length > 0)
    .map(([words, values]) => `- ${words}: ${[...new Set(values)].join("; ")}`);
};
