import { type Broken, created, type Definition, report, stepOf } from "./broken";

/** Mistakes of the form, and in how flows and their triggers are set up. */
export const form: Broken[] = [
  {
    promise: "a field that the format does not have",
    breakIt: (d) => Object.assign(d.flows[0], { isAsync: true }),
    place: "/flows/0",
    reason: /additional properties: isAsync/,
  },
  {
    promise: "another version of the format",
    breakIt: (d) => Object.assign(d, { definitionVersion: 6 }),
    place: "/definitionVersion",
    reason: /constant/,
  },
  {
    promise: "a number where the format has text",
    breakIt: (d) => Object.assign(stepOf(d, "Refuse Ticket").inputs, { statusCode: { type: "value", value: 400 } }),
    place: "/flows/0/steps/1/branches/0/steps/0/inputs/statusCode/value",
    reason: /must be string/,
  },
  {
    promise: "a retry without the number of attempts",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Send Report"), { errorConfig: { errorHandlerType: "retry" } }),
    place: "/flows/0/steps/1/steps/0/errorConfig",
    reason: /maxAttempts/,
  },
  {
    promise: "an operator that conditions do not have",
    breakIt: (d) => {
      stepOf(d, "Check Ticket").inputs.conditions.value[0].value[1][0] = "isBlank";
    },
    place: "/flows/0/steps/1/inputs/conditions/value/0/value/1/0",
    reason: /allowed values/,
  },
  {
    promise: "a step whose name leaves doubt what references call it",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session"), { name: "Customer's Session" }),
    place: "/flows/0/steps/4/branches/1/steps/0/name",
    reason: /pattern/,
  },
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
