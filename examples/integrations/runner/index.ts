import { parse } from "yaml";
import { createContext } from "../../../engine/context";
import { UsageError } from "../../../engine/usageError";
import type { Flow, PartReference, Step } from "../check/format";
import type { FlowResult, Instance, InstanceOptions, Params } from "./instance";
import { partsOf } from "./parts";
import { allGiven } from "./values";

export type { FlowResult, Instance, InstanceOptions } from "./instance";
export { deployYaml } from "./lowCode";

/** What `integration()` of spectral gives: the component that runs the flows, and the definition that is imported. */
export interface CodeNativeIntegration {
  codeNativeIntegrationYAML?: string;
  actions: Record<string, { perform(context: never, params: Params): Promise<unknown> }>;
}

/** An instance of a code-native integration, as the platform runs it: its flows call the built components. */
export const deploy = (integration: CodeNativeIntegration, options: InstanceOptions): Instance => {
  const { configVars, logger } = options;
  const { flows } = parse(integration.codeNativeIntegrationYAML ?? "") as { flows: Flow[] };
  const parts = partsOf(options);

  const flowOf = (name: string): Flow => {
    const flow = flows.find((each) => each.name === name);
    if (!flow) throw new UsageError(`The integration has no flow "${name}".`);
    return flow;
  };

  const invoke = async (reference: PartReference, _context: unknown, params: Params) => ({
    data: await parts.act(reference, params),
  });

  const execute = async ({ steps }: Flow, data: unknown): Promise<FlowResult> => {
    const [, { action }] = steps as [Step, Step];
    const context = { ...createContext({ logger, debug: false }), configVars, _components: { invoke } };
    const params = { onTrigger: { results: parts.payloadWith(data) } };
    return ((await integration.actions[action.key]?.perform(context as never, params)) ?? {}) as FlowResult;
  };

  return {
    call: async (name, body) => execute(flowOf(name), body),
    async poll(name) {
      const flow = flowOf(name);
      const results: FlowResult[] = [];
      const params = allGiven(flow.steps[0].inputs, { configVars, steps: {} });
      for (const data of await parts.poll(flow, params)) results.push(await execute(flow, data));
      return results;
    },
  };
};
