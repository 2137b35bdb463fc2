import type { Connection } from "@prismatic-io/spectral";
import type { Trigger } from "../../engine/component";
import { createContext, createPayload, type FlowState } from "../../engine/context";
import type { Fault } from "../../sandbox/core/faults";
import type { RunningServer } from "../../sandbox/core/server";
import { type Component, component as teamviewer } from "./component";
import { recordingLogger } from "./logger";
import { entryOf, withEntry } from "./state";

export interface Polled<Data> {
  data: Data;
  polledNoChanges: boolean;
  warnings: string[];
  /** API calls of this poll, as method and path. */
  calls: string[];
}

/** What one poll has different from the others. */
export interface PollOptions {
  inputs?: object;
  /** When the platform started the poll. */
  startedAt?: string;
  /** The platform fails after the poll, so that its state is not stored. */
  lost?: boolean;
  /** Which of the two places for state the platform reads: what was left in the context, or what the result has. */
  keeping?: "context" | "result";
}

/** An item of a batch. */
export interface Item {
  change: string;
  record: unknown;
}

/** A run of a flow with batches: the same, and the items that the platform cuts into batches. */
export type Batched<Data> = Polled<Data> & { items: Item[] };

/** The component and the sandbox of a test file. */
export interface TriggerTest {
  /** TeamViewer's where it is left out. */
  component?: Component;
  sandbox: Pick<RunningServer, "requests" | "fault">;
  user: Connection;
  company?: Connection;
}

type Step = Pick<Trigger, "perform" | "resolveTriggerItems">;

/**
 * A flow that starts with a trigger of the built component. Each poll runs as the platform runs it: with the defaults of
 * untouched inputs, and with a state that is stored as JSON once the poll has succeeded.
 */
export const flowWith = <Data>(
  { component = teamviewer, sandbox, user }: Omit<TriggerTest, "company">,
  key: string,
  inputs: object = {},
  connection = user,
) => {
  const trigger = component.triggers[key];
  if (!trigger) throw new Error(`The component has no trigger ${key}. Is it built?`);
  const defaults = Object.fromEntries(trigger.inputs.map((input) => [input.key, input.default ?? ""]));
  let stored = JSON.stringify({ instanceState: {}, crossFlowState: {}, integrationState: {} } satisfies FlowState);

  const run = async (
    { perform, resolveTriggerItems }: Step,
    { inputs: changed, startedAt, lost, keeping }: PollOptions,
    batchSize?: number,
  ): Promise<Batched<Data>> => {
    const { logger, lines } = recordingLogger();
    const context = createContext({ logger, debug: false, batchSize }, JSON.parse(stored));
    const before = sandbox.requests.length;
    const payload = { ...createPayload(context), ...(startedAt && { startedAt }) };
    const result = await perform(context, payload, { ...defaults, ...inputs, ...changed, connection });
    const instanceState = {
      ...(keeping !== "result" && context.instanceState),
      ...(keeping !== "context" && result?.instanceState),
    };
    if (!lost) stored = JSON.stringify({ ...JSON.parse(stored), instanceState });
    return {
      items: (result && (resolveTriggerItems?.(context, result) as Item[])) ?? [],
      data: (result?.payload.body as { data: unknown } | undefined)?.data as Data,
      polledNoChanges: result?.resultType === "polled_no_changes",
      warnings: lines.filter(({ level }) => level === "warn").map(({ text }) => text),
      calls: sandbox.requests
        .slice(before)
        .filter(({ operationId }) => operationId !== "createSession")
        .map(({ method, path }) => `${method} ${path.replace("/api/v1", "")}`),
    };
  };

  const poll = async (options: PollOptions = {}): Promise<Polled<Data>> => {
    const { items: _onlyInBatches, ...polled } = await run(trigger, options);
    return polled;
  };

  const deploy = async (options: PollOptions = {}): Promise<Batched<Data>> => {
    const { onDeployPerform, resolveOnDeployItems } = trigger;
    if (!onDeployPerform) throw new Error(`${key} has no initial sync.`);
    return run({ perform: onDeployPerform, resolveTriggerItems: resolveOnDeployItems }, options, 100);
  };

  return {
    poll,
    /** A poll of a flow with batches. */
    pollInBatches: (options: PollOptions = {}) => run(trigger, options, 100),
    /** The initial sync of a deployment. */
    deploy,
    /** What is stored, of this trigger and others. */
    state: () => JSON.parse(stored).instanceState.__prismaticInternal?.polling as Record<string, unknown> | undefined,
    /** Puts something else where that was. */
    overwriteState: (polling: unknown) => {
      stored = JSON.stringify({ ...JSON.parse(stored), instanceState: { __prismaticInternal: { polling } } });
    },
  };
};

