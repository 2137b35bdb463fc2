import { formatWithOptions } from "node:util";

const levels = ["trace", "debug", "info", "log", "warn", "error", "metric"] as const;
export type Level = (typeof levels)[number];

/** What the platform shows to developers only. */
const debugLevels: readonly Level[] = ["trace", "debug", "metric"];

export type Logger = Record<Level, (...values: unknown[]) => void>;

/**
 * The logger of a perform's context, as the platform keeps it: `write` gets each line with its level; what is for
 * developers only in debug mode. The lines can hold secrets that a component was careless with.
 */
export const createLogger = (write: (level: Level, text: string) => void, debug: boolean): Logger => {
  const logAs =
    (level: Level) =>
    (...values: unknown[]) => {
      if (debug || !debugLevels.includes(level)) write(level, formatWithOptions({ depth: 6 }, ...values));
    };
  return Object.fromEntries(levels.map((level) => [level, logAs(level)])) as Logger;
};
