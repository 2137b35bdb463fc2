/** What an action calls, needs and does, as a list. */
import type { Declared } from "../../src/platform/declared";
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

/** What the operations of an action need, by kind, each thing once. */
export const neededBy = (declared: Declared | undefined, requirementOf: RequirementOf): Record<string, string[]> => {
  const needs: Record<string, string[]> = {};
  const { operations = [] } = declared ?? {};
  for (const [kind, value] of operations.flatMap((operation) => Object.entries(requirementOf(operation) ?? {}))) {
    if (value !== undefined) needs[kind] = [...new Set([...(needs[kind] ?? []), value])];
  }
  return needs;
};

/** The same with the words for each kind, in their order: `["Scope", ["Groups.Read"]]`. */
export const requirementsOf = (declared: Declared | undefined, requirementOf: RequirementOf): [string, string[]][] => {
  const needs = neededBy(declared, requirementOf);
  return Object.entries(kinds).flatMap(([kind, words]): [string, string[]][] => {
    const values = needs[kind];
    return values ? [[words, values]] : [];
  });
};

/** Scope, token level, licence, manager permission, operations and effect of an action; what is not known is left out. */
export const needsOf = (action: DescribedAction, requirementOf: RequirementOf): string[] => {
  const { operations = [] } = action.declared ?? {};
  const needed = requirementsOf(action.declared, requirementOf).map(
    ([words, values]) => [words, values.map(prose)] as const,
  );
  return [...needed, ["Calls", operations.map(code)] as const, ["Effect", [effectOf(action)]] as const]
    .filter(([, values]) => values.length > 0)
    .map(([words, values]) => `- ${words}: ${[...new Set(values)].join("; ")}`);
};
