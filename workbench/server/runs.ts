import type { Entry } from "../../engine/component";
import { canDestroy } from "../../engine/destruction";
import { type Exchange, observeExchanges } from "../../engine/exchanges";
import { createLogger, type Logger } from "../../engine/logger";
import { type OpenExchange, secretsOfExchange, withoutSecrets } from "../../engine/openExchange";
import { fillParams, type Params, withConnection } from "../../engine/params";
import { perform } from "../../engine/perform";
import { shownState } from "../../engine/state";
import { initialSync, poll, type TriggerPage } from "../../engine/trigger";
import { UsageError } from "../../engine/usageError";
import type { Secrets } from "../../src/http/redact";
import type { RunEvent, RunRequest, TriggerPageShown } from "../api";
import { type Allowance, createAllowance } from "./allowance";
import type { Bench } from "./bench";
import type { SentRequest } from "./copies/curl";
import { shownFailure, unconfirmed } from "./refusal";
import { shownValue } from "./shown";
import { givenBy } from "./values";

/** More than anybody repeats by hand. */
const mostRequestsKept = 50;

type Emit = (event: RunEvent) => void;

/** A run that can begin: its inputs are there, and what cannot be undone is confirmed. */
interface Run {
  bench: Bench;
  entry: Entry;
  request: RunRequest;
  params: Params;
  secrets: Secrets;
  allowance: Allowance;
}

const refuseForeignOptions = ({ kind, definition }: Entry, { execution, batches }: RunRequest): void => {
  if (kind === "trigger" || (execution === undefined && batches === undefined)) return;
  throw new UsageError(`An initial sync and batches are for triggers, not for the ${kind} ${definition.key}.`);
};

const requireConfirmation = (bench: Bench, entry: Entry, params: Params, { confirmation }: RunRequest): void => {
  const { label } = entry.definition.display;
  if (confirmation?.trim() === label || !canDestroy(entry, bench.factsOf(entry), params)) return;
  throw unconfirmed(`${label} can do what cannot be undone. Type its label to confirm it.`);
};

/**
 * Checks a run before anything is sent. The secrets among its values go into `secrets`. Throws a `UsageError` for what is
 * missing or unknown, and a `Refused` for what has to be confirmed first.
 */
export const prepare = (bench: Bench, entry: Entry, request: RunRequest, secrets: Secrets): Run => {
  refuseForeignOptions(entry, request);
  const { inputs } = entry.definition;
  const isInitialSync = request.execution === "initialSync";
  const given = givenBy(request.values, inputs, isInitialSync);
  const filled = fillParams(inputs, given, { initialSync: isInitialSync, secrets });
  requireConfirmation(bench, entry, filled, request);
  const params = withConnection(inputs, filled, bench.connection.value);
  return { bench, entry, request, params, secrets, allowance: createAllowance() };
};

/** The state of the last page is what stays, and is shown in any case. */
const shownPage = (
  execution: string,
  { page, resultType, branch, data, items, paginationState, state }: TriggerPage,
  { secrets, allowance }: Run,
): TriggerPageShown => {
  const shownItems = items && allowance.value(shownValue(items, secrets));
  const shown = shownValue(shownState(state), secrets);
  return {
    execution,
    page,
    resultType,
    branch,
    ...(items ? { items: [shownItems].flat() } : { data: shownValue(data, secrets) }),
    state: paginationState ? allowance.value(shown) : shown,
  };
};

/** Polls a trigger, or performs its initial sync, after whatever else runs of it. Something happens between two of them. */
const runTrigger = (prepared: Run & { entry: { kind: "trigger" } }, logger: Logger, emit: Emit): Promise<void> => {
  const { bench, entry, request, params } = prepared;
  return bench.polls.inTurn(entry.definition.key, async (memory) => {
    const { debug = false, batches } = request;
    const run = { trigger: entry.definition, params, store: memory.store, logger, debug, batches };
    if (memory.executions > 0) bench.connection.sandbox?.simulateActivity();
    memory.executions += 1;
    if (request.execution !== "initialSync") memory.polls += 1;
    const [name, pages] =
      request.execution === "initialSync"
        ? ["Initial sync", initialSync(run)]
        : [`Poll ${memory.polls}`, poll(run, memory.polls)];
    for await (const page of pages) emit({ event: "page", page: shownPage(name, page, prepared) });
  });
};

const work = async (run: Run, logger: Logger, emit: Emit): Promise<unknown> => {
  const { entry, request, params } = run;
  if (entry.kind !== "trigger") return perform(entry, params, { logger, debug: request.debug ?? false });
  await runTrigger({ ...run, entry }, logger, emit);
  return undefined;
};

const sentRequest = ({ method, url, sent, received, error }: OpenExchange): SentRequest => ({
  method,
  url,
  sent,
  failed: error !== undefined || !received || received.status >= 400,
});

/** Runs what was prepared and tells of everything as it happens. The last event is `done` or `failed`; it never throws. */
export const carryOut = async (run: Run, emit: Emit): Promise<void> => {
  const { bench, entry, request, secrets, allowance } = run;
  const startedAt = Date.now();
  const requests: SentRequest[] = [];
  let count = 0;
  const elapsed = () => Date.now() - startedAt;

  const logger = createLogger((level, line) => {
    const text = allowance.text(secrets.redact(line));
    if (text !== undefined) emit({ event: "log", level, text, milliseconds: elapsed() });
  }, request.debug ?? false);

  const observe = (exchange: Exchange) => {
    bench.vault.learn(secretsOfExchange(exchange));
    const open = withoutSecrets(exchange, secrets);
    count += 1;
    if (count <= mostRequestsKept) requests.push(sentRequest(open));
    const { startedAt: at, ...rest } = allowance.exchange(open);
    emit({ event: "exchange", exchange: { ...rest, startedAfter: at.getTime() - startedAt } });
  };

  const sums = () => ({ milliseconds: elapsed(), requests: count });
  try {
    const result = await observeExchanges(observe, () => work(run, logger, emit));
    emit({ event: "done", result: shownValue(result, secrets), ...sums() });
  } catch (error) {
    emit({ event: "failed", failure: shownFailure(error, entry.definition.inputs, secrets), ...sums() });
  } finally {
    bench.lastRequests.set(entry.definition.key, requests);
  }
};
