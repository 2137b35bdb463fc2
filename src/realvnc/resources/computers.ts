/** Computers of the team, which the API calls entries. */
import { limits } from "../../../generated/realvnc.limits";
import { textInput } from "../../platform/inputs";
import { change, combine, list, picklist } from "../client";
import { entryList } from "../envelopes";
import { allAlike, foundAs, foundSchema, howItIsFound } from "../finding";
import { groupedListSchema, groupingOf } from "../groups";
import { grouping, reading, readingOf } from "../inputs";
import { ifMatchInput, versionedSchema, withVersion } from "../versions";
import { exampleEntry, exampleEntryGroup, ids } from "../vocabulary";
import { computerGroupsWithMembers } from "./computerGroups";

export const entries = list("GET /1.0/entries", entryList);

const entryId = ids.entry.required("The computer, by its entryId.");

/** What an answer names as the next page. */
const next = "/1.0/entries?from=Till%208";

const listComputers = combine({
  label: "List Computers",
  description:
    "List the team's computers, which the API calls entries, by name: a page or all of them. Of its permissions LIST_ENTRY_GROUPS is for Include Groups and Ungrouped Only alone.",
  operations: ["GET /1.0/entries", "GET /1.0/entryGroups"],
  safe: true,
  inputs: {
    from: textInput({
      label: "From",
      comments:
        "Lists from this name, the beginning of one, or this Computer ID on. With Next Page it does not count. Blank: from the first computer.",
      example: "Till",
    }),
    ...grouping("computers", "LIST_ENTRY_GROUPS"),
    ...reading(next),
  },
  run: async (rv, { includeGroups, ungroupedOnly, ...values }) => {
    const { query, options } = readingOf(values);
    const { keep, complete } = await groupingOf(
      { includeGroups, ungroupedOnly },
      () => computerGroupsWithMembers(rv),
      ({ entryId }: { entryId?: string }) => entryId,
    );
    const { entries: found = [], ...rest } = await entries.read(rv, { query }, { ...options, keep });
    return { entries: found.map(complete), ...rest };
  },
  output: groupedListSchema("entries", "Entry"),
  example: {
    entries: [{ ...exampleEntry, groups: [{ id: exampleEntryGroup.id, name: exampleEntryGroup.name }] }],
    next,
  },
});

const exampleWithVersion = { ...exampleEntry, etag: '"1"' };

const getComputer = combine({
  label: "Get Computer",
  description: "Get a computer, which the API calls an entry, with its version as etag.",
  operations: ["GET /1.0/entries/{entryId}"],
  safe: true,
  inputs: { entryId },
  run: async (rv, path) =>
    withVersion(
      await rv.exchange("GET /1.0/entries/{entryId}", { path }),
      rv.transport.nameOf("GET /1.0/entries/{entryId}"),
    ),
  output: versionedSchema("Entry"),
  example: exampleWithVersion,
});

const renameComputer = combine({
  label: "Rename Computer",
  description:
    "Give a computer, which the API calls an entry, another name. A name that another computer has is refused (HTTP 409).",
  operations: ["PATCH /1.0/entries/{entryId}"],
  inputs: {
    entryId,
    name: textInput({
      label: "Name",
      comments: "The new name. It has to hold a character that is no punctuation mark.",
      example: "Till 7",
      required: true,
      ...limits.UpdateEntryRequest.name,
      format: "a name that holds a character other than a punctuation mark",
    }),
    ifMatch: ifMatchInput("no check, the name is changed whatever it is now."),
  },
  run: async (rv, { entryId, name, ifMatch }) =>
    withVersion(
      await rv.exchange("PATCH /1.0/entries/{entryId}", {
        path: { entryId },
        headers: { "If-Match": ifMatch },
        body: { name },
      }),
      rv.transport.nameOf("PATCH /1.0/entries/{entryId}"),
      true,
    ),
  output: versionedSchema("Entry"),
  example: exampleWithVersion,
});

const removeComputer = change({
  label: "Remove Computer",
  description:
    "Remove a computer, which the API calls an entry, from the team. Nobody can connect to it until it joins the team again, by an ID of its own.",
  irreversible: true,
  operation: "DELETE /1.0/entries/{entryId}",
  inputs: { entryId },
  request: (path) => ({ path }),
});

const findComputer = combine({
  label: "Find Computer",
  description: `Find a computer, which the API calls an entry, by its name. ${howItIsFound}`,
  operations: ["GET /1.0/entries"],
  safe: true,
  inputs: {
    name: textInput({ label: "Name", comments: "The name of the computer.", example: "Till 7", required: true }),
  },
  run: async (rv, { name }) =>
    foundAs(
      "computer",
      "computers",
      await allAlike(entries.pages(rv), name, { text: ({ name }) => name, id: ({ entryId }) => entryId }),
    ),
  output: foundSchema("computer", "computers", "Entry"),
  example: { found: true, computer: exampleEntry, computers: [exampleEntry] },
});

const selectComputer = picklist({
  label: "Select Computer",
  description: "Pick one of the team's computers, by name.",
  records: (rv) => entries.pages(rv),
  key: ({ entryId }) => entryId,
  name: ({ name, data, host, serverLastSeenTime }) => [
    name,
    data?.machineName ?? host,
    serverLastSeenTime ? String(serverLastSeenTime).slice(0, "2026-03-31".length) : "never seen",
  ],
  example: { key: exampleEntry.entryId, label: "Till 7 (till-7.example.com, 2026-03-31)" },
});

export const actions = { listComputers, getComputer, renameComputer, removeComputer, findComputer };
export const dataSources = { selectComputer };
