export interface RateLimit {
  requests: number;
  perMilliseconds: number;
}

/** Counts requests, in windows that start with their first one; gives the seconds to wait when there were too many. */
export const createLimiter = (now: () => Date, limit?: RateLimit): (() => number | undefined) => {
  let windowEnd = 0;
  let used = 0;
  return () => {
    if (!limit) return undefined;
    const time = now().getTime();
    if (time >= windowEnd) [windowEnd, used] = [time + limit.perMilliseconds, 0];
    used += 1;
    return used > limit.requests ? Math.ceil((windowEnd - time) / 1000) : undefined;
  };
};
