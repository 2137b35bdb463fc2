import { InputError } from "../../http/errors";
import { choiceInput, connection, flagInput } from "../../platform/inputs";
import {
  type Changes,
  examplePoll,
  listTrigger,
  notFingerprinted,
  poll,
  watchPresence,
  watchSnapshot,
} from "../../polling";
import { teamviewer } from "../client";
import { exampleGroup } from "../resources/groups";
import { newsOf, type WatchedList, type WatchedResource, watchedLists } from "./watchedLists";

const resources = Object.keys(watchedLists) as WatchedResource[];

export const pollChangesTrigger = listTrigger({
  display: {
    label: "New Records",
    description: "Deliver new and changed records of one kind, comparing the whole list on a schedule.",
  },
  inputs: {
    pollResourceType: choiceInput({
      label: "Resource Type",
      comments:
        "The kind of record to watch. Users need a company-level token; groups, sessions and users need the matching Read scope.",
      choices: resources.map((value) => ({ label: watchedLists[value].label, value })),
      example: "devices",
      required: true,
    }),
    showNewRecords: flagInput({
      label: "Show New Records",
      comments:
        "Delivers records that were not there at the last poll; an initial sync delivers all that are there. Default: on.",
      default: "true",
    }),
    showUpdatedRecords: flagInput({
      label: "Show Updated Records",
      comments:
        "Delivers records of which a field has changed since the last poll; what changes by itself, such as the online state or the last access, does not count. Default: off.",
      default: "false",
    }),
    connection,
  },
  perform: async (context, payload, { connection, pollResourceType, showNewRecords, showUpdatedRecords }) => {
    if (!showNewRecords && !showUpdatedRecords) {
      throw new InputError("Show New Records", "nothing to deliver: turn it or Show Updated Records on.");
    }
    const list = watchedLists[pollResourceType] as WatchedList<object>;
    const watched = {
      trigger: "pollChangesTrigger",
      scope: { resource: pollResourceType },
      pages: () => list.read(teamviewer(context, connection)),
      id: list.id,
      time: list.created,
      deliver: ({ created, updated }: Changes<object>) => ({
        created: showNewRecords ? created : [],
        updated: updated.map(({ record }) => record),
      }),
    };
    if (!showUpdatedRecords) return poll(context, payload, watchPresence(watched));
    const isUpdate = (before: number, now: number) => before !== notFingerprinted && before !== now;
    return poll(context, payload, watchSnapshot({ ...watched, value: newsOf(list), isUpdate }));
  },
  examplePayload: examplePoll<{ created: object[]; updated: object[] }>({ created: [exampleGroup], updated: [] }),
});
