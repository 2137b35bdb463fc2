import type { Coverage } from "./coverage";

const section = (title: string, lines: string[]): string[] =>
  lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  ${line}`), ""] : [];

const table = (rows: [string, string][]): string[] => {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
};

const noReason = "no reason given";

const unreachedSections = (unreached: Coverage["unreached"]): string[] => {
  const reasons = [...new Set(unreached.map(({ because = noReason }) => because))].sort();
  return reasons.flatMap((reason) =>
    section(
      `Not reached: ${reason}`,
      unreached.filter(({ because = noReason }) => because === reason).map(({ operation }) => operation),
    ),
  );
};

/** The coverage in lines, the count last. */
export const reportOf = ({ total, reached, unreached, fields, problems }: Coverage): string =>
  [
    ...section(
      "Reached, by which actions",
      table(reached.map(({ operation, actions }) => [operation, actions.join(", ")])),
    ),
    ...unreachedSections(unreached),
    ...section(
      "Fields that no input reaches",
      table(fields.map(({ operation, field, because = noReason }) => [`${operation} ${field}`, because])),
    ),
    ...section("To be put right", problems),
    `${reached.length} of ${total} operations are reached.`,
  ].join("\n");
