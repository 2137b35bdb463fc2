import type { Difference } from "./compare";

/** The keys of the actions that reach an operation. */
export type ActionsOf = (operation: string) => string[];

const titles: Record<Difference["kind"], string> = {
  added: "Added operations",
  removed: "Removed operations",
  changed: "Changed operations",
};

const kinds = Object.keys(titles) as Difference["kind"][];

const blockOf = ({ kind, operation, lines }: Difference, actionsOf: ActionsOf): string[] => {
  const actions = actionsOf(operation);
  const touched = kind === "added" ? "" : ` (${actions.length > 0 ? actions.join(", ") : "no action"})`;
  return [`  ${operation}${touched}`, ...lines.map((line) => `    ${line}`)];
};

/** The differences in lines, by kind, with the actions that each touches; a summary last. */
export const reportOf = (differences: Difference[], actionsOf: ActionsOf): string => {
  const ofKind = (kind: Difference["kind"]) => differences.filter((difference) => difference.kind === kind);
  const touched = [...new Set(differences.flatMap(({ operation }) => actionsOf(operation)))].sort();
  return [
    ...kinds
      .filter((kind) => ofKind(kind).length > 0)
      .flatMap((kind) => [`${titles[kind]}:`, ...ofKind(kind).flatMap((each) => blockOf(each, actionsOf)), ""]),
    `Operations: ${kinds.map((kind) => `${ofKind(kind).length} ${kind}`).join(", ")}.`,
    `Actions touched: ${touched.length > 0 ? touched.join(", ") : "none"}.`,
  ].join("\n");
};
