/**
 * A polling trigger whose lists can be long. A flow that uses it may have what a poll delivers handed on in batches, and
 * what exists delivered when an instance is deployed. Both go through the same poll, and its results are the same.
 */
import {
  type ActionContext,
  type ActionDisplayDefinition,
  type ActionInputParameters,
  type Inputs,
  pollingTrigger,
  type TriggerPayload,
} from "@prismatic-io/spectral";
import { withPolledResultType, withPollingState } from "@prismatic-io/spectral/dist/serverTypes/batching";
import type { Delivery, PollContext, Polled } from "./poll";

/** An item of a batch. */
export interface ChangedRecord {
  /** What happened to the record: the name of the list that it stands in without batches, or what is said in its place. */
  change: string;
  record: unknown;
}

/** One poll, or the initial sync: its context says which, and `poll` does what it asks for. */
type Perform<TInputs extends Inputs, Result> = (
  context: ActionContext & PollContext,
  payload: TriggerPayload,
  params: ActionInputParameters<TInputs>,
) => Promise<Result>;

export interface ListTrigger<TInputs extends Inputs, Data extends Delivery> {
  display: ActionDisplayDefinition;
  inputs: TInputs;
  /** What happened to the records of a list, where its name does not say so. */
  changes?: Partial<Record<keyof Data, string>>;
  perform: Perform<TInputs, Polled<Data>>;
  examplePayload: Polled<Data>;
}

/** Spectral puts what the platform reads in place of `polledNoChanges`. */
type Result<Data extends Delivery> = Pick<Polled<Data>, "payload"> & Partial<Polled<Data>>;

type Loaded<Data extends Delivery> = Polled<Data> & { instanceState: Record<string, unknown> };

const itemsOf =
  (changes: Partial<Record<string, string>>) =>
  (_context: unknown, { payload }: { payload: TriggerPayload }): ChangedRecord[] =>
    Object.entries(payload.body.data as Delivery).flatMap(([list, records]) =>
      records.map((record) => ({ change: changes[list] ?? list, record })),
    );

/** The polling trigger for spectral. Batches hold 100 items and come one after another, unless a flow has it otherwise. */
export const listTrigger = <TInputs extends Inputs, Data extends Delivery>({
  perform,
  changes = {},
  ...definition
}: ListTrigger<TInputs, Data>) => {
  const resolveItems = itemsOf(changes);
  const asPoll: Perform<TInputs, Result<Data>> = perform;

  // Spectral hands `polling` to the initial sync of a batch trigger, in this way, but not to that of a polling trigger.
  // The field `instanceState` is where the platform documents that a result may leave its state.
  const load = withPollingState<ActionContext, [TriggerPayload, ActionInputParameters<TInputs>], Loaded<Data>>(
    async (context, payload, params) => {
      const result = await perform({ ...context, initialSync: true }, payload, params);
      return { ...result, instanceState: context.instanceState };
    },
  );

  return pollingTrigger({
    ...definition,
    perform: asPoll,
    triggerResolverSupport: "valid",
    triggerResolver: { resolveItems },
    batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
    onDeployPerform: withPolledResultType(load),
    onDeployResolver: { resolveItems },
  });
};
