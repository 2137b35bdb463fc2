import fc from "fast-check";
import { attempt, type Clock } from "../../src/http/attempts";
import type { Failure } from "../../src/http/failure";
import { defaultRetryPolicy, type RetryPolicy } from "../../src/http/retry";

const exchange = { status: 200, headers: {}, body: "done" };

interface Script {
  method?: string;
  /** The status of each attempt, the last one repeated; 200 succeeds, 0 stands for no answer. */
  statuses: number[];
  /** How long each attempt takes unless less is left, in milliseconds. */
  duration?: number;
  policy?: Partial<RetryPolicy>;
  retryAfter?: string;
  /** How many attempts the vendor's dialect finds a failure worth. */
  attempts?: number;
}

const request = { operation: "GET /x", requestUrl: "", baseUrl: "", connectionKey: "" };

/** Runs attempts on a clock on which nothing but they and the waits take time. */
const run = async ({ method = "GET", statuses, duration = 10, policy, retryAfter, attempts }: Script) => {
  let now = 1_000_000;
  const waits: number[] = [];
  const granted: number[] = [];
  const told: { next: number; most: number; wait: number }[] = [];
  const clock: Clock = {
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  };
  const course = await attempt({
    policy: { ...defaultRetryPolicy, ...policy },
    clock,
    send: async (remaining) => {
      const left = remaining();
      granted.push(left);
      const status = statuses[Math.min(granted.length, statuses.length) - 1];
      now += Math.min(duration, left);
      if (status === 200) return { exchange };
      const final = duration >= left;
      const answer = {
        status: status ?? 0,
        statusText: "",
        headers: { "x-attempt": String(granted.length) },
        body: "",
      };
      const failure: Failure = status ? { kind: "status", answer } : { kind: "network" };
      return { failure: { method, failure, request, status: status || undefined, retryAfter, final, attempts } };
    },
    onRetry: (_, retry) => told.push(retry),
  });
  return { ...course, waits, granted, told };
};

describe("a request's attempts", () => {
  it("end with the first that succeeds", async () => {
    expect(await run({ statuses: [200] })).toMatchObject({ exchange, made: 1, took: 10, waits: [] });
    expect(await run({ statuses: [500, 0, 503, 200] })).toMatchObject({
      exchange,
      made: 4,
      waits: [500, 1000, 2000],
      took: 3540,
    });
  });

  it("end with the last that the policy allows, and its failure", async () => {
    const { failure, exchange: none, made, gaveUp } = await run({ statuses: [500, 502], policy: { attempts: 3 } });
    expect({ status: failure?.status, none, made, gaveUp }).toEqual({ status: 502, made: 3 });
  });

  it.each([
    ["GET", 404],
    ["POST", 500],
    ["POST", 0],
  ])("of a %s end at once after %d", async (method, status) => {
    expect(await run({ method, statuses: [status] })).toMatchObject({ made: 1, waits: [], told: [] });
  });

  it("wait as the server asks for, and are told before each wait", async () => {
    const { waits, told } = await run({ method: "POST", statuses: [429, 429, 200], retryAfter: "7" });
    expect(waits).toEqual([7000, 7000]);
    expect(told).toEqual([
      { next: 2, most: 6, wait: 7000 },
      { next: 3, most: 6, wait: 7000 },
    ]);
  });

  it("each have what is left of the budget", async () => {
    const policy = { budget: 20_000, fixedDelay: 4000 };
    const { granted } = await run({ statuses: [500, 500, 200], duration: 1000, policy });
    expect(granted).toEqual([20_000, 15_000, 10_000]);
  });

  it("end before a wait that does not fit into the budget, and say so", async () => {
    const { made, took, waits, gaveUp } = await run({ statuses: [429], retryAfter: "3600" });
    expect({ made, took, waits }).toEqual({ made: 1, took: 10, waits: [] });
    expect(gaveUp).toBe(
      "The next attempt would be due in 3600 s, too late: one request may take 180 s, of which 180 s are left.",
    );
  });

  it("are fewer where a failure is not worth more, unless everything is to be retried", async () => {
    expect(await run({ statuses: [500], attempts: 3 })).toMatchObject({
      made: 3,
      told: [
        { next: 2, most: 3, wait: 500 },
        { next: 3, most: 3, wait: 1000 },
      ],
    });
    expect(await run({ statuses: [500], attempts: 30 })).toMatchObject({ made: 6 });
    expect(await run({ statuses: [500], attempts: 3, policy: { retryAll: true } })).toMatchObject({ made: 6 });
  });

  it("are remembered where they may have been done although they failed", async () => {
    const policy = { retryAll: true, attempts: 4 };
    expect(await run({ method: "POST", statuses: [500, 429, 0, 404], policy })).toMatchObject({ made: 4, lost: 2 });
    expect(await run({ method: "POST", statuses: [429, 409] })).toMatchObject({ made: 2, lost: 0 });
    expect(await run({ method: "PUT", statuses: [500, 0, 200] })).toMatchObject({ made: 3, lost: 0 });
  });

  it.each([
    ["no answer", 0],
    ["502", 502],
    ["504", 504],
  ])("of a DELETE end well with a 404 after %s: the one whose answer was lost has done it", async (_, lost) => {
    expect(await run({ method: "DELETE", statuses: [lost, 429, 404] })).toMatchObject({
      made: 3,
      doneBefore: true,
      exchange: { status: 404, headers: { "x-attempt": "3" }, body: undefined },
    });
  });

  it.each<[string, Script]>([
    ["at first", { method: "DELETE", statuses: [404] }],
    ["after one that was not done", { method: "DELETE", statuses: [429, 404] }],
    ["after one that the server broke down over", { method: "DELETE", statuses: [500, 404] }],
    ["of anything but a DELETE", { method: "PUT", statuses: [0, 404] }],
  ])("fail with a 404 %s", async (_, script) => {
    const course = await run(script);
    expect(course).toMatchObject({ failure: { status: 404 } });
    expect(course).not.toHaveProperty("doneBefore");
  });

  it("are within the budget and the policy, whatever they are", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(0, 429, 500, 503, 200), { minLength: 1 }),
        fc.integer({ min: 1, max: 70_000 }),
        fc.record({
          budget: fc.integer({ min: 1, max: 200_000 }),
          attempts: fc.integer({ min: 1, max: 30 }),
          fixedDelay: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
        }),
        async (statuses, duration, policy) => {
          const { made, took, granted, waits } = await run({ statuses, duration, policy });
          expect(took).toBeLessThanOrEqual(policy.budget);
          expect(made).toBeLessThanOrEqual(policy.attempts);
          expect(granted).toHaveLength(made);
          expect(waits).toHaveLength(made - 1);
          for (const left of granted) expect(left).toBeGreaterThan(0);
        },
      ),
    ));
});
