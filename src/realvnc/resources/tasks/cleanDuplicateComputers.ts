/** Takes the old entries of computers that were registered several times out of the team. */
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
import { textInput } from "../../../platform/inputs";
import { combine, type RealVncClient } from "../../client";
import {
  type CleanUp,
  type Decision,
  decideDuplicates,
  type Entry,
  lastSeenOf,
  type Named,
  plainNameOf,
  type Undecided,
} from "../../duplicates";
import { exampleIds } from "../../vocabulary";
import { entries } from "../computers";
import { readAgain, removeRead } from "./lookup";

interface Change {
  action: "remove" | "rename";
  entryId: string;
  name: string;
  /** Of a rename; blank otherwise. */
  newName: string;
  /** ISO 8601; blank for an entry that was never seen. */
  serverLastSeenTime: string;
  /** The entry of the same computer that stays; blank where none can be told to be the working one. */
  workingEntryId: string;
}

const changeOf = (action: Change["action"], entry: Named, workingEntryId: string, newName = ""): Change => {
  const { entryId, name, serverLastSeenTime = "" } = entry;
  return { action, entryId, name, newName, serverLastSeenTime, workingEntryId };
};

/** The old entries go first: the vendor does not give a name away while one of them has it. */
const changesOf = ({ working, old, plainName, keepsName }: CleanUp): (Change | Told<Change>)[] => {
  const { entryId } = working;
  const removals = old.map((entry) => changeOf("remove", entry, entryId));
  if (plainName) return [...removals, changeOf("rename", working, entryId, plainName)];
  if (!keepsName) return removals;
  const kept = changeOf("rename", working, entryId, plainNameOf(working.name));
  return [...removals, { ...kept, outcome: "skipped", reason: keepsName }];
};

const untouched = ({ entries: undecided, reason }: Undecided): Told<Change>[] =>
  undecided.map((entry) => ({ ...changeOf("remove", entry, ""), outcome: "skipped", reason }));

const planOf = ({ cleanUps, undecided }: Decision): ChangePlan<Change> =>
  planFrom([...cleanUps.flatMap(changesOf), ...undecided.flatMap(untouched)]);

/** Whether of two entries, as they are now, the one is still an old one of the computer that the other works for. */
const isStillOld = (old: Entry, working: Entry): boolean =>
  decideDuplicates([old, working]).cleanUps.some((cleanUp) => cleanUp.working.entryId === working.entryId);

const seenAt = ({ serverLastSeenTime }: { serverLastSeenTime?: string }) => lastSeenOf({ serverLastSeenTime });

/** What ends all that is still to be done to a computer. */
class Halted extends NoLongerDue {}

const readWorking = async (rv: RealVncClient, entryId: string): Promise<Entry> => {
  try {
    return (await readAgain(rv, entryId)).entry;
  } catch (error) {
    throw error instanceof NoLongerDue ? new Halted("The working entry is not there any more.") : error;
  }
};

/** Removes an old entry if it and the working one are what they were. */
const remove = async (rv: RealVncClient, change: Change): Promise<void> => {
  const working = await readWorking(rv, change.workingEntryId);
  const { entry: old } = await readAgain(rv, change.entryId);
  if (seenAt(old) !== seenAt(change)) throw new Halted("It was seen in the meantime.");
  if (!isStillOld(old, working)) throw new Halted("It is no duplicate of the working entry any more.");
  await removeRead(rv, change.entryId);
};

const rename = async (rv: RealVncClient, { entryId, name, newName }: Change): Promise<void> => {
  const { entry, etag } = await readAgain(rv, entryId);
  if (entry.name !== name) throw new NoLongerDue("It was renamed in the meantime.");
  await rv.request("PATCH /1.0/entries/{entryId}", {
    path: { entryId },
    headers: { "If-Match": etag },
    body: { name: newName },
  });
};

/** What has gone by itself needs no removal, and sets its name free. */
const isHalting = (error: unknown) => !(error instanceof NoLongerDue) || error instanceof Halted;

/** Carries out the changes of one computer after another, and nothing more of a computer of which one was not done. */
const carrier = (rv: RealVncClient) => {
  const halted = new Set<string>();
  return async (change: Change): Promise<void> => {
    const { action, workingEntryId } = change;
    if (halted.has(workingEntryId)) {
      throw new NoLongerDue("A removal before it was not done, so that nothing more is done to this computer.");
    }
    try {
      await (action === "remove" ? remove(rv, change) : rename(rv, change));
    } catch (error) {
      if (isHalting(error)) halted.add(workingEntryId);
      throw error;
    }
  };
};

const cleanDuplicateComputers = combine({
  label: "Clean Duplicate Computers",
  description:
    "Remove the old entries of computers that were registered several times, give the working entry the plain name, and report each. Entries are one computer when their names are the same apart from a copy number such as (2) or #3, and no machine name and no MAC addresses tell them apart. The one that was seen last works; where none can be told to, nothing is done.",
  irreversible: "when Dry Run is off",
  operations: [
    "GET /1.0/entries",
    "GET /1.0/entries/{entryId}",
    "DELETE /1.0/entries/{entryId}",
    "PATCH /1.0/entries/{entryId}",
  ],
  inputs: {
    namePrefix: textInput({
      label: "Name Prefix",
      comments:
        "Only computers whose name begins so, in any mix of upper and lower case; a space at its end counts. One whose name only begins alike is another computer all the same. Blank: the whole team.",
      example: "TILL-",
    }),
    ...bounds,
  },
  run: (rv, { namePrefix, ...limits }) =>
    carryOut(limits, async () => planOf(decideDuplicates(await entries.all(rv), namePrefix)), carrier(rv)),
  output: reportSchema({
    action: { type: "string", enum: ["remove", "rename"] },
    entryId: { type: "string" },
    name: { type: "string" },
    newName: { type: "string" },
    serverLastSeenTime: { type: "string" },
    workingEntryId: { type: "string" },
  }),
  example: exampleReport<Change>([
    {
      action: "remove",
      entryId: "5be1c07f3d9a4e6288b1f0a7c2d4e619",
      name: "TILL-7",
      newName: "",
      serverLastSeenTime: "2025-12-31T06:00:00Z",
      workingEntryId: exampleIds.entry,
      outcome: "planned",
    },
    {
      action: "rename",
      entryId: exampleIds.entry,
      name: "TILL-7 (2)",
      newName: "TILL-7",
      serverLastSeenTime: "2026-03-31T06:00:00Z",
      workingEntryId: exampleIds.entry,
      outcome: "planned",
    },
  ]),
});

export const actions = { cleanDuplicateComputers };
