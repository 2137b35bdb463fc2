/** Presence of computers: who is online, and when it was last seen. */
import { enums } from "../../../generated/realvnc.enums";
import { InputError } from "../../http/errors";
import { choiceInput, integerInput } from "../../platform/inputs";
import { combine, list } from "../client";
import { pageSchema, presenceList } from "../envelopes";
import { reading, readingOf } from "../inputs";
import { byTime, choicesAmong, exampleIds } from "../vocabulary";

export const presence = list("GET /1.0/presence", presenceList);

/** What an answer names as the next page. */
const next = "/1.0/presence?page=1";

const listPresence = combine({
  label: "List Presence",
  description:
    "List which computers, whose serverId is that of the API's entries, are online and when each was last seen: a page or all of them.",
  operations: ["GET /1.0/presence"],
  safe: true,
  inputs: {
    status: choiceInput({
      label: "Status",
      comments: "Only computers with this status. Blank: any.",
      choices: choicesAmong(enums["GET /1.0/presence"].status),
    }),
    lastSeenSort: choiceInput({
      label: "Last Seen Sort",
      comments: "Sorts by when a computer was last seen. Blank: RealVNC Connect's order.",
      choices: byTime,
    }),
    page: integerInput({
      label: "Page",
      comments: "The number of the page to begin with, from 0 on; not together with Next Page. Blank: the first.",
      example: "2",
      minimum: 0,
    }),
    pageSize: integerInput({
      label: "Page Size",
      comments: "How many computers a page has; the largest number is not documented. Blank: 100.",
      example: "50",
      minimum: 1,
    }),
    ...reading(next),
  },
  run: async (rv, values) => {
    const { query, options } = readingOf(values);
    if (query.page !== undefined && options.nextPage !== undefined) {
      throw new InputError("Page", "cannot be used together with Next Page. Fill in one of them.");
    }
    const { events = [], ...rest } = await presence.read(rv, { query }, options);
    return { events, ...rest };
  },
  output: pageSchema("events", { $ref: "PresenceItem" }),
  example: {
    events: [
      {
        serverId: exampleIds.server,
        serverName: "Till 7",
        status: "ONLINE" as const,
        lastSeen: "2026-03-31T14:05:00Z",
      },
    ],
    next,
  },
});

export const actions = { listPresence };
