/** Random histories against the model in `model.ts`, with a vendor in memory. */
import fc from "fast-check";
import { memoryList, memoryTimed } from "./memoryWorld";
import { listHistory, playList, playTimed, timedHistory, timedOptions } from "./model";
import { milliseconds, replay, runs, sinceOf } from "./modelRuns";

const id = (number: number) => `d${number}`;

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
