/** Takes computers out of the team that were not seen for a time. */
import {
  bounds,
  type ChangePlan,
  carryOut,
  exampleReport,
  NoLongerDue,
  planFrom,
  reportSchema,
  type Told,
} from "../../../platform/carryOut";
import { type Period, periodInput, periodText, startOf } from "../../../platform/period";
import { combine } from "../../client";
import { type Entry, lastSeenOf } from "../../duplicates";
import { exampleIds } from "../../vocabulary";
import { entries } from "../computers";
import { readAgain, removeRead, withId } from "./lookup";

interface Removal {
  action: "remove";
  entryId: string;
  name: string;
  /** ISO 8601; blank for a computer that was never seen. */
  serverLastSeenTime: string;
}

const isStale = (entry: Entry, before: number): boolean => lastSeenOf(entry) > 0 && lastSeenOf(entry) < before;

/** Why a computer cannot be told to be stale. */
const doubtOf = (entry: Entry): string | undefined => {
  if (lastSeenOf(entry) === 0) return "It has no last-seen time, so that nothing tells how long it was not seen.";
  return Number.isNaN(lastSeenOf(entry)) ? "Its last-seen time cannot be read." : undefined;
};

const planOf = (team: readonly Entry[], before: number): ChangePlan<Removal> => {
  const distinct = new Map(team.filter(withId(({ entryId }) => entryId)).map((entry) => [entry.entryId, entry]));
  return planFrom(
    [...distinct.values()].flatMap((entry): (Removal | Told<Removal>)[] => {
      const { entryId = "", name = "", serverLastSeenTime = "" } = entry;
      const removal: Removal = { action: "remove", entryId, name, serverLastSeenTime };
      const reason = doubtOf(entry);
      if (reason) return [{ ...removal, outcome: "skipped", reason }];
      return isStale(entry, before) ? [removal] : [];
    }),
  );
};

const day = 86_400_000;

/** The last-seen time is that of a check-in once a day. */
const warningOf = (period: Period, now: number): string | undefined =>
  startOf(period, now) > now - 2 * day
    ? `The period ${periodText(period)} is shorter than two days: the last-seen time comes from a daily check-in, so that computers that are online can count as stale.`
    : undefined;

const cleanStaleComputers = combine({
  label: "Clean Stale Computers",
  description:
    "Remove the team's computers, which the API calls entries, that were not seen for a period, and report each. One without a last-seen time is never removed, but told as skipped.",
  irreversible: "when Dry Run is off",
  operations: ["GET /1.0/entries", "GET /1.0/entries/{entryId}", "DELETE /1.0/entries/{entryId}"],
  inputs: {
    period: periodInput({
      label: "Period",
      comments:
        "Computers that were seen last longer ago than this: a number with s (seconds), m (minutes), h (hours), d (days), w (weeks), M (months) or y (years), such as 90d. A number alone is seconds. The vendor renews the time once a day, so that a period under two days can take in computers that are online.",
      example: "90d",
      required: true,
    }),
    ...bounds,
  },
  run: async (rv, { period, ...limits }) => {
    const now = Date.now();
    const before = startOf(period, now);
    const warning = warningOf(period, now);
    if (warning) rv.transport.options.context.logger.warn(warning);
    const report = await carryOut(
      limits,
      async () => planOf(await entries.all(rv), before),
      async ({ entryId }) => {
        const { entry } = await readAgain(rv, entryId);
        if (!isStale(entry, before)) throw new NoLongerDue("It was seen in the meantime.");
        await removeRead(rv, entryId);
      },
    );
    return warning ? { warning, ...report } : report;
  },
  output: reportSchema(
    {
      action: { type: "string", enum: ["remove"] },
      entryId: { type: "string" },
      name: { type: "string" },
      serverLastSeenTime: { type: "string" },
    },
    { warning: { type: "string" } },
  ),
  example: exampleReport<Removal>([
    {
      action: "remove",
      entryId: exampleIds.entry,
      name: "LAB-OLD-1",
      serverLastSeenTime: "2025-09-12T06:00:00Z",
      outcome: "planned",
    },
    {
      action: "remove",
      entryId: "5be1c07f3d9a4e6288b1f0a7c2d4e619",
      name: "SPARE-1",
      serverLastSeenTime: "",
      outcome: "skipped",
      reason: "It has no last-seen time, so that nothing tells how long it was not seen.",
    },
  ]),
});

export const actions = { cleanStaleComputers };
