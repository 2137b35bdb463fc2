/** What the stories share: a flow that runs built actions, and how they tell of it. */
import path from "node:path";
import type { Connection } from "@prismatic-io/spectral";
import { loadComponent } from "../engine/component";
import { createContext } from "../engine/context";
import type { RunningServer } from "../sandbox/core/server";

export const say = (text = "") => console.log(text);
export const step = (title: string, result: string) => say(`  ${title.padEnd(34)} ${result}`);

/** A flow of a built component. The platform hands the connection, as it then is, to every action. */
export const startFlow = (key: string, connection: () => Connection) => {
  const component = loadComponent(path.join(__dirname, "..", "dist"), key);
  const warnings: string[] = [];
  const quiet = () => {};
  const warn = (...parts: unknown[]) => void warnings.push(parts.join(" "));
  const logger = { metric: quiet, trace: quiet, debug: quiet, info: quiet, log: quiet, warn, error: warn };

  const perform = async <Definition extends { perform(context: never, params: never): Promise<unknown> }>(
    definition: Definition | undefined,
    inputs: object,
  ) => {
    if (!definition) throw new Error("The component lacks what the demo needs. Build it anew: npm run build");
    const context = createContext({ logger, debug: false });
    return definition.perform(context as never, { ...inputs, connection: connection() } as never);
  };

  return {
    component,
    warnings,
    run: async <Data>(action: string, inputs: object = {}) =>
      ((await perform(component.actions[action], inputs)) as { data: Data }).data,
    pick: async (dataSource: string) =>
      ((await perform(component.dataSources[dataSource], {})) as { result: { key: string; label: string }[] }).result,
  };
};

/** The last lines of a story that began at `startedAt`, in milliseconds since 1970. */
export const sayDone = (startedAt: number, { requests }: RunningServer, { warnings }: { warnings: string[] }) => {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const counted = `${warnings.length} ${warnings.length === 1 ? "warning" : "warnings"} in the log`;
  say(`\nDone in ${seconds} s with ${requests.length} requests; ${counted}${warnings.length > 0 ? ":" : "."}`);
  for (const warning of warnings) say(`  ${warning}`);
};
