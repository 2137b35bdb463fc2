/** Changes of many records by one action: planned first, shown by a dry run, bounded, and told of one by one. */
import { ConnectionError } from "@prismatic-io/spectral";
import { InputError, messageOf } from "../http/errors";
import { longestMinutes } from "../http/portions";
import { flagInput, integerInput } from "./inputs";

/** What became of a planned change. */
export type Outcome = "planned" | "done" | "failed" | "skipped";

/** A planned change with what became of it, and why where that is not what was planned. */
export type Told<Change> = Change & { outcome: Outcome; reason?: string };

export interface Report<Change> {
  dryRun: boolean;
  planned: number;
  done: number;
  failed: number;
  skipped: number;
  items: Told<Change>[];
}

/** A change that is not carried out, because what the plan was made of is no longer so. */
export class NoLongerDue extends Error {}

/** Text and boolean alike; only an explicit false is a real run: whatever else a flow hands over must destroy nothing. */
const isDry = (value: unknown): boolean => String(value).trim().toLowerCase() !== "false";

/** The inputs of every action that changes many records. */
export const bounds = {
  dryRun: {
    ...flagInput({
      label: "Dry Run",
      comments:
        "When on, nothing is changed: the report lists what a real run would do. Only an explicit false is a real run. Default: on.",
      default: "true",
    }),
    clean: isDry,
  },
  maximumChanges: integerInput({
    label: "Maximum Changes",
    comments: "A real run with more changes than this is refused before its first one. Default: 100.",
    example: "100",
    default: "100",
    minimum: 1,
  }),
  timeLimit: integerInput({
    label: "Time Limit",
    comments: `In minutes, at most ${longestMinutes}. What has not begun by then is skipped, so that the report always comes back. Default: 10.`,
    example: "10",
    default: "10",
    minimum: 1,
    maximum: longestMinutes,
  }),
};

/** What is to be changed, and what was looked at and needs no change, or cannot be changed, with its reason. */
export interface ChangePlan<Change> {
  due: Change[];
  settled?: Told<Change>[];
}

const isTold = <Change extends object>(change: Change | Told<Change>): change is Told<Change> => "outcome" in change;

/** The plan of changes in the order of a list, of some of which an outcome is told already. */
export const planFrom = <Change extends object>(changes: readonly (Change | Told<Change>)[]): ChangePlan<Change> => ({
  due: changes.filter((change) => !isTold(change)),
  settled: changes.filter(isTold),
});

export interface Bounds {
  dryRun: boolean;
  maximumChanges?: number;
  /** In minutes. */
  timeLimit?: number;
}

/** The JSON Schema of a report, as text; `fields` are those of a change, `beside` what an action adds to the report. */
export const reportSchema = (fields: object, beside: object = {}): string => {
  const count = { type: "integer" };
  const outcome = { type: "string", enum: ["planned", "done", "failed", "skipped"] };
  const items = { type: "object", properties: { ...fields, outcome, reason: { type: "string" } } };
  return JSON.stringify({
    type: "object",
    properties: {
      dryRun: { type: "boolean" },
      planned: count,
      done: count,
      failed: count,
      skipped: count,
      items: { type: "array", items },
      ...beside,
    },
  });
};

const reportOf = <Change extends object>(dryRun: boolean, items: Told<Change>[]): Report<Change> => {
  const count = (outcome: Outcome) => items.filter((item) => item.outcome === outcome).length;
  return {
    dryRun,
    planned: count("planned"),
    done: count("done"),
    failed: count("failed"),
    skipped: count("skipped"),
    items,
  };
};

/** The report of a dry run, as an example payload. */
export const exampleReport = <Change extends object>(items: Told<Change>[]): Report<Change> => reportOf(true, items);

const refuseTooMany = (changes: number, most: number) => {
  if (changes <= most) return;
  throw new InputError(
    "Maximum Changes",
    `the plan has ${changes} changes, more than ${most}. Nothing was changed. Look at a dry run, then raise Maximum Changes or narrow what is changed.`,
  );
};

/** A change that failed, with what the error says. */
export const failedOf = <Change extends object>(change: Change, error: unknown): Told<Change> => ({
  ...change,
  outcome: "failed",
  reason: messageOf(error),
});

const isUntouched = ({ outcome }: { outcome: Outcome }) => outcome === "skipped";

const carriedOut = async <Change extends object>(
  change: Change,
  carry: (change: Change) => Promise<unknown>,
): Promise<{ told: Told<Change>; error?: unknown }> => {
  try {
    await carry(change);
    return { told: { ...change, outcome: "done" } };
  } catch (error) {
    if (error instanceof NoLongerDue) return { told: { ...change, outcome: "skipped", reason: error.message } };
    return { told: failedOf(change, error), error };
  }
};

/**
 * Makes a plan and carries it out, one change after another, or with a dry run only tells of it. One failure does not stop
 * the rest: the report names every change with its outcome. The time limit counts from before the plan is made. `carry`
 * reads a record again before it destroys it, and throws `NoLongerDue` where the plan does not hold any more. Throws an
 * `InputError` for a plan that is larger than allowed, and a `ConnectionError` when the vendor refuses the credentials
 * before anything was, or may have been, changed.
 */
export const carryOut = async <Change extends object>(
  { dryRun, maximumChanges = 100, timeLimit = 10 }: Bounds,
  plan: () => Promise<ChangePlan<Change>>,
  carry: (change: Change) => Promise<unknown>,
  now: () => number = Date.now,
): Promise<Report<Change>> => {
  const end = now() + timeLimit * 60_000;
  const { due, settled = [] } = await plan();
  if (dryRun) {
    const planned = due.map((change): Told<Change> => ({ ...change, outcome: "planned" }));
    return reportOf(dryRun, [...planned, ...settled]);
  }
  refuseTooMany(due.length, maximumChanges);
  const items: Told<Change>[] = [];
  for (const change of due) {
    if (now() >= end) {
      items.push({
        ...change,
        outcome: "skipped",
        reason: `The time limit of ${timeLimit} min was reached before it.`,
      });
      continue;
    }
    const { told, error } = await carriedOut(change, carry);
    if (error instanceof ConnectionError && items.every(isUntouched)) throw error;
    items.push(told);
  }
  return reportOf(dryRun, [...items, ...settled]);
};
