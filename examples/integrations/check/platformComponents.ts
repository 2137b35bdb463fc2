import type { Input } from "../../../engine/component";
import type { Components, Part, TriggerPart } from "./components";
import type { Output } from "./output";

/**
 * The platform's own components that the examples are made of, each with the actions and inputs that they use.
 *
 * Keys and inputs are those of exports in github.com/prismatic-io/examples: `integrations/hubspot-example-integration.yml`
 * (webhook, code, loop, branch, HTTP POST) and `integrations/recursive-flow-examples.yml` (stop execution, HTTP GET). The
 * schedule trigger and HTTP's connection of kind API key are told of on prismatic.io/docs/components/schedule-triggers
 * and prismatic.io/docs/components/http; response types are those of spectral's `clients/http/inputs`.
 */

const input = (key: string, more: Partial<Input> = {}): Input => ({ key, label: key, type: "string", ...more });
const needed = (key: string, more: Partial<Input> = {}): Input => input(key, { required: true, ...more });
const choices = (...values: string[]) => values.map((value) => ({ label: value, value }));

/** What a trigger gives whose body is of this form. */
export const payloadWith = (body: Output["schema"]): Output => ({
  schema: {
    type: "object",
    properties: {
      body: { type: "object", properties: { data: body, contentType: { type: "string" } } },
      rawBody: { type: "object", properties: { data: {}, contentType: { type: "string" } } },
      headers: { type: "object", additionalProperties: { type: "string" } },
      queryParameters: { type: "object", additionalProperties: { type: "string" } },
      pathFragment: { type: "string" },
      webhookUrls: { type: "object", additionalProperties: { type: "string" } },
      invokeUrl: { type: "string" },
      executionId: { type: "string" },
      startedAt: { type: "string" },
      customer: { type: "object" },
      instance: { type: "object" },
      integration: { type: "object" },
      flow: { type: "object" },
    },
  },
});

const noTrigger = { actions: {}, triggers: {}, dataSources: {}, connections: {}, isPublic: true };

const webhook: TriggerPart = {
  inputs: [input("body"), input("contentType"), input("headers", { collection: "keyvaluelist" }), input("statusCode")],
  output: payloadWith({}),
  scheduleSupport: "invalid",
  synchronousResponseSupport: "valid",
  batches: "invalid",
  takesAnyBody: true,
};

const schedule: TriggerPart = {
  inputs: [],
  output: {
    ...payloadWith({ type: "null" }),
    example: { body: { data: null }, headers: {}, queryParameters: {}, webhookUrls: {} },
  },
  scheduleSupport: "required",
  synchronousResponseSupport: "invalid",
  batches: "invalid",
  takesAnyBody: false,
};

const requestInputs = [
  needed("url"),
  input("connection", { type: "connection" }),
  input("headers", { collection: "keyvaluelist" }),
  input("queryParams", { collection: "keyvaluelist" }),
  input("responseType", { model: choices("arraybuffer", "document", "json", "text") }),
  input("timeout"),
  input("includeFullResponse", { type: "boolean" }),
  input("ignoreSslErrors", { type: "boolean" }),
  input("debugRequest", { type: "boolean" }),
  input("maxRetries"),
  input("retryDelayMS"),
  input("retryOnAllErrors", { type: "boolean" }),
  input("useExponentialBackoff", { type: "boolean" }),
];

/** What a foreign server answers is unknown. */
const request = (...inputs: Input[]): Part => ({ inputs: [...requestInputs, ...inputs], output: {} });

const part = (inputs: Input[], output: Output = {}): Part => ({ inputs, output });

export const platformComponents: Components = {
  "webhook-triggers": { ...noTrigger, triggers: { webhook } },
  "schedule-triggers": { ...noTrigger, triggers: { schedule } },
  http: {
    ...noTrigger,
    actions: {
      httpGet: request(),
      httpPost: request(input("data")),
    },
    connections: { apiKey: { inputs: [] } },
  },
  code: { ...noTrigger, actions: { runCode: part([needed("code")]) } },
  loop: { ...noTrigger, actions: { loopOverItems: part([needed("items")]) } },
  branch: { ...noTrigger, actions: { branchOnExpression: part([needed("conditions", { collection: "valuelist" })]) } },
  "stop-execution": {
    ...noTrigger,
    actions: {
      stopExecution: part([
        input("statusCode"),
        input("contentType"),
        input("headers", { collection: "keyvaluelist" }),
        input("jsonBody"),
      ]),
    },
  },
};
