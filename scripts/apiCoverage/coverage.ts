/** What of the vendor's API is reached, what is not and why, and where a reason is missing or no longer true. */
import type { DescriptionOfTeamViewer } from "../../test/support/description";
import type { Exceptions } from "../../test/support/exceptions";
import type { ReachedOperations } from "./measure";

/** What decides besides the description: the reasons that are written down. */
export interface Reasons {
  /** Operations that the connection asks for. */
  byTheConnection: string[];
  /** Paths below which actions are still missing. */
  notYet: string[];
  /** Fields without an input. */
  notForBuilders: Exceptions["notForBuilders"];
}

/** What is not reached; without `because` where no reason is known. */
interface Unreached {
  operation: string;
  because?: string;
}

export interface Coverage {
  /** How many operations the vendor has. */
  total: number;
  /** The operations that are reached, each with the keys of its actions, by path. */
  reached: { operation: string; actions: string[] }[];
  unreached: Unreached[];
  /** The fields of reached operations that no input reaches. */
  fields: (Unreached & { field: string; actions: string[] })[];
  /** What is neither reached nor has a reason, and reasons that do not hold, in sentences. */
  problems: string[];
}

type Facts = Pick<DescriptionOfTeamViewer, "operations" | "deprecated" | "fieldsOf">;

const pathOf = (operation: string): string => operation.slice(operation.indexOf(" ") + 1);

const isBelow = (operation: string, path: string): boolean => `${pathOf(operation)}/`.startsWith(`${path}/`);

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** By path, and the methods of a path by name. */
export const byPath = (one: string, other: string): number =>
  compare(pathOf(one), pathOf(other)) || compare(one, other);

const reasonOf = (operation: string, { deprecated }: Facts, { byTheConnection, notYet }: Reasons) => {
  if (byTheConnection.includes(operation)) return "the connection does it";
  if (deprecated.includes(operation)) return "deprecated by the vendor";
  return notYet.some((path) => isBelow(operation, path)) ? "not yet" : undefined;
};

const isSent = (field: string, sent: Set<string>): boolean =>
  [...sent].some((each) => each === field || each.startsWith(`${field}.`));

const unreachedFields = ({ fieldsOf }: Facts, reached: ReachedOperations, { notForBuilders }: Reasons) =>
  [...reached].flatMap(([operation, { actions, fields }]) =>
    fieldsOf(operation)
      .filter((field) => !isSent(field, fields))
      .map((field) => ({
        operation,
        field,
        actions: [...actions],
        because: notForBuilders.find(
          (exception) => exception.fields.includes(field) && exception.actions.some((action) => actions.has(action)),
        )?.because,
      })),
  );

const staleConnection = ({ operations }: Facts, { byTheConnection }: Reasons, reached: ReachedOperations): string[] =>
  byTheConnection.flatMap((operation) => {
    if (!operations.includes(operation)) return [`${operation} has a reason, but the description does not have it.`];
    const actions = [...(reached.get(operation)?.actions ?? [])];
    return actions.length > 0 ? [`${operation} has a reason, but is reached by ${actions.join(", ")}.`] : [];
  });

const staleNotYet = ({ notYet }: Reasons, unreached: Unreached[]): string[] =>
  notYet
    .filter((path) => !unreached.some(({ operation, because }) => because === "not yet" && isBelow(operation, path)))
    .map((path) => `${path} is listed as not yet, but nothing below it is missing any more.`);

const staleFields = ({ notForBuilders }: Reasons, fields: Coverage["fields"]): string[] =>
  notForBuilders.flatMap((exception) =>
    exception.actions.flatMap((action) =>
      exception.fields
        .filter((listed) => !fields.some(({ field, actions }) => field === listed && actions.includes(action)))
        .map(
          (listed) =>
            `${action}: the field ${listed} has a reason, but it is sent, or its operation has no such field.`,
        ),
    ),
  );

const isUnexplained = ({ because }: { because?: string }): boolean => because === undefined;

const withoutReason = ({ unreached, fields }: Pick<Coverage, "unreached" | "fields">): string[] => [
  ...unreached.filter(isUnexplained).map(({ operation }) => `${operation} is reached by no action, and has no reason.`),
  ...fields
    .filter(isUnexplained)
    .map(
      ({ operation, field, actions }) =>
        `${operation}: no input of ${actions.join(", ")} reaches ${field}, and it has no reason.`,
    ),
];

/** Judges what was measured by the description and the reasons. */
export const coverageOf = (facts: Facts, measured: ReachedOperations, reasons: Reasons): Coverage => {
  const operations = [...facts.operations].sort(byPath);
  const reached = operations.flatMap((operation) => {
    const actions = measured.get(operation)?.actions;
    return actions ? [{ operation, actions: [...actions].sort(compare) }] : [];
  });
  const unreached = operations
    .filter((operation) => !measured.has(operation))
    .map((operation) => ({ operation, because: reasonOf(operation, facts, reasons) }));
  const fields = unreachedFields(facts, measured, reasons).sort((one, other) => byPath(one.operation, other.operation));
  return {
    total: operations.length,
    reached,
    unreached,
    fields,
    problems: [
      ...withoutReason({ unreached, fields }),
      ...staleConnection(facts, reasons, measured),
      ...staleNotYet(reasons, unreached),
      ...staleFields(reasons, fields),
    ],
  };
};
