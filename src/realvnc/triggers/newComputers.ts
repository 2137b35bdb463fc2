import type { RecordOf } from "../../http/lists";
import { connection } from "../../platform/inputs";
import { examplePoll, listTrigger, poll, watchPresence } from "../../polling";
import { realvnc } from "../client";
import { needs } from "../requirements";
import { entries } from "../resources/computers";
import { exampleEntry } from "../vocabulary";

export const newComputers = listTrigger({
  display: {
    label: "New Computers",
    description: `Deliver computers that have come into the team, which the API calls entries, each once. ${needs(entries.operation)}`,
  },
  inputs: { connection },
  perform: async (context, payload, { connection }) => {
    const client = realvnc(context, connection);
    const watch = watchPresence({
      trigger: "newComputers",
      scope: "team",
      pages: () => entries.pages(client),
      id: (entry) => entry.entryId,
      deliver: ({ created }) => ({ created }),
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ created: RecordOf<typeof entries>[] }>({ created: [exampleEntry] }),
});
