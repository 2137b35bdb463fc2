import type { Chapter } from "./cause";

export const triggers: Chapter = {
  title: "Triggers",
  intro:
    "A poll that fails loses nothing: the next one delivers it. [What all triggers promise](triggers/README.md#what-all-of-them-promise)",
  causes: [
    {
      says: [
        "The state of the last poll cannot be used: {reason}. {then}",
        "The state of the last run cannot be used: {reason}. Everything is delivered anew.",
        "Everything is delivered anew, and the next poll goes on from there.",
        "A new baseline is taken: the records that exist now count as known and are not delivered.",
        "it has the unknown version {version}",
        "it comes from another kind of trigger",
        "the trigger's inputs were changed",
        "it is damaged",
        "it is damaged: {reason}",
        "the cursor's times are damaged",
        "the id of a group is damaged",
        "the packed records are damaged",
        "the start of the window is damaged",
      ],
      why: "A warning. An input that decides what is watched was changed, or the stored state is not the trigger's own.",
      cure: "After a change of inputs: nothing, but what happened in between is not delivered. Otherwise see whether another step writes the flow's state.",
    },
    {
      says: [
        "The place of this run cannot be used: {reason}. The next run starts from the first page; nothing is lost.",
        "it belongs to another list, because the trigger's inputs were changed",
      ],
      why: "A batch trigger was changed while a run was under way, or was given a place that is not its own.",
      cure: "Nothing: the next run starts anew.",
    },
    {
      says: [
        "{reason} The run has read {pages} pages ({records} records) and ends here; the next one starts from the first page, and nothing is lost.",
        ' The page token "{token}" was refused: it has probably expired.',
        "The run ends here; the next one starts from the first page, and nothing is lost.",
      ],
      why: "A page failed, or the vendor no longer takes its token. What was handed over before stays delivered.",
      cure: "Write with an upsert on the ID: records can come twice after a failure.",
    },
    {
      says: [
        "More records than can be remembered lie within the overlap of {minutes} minutes. It was shortened: records that arrive late may be missed. Poll more often or choose a shorter overlap.",
        "More records than can be remembered lie within the overlap of {minutes} minutes. It was shortened: records that arrive late may be missed. Run more often or choose a shorter overlap.",
      ],
      why: "A warning: the overlap holds more than 50,000 records.",
      cure: "Lower Overlap Minutes, or narrow the filters.",
    },
    {
      says: [
        "More records are new than one poll delivers. The oldest {number} of them are delivered now and the rest by the next polls; nothing is skipped.",
      ],
      why: "A warning: a backlog of more than 20,000 records.",
      cure: "Nothing. A shorter schedule, until it is worked off, is quicker.",
    },
    {
      says: [
        "{number} records without an ID were skipped: they cannot be told apart.",
        "{number} records were skipped: the time of each is no time that can be read.",
      ],
      why: "A warning: the vendor sent records that cannot be followed.",
      cure: "Look at them with the action that lists them.",
    },
    {
      says: [
        "Another run of this trigger ended while this one was under way. Records may be delivered twice; a schedule that leaves each run its time avoids that.",
      ],
      why: "A warning: runs overlap.",
      cure: "Choose a longer schedule: [sizing](limits.md#sizing-a-schedule).",
    },
    {
      says: [
        "The state of this trigger takes {size} MiB, which the platform reads and stores in every run. Narrow what it watches with a filter, or use a batch trigger in mode full, which stores nothing.",
      ],
      why: "A warning: some 800,000 records are remembered.",
      cure: "As the sentence says.",
    },
    {
      says: ["Show New Records: nothing to deliver: turn it or Show Updated Records on."],
      why: "Both are off.",
      cure: "Turn one on.",
    },
    {
      says: ["User Group IDs: the company has no user group {groups}."],
      why: "A user group was deleted, or its number is wrong.",
      cure: "Take it out of the list.",
    },
  ],
};
