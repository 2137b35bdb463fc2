/** Inputs that several resources of TeamViewer share. */
import { choiceInput, numberChoiceInput, textInput } from "../platform/inputs";
import { ids } from "./vocabulary";

export const paginationToken = textInput({
  label: "Pagination Token",
  comments: "The nextPaginationToken of an earlier answer: reads the page after it. Blank: the first page.",
  example: "bWQtMjAw",
});

export const onlineState = choiceInput({
  label: "Online State",
  comments: "Only what is in this state. Blank: any state.",
  choices: [
    { label: "Online", value: "online" },
    { label: "Busy", value: "busy" },
    { label: "Away", value: "away" },
    { label: "Offline", value: "offline" },
  ],
});

export const groupFilter = ids.group.optional("Only what is in this group, for example g12345678. Blank: all groups.");

/** The user whose location a group lies in: with a company-level token every group call goes through its owner. */
export const ownerId = ids.user.optional(
  "The user whose group it is, for example u12345678. Needed with a company-level token, which reaches groups only through their owner; blank with a user-level token.",
  { label: "Owner User ID" },
);

export const groupName = textInput({
  label: "Group Name",
  comments:
    "The group by its name; a group of that name is made if there is none. With a Group ID as well, both have to mean the same group.",
  example: "Warsaw Office",
});

/** The numbers that TeamViewer accepts as the origin of an account; it publishes no names for them. */
export const createdFrom = numberChoiceInput(
  {
    label: "Created From",
    comments: "TeamViewer's internal number of the product that an account is made from. Usually left blank.",
    example: "0",
  },
  ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 25, 26, 27] as const).map((value) => ({
    label: String(value),
    value,
  })),
);
