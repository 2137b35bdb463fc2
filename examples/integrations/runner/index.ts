import { parse } from "yaml";
import { type Component, findEntry, loadComponent } from "../../../engine/component";
import { createContext, createPayload, type Payload } from "../../../engine/context";
import type { Logger } from "../../../engine/logger";
import { perform } from "../../../engine/perform";
import { inMemory, type StateStore } from "../../../engine/state";
import { poll } from "../../../engine/trigger";
import { UsageError } from "../../../engine/usageError";
import {
  type Flow,
  isComplex,
  isCondition,
  type PartReference,
  type SimpleInput,
  type Step,
  type StepInput,
} from "../check/format";

type Params = Record<string, unknown>;

/** What `integration()` of spectral gives: the component that runs the flows, and the definition that is imported. */
export interface CodeNativeIntegration {
  codeNativeIntegrationYAML?: string;
  actions: Record<string, { perform(context: never, params: Params): Promise<unknown> }>;
}

export interface InstanceOptions {
  /** The folder with the built components that the flows call. */
  dist: string;
  /** What the customer has filled in: connections as the platform hands them over, and values. */
  configVars: Params;
  logger: Logger;
}

/** What a flow answers with. */
export interface FlowResult {
  data?: unknown;
  statusCode?: number;
  contentType?: string;
}

/** A deployed instance of a code-native integration. */
export interface Instance {
  /** Runs a flow as a request to its URL does, and gives its answer. */
  call(flow: string, body: unknown): Promise<FlowResult>;
  /** Polls the trigger of a flow, and runs the flow with what was found; undefined when nothing was. */
  poll(flow: string): Promise<FlowResult | undefined>;
}

const single = ({ type, value }: SimpleInput, configVars: Params): unknown =>
  type === "configVar" ? configVars[value] : value;

/** What a trigger is given for an input: a value, or a list of them. */
const given = (input: StepInput, configVars: Params): unknown =>
  isComplex(input)
    ? input.value.flatMap((item) => (isCondition(item) ? [] : [single(item, configVars)]))
    : single(input, configVars);

const nothing = "polled_no_changes";

/**
 * An instance whose flows call the components in `dist`, as the platform runs it: with the state of each flow's trigger
 * kept between polls. Its methods throw what the flows throw, and a `UsageError` for a flow that there is not or that
 * takes batches.
 */
export const deploy = (integration: CodeNativeIntegration, { dist, configVars, logger }: InstanceOptions): Instance => {
  const { flows } = parse(integration.codeNativeIntegrationYAML ?? "") as { flows: Flow[] };
  const stores = new Map<string, StateStore>(flows.map(({ name }) => [name, inMemory()]));
  const surroundings = { logger, debug: false };
  const loaded = new Map<string, Component>();

  const component = (key: string): Component => {
    const built = loaded.get(key) ?? loadComponent(dist, key);
    loaded.set(key, built);
    return built;
  };

  const stepsOf = (name: string): { trigger: Step; execution: Step } => {
    const [trigger, execution] = flows.find((flow) => flow.name === name)?.steps ?? [];
    if (!trigger || !execution) throw new UsageError(`The integration has no flow "${name}".`);
    return { trigger, execution };
  };

  const invoke = async ({ component: { key }, key: action }: PartReference, _context: unknown, params: Params) => {
    const entry = findEntry(component(key), action);
    if (entry.kind !== "action") throw new UsageError(`${key} has no action "${action}".`);
    return { data: await perform(entry, params, surroundings) };
  };

  const execute = async ({ action }: Step, payload: Payload): Promise<FlowResult> => {
    const context = { ...createContext(surroundings), configVars, _components: { invoke } };
    const run = integration.actions[action.key];
    return ((await run?.perform(context as never, { onTrigger: { results: payload } })) ?? {}) as FlowResult;
  };

  const payloadWith = (data: unknown): Payload => ({ ...createPayload(createContext(surroundings)), body: { data } });

  return {
    call: (flow, body) => execute(stepsOf(flow).execution, payloadWith(body)),
    async poll(flow) {
      const { trigger, execution } = stepsOf(flow);
      const entry = findEntry(component(trigger.action.component.key), trigger.action.key);
      if (entry.kind !== "trigger") throw new UsageError(`The flow "${flow}" does not poll.`);
      if (entry.definition.triggerResolverSupport === "required") {
        throw new UsageError(`The flow "${flow}" takes batches, which are not run here.`);
      }
      const store = stores.get(flow) ?? inMemory();
      const pairs = Object.entries(trigger.inputs).map(([key, input]) => [key, given(input, configVars)]);
      const params: Params = Object.fromEntries(pairs);
      let result: FlowResult | undefined;
      for await (const page of poll({ trigger: entry.definition, params, store, ...surroundings }, 1)) {
        if (page.resultType !== nothing) result = await execute(execution, payloadWith(page.data));
      }
      return result;
    },
  };
};
