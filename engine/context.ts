import { randomUUID } from "node:crypto";
import type { Logger } from "./logger";

type State = Record<string, unknown>;

/** What the platform keeps for a flow from one execution to the next. */
export interface FlowState {
  instanceState: State;
  crossFlowState: State;
  integrationState: State;
}

const customer = { id: "local-customer", name: "Local Customer", externalId: "local-customer" };
const instance = { id: "local-instance", name: "Local Instance" };
const user = { id: "local-user", name: "Local User", email: "user@example.com", externalId: "local-user" };
const integration = {
  id: "local-integration",
  name: "Local Integration",
  versionSequenceId: "1",
  externalVersion: "1.0.0",
};
const flow = { id: "local-flow", name: "Local Flow", stableId: "local-flow" };
const surroundings = { customer, instance, user, integration, flow };

/**
 * The context that the platform hands to a perform. What a component sees besides (`debug`, `polling`, `invokeFlow`)
 * is added to it by the built component itself.
 */
export const createContext = (
  { logger, debug, batchSize }: { logger: Logger; debug: boolean; batchSize?: number },
  state: FlowState = { instanceState: {}, crossFlowState: {}, integrationState: {} },
) => {
  const executionId = randomUUID();
  const startedAt = new Date().toISOString();
  return {
    ...surroundings,
    ...state,
    executionState: {} as State,
    logger,
    configVars: {},
    components: {},
    stepId: "local-step",
    executionId,
    startedAt,
    webhookUrls: {},
    webhookApiKeys: {},
    invokeUrl: "",
    executionFrame: {
      invokedByExecutionJWT: "",
      invokedByExecutionStartedAt: "",
      componentActionKey: "",
      executionId,
      executionStartedAt: startedAt,
      stepName: "Local Step",
      loopPath: "",
    },
    flowSchemas: {},
    batch: batchSize === undefined ? { enabled: false } : { enabled: true, batchSize },
    globalDebug: debug,
    runnerAllocatedMemoryMb: 1024,
  };
};

export type Context = ReturnType<typeof createContext>;

/** The payload of an execution that a schedule starts, with the cursor of the page to fetch, if any. */
export const createPayload = ({ executionId, startedAt, globalDebug }: Context, paginationState?: State | null) => ({
  ...surroundings,
  headers: {},
  queryParameters: {},
  rawBody: { data: null as unknown },
  body: { data: null as unknown },
  pathFragment: "",
  webhookUrls: {},
  webhookApiKeys: {},
  invokeUrl: "",
  executionId,
  startedAt,
  globalDebug,
  ...(paginationState ? { paginationState } : {}),
});

export type Payload = ReturnType<typeof createPayload>;
