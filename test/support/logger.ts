import type { ActionLogger } from "@prismatic-io/spectral";

export interface LogLine {
  level: string;
  text: string;
}

/** A logger that keeps every line, and the lines. */
export const recordingLogger = () => {
  const lines: LogLine[] = [];
  const at =
    (level: string) =>
    (...parts: unknown[]) =>
      void lines.push({
        level,
        text: parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" "),
      });
  const logger: ActionLogger = {
    metric: at("metric"),
    trace: at("trace"),
    debug: at("debug"),
    info: at("info"),
    log: at("log"),
    warn: at("warn"),
    error: at("error"),
  };
  return { logger, lines };
};
