/** Inputs that several resources of RealVNC Connect share. */
import { fetchAll, flagInput, maximumRecords, textInput } from "../platform/inputs";
import { choiceListInput } from "../platform/listInputs";
import { choicesAmong, givenRoles } from "./vocabulary";

/** How much of a list is read; `next` is an example of what its answers name as the next page. */
export const reading = (next: string) => ({
  fetchAll,
  maximumRecords,
  nextPage: textInput({
    label: "Next Page",
    comments:
      "The next of an earlier answer: reading begins at that page. Filters have to be the same. Blank: the first page.",
    example: next,
  }),
});

/** The values of `reading`. */
interface Reading {
  fetchAll: boolean;
  maximumRecords: number | undefined;
  nextPage: string | undefined;
}

/** What is sent of the values of a list's inputs, and how much is read. */
export const readingOf = <Values extends Reading>({ fetchAll, maximumRecords, nextPage, ...query }: Values) => ({
  query,
  options: { fetchAll, maximumRecords, nextPage },
});

/** The inputs of lists that can be joined with groups; `what` is the plural, `permission` what the groups need. */
export const grouping = (what: string, permission: string) => ({
  includeGroups: flagInput({
    label: "Include Groups",
    comments: `Adds to each of the ${what} the groups that it is in, by ID and name: one more request, which needs ${permission}. Default: off.`,
  }),
  ungroupedOnly: flagInput({
    label: "Ungrouped Only",
    comments: `Only ${what} that are in no group: one more request, which needs ${permission}. A page can then be empty although more follow. Default: off.`,
  }),
});

/** Roles of a user, of those that can be given. */
export const rolesInput = (comments: string) =>
  choiceListInput({ label: "Roles", comments, choices: choicesAmong(givenRoles), required: true });

/** Each once, in their order. */
export const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
