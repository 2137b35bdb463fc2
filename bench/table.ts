/** The figures as a table for people, and what was missed. */
import { type Figure, type FigureKey, figures, type Measured } from "./figures";

const count = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

const text = (value: number) => {
  if (value >= 100) return count.format(value);
  return value.toFixed(value < 1 ? 3 : 2);
};

/** A figure is good when it reaches its goal, ok within its limit, and otherwise missed. */
export const verdictOn = (value: number, { limit, goal }: Pick<Figure, "limit" | "goal">): string => {
  if (value <= goal) return "good";
  return value <= limit ? "ok" : "MISSED";
};

const entriesOf = (measured: Measured) => Object.entries(measured) as [FigureKey, number][];

/** The labels of the figures whose limit is missed. A figure that could not be measured is missed. */
export const missedIn = (measured: Measured): string[] =>
  entriesOf(measured).flatMap(([key, value]) =>
    verdictOn(value, figures[key]) === "MISSED" ? figures[key].label : [],
  );

const header = ["figure", "measured", "limit", "goal", "", "unit"];

export const tableOf = (measured: Measured): string => {
  const rows = entriesOf(measured).map(([key, value]) => {
    const { label, unit, limit, goal } = figures[key];
    return [label, text(value), text(limit), text(goal), verdictOn(value, figures[key]), unit];
  });
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const isNumber = (column: number) => column >= 1 && column <= 3;
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
