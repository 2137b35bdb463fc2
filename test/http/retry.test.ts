import fc from "fast-check";
import {
  defaultRetryPolicy,
  mayHaveBeenDone,
  mayRetry,
  parseRetryAfter,
  planRetry,
  type RetryFacts,
  type RetryPolicy,
  retryDelay,
} from "../../src/http/retry";

const now = Date.UTC(2026, 2, 31, 14, 0, 0);

describe("whether a failed request is sent again", () => {
  const repeatable = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "get", "put", "delete"];
  const once = ["POST", "PATCH", "LINK", "post", "patch"];

  const rows: [what: string, failure: Omit<RetryFacts, "method">, repeatable: boolean, once: boolean][] = [
    ["no answer", {}, true, false],
    ["500", { status: 500 }, true, false],
    ["502", { status: 502 }, true, false],
    ["599", { status: 599 }, true, false],
    ["503", { status: 503 }, true, false],
    ["503 with Retry-After", { status: 503, retryAfter: "1" }, true, true],
    ["500 with Retry-After", { status: 500, retryAfter: "1" }, true, false],
    ["429", { status: 429 }, true, true],
    ["421", { status: 421 }, true, true],
    ["425", { status: 425 }, true, true],
    ["408", { status: 408 }, true, false],
    ["a rate limit in the vendor's words", { status: 403, rateLimited: true }, true, true],
    ["a block of the sender", { status: 403, blocked: true }, true, false],
    ["403", { status: 403 }, false, false],
    ["400", { status: 400 }, false, false],
    ["401", { status: 401 }, false, false],
    ["404", { status: 404 }, false, false],
    ["404 with Retry-After", { status: 404, retryAfter: "1" }, false, false],
    ["a redirect that was not followed", { status: 304 }, false, false],
  ];

  it.each(rows)("%s", (_, failure, again, alsoOnce) => {
    for (const method of repeatable) expect([method, mayRetry({ method, ...failure })]).toEqual([method, again]);
    for (const method of once) expect([method, mayRetry({ method, ...failure })]).toEqual([method, alsoOnce]);
  });
});

describe("whether a failed request may have been done all the same", () => {
  const rows: [what: string, failure: Omit<RetryFacts, "method">, done: boolean][] = [
    ["no answer", {}, true],
    ["500", { status: 500 }, true],
    ["502", { status: 502 }, true],
    ["503", { status: 503 }, true],
    ["303, which shows where the result is", { status: 303 }, true],
    ["408", { status: 408 }, true],
    ["421", { status: 421 }, false],
    ["425", { status: 425 }, false],
    ["no answer to what only reads", { reads: true }, false],
    ["no connection", { unsent: true }, false],
    ["503 with Retry-After", { status: 503, retryAfter: "1" }, false],
    ["429", { status: 429 }, false],
    ["a rate limit in the vendor's words", { status: 403, rateLimited: true }, false],
    ["a block of the sender", { status: 403, blocked: true }, false],
    ["307", { status: 307 }, false],
    ["400", { status: 400 }, false],
    ["401", { status: 401 }, false],
    ["409", { status: 409 }, false],
  ];

  it.each(rows)("%s", (_, failure, done) => {
    for (const method of ["POST", "PATCH", "post", "LINK"]) {
      expect([method, mayHaveBeenDone({ method, ...failure })]).toEqual([method, done]);
    }
    for (const method of ["GET", "PUT", "DELETE"]) expect(mayHaveBeenDone({ method, ...failure })).toBe(false);
  });
});

describe("a Retry-After header", () => {
  it.each([
    ["0", 0],
    ["120", 120_000],
    [" 1.5 ", 1500],
    ["  1.25\t ", 1250],
    ["Tue, 31 Mar 2026 14:00:30 GMT", 30_000],
    ["Tuesday, 31-Mar-26 14:00:30 GMT", 30_000],
    ["Tue, 31 Mar 2026 13:00:00 GMT", 0],
    ["", undefined],
    ["soon", undefined],
    ["in 5 minutes", undefined],
    ["in 5", undefined],
    ["5 minutes", undefined],
    ["5.", undefined],
    ["-5", undefined],
    ["Tue, 99 Mar 2026", undefined],
    [undefined, undefined],
  ])("%j means %j ms", (header, wait) => {
    expect(parseRetryAfter(header, now)).toBe(wait);
  });
});

