import type { Component, Entry } from "../engine/component";
import { joinSandbox, type OpenConnection, openSandbox, readConnection } from "../engine/connection";
import { canDestroy } from "../engine/destruction";
import { type Files, readFile } from "../engine/files";
import { fillParams, needsConnection, type Params, withConnection } from "../engine/params";
import { perform } from "../engine/perform";
import { createStateStore } from "../engine/state";
import { UsageError } from "../engine/usageError";
import { confirm, requireTerminal } from "./confirm";
import { RunFailure } from "./describe";
import { unlessInterrupted } from "./interrupted";
import type { KnownEntry } from "./listing";
import { type ConnectionOptions, type GivenInput, type PollingOptions, type RunOptions, triggerFlags } from "./options";
import { withProgress } from "./progress";
import type { Surroundings } from "./surroundings";
import { runTrigger } from "./trigger";
import { readValues } from "./values";

const variable = "PRISMATIC_CONNECTION_VALUE";

/** What is to be run. */
export interface RunRequest {
  component: Component;
  known: KnownEntry;
  inputs: GivenInput[];
  options: RunOptions;
}

const refuseTriggerFlags = ({ kind, definition }: Entry, options: RunOptions): void => {
  const given = Object.entries(triggerFlags).filter(([name]) => options[name as keyof PollingOptions] !== undefined);
  if (kind === "trigger" || given.length === 0) return;
  const flags = given.map(([, flag]) => flag).join(" and ");
  throw new UsageError(`${flags} can be used with triggers only, not with the ${kind} ${definition.key}.`);
};

interface Source {
  /** What the connection comes from, for messages. */
  name: string;
  open(component: Component, surroundings: Surroundings): Promise<OpenConnection>;
}

/** Where the connection comes from, when it is not that of a sandbox started for this run. */
const sourceOf = (
  { connection, sandbox, company = false }: ConnectionOptions,
  { env }: Surroundings,
): Source | undefined => {
  if (connection !== undefined && sandbox !== undefined) {
    throw new UsageError("--connection and --sandbox exclude each other: a run has one connection.");
  }
  const read = (name: string, textIn: (files: Files) => string | Promise<string>, tolerant: boolean): Source => ({
    name,
    open: async (component, { secrets, ...files }) =>
      readConnection(component, await textIn(files), name, secrets, { tolerant }),
  });
  const textOfVariable = env[variable];
  if (connection !== undefined) {
    return read(connection, async (files) => String(await readFile(connection, files, "the connection")), false);
  }
  if (sandbox !== undefined) {
    return { name: sandbox, open: (component, { secrets }) => joinSandbox(component, sandbox, { company }, secrets) };
  }
  return textOfVariable ? read(variable, () => textOfVariable, true) : undefined;
};

/** The connection of a run: from the command line, from prism's variable, or of a sandbox that is started for it. */
export const openConnection = async (
  component: Component,
  options: ConnectionOptions,
  surroundings: Surroundings,
): Promise<OpenConnection> => {
  const { secrets, output } = surroundings;
  const { company = false, sandbox } = options;
  const source = sourceOf(options, surroundings);
  if (source && company && sandbox === undefined) {
    throw new UsageError(`--company is for the sandbox; the connection comes from ${source.name}.`);
  }
  const connection: OpenConnection = source
    ? await source.open(component, surroundings)
    : await openSandbox(component, { company }, secrets);
  output.note(`Connection: ${connection.value.key}, from ${connection.source}`);
  return connection;
};

const perEntry = async (
  { component, known: { entry }, options }: RunRequest,
  params: Params,
  connection: OpenConnection | undefined,
  { output, folder }: Surroundings,
): Promise<void> => {
  const debug = options.debug ?? false;
  if (entry.kind !== "trigger") {
    await output.json(await perform(entry, params, { logger: output.logger, debug }));
    return;
  }
  const trigger = entry.definition;
  const store = createStateStore(`${component.key}.${trigger.key}`, options.stateFile, folder);
  const betweenPolls = connection?.sandbox?.simulateActivity;
  await runTrigger({ trigger, params, polling: options, store, output, debug, betweenPolls });
};

/**
 * Runs an action, a data source or a trigger and prints its result. Throws a `UsageError` when it is called in a way that
 * cannot run, a `RunFailure` when it fails, and the signal's reason when it is interrupted; its sandbox is closed then too.
 */
export const run = async (request: RunRequest, surroundings: Surroundings): Promise<void> => {
  const { component, known, options } = request;
  const { secrets, output, stderr, signal } = surroundings;
  const { entry } = known;
  const { inputs, key } = entry.definition;
  refuseTriggerFlags(entry, options);
  const given = await unlessInterrupted(signal, readValues(inputs, request.inputs, surroundings));
  const params = fillParams(inputs, given, { initialSync: options.initialSync ?? false, secrets });
  const isAsked = !options.yes && canDestroy(entry, known.facts, params);
  if (isAsked) requireTerminal(known, surroundings);
  const connection = needsConnection(inputs)
    ? await unlessInterrupted(signal, openConnection(component, options, surroundings))
    : undefined;
  const work = async () => {
    const filled = withConnection(inputs, params, connection?.value);
    const progress = { output, isTerminal: stderr.isTTY === true && !options.quiet, always: options.progress ?? false };
    await withProgress(progress, () => perEntry(request, filled, connection, surroundings));
  };
  try {
    if (isAsked && entry.kind === "action") {
      const action = entry.definition;
      const destruction = { component, known, action, params, connection: connection?.value };
      await unlessInterrupted(signal, confirm(destruction, surroundings));
    }
    await unlessInterrupted(signal, work());
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new RunFailure(`${component.key} ${key}`, connection, error);
  } finally {
    await connection?.sandbox?.close();
  }
};
