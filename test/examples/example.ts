import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Integration } from "../../examples/integrations/check/format";
import { deployYaml, type Instance } from "../../examples/integrations/runner";
import { recordingLogger } from "../support/logger";

const root = path.join(__dirname, "../..");

export const dist = path.join(root, "dist");

/** An example as its YAML says, with what the customer fills in; and what it logs. */
export const deployExample = (name: string, configVars: Record<string, unknown>): Instance & { log: () => string } => {
  const file = path.join(root, "examples/integrations", name, `${name}.yaml`);
  const integration = parse(readFileSync(file, "utf8")) as Integration;
  const { logger, lines } = recordingLogger();
  return {
    ...deployYaml(integration, { dist, configVars, logger }),
    log: () => lines.map(({ text }) => text).join("\n"),
  };
};
