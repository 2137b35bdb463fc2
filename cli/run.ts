import { isUint8Array } from "node:util/types";
import type { Secrets } from "../src/http/redact";
import type { Command } from "./arguments";
import { CommandError } from "./commandError";
import type { ActionResult, Component, Entry } from "./component";
import { type OpenConnection, openConnection } from "./connection";
import { createContext } from "./context";
import { describeFailure } from "./failure";
import { needsConnection, type Params, readParams, withConnection } from "./inputs";
import type { Output } from "./output";
import { createStateStore } from "./state";
import { runTrigger } from "./trigger";

/** What surrounds one run of the command. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  /** Where relative paths start. */
  folder: string;
  secrets: Secrets;
  output: Output;
}

const refuseTriggerFlags = ({ kind, definition }: Entry, { triggerFlags }: Command): void => {
  if (kind !== "trigger" && triggerFlags.length > 0) {
    throw new CommandError(
      `${triggerFlags.join(" and ")} can be used with triggers only, not with the ${kind} ${definition.key}.`,
    );
  }
};

/** What a later step of a flow would see of an action's result. */
const shownResult = ({ data, contentType }: ActionResult = {}): unknown =>
  isUint8Array(data) && contentType ? { data, contentType } : data;

const perform = async (
  component: Component,
  entry: Entry,
  params: Params,
  command: Command,
  { output, folder, betweenPolls }: Surroundings & { betweenPolls?: () => void },
) => {
  const { debug, polling } = command;
  const context = () => createContext({ logger: output.logger, debug });
  switch (entry.kind) {
    case "action":
      return output.json(shownResult(await entry.definition.perform(context(), params)));
    case "data source":
      return output.json((await entry.definition.perform(context(), params))?.result);
    case "trigger": {
      const trigger = entry.definition;
      const store = createStateStore(`${component.key}.${trigger.key}`, polling.stateFile, folder);
      return runTrigger({ trigger, params, polling, store, output, debug, betweenPolls });
    }
  }
};

const open = async (component: Component, command: Command, surroundings: Surroundings): Promise<OpenConnection> => {
  const connection = await openConnection(component, command, surroundings);
  surroundings.output.note(`Connection: ${connection.value.key}, from ${connection.source}`);
  return connection;
};

/**
 * Runs an action, a data source or a trigger and prints its result, or why it failed. Gives the exit code. Throws a
 * `CommandError` when it is called in a way that cannot run.
 */
export const run = async (
  component: Component,
  entry: Entry,
  command: Command,
  surroundings: Surroundings,
): Promise<number> => {
  const { inputs, key } = entry.definition;
  refuseTriggerFlags(entry, command);
  const { initialSync } = command.polling;
  const params = readParams(inputs, command.inputs, { ...surroundings, initialSync });
  const connection = needsConnection(inputs) ? await open(component, command, surroundings) : undefined;
  try {
    const filled = withConnection(inputs, params, connection?.value);
    await perform(component, entry, filled, command, { ...surroundings, betweenPolls: connection?.betweenPolls });
    return 0;
  } catch (error) {
    const subject = `${component.key} ${key}`;
    surroundings.output.error(describeFailure(error, { subject, connection, debug: command.debug }));
    return 1;
  } finally {
    await connection?.close();
  }
};
