/** Computers of the team, which the API calls entries. */
import { textInput } from "../../platform/inputs";
import { combine, list, picklist } from "../client";
import { entryList } from "../envelopes";
import { groupedListSchema, groupingOf } from "../groups";
import { grouping, reading, readingOf } from "../inputs";
import { exampleEntry, exampleEntryGroup } from "../vocabulary";
import { entryGroups } from "./computerGroups";

export const entries = list("GET /1.0/entries", entryList);

const listComputers = combine({
  label: "List Computers",
  description:
    "List the team's computers, which the API calls entries, by name: a page or all of them. LIST_ENTRY_GROUPS is needed for groups only.",
  operations: ["GET /1.0/entries", "GET /1.0/entryGroups"],
  safe: true,
  inputs: {
    from: textInput({
      label: "From",
      comments:
        "Lists from this name, or the beginning of one, or from this Computer ID on. Blank: from the first computer.",
      example: "Till",
    }),
    ...grouping("computers", "LIST_ENTRY_GROUPS"),
    ...reading,
  },
  run: async (rv, { includeGroups, ungroupedOnly, ...values }) => {
    const { query, options } = readingOf(values);
    const { keep, complete } = await groupingOf(
      { includeGroups, ungroupedOnly },
      () => entryGroups.all(rv),
      ({ entryId }: { entryId?: string }) => entryId,
    );
    const { entries: found = [], ...rest } = await entries.read(rv, { query }, { ...options, keep });
    return { entries: found.map(complete), ...rest };
  },
  output: groupedListSchema("entries", "Entry"),
  example: {
    entries: [{ ...exampleEntry, groups: [{ id: exampleEntryGroup.id, name: exampleEntryGroup.name }] }],
    next: "/1.0/entries?from=Till%208",
  },
});

const selectComputer = picklist({
  label: "Select Computer",
  description: "Pick one of the team's computers, by name.",
  records: (rv) => entries.pages(rv),
  key: ({ entryId }) => entryId,
  name: ({ name, data, host, serverLastSeenTime }) => [
    name,
    data?.machineName ?? host,
    serverLastSeenTime?.slice(0, 10),
  ],
  example: { key: exampleEntry.entryId, label: "Till 7 (till-7.example.com, 2026-03-31)" },
});

export const actions = { listComputers };
export const dataSources = { selectComputer };
