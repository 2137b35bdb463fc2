/**
 * How many histories the tests of the model run. MODEL_RUNS sets it: the default takes some 8 seconds in memory and as
 * long over HTTP, `npm run test:long` runs 100,000. A failure prints its seed and path: MODEL_SEED and MODEL_PATH run it
 * again.
 */
import { startOfTime, type TimedOptions } from "./model";

const { MODEL_RUNS, MODEL_SEED, MODEL_PATH } = process.env;

export const runs = Number(MODEL_RUNS ?? 1000);

/** A history over HTTP, or of a sync, takes as long as ten in memory. */
export const fewerRuns = Math.ceil(runs / 10);

export const replay = MODEL_SEED === undefined ? {} : { seed: Number(MODEL_SEED), path: MODEL_PATH };

/** Time for them, on a busy machine. */
export const milliseconds = 30_000 + runs * 40;

export const sinceOf = ({ since = 0 }: TimedOptions) => new Date(startOfTime + since * 1000).toISOString();
