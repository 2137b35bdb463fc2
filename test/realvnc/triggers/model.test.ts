/** Random histories against the model of what triggers deliver, with the sandbox polled by the trigger of the bundle. */
import fc from "fast-check";
import { type Sandbox, startSandbox } from "../../../sandbox/realvnc";
import { damageState } from "../../polling/memoryWorld";
import {
  listedUnder,
  playTimed,
  startOfTime,
  type Timed,
  type TimedOptions,
  type TimedStep,
  timedHistory,
  timedOptions,
  type World,
} from "../../polling/model";
import { fewerRuns, milliseconds, replay, sinceOf } from "../../polling/modelRuns";
import { component, connectionTo } from "../../support/realvnc";
import { flowWith } from "../../support/triggers";
import { eventAt } from "./support";

/** A first poll looks back an hour and the overlap: what is listed later than that, when nothing else is, is known. */
const mostBehind = 3000;

const possibleStep = (step: TimedStep): TimedStep => {
  if (step.step === "late") return { ...step, behind: Math.min(step.behind, mostBehind) };
  if (step.step === "poll") return { ...step, conditions: { ...step.conditions, odd: undefined, clockOff: 0 } };
  return step;
};

/** The vendor's servers set the times: none is missing, and none lies in the future. Odd answers are tested elsewhere. */
const possible = (history: TimedStep[]): TimedStep[] =>
  history.filter(({ step }) => step !== "timeless" && step !== "future").map(possibleStep);

/** Runs something at a time of the history. */
const at = async <Result>(time: number, run: () => Promise<Result>): Promise<Result> => {
  const { now } = Date;
  const ahead = time - now();
  Date.now = () => now() + ahead;
  try {
    return await run();
  } finally {
    Date.now = now;
  }
};

/** It is played for two vendors. */
const half = Math.ceil(fewerRuns / 2);

const unlimited = { requests: 1_000_000, perMilliseconds: 1 };

const world = (sandbox: Sandbox, options: TimedOptions): World<Timed, { records: Timed[] }> => {
  const records = new Map<string, Timed>();
  let latest = startOfTime;
  const flow = flowWith<{ events: { id: string; timestamp: number }[] }>(
    { component, sandbox, user: connectionTo(sandbox.baseUrl, sandbox.credentials.full) },
    "newAuditEvents",
    {
      overlapMinutes: String(options.overlapMinutes),
      since: options.since === undefined ? "" : sinceOf(options),
    },
  );
  const text = () => JSON.stringify(flow.state() ?? {});
  return {
    state: text,
    put: (record) => {
      records.set(record.id, record);
      latest = Math.max(latest, record.time ?? 0);
    },
    remove: (id) => records.delete(id),
    damage: (how) => damageState({ text, overwrite: flow.overwriteState }, how),
    poll: async (conditions) => {
      const { failingPage, lost } = conditions;
      sandbox.store.events = listedUnder(records.values(), conditions).map(({ id, time = 0 }) => eventAt(id, time));
      if (failingPage === 0) sandbox.fault({ kind: "serverError", status: 400, match: { method: "GET" } });
      else if (failingPage !== undefined) sandbox.fault({ kind: "repeatToken" });
      try {
        const { data, polledNoChanges, warnings } = await at(latest, () => flow.poll({ lost }));
        if (lost) return undefined;
        const delivered = data.events.map(({ id, timestamp: time }) => ({ id, time }));
        return { lists: { records: delivered }, polledNoChanges, warnings, odd: undefined };
      } catch (error) {
        if (/HTTP 400|list repeats itself/.test((error as Error).message)) return undefined;
        throw error;
      } finally {
        sandbox.clearFaults();
      }
    },
  };
};

describe.each([
  ["counts the bounds of a range in", true],
  ["does not count them in", false],
])("where the vendor %s", (_, boundsIncluded) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    const now = () => new Date(Date.now());
    sandbox = await startSandbox({
      pageSizes: { audit: 4 },
      habits: { boundsIncluded },
      now,
      exchangeLimit: unlimited,
    });
  });
  afterAll(() => sandbox.close());

  test(
    `newAuditEvents delivers what is new, once, over ${half} histories`,
    () =>
      fc.assert(
        fc.asyncProperty(timedHistory, timedOptions, (history, options) =>
          playTimed(
            possible(history),
            // How much is new at most is not an input of the trigger.
            { ...options, mostNew: undefined },
            world(sandbox, options),
            (number) => `event-${String(number).padStart(4, "0")}`,
          ),
        ),
        { numRuns: half, ...replay },
      ),
    milliseconds,
  );

  test("the sandbox kept to the vendor's description", () => expect(sandbox.violations).toEqual([]));
});
