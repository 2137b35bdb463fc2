import { parseJson } from "../../../engine/files";
import { UsageError } from "../../../engine/usageError";
import { type ConfigVar, type Flow, type Integration, referenceName } from "../check/format";
import type { FlowResult, Instance, InstanceOptions, Params } from "./instance";
import { partsOf } from "./parts";
import { Stop } from "./platformActions";
import { runSteps } from "./steps";
import { allGiven } from "./values";

const initial = ({ dataType, collectionType, defaultValue }: ConfigVar): unknown => {
  if (collectionType) return parseJson(defaultValue ?? "[]");
  return dataType === "boolean" ? defaultValue === "true" : defaultValue;
};

/** What config variables have before the customer fills them in. */
const initialVars = ({ requiredConfigVars }: Integration): Params =>
  Object.fromEntries(
    requiredConfigVars
      .filter(({ defaultValue }) => defaultValue !== undefined)
      .map((configVar) => [configVar.key, initial(configVar)]),
  );

/**
 * An instance of an integration that is written as YAML, as the platform runs it: its steps one after the other, with
 * their branches, loops, code and error handling. Errors that the platform would wait for are tried again at once, and
 * the flow as a whole is run once. The few actions of the platform's own components that the examples use are stood in for.
 */
export const deployYaml = (integration: Integration, options: InstanceOptions): Instance => {
  const configVars = { ...initialVars(integration), ...options.configVars };
  const parts = partsOf(options);
  const execution = { parts, configVars, logger: options.logger };
  const names = integration.flows.map(({ name }) => name);
  const webhookUrls = Object.fromEntries(names.map((name) => [name, `https://hooks.example.com/${encodeURI(name)}`]));

  const flowOf = (name: string): Flow => {
    const flow = integration.flows.find((each) => each.name === name);
    if (!flow) throw new UsageError(`The integration has no flow "${name}".`);
    return flow;
  };

  const execute = async ({ steps: [trigger, ...steps] }: Flow, data: unknown): Promise<FlowResult> => {
    const results = { ...parts.payloadWith(data), webhookUrls };
    try {
      return { data: await runSteps(execution, steps, { [referenceName(trigger.name)]: { results } }) };
    } catch (error) {
      if (error instanceof Stop) return error.result;
      throw error;
    }
  };

  const found = async (flow: Flow): Promise<unknown[]> => {
    const { action, inputs } = flow.steps[0];
    return action.component.isPublic ? [null] : parts.poll(flow, allGiven(inputs, { configVars, steps: {} }));
  };

  return {
    call: async (name, body) => execute(flowOf(name), body),
    async poll(name) {
      const flow = flowOf(name);
      const results: FlowResult[] = [];
      for (const data of await found(flow)) results.push(await execute(flow, data));
      return results;
    },
  };
};
