/** What a newer description of a vendor changes of an older one. */
import { byPath } from "../apiCoverage/coverage";
import type { Fact, Facts, OperationFacts } from "./facts";

export interface Difference {
  kind: "added" | "removed" | "changed";
  /** The operation, as the older description names it. */
  operation: string;
  /** What differs, a line each: `+` is new, `-` is gone, `~` is another. */
  lines: string[];
}

const limitTexts = (limits: Fact["limits"]): string[] =>
  Object.entries(limits).map(([name, limit]) => `${name} ${limit}`);

const textOf = ({ type, required, values, limits }: Fact): string =>
  [
    type,
    ...(required ? ["required"] : []),
    ...(values.length > 0 ? [`one of ${values.join(", ")}`] : []),
    ...limitTexts(limits),
  ].join(", ");

const without = (values: string[], others: string[]): string[] => values.filter((value) => !others.includes(value));

const valueChanges = ({ values: before }: Fact, { values: after }: Fact): string[] => {
  const [gone, come] = [without(before, after), without(after, before)];
  if (before.length === 0 && come.length > 0) return [`only ${come.join(", ")}`];
  if (after.length === 0 && gone.length > 0) return ["any value instead of listed ones"];
  return [
    ...(come.length > 0 ? [`also ${come.join(", ")}`] : []),
    ...(gone.length > 0 ? [`no longer ${gone.join(", ")}`] : []),
  ];
};

const limitChanges = ({ limits: before }: Fact, { limits: after }: Fact): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (old === now) return [];
    if (now === undefined) return [`no ${name}, which was ${old}`];
    return [`${name} ${now}${old === undefined ? "" : ` instead of ${old}`}`];
  });

const changesOf = (before: Fact, after: Fact): string[] => [
  ...(before.type === after.type ? [] : [`${after.type} instead of ${before.type}`]),
  ...(before.required === after.required ? [] : [after.required ? "required" : "no longer required"]),
  ...valueChanges(before, after),
  ...limitChanges(before, after),
];

const placeLines = (place: string, before: Fact | undefined, after: Fact | undefined): string[] => {
  if (!before) return after ? [`+ ${place}: ${textOf(after)}`] : [];
  if (!after) return before.fromElsewhere ? [] : [`- ${place}`];
  const changes = changesOf(before, after);
  return changes.length > 0 ? [`~ ${place}: ${changes.join("; ")}`] : [];
};

const factLines = (before: Facts, after: Facts): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((place) => placeLines(place, before.get(place), after.get(place)));

const deprecation = ({ deprecated: before }: OperationFacts, { deprecated: after }: OperationFacts): string[] => {
  if (before === after) return [];
  return [after ? "~ deprecated" : "~ no longer deprecated"];
};

const differenceOf = (before: OperationFacts | undefined, after: OperationFacts | undefined): Difference[] => {
  if (!before) return after ? [{ kind: "added", operation: after.name, lines: factLines(new Map(), after.facts) }] : [];
  if (!after) return before.fromElsewhere ? [] : [{ kind: "removed", operation: before.name, lines: [] }];
  const lines = [...deprecation(before, after), ...factLines(before.facts, after.facts)];
  return lines.length > 0 ? [{ kind: "changed", operation: before.name, lines }] : [];
};

/** What differs, by path. What the older one has from elsewhere than the vendor's document is not missed in the newer. */
export const differences = (before: Map<string, OperationFacts>, after: Map<string, OperationFacts>): Difference[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((operation) => differenceOf(before.get(operation), after.get(operation)))
    .sort((one, other) => byPath(one.operation, other.operation));
