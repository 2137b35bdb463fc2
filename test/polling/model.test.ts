/**
 * Random histories against the model in `model.ts`: many against a vendor in memory, some against the sandbox over HTTP
 * through the triggers. MODEL_RUNS sets how many (the default takes about 10 seconds, `npm run test:long` runs 100,000). A
 * failure prints its seed and path: MODEL_SEED and MODEL_PATH run it again.
 */
import fc from "fast-check";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { memoryList, memoryTimed } from "./memoryWorld";
import { listHistory, playList, playTimed, startOfTime, type TimedOptions, timedHistory, timedOptions } from "./model";
import { guid, sandboxList, sandboxTimed } from "./sandboxWorld";

const { MODEL_RUNS, MODEL_SEED, MODEL_PATH } = process.env;

const runs = Number(MODEL_RUNS ?? 1500);

/** A history over HTTP takes as long as ten in memory. */
const sandboxRuns = Math.ceil(runs / 10);

const replay = MODEL_SEED === undefined ? {} : { seed: Number(MODEL_SEED), path: MODEL_PATH };

const milliseconds = 30_000 + runs * 40;

const id = (number: number) => `d${number}`;

const sinceOf = ({ since = 0 }: TimedOptions) => new Date(startOfTime + since * 1000).toISOString();

describe("against a vendor in memory", () => {
  test(
    `a snapshot delivers what was created and changed, once, over ${runs} histories`,
    () =>
      fc.assert(
        fc.asyncProperty(listHistory, (history) => playList(history, memoryList(), id)),
        { numRuns: runs, ...replay },
      ),
    milliseconds,
  );

  test(
    `a cursor delivers what is new, once, over ${runs} histories`,
    () =>
      fc.assert(
        fc.asyncProperty(timedHistory, timedOptions, (history, options) =>
          playTimed(history, options, memoryTimed(options, sinceOf(options)), id),
        ),
        { numRuns: runs, ...replay },
      ),
    milliseconds,
  );
});

describe("against the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ pageSizes: { managedDevices: 3, reports: 4 } });
  });
  afterAll(() => sandbox.close());

  test(
    `pollChangesTrigger delivers what was created and changed, once, over ${sandboxRuns} histories`,
    () =>
      fc.assert(
        fc.asyncProperty(listHistory, (history) => playList(history, sandboxList(sandbox), guid)),
        { numRuns: sandboxRuns, ...replay },
      ),
    milliseconds,
  );

  test(
    `newConnectionReports delivers what is new, once, over ${sandboxRuns} histories`,
    () =>
      fc.assert(
        fc.asyncProperty(timedHistory, timedOptions, (history, options) =>
          // A report without an end is a session that still runs: it is not delivered at all.
          playTimed(
            history.filter(({ step }) => step !== "timeless"),
            // How much is new at most is not an input of the trigger.
            { ...options, mostNew: undefined },
            sandboxTimed(sandbox, options, sinceOf(options)),
            guid,
          ),
        ),
        { numRuns: sandboxRuns, ...replay },
      ),
    milliseconds,
  );

  test("the sandbox kept to the vendor's description", () => expect(sandbox.violations).toEqual([]));
});
