import type { TriggerPart } from "./components";
import type { Flow, Step } from "./format";

/** What prismatic.io/docs/changelog/2026/11/11/large-data-sync-batch-retries says of flows with batches. */
const batchRetries = { attempts: 3, minutes: 15 };

/**
 * How long an execution may take, in seconds, by prismatic.io/docs/integrations/integration-runner-environment-limits;
 * and how long the caller of a synchronous flow waits.
 */
const longest = { execution: 15 * 60, answer: 30 };

type Problem = string | false | undefined;

const told = (...problems: Problem[]): string[] => problems.filter((problem) => typeof problem === "string");

/** What is wrong with the settings of a flow, as far as they do not hang on its trigger. */
export const problemsOfFlow = ({ isAgentFlow, isSynchronous, queueConfig, retryConfig, steps, ...flow }: Flow) => {
  const { usesFifoQueue = false, singletonExecutions = false } = queueConfig ?? {};
  const { maxAttempts = 0, delayMinutes = 0 } = retryConfig ?? {};
  const [{ schedule }] = steps;
  return told(
    isSynchronous && retryConfig && "A synchronous flow is not run again; it has no retryConfig.",
    isAgentFlow && !isSynchronous && "An agent waits for the answer; isSynchronous is true.",
    schedule && usesFifoQueue && "A scheduled flow has no FIFO queue.",
    !schedule && singletonExecutions && "Only a scheduled flow has singletonExecutions.",
    flow.triggerResolver?.enabled &&
      (maxAttempts > batchRetries.attempts || delayMinutes > batchRetries.minutes) &&
      "A batch is run again at most 3 times, at most 15 minutes apart.",
  );
};

/** What is wrong with how a flow uses its trigger. */
export const problemsOfTrigger = ({ isSynchronous, triggerResolver, steps }: Flow, trigger: TriggerPart): string[] => {
  const [{ schedule }] = steps;
  return told(
    trigger.scheduleSupport === "required" && !schedule && "The trigger runs on a schedule and has none.",
    trigger.scheduleSupport === "invalid" && schedule && "The trigger has no schedule.",
    isSynchronous &&
      trigger.synchronousResponseSupport === "invalid" &&
      "The trigger has nobody who waits for an answer; isSynchronous is false.",
    trigger.batches === "required" &&
      !triggerResolver?.enabled &&
      "The trigger hands over batches; the flow needs an enabled triggerResolver.",
    trigger.batches === "invalid" && triggerResolver && "The trigger has no batches.",
  );
};

type ErrorConfig = NonNullable<Step["errorConfig"]>;

/** In seconds: how long a step waits between its tries, all in all. Each break is twice the one before it with backoff. */
const waits = ({
  errorHandlerType,
  maxAttempts = 0,
  delaySeconds = 0,
  usesExponentialBackoff,
}: ErrorConfig): number => {
  if (errorHandlerType !== "retry") return 0;
  return delaySeconds * (usesExponentialBackoff ? 2 ** maxAttempts - 1 : maxAttempts);
};

/** What is wrong with how a step is tried again. */
export const problemsOfRetries = ({ errorConfig }: Step, { isSynchronous }: Flow): string[] => {
  const seconds = errorConfig ? waits(errorConfig) : 0;
  const most = isSynchronous ? longest.answer : longest.execution;
  const what = isSynchronous ? "a caller waits for" : "an execution has";
  return told(seconds >= most && `errorConfig: the tries are ${seconds} seconds apart in all, and ${what} ${most}.`);
};
