import { setTimeout } from "node:timers/promises";
import type { Diagnosis } from "./dialect";
import type { Exchange } from "./failure";
import { lostItsAnswer, mayHaveBeenDone, mostAttempts, planRetry, type RetryPolicy } from "./retry";
import type { Sent } from "./send";

/** Time and chance, which a test can take into its own hands. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
  /** A number in [0, 1). */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds) => setTimeout(milliseconds),
  random: () => Math.random(),
};

/** One request after all of its attempts. */
export interface Course {
  made: number;
  /** All attempts and waits together, in milliseconds. */
  took: number;
  exchange?: Exchange<unknown>;
  /** Of the last attempt, unless that one succeeded. */
  failure?: Diagnosis;
  /** Failed attempts that may have been done all the same, of a request that must not be done twice. */
  lost: number;
  /** Why no further attempt was made although the failure allows one. */
  gaveUp?: string;
  /** A DELETE found nothing to delete any more: an earlier attempt, whose answer was lost, had done it. */
  doneBefore?: boolean;
}

interface Attempting {
  policy: RetryPolicy;
  clock: Clock;
  /** Makes one attempt, the first, second, ..., which has to end within the milliseconds that are left. */
  send(left: () => number, number: number): Promise<Sent<Diagnosis>>;
  /** Told before each wait: `next` is the number of the attempt to come, `most` how many there can be. */
  onRetry(failure: Diagnosis, retry: { next: number; most: number; wait: number }): void;
}

/** What a DELETE came to that was done by an earlier attempt. */
const foundNothing = ({ failure: { answer } }: Diagnosis): Exchange<unknown> => ({
  status: 404,
  headers: answer?.headers ?? {},
  body: undefined,
});

/** Sends a request again and again, until it succeeds or the policy allows no further attempt. */
export const attempt = async ({ policy, clock, send, onRetry }: Attempting): Promise<Course> => {
  const startedAt = clock.now();
  const left = () => startedAt + policy.budget - clock.now();
  let lost = 0;
  let deleted = false;
  for (let made = 1; ; made += 1) {
    const { exchange, failure } = await send(left, made);
    if (failure && mayHaveBeenDone(failure)) lost += 1;
    const course = { made, took: clock.now() - startedAt, lost };
    if (!failure) return { ...course, exchange };
    if (deleted && failure.status === 404) return { ...course, exchange: foundNothing(failure), doneBefore: true };
    deleted ||= failure.method.toUpperCase() === "DELETE" && lostItsAnswer(failure);
    const { wait, gaveUp } = planRetry(failure, policy, {
      made,
      left: left(),
      now: clock.now(),
      random: clock.random(),
    });
    if (wait === undefined) return { ...course, failure, gaveUp };
    onRetry(failure, { next: made + 1, most: mostAttempts(failure, policy), wait });
    await clock.wait(wait);
  }
};
