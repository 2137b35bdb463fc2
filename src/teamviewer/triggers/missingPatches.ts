import { pollingTrigger } from "@prismatic-io/spectral";
import { concurrently, fewAtATime } from "../../http/concurrently";
import type { RecordOf } from "../../http/lists";
import { connection, flagInput, integerInput } from "../../platform/inputs";
import { examplePoll, type Pages, poll, transitionsOf, watchSnapshot } from "../../polling";
import { type TeamViewerClient, teamviewer } from "../client";
import { needs } from "../requirements";
import { missingPatchCounts, patchDevices } from "../resources/patchManagement";

type Count = RecordOf<typeof missingPatchCounts>;

/** Devices in one question for counts. TeamViewer names no limit; 1000 IDs are a body of 11 KB. */
const devicesPerQuestion = 1000;

/** TeamViewer IDs of the devices that patch management is active on, cut into lists of one question each. */
async function* activeDevices(client: TeamViewerClient): AsyncGenerator<number[]> {
  let ids = new Set<number>();
  for await (const { items } of patchDevices.pages(client)) {
    for (const device of items) {
      // An answer may hold something else; without an ID there is nothing to ask for.
      if (typeof device?.teamviewer_id !== "number") continue;
      ids.add(device.teamviewer_id);
      if (ids.size < devicesPerQuestion) continue;
      yield [...ids];
      ids = new Set();
    }
  }
  if (ids.size > 0) yield [...ids];
}

/** The counts of these devices; one that TeamViewer leaves out comes without a count. */
const countsOf = async (client: TeamViewerClient, ids: number[]): Promise<Count[]> => {
  const counted = await missingPatchCounts.all(client, { body: { device_id_list: ids } });
  const answered = new Set(counted.map((count) => count?.DeviceId));
  return [...counted, ...ids.filter((id) => !answered.has(id)).map((DeviceId) => ({ DeviceId }))];
};

/** The counts of all active devices, a few questions at a time: none has to wait for the answer to another. */
async function* counts(client: TeamViewerClient): AsyncGenerator<{ items: Count[] }> {
  let questions: number[][] = [];
  const ask = async () => {
    const answers = await concurrently(questions, (ids) => countsOf(client, ids));
    questions = [];
    return answers.flat();
  };
  for await (const ids of activeDevices(client)) {
    questions.push(ids);
    if (questions.length === fewAtATime) yield { items: await ask() };
  }
  yield { items: await ask() };
}

const below = 0;
const reached = 1;

/** On which side of the threshold a device is. Without a readable count it stays where it was, at first below. */
const sideOf = ({ ErrorCode, ScanResultCount }: Count, threshold: number, before: number = below): number => {
  if (ErrorCode || ScanResultCount === undefined || ScanResultCount === null) return before;
  return ScanResultCount >= threshold ? reached : below;
};

export const missingPatches = pollingTrigger({
  display: {
    label: "Missing Patches",
    description: `Deliver devices whose number of missing patches reaches a threshold, as their last scan found them. ${needs("GET /patchmanagement/devices")}`,
  },
  inputs: {
    threshold: integerInput({
      label: "Threshold",
      comments:
        "The number of missing patches from which on a device is delivered, 1 to 10000; once, until it has been below. Default: 1.",
      default: "1",
      minimum: 1,
      maximum: 10_000,
      example: "5",
    }),
    showRecovered: flagInput({
      label: "Show Recovered Devices",
      comments: "Delivers devices too whose number has fallen below the threshold again. Default: off.",
    }),
    connection,
  },
  perform: async (context, payload, { connection, threshold = 1, showRecovered }) => {
    const client = teamviewer(context, connection);
    const watch = watchSnapshot({
      trigger: "missingPatches",
      scope: { threshold },
      pages: (): Pages<Count> => counts(client),
      id: (count) => count.DeviceId,
      value: (count, before) => sideOf(count, threshold, before),
      deliver: (changes) => {
        // A device that was activated since the last poll comes from below.
        const sides = transitionsOf(changes, (count) => sideOf(count, threshold), Number);
        const now = (side: number) => sides.filter(({ was = below, is }) => was !== is && is === side);
        return {
          reached: now(reached).map(({ record }) => record),
          recovered: showRecovered ? now(below).map(({ record }) => record) : [],
        };
      },
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ reached: Count[]; recovered: Count[] }>({
    reached: [{ DeviceId: 123456789, ErrorCode: 0, ScanResultCount: 7 }],
    recovered: [],
  }),
});
