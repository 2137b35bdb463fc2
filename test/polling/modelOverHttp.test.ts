/** Random histories against the model in `model.ts`, with the sandbox polled over HTTP by the triggers of the bundle. */
import fc from "fast-check";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { listHistory, playList, playTimed, timedHistory, timedOptions } from "./model";
import { fewerRuns, milliseconds, replay, sinceOf } from "./modelRuns";
import { guid, sandboxList, sandboxTimed } from "./sandboxWorld";

describe("against the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ pageSizes: { managedDevices: 3, reports: 4 } });
  });
  afterAll(() => sandbox.close());

  test(
    `pollChangesTrigger delivers what was created and changed, once, over ${fewerRuns} histories`,
    () =>
      fc.assert(
        fc.asyncProperty(listHistory, (history) => playList(history, sandboxList(sandbox), guid)),
        { numRuns: fewerRuns, ...replay },
      ),
    milliseconds,
  );

  test(
    `newConnectionReports delivers what is new, once, over ${fewerRuns} histories`,
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
        { numRuns: fewerRuns, ...replay },
      ),
    milliseconds,
  );

  test("the sandbox kept to the vendor's description", () => expect(sandbox.violations).toEqual([]));
});
