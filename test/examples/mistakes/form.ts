import { type Broken, created, type Definition, report, sent, stepOf, varOf } from "./broken";

/** Mistakes of the form, and in how flows and their triggers are set up. */
export const form: Broken[] = [
  {
    promise: "a field that the format does not have",
    breakIt: (d) => Object.assign(d.flows[0], { isAsync: true }),
    place: "Ticket To Session",
    reason: /^The format has no field "isAsync" here\.$/,
  },
  {
    promise: "another version of the format",
    breakIt: (d) => Object.assign(d, { definitionVersion: 6 }),
    place: "/",
    reason: /^definitionVersion: It has to be 7\.$/,
  },
  {
    promise: "a number where the format has text",
    breakIt: (d) => Object.assign(stepOf(d, "Refuse Ticket").inputs, { statusCode: { type: "value", value: 400 } }),
    place: "Ticket To Session › Refuse Ticket",
    reason: /^inputs\.statusCode\.value: 400 is a number; the format has text here: put it in quotes\.$/,
  },
  {
    promise: "a retry without the number of attempts",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Send Report"), { errorConfig: { errorHandlerType: "retry" } }),
    place: sent,
    reason: /^errorConfig: The field "maxAttempts" is missing\.$/,
  },
  {
    promise: "an operator that conditions do not have",
    breakIt: (d) => {
      stepOf(d, "Check Ticket").inputs.conditions.value[0].value[1][0] = "isBlank";
    },
    place: "Ticket To Session › Check Ticket",
    reason: /"isBlank" is none of and, or, isTrue/,
  },
  {
    promise: "a step whose name leaves doubt what references call it",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session"), { name: "Customer's Session" }),
    place: "Ticket To Session › Customer's Session",
    reason: /^name: It must match pattern/,
  },
  {
    promise: "more retries than the platform makes",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Send Report").errorConfig, { maxAttempts: 6 }),
    place: sent,
    reason: /^errorConfig\.maxAttempts: It must be <= 5\.$/,
  },
  {
    promise: "a kind of error handling that there is not",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Send Report").errorConfig, { errorHandlerType: "rerty" }),
    place: sent,
    reason: /^errorConfig\.errorHandlerType: "rerty" is none of fail, ignore, retry\.$/,
  },
  {
    promise: "a kind of input that there is not",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs.groupid, { type: "configVariable" }),
    place: created,
    reason: /^inputs\.groupid\.type: "configVariable" is none of value, reference, configVar, template\.$/,
  },
  {
    promise: "a kind of config variable that there is not",
    breakIt: (d) => Object.assign(varOf(d, "Session Group"), { dataType: "dropdown" }),
    place: "Config variable Session Group",
    reason: /^dataType: "dropdown" is none of string, date/,
  },
  {
    promise: "retries that take longer than an execution may",
    source: report,
    breakIt: (d) =>
      Object.assign(stepOf(d, "Send Report").errorConfig, {
        maxAttempts: 5,
        delaySeconds: 30,
        usesExponentialBackoff: true,
      }),
    place: sent,
    reason: /930 seconds apart in all, and an execution has 900/,
  },
  {
    promise: "retries that take longer than a caller waits",
    breakIt: (d) => Object.assign(stepOf(d, "List Open Sessions").errorConfig, { delaySeconds: 15 }),
    place: "Ticket To Session › List Open Sessions",
    reason: /30 seconds apart in all, and a caller waits for 30/,
  },
  {
    promise: "two flows of one name",
    source: report,
    breakIt: (d) => d.flows.push(structuredClone(d.flows[0])),
    place: "Reports",
    reason: /Two flows have this name/,
  },
  {
    promise: "single executions of a flow that has no schedule",
    breakIt: (d) => Object.assign(d.flows[0], { queueConfig: { singletonExecutions: true } }),
    place: "Ticket To Session",
    reason: /Only a scheduled flow/,
  },
  {
    promise: "a queue for a scheduled flow",
    source: report,
    breakIt: (d) => Object.assign(d.flows[0], { queueConfig: { usesFifoQueue: true } }),
    place: "Reports",
    reason: /no FIFO queue/,
  },
  {
    promise: "an agent's flow that nobody gets an answer from",
    breakIt: (d) => Object.assign(d.flows[0], { isAgentFlow: true, isSynchronous: false }),
    place: "Ticket To Session",
    reason: /An agent waits/,
  },
  ...[
    ["number", "five", "no number"],
    ["boolean", "yes", "neither true nor false"],
    ["schedule", "nightly", "no cron expression"],
  ].map(([dataType, defaultValue, reason = ""]) => ({
    promise: `a default that a ${dataType} cannot have`,
    breakIt: (d: Definition) => Object.assign(varOf(d, "Waiting Message"), { dataType, defaultValue }),
    place: "Config variable Waiting Message",
    reason: new RegExp(`"${defaultValue}" is ${reason}`),
  })),
  {
    promise: "a polling trigger without a schedule",
    source: report,
    breakIt: (d) => delete stepOf(d, "New Reports").schedule,
    place: "Reports › New Reports",
    reason: /runs on a schedule and has none/,
  },
  {
    promise: "a schedule for a webhook",
    breakIt: (d) => {
      stepOf(d, "Ticket").schedule = {
        type: "value",
        value: "* * * * *",
        meta: { scheduleType: "custom", timeZone: "" },
      };
    },
    place: "Ticket To Session › Ticket",
    reason: /has no schedule/,
  },
  {
    promise: "a synchronous flow that nobody calls",
    source: report,
    breakIt: (d) => Object.assign(d.flows[0], { isSynchronous: true }),
    place: "Reports › New Reports",
    reason: /nobody who waits/,
  },
  {
    promise: "a synchronous flow that is to be run again",
    breakIt: (d) => {
      d.flows[0].retryConfig = { maxAttempts: 3, delayMinutes: 1, usesExponentialBackoff: false };
    },
    place: "Ticket To Session",
    reason: /no retryConfig/,
  },
  {
    promise: "a trigger with batches in a flow without them",
    source: report,
    breakIt: (d) => {
      stepOf(d, "New Reports").action.key = "syncConnectionReports";
    },
    place: "Reports › New Reports",
    reason: /needs an enabled triggerResolver/,
  },
  ...[
    { maxAttempts: 4, delayMinutes: 1 },
    { maxAttempts: 3, delayMinutes: 16 },
  ].map((retryConfig) => ({
    promise: `batches that are run again as the platform does not (${Object.values(retryConfig).join(", ")})`,
    source: report,
    breakIt: (d: Definition) =>
      Object.assign(d.flows[0], {
        retryConfig: { ...retryConfig, usesExponentialBackoff: false },
        triggerResolver: { batchSize: 10, enabled: true },
      }),
    place: "Reports",
    reason: /at most 3 times, at most 15 minutes/,
  })),
  {
    promise: "a webhook flow that does not say what it takes",
    breakIt: (d) => delete d.flows[0].schemas,
    place: "Ticket To Session › Ticket",
    reason: /schemas.invoke/,
  },
  {
    promise: "a flow that does not begin with a trigger",
    breakIt: (d) => delete stepOf(d, "Ticket").isTrigger,
    place: "Ticket To Session › Ticket",
    reason: /first step of a flow is its trigger/,
  },
  {
    promise: "a second trigger",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session"), { isTrigger: true }),
    place: created,
    reason: /Only the first step/,
  },
];
