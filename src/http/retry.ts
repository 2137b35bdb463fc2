/** When a failed request is sent again, and after how long. Pure: time and chance come in as arguments. */
import { seconds } from "./failure";

export interface RetryPolicy {
  /** All attempts and waits of one request together, in milliseconds. */
  budget: number;
  /** How long the server may stay silent in one attempt, in milliseconds. */
  attemptTimeout: number;
  /** Attempts at most, the first one included. */
  attempts: number;
  /** Upper bound of the first wait, in milliseconds; it doubles with every attempt. */
  firstDelay: number;
  /** No backoff is longer, in milliseconds. A wait that the server asks for is not shortened. */
  longestDelay: number;
  /** Wait this long, in milliseconds, instead of backing off. */
  fixedDelay?: number;
  /** Retry every failure, also where the work may then be done twice. */
  retryAll?: boolean;
}

export const defaultRetryPolicy: RetryPolicy = {
  budget: 180_000,
  attemptTimeout: 60_000,
  attempts: 6,
  firstDelay: 1_000,
  longestDelay: 30_000,
};

/**
 * What decides on another attempt. Without a status there was no whole answer: network error, timeout or unreadable body.
 */
export interface RetryFacts {
  method: string;
  status?: number;
  /** It only reads, whatever its method says. */
  reads?: boolean;
  /** The server's Retry-After header as it came. */
  retryAfter?: string;
  /** When the server answered by its own clock, in milliseconds since 1970. */
  answeredAt?: number;
  /** The vendor says in its own words that the request was turned away for its rate and nothing was done. */
  rateLimited?: boolean;
  /** The vendor refuses this sender for a while. */
  blocked?: boolean;
  /** How many attempts it is worth, the first one included, where the policy would allow more. */
  attempts?: number;
  /** It never left. */
  unsent?: boolean;
  /** Sending it again would lead to nothing, whatever the policy is. */
  final?: boolean;
}

const repeatable = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** Whether sending a request twice leaves the same state as sending it once (RFC 9110, section 9.2.2). */
export const isRepeatable = ({ method, reads }: Pick<RetryFacts, "method" | "reads">): boolean =>
  reads || repeatable.has(method.toUpperCase());

/** Refused before any work: meant for another server (421), too early to be safe (425), too many (429). */
const refusedUnread = new Set<number | undefined>([421, 425, 429]);

const nothingWasDone = ({ status, retryAfter, rateLimited }: RetryFacts): boolean =>
  rateLimited || refusedUnread.has(status) || (status === 503 && retryAfter !== undefined);

/** The server lost patience with the request. A proxy says so too of a server behind it, which may have done the work. */
const requestTimeout = 408;

/** Whether a failed request may be sent again without the risk of doing its work twice. */
export const mayRetry = (failure: RetryFacts): boolean => {
  if (nothingWasDone(failure)) return true;
  if (!isRepeatable(failure)) return false;
  const { status, blocked } = failure;
  return status === undefined || status >= 500 || status === requestTimeout || blocked === true;
};

/**
 * Whether a request that must not be done twice may have been done although it failed: there is no answer that can be
 * read, the server broke down over it, or it did it and sends the client elsewhere to see (303).
 */
export const mayHaveBeenDone = (failure: RetryFacts): boolean => {
  const { status, unsent } = failure;
  if (unsent || isRepeatable(failure) || nothingWasDone(failure)) return false;
  return status === undefined || status >= 500 || status === 303 || status === requestTimeout;
};

/** Answers of a gateway that got none itself. */
const lostBehindGateway = new Set<number | undefined>([undefined, 502, 504]);

/** Whether a request reached the server, as far as one can know, and its answer did not come back. */
export const lostItsAnswer = ({ status, unsent }: RetryFacts): boolean => !unsent && lostBehindGateway.has(status);

/** How an HTTP date starts. Without this check `Date.parse` finds a date in nearly anything that has a number. */
const weekday = /^\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * A Retry-After header (seconds, or an HTTP date) as milliseconds from `now`; undefined when it is absent or neither.
 */
export const parseRetryAfter = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = weekday.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};

/** A server that asks for a shorter wait than this, in milliseconds, has not thought of how many ask at once. */
const shortestAsked = 1_000;

/**
 * The wait before the next attempt, in milliseconds: what the server asks for, otherwise exponential backoff with full
 * jitter; both where the server asks for next to nothing. `attempt` counts from 1; `random` is in [0, 1).
 */
export const retryDelay = (
  { retryAfter, answeredAt }: RetryFacts,
  attempt: number,
  { firstDelay, longestDelay, fixedDelay }: RetryPolicy,
  now: number,
  random: number,
): number => {
  const asked = parseRetryAfter(retryAfter, answeredAt ?? now);
  const backoff = random * Math.min(longestDelay, firstDelay * 2 ** (attempt - 1));
  if (asked === undefined) return fixedDelay ?? backoff;
  return asked < shortestAsked ? Math.max(asked, fixedDelay ?? 0, backoff) : asked;
};

/** How many attempts there can be, the first one included. Who retries everything has said how often. */
export const mostAttempts = ({ attempts }: RetryFacts, policy: RetryPolicy): number =>
  attempts === undefined || policy.retryAll ? policy.attempts : Math.min(attempts, policy.attempts);

/** When and where a request stands after a failed attempt. */
export interface Standing {
  /** Attempts so far. */
  made: number;
  /** What is left of the budget, in milliseconds. */
  left: number;
  now: number;
  /** In [0, 1). */
  random: number;
}

/**
 * How much of the budget an attempt has to have, in milliseconds. One that changes something and is cut short may have
 * been done, so that it gets a sixth (30 s of 180 s); any other a thirty-sixth.
 */
const leastTime = (failure: RetryFacts, { budget, attemptTimeout }: RetryPolicy): number =>
  Math.min(attemptTimeout, budget / (isRepeatable(failure) ? 36 : 6));

/**
 * The wait before the next attempt, in milliseconds; undefined when there is none. `gaveUp` says why when the failure
 * would allow one: the wait has to fit into what is left of the budget, and to leave time for the attempt.
 */
export const planRetry = (
  failure: RetryFacts,
  policy: RetryPolicy,
  { made, left, now, random }: Standing,
): { wait?: number; gaveUp?: string } => {
  if (failure.final || made >= mostAttempts(failure, policy) || !(policy.retryAll || mayRetry(failure))) return {};
  const wait = retryDelay(failure, made, policy, now, random);
  if (wait + leastTime(failure, policy) <= left) return { wait };
  return {
    gaveUp: `The next attempt would be due in ${seconds(wait)}, too late: one request may take ${seconds(policy.budget)}, of which ${seconds(Math.max(0, left))} are left.`,
  };
};
