import { setTimeout as sleep } from "node:timers/promises";
import type { Component, Entry, Trigger } from "../engine/component";
import { type OpenConnection, openSandbox, readConnection } from "../engine/connection";
import { readFile } from "../engine/files";
import { fillParams, needsConnection, type Params, withConnection } from "../engine/params";
import { perform } from "../engine/perform";
import { createStateStore, type StateStore, shownState } from "../engine/state";
import { initialSync, poll, type TriggerPage, type TriggerRun } from "../engine/trigger";
import { UsageError } from "../engine/usageError";
import type { Secrets } from "../src/http/redact";
import type { Command } from "./arguments";
import { describeFailure } from "./describe";
import type { Output } from "./output";
import { readValues } from "./values";

const variable = "PRISMATIC_CONNECTION_VALUE";

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
    throw new UsageError(
      `${triggerFlags.join(" and ")} can be used with triggers only, not with the ${kind} ${definition.key}.`,
    );
  }
};

const givenConnection = ({ connectionFile }: Command, { env, folder }: Surroundings) => {
  if (connectionFile !== undefined) {
    return { text: readFile(connectionFile, folder, "the connection").toString(), source: connectionFile };
  }
  const text = env[variable];
  return text ? { text, source: variable } : undefined;
};

/** From the file of the command line, from prism's variable, or of a sandbox started for this run. */
export const openConnection = async (
  component: Component,
  command: Command,
  surroundings: Surroundings,
): Promise<OpenConnection> => {
  const { secrets, output } = surroundings;
  const given = givenConnection(command, surroundings);
  if (given && command.company) {
    throw new UsageError(`--company is for the sandbox; the connection comes from ${given.source}.`);
  }
  const connection: OpenConnection = given
    ? readConnection(component, given.text, given.source, secrets)
    : await openSandbox(component, { company: command.company }, secrets);
  output.note(`Connection: ${connection.value.key}, from ${connection.source}`);
  return connection;
};

const shownPage = ({ page, resultType, branch, items, data, paginationState, state }: TriggerPage) => ({
  ...(page === undefined ? {} : { page }),
  ...(resultType ? { resultType, polledNoChanges: resultType === "polled_no_changes" } : {}),
  ...(branch === undefined ? {} : { branch }),
  ...(items ? { items, paginationState } : { data }),
  ...shownState(state),
});

interface TriggerOptions {
  trigger: Trigger;
  params: Params;
  polling: Command["polling"];
  store: StateStore;
  output: Output;
  debug: boolean;
  /** What happens before each poll but the first. */
  betweenPolls?: () => void;
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** Prints one JSON document per poll, or per page where the trigger is batched. */
export const runTrigger = async (options: TriggerOptions): Promise<void> => {
  const { trigger, params, polling, store, output, debug, betweenPolls, wait = sleep } = options;
  const run: TriggerRun = { trigger, params, store, logger: output.logger, debug, batches: polling.batches };
  const print = async (label: object, pages: AsyncIterable<TriggerPage>) => {
    for await (const page of pages) output.json({ ...label, ...shownPage(page) });
  };
  if (polling.initialSync) await print({ initialSync: true }, initialSync(run));
  for (let count = 1; count <= polling.polls; count++) {
    if (count > 1) {
      await wait(polling.secondsBetween * 1000);
      betweenPolls?.();
    }
    await print({ poll: count }, poll(run, count));
  }
};

/**
 * Runs an action, a data source or a trigger and prints its result, or why it failed. Gives the exit code. Throws a
 * `UsageError` when it is called in a way that cannot run.
 */
export const run = async (
  component: Component,
  entry: Entry,
  command: Command,
  surroundings: Surroundings,
): Promise<number> => {
  const { secrets, output, folder } = surroundings;
  const { debug, polling } = command;
  const { inputs, key } = entry.definition;
  refuseTriggerFlags(entry, command);
  const given = readValues(inputs, command.inputs, folder);
  const params = fillParams(inputs, given, { initialSync: polling.initialSync, secrets });
  const connection = needsConnection(inputs) ? await openConnection(component, command, surroundings) : undefined;
  try {
    const filled = withConnection(inputs, params, connection?.value);
    if (entry.kind === "trigger") {
      const trigger = entry.definition;
      const store = createStateStore(`${component.key}.${key}`, polling.stateFile, folder);
      const betweenPolls = connection?.sandbox?.simulateActivity;
      await runTrigger({ trigger, params: filled, polling, store, output, debug, betweenPolls });
    } else output.json(await perform(entry, filled, { logger: output.logger, debug }));
    return 0;
  } catch (error) {
    output.error(describeFailure(error, { subject: `${component.key} ${key}`, connection, debug }));
    return 1;
  } finally {
    await connection?.sandbox?.close();
  }
};