describe("the wait before the next attempt", () => {
  const policy = { ...defaultRetryPolicy, firstDelay: 100, longestDelay: 1000 };
  const failure = { method: "GET", status: 500 };

  it.each([
    [1, 100],
    [2, 200],
    [3, 400],
    [4, 800],
    [5, 1000],
    [60, 1000],
  ])("after attempt %d is anywhere between nothing and %d ms", (attempt, bound) => {
    expect(retryDelay(failure, attempt, policy, now, 0)).toBe(0);
    expect(retryDelay(failure, attempt, policy, now, 0.5)).toBe(bound / 2);
    expect(retryDelay(failure, attempt, policy, now, 0.999)).toBeCloseTo(bound * 0.999);
  });

  it("stays within the bound of its attempt and the longest wait, whatever the policy", () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 600_000 }),
        chance,
        (attempt, firstDelay, longestDelay, random) => {
          const wait = retryDelay(failure, attempt, { ...policy, firstDelay, longestDelay }, now, random);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(longestDelay, firstDelay * 2 ** (attempt - 1)));
        },
      ),
    );
  });

  it("is the server's where it asks for one, also when that is longer than any backoff", () => {
    expect(retryDelay({ ...failure, retryAfter: "3600" }, 1, policy, now, 0.5)).toBe(3_600_000);
    expect(retryDelay({ ...failure, retryAfter: "3600" }, 1, { ...policy, fixedDelay: 5 }, now, 0.5)).toBe(3_600_000);
  });

  it("is until the server's date by the server's own clock, and by ours where it does not tell its own", () => {
    const dated = { ...failure, retryAfter: "Tue, 31 Mar 2026 14:00:30 GMT" };
    expect(retryDelay(dated, 1, policy, now, 0.5)).toBe(30_000);
    expect(retryDelay({ ...dated, answeredAt: now + 10_000 }, 1, policy, now, 0.5)).toBe(20_000);
  });

  it("is the longest of its wish, the backoff and the fixed one where it asks for less than a second", () => {
    const wait = (retryAfter: string, more: Partial<RetryPolicy> = {}) =>
      retryDelay({ ...failure, retryAfter }, 1, { ...policy, ...more }, now, 0.5);
    expect(wait("0.2")).toBe(200);
    expect(wait("0.01")).toBe(50);
    expect(wait("0.2", { fixedDelay: 700 })).toBe(700);
    expect(wait("0.999", { fixedDelay: 7000 })).toBe(7000);
    expect(wait("1", { fixedDelay: 7000 })).toBe(1000);
  });

  it("backs off when the server's wish cannot be read", () => {
    expect(retryDelay({ ...failure, retryAfter: "soon" }, 2, policy, now, 0.5)).toBe(100);
  });

  it("is the fixed one where the policy has one", () => {
    expect(retryDelay(failure, 5, { ...policy, fixedDelay: 7000 }, now, 0.5)).toBe(7000);
    expect(retryDelay(failure, 5, { ...policy, fixedDelay: 0 }, now, 0.5)).toBe(0);
  });
});

describe("the plan after a failed attempt", () => {
  const policy = { ...defaultRetryPolicy, attempts: 3, budget: 10_000, fixedDelay: 4000 };
  const failure = { method: "GET", status: 500 };
  const standing = { made: 1, left: 9000, now, random: 0.5 };

  it("is a wait for the next one", () => {
    expect(planRetry(failure, policy, standing)).toEqual({ wait: 4000 });
    expect(planRetry({ ...failure, retryAfter: "2" }, policy, standing)).toEqual({ wait: 2000 });
  });

  it.each<[string, RetryFacts, object]>([
    ["the failure would not go away", { method: "GET", status: 404 }, {}],
    ["the work may have been done", { method: "POST", status: 500 }, {}],
    ["all attempts are made", failure, { made: 3 }],
    ["it would lead to nothing", { ...failure, final: true }, {}],
  ])("is none where %s", (_, facts, change) => {
    expect(planRetry(facts, policy, { ...standing, ...change })).toEqual({});
  });

  it("is one in any case where the policy retries everything, but not beyond its attempts or for nothing", () => {
    const all = { ...policy, retryAll: true };
    expect(planRetry({ method: "POST", status: 404 }, all, standing)).toEqual({ wait: 4000 });
    expect(planRetry({ method: "POST", status: 404 }, all, { ...standing, made: 3 })).toEqual({});
    expect(planRetry({ method: "POST", final: true }, all, standing)).toEqual({});
  });

  it.each([
    [4278, { wait: 4000 }],
    [
      4277,
      { gaveUp: "The next attempt would be due in 4 s, too late: one request may take 10 s, of which 4.3 s are left." },
    ],
    [
      4000,
      { gaveUp: "The next attempt would be due in 4 s, too late: one request may take 10 s, of which 4 s are left." },
    ],
    [
      -20,
      { gaveUp: "The next attempt would be due in 4 s, too late: one request may take 10 s, of which 0 s are left." },
    ],
  ])("with %d ms left is a wait only if an attempt fits in after it, otherwise the reason", (left, plan) => {
    expect(planRetry(failure, policy, { ...standing, left })).toEqual(plan);
  });

  it("leaves more time to what may have been done when it is cut short, but no more than an attempt can take", () => {
    const post = { method: "POST", status: 429, retryAfter: "2" };
    const least = (more: object) =>
      [2001, 2500, 3666, 3667].find((left) => planRetry(post, { ...policy, ...more }, { ...standing, left }).wait);
    expect(least({})).toBe(3667);
    expect(least({ attemptTimeout: 500 })).toBe(2500);
  });
});