/** What every polling trigger has in common, told in the terms of one of them. */
export interface TriggerCase {
  key: string;
  inputs?: object;
  /** Inputs that make it watch something else, where it has any. */
  otherInputs?: object;
  /** Makes news in the sandbox that one poll delivers. Called several times, it makes news each time. */
  makeNews(): void;
  /** API calls of a poll on the seeded records. */
  calls: string[];
  company?: boolean;
  /** False where a poll stops reading before the end of the list. */
  readsToTheEnd?: boolean;
}

/** Tests of the promises that all polling triggers make. */
export const keepsThePromises = (
  of: TriggerTest,
  { key, inputs, otherInputs, makeNews, calls, company, readsToTheEnd = true }: TriggerCase,
) => {
  type Lists = Record<string, unknown[]>;
  const flow = () => flowWith<Lists>(of, key, inputs, company ? of.company : of.user);
  /** Every operation refuses once; and a page repeats itself, where a poll reads to the end of a list. */
  const faults: Fault[] = [
    ...[...new Set(calls)].map((call): Fault => {
      const [method, path] = call.split(" ");
      return { kind: "serverError", status: 400, match: { method, path } };
    }),
    ...(readsToTheEnd && new Set(calls).size < calls.length ? [{ kind: "repeatToken" } as Fault] : []),
  ];
  const countOf = (data: Lists) => Object.values(data).flat().length;

  test("the first poll is a baseline, and without news nothing is delivered", async () => {
    const { poll } = flow();
    for (const round of [1, 2, 3]) {
      const { data, polledNoChanges, warnings, calls: made } = await poll();
      expect({ round, count: countOf(data), polledNoChanges, warnings, made }).toEqual({
        round,
        count: 0,
        polledNoChanges: true,
        warnings: [],
        made: calls,
      });
    }
  });

  test("news are delivered once", async () => {
    const { poll } = flow();
    await poll();
    for (let round = 1; round <= 2; round += 1) {
      makeNews();
      const { data, polledNoChanges } = await poll();
      expect(countOf(data)).toBeGreaterThan(0);
      expect(polledNoChanges).toBe(false);
      expect(await poll()).toMatchObject({ polledNoChanges: true, warnings: [] });
    }
  });

  test("a poll that fails, on any of its calls, or is lost leaves everything to the next", async () => {
    const { poll, state } = flow();
    await poll();
    const before = state();
    makeNews();
    for (const fault of faults) {
      of.sandbox.fault(fault);
      await expect(poll()).rejects.toThrow();
      expect(state()).toEqual(before);
    }
    const lost = await poll({ lost: true });
    const { data } = await poll();
    expect(data).toEqual(lost.data);
    expect(countOf(data)).toBeGreaterThan(0);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  const changed = (stored: Record<string, unknown>, change: (entry: Record<string, unknown>) => object) =>
    withEntry(stored, { ...entryOf(stored), ...change(entryOf(stored)) });
  const damaged: [string, (stored: Record<string, unknown>) => unknown][] = [
    ["of an unknown version", (stored) => changed(stored, () => ({ v: 99 }))],
    ["of another trigger", (stored) => changed(stored, () => ({ kind: "other" }))],
    ["of the published component", () => ({ lastPolled: "2026-03-31T14:00:00Z" })],
    [
      "that was cut",
      (stored) => changed(stored, ({ state }) => ({ state: { ...(state as object), data: "", known: null } })),
    ],
  ];

  test.each(damaged)("a state %s becomes a new baseline with a warning", async (_, damage) => {
    const { poll, state, overwriteState } = flow();
    await poll();
    overwriteState(damage(state() ?? {}));
    makeNews();
    const { polledNoChanges, warnings } = await poll();
    expect({ polledNoChanges, warnings }).toEqual({
      polledNoChanges: true,
      warnings: [expect.stringContaining("A new baseline is taken")],
    });
    makeNews();
    expect(await poll()).toMatchObject({ polledNoChanges: false, warnings: [] });
  });

  if (otherInputs) {
    test("inputs that watch something else become a new baseline with a warning", async () => {
      const { poll } = flow();
      await poll();
      makeNews();
      expect(await poll({ inputs: otherInputs })).toMatchObject({
        polledNoChanges: true,
        warnings: [expect.stringContaining("inputs were changed")],
      });
      expect(await poll({ inputs: otherInputs })).toMatchObject({ polledNoChanges: true, warnings: [] });
    });
  }

  test("an answer that is no list fails the poll", async () => {
    const { poll, state } = flow();
    await poll();
    const before = state();
    of.sandbox.fault({ kind: "html", status: 400 });
    await expect(poll()).rejects.toThrow(/^(TeamViewer|RealVNC Connect) /);
    expect(state()).toEqual(before);
  });
};
