/** Inputs that several resources of TeamViewer share. */
import { enums } from "../../generated/teamviewer.enums";
import { InputError } from "../http/errors";
import { checkText, choiceInput, fetchAll, maximumRecords, textInput, unnamedChoiceInput } from "../platform/inputs";
import { ids } from "./vocabulary";

/** How much of a list is read. A list that pages takes these and the input of its token. */
export const reading = { fetchAll, maximumRecords };

/** What an input says that takes the token of a page; `token` is what answers call it. */
export const afterPage = (token: string) =>
  `The ${token} of an earlier answer: reads the page after it. Blank: the first page.`;

export const paginationToken = textInput({
  label: "Pagination Token",
  comments: afterPage("nextPaginationToken"),
  example: "bWQtMjAw",
});

const continuation = {
  label: "Continuation Token",
  comments: afterPage("continuation token"),
  example: "cGFnZS0xMDA=",
} as const;

/** Of the lists whose token is called continuation token. */
export const continuationToken = textInput(continuation);

/** Of those among them whose token is base64 by the description. */
export const base64ContinuationToken = textInput({
  ...continuation,
  pattern: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  format: "the continuation token of an earlier answer, which is base64",
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

/** The managed device that an action is about. */
export const managedDeviceId = ids.managedDevice.required("The managed device, by its management ID, a GUID.");

/** The managed group that an action is about. */
export const managedGroupId = ids.managedGroup.required("The managed group, by its GUID.");

/** Users of the company by the numbers of their accounts, for operations that are sent in portions. */
export const accountIds = (comments: string) =>
  ids.account.several(`${comments}, for example u23456789. Sent 100 at a time.`, {
    label: "User IDs",
    example: "u23456789",
    required: true,
  });

/** Whose custom module is looked up, of sessions and of meetings. */
export const moduleClientId = textInput({
  label: "Client ID",
  comments: "The client that the custom module is looked up for; TeamViewer does not say more of it. Blank: none.",
  example: "482913-8SkRwT3mPq7LbX2vNc5Z",
});

export const groupFilter = ids.group.optional("Only what is in this group, for example g12345678. Blank: all groups.");

/** The user whose location a group lies in: with a company-level token every group call goes through its owner. */
export const ownerId = ids.user.optional(
  "The user whose group it is, for example u12345678. Needed with a company-level token, which reaches groups only through their owner. Blank: the account of a user-level token.",
  { label: "Owner User ID" },
);

export const groupName = textInput({
  label: "Group Name",
  comments:
    "The group by its name; a group of that name is made if there is none. With a Group ID as well, both have to mean the same group. Blank: only the Group ID counts.",
  example: "Warsaw Office",
});

/** Throws an `InputError` where a group is needed and given neither by its ID nor by its name. */
export const requireGroup = ({ groupid, groupname }: { groupid?: string; groupname?: string }) => {
  if (!groupid && !groupname) throw new InputError("Group ID", "a Group ID or a Group Name is needed.");
};

/** TeamViewer says of some addresses that they have to be e-mail addresses, and checks more than can be told from that. */
export const emailForm = { pattern: /^[^@\s]+@[^@\s]+$/, format: "an e-mail address such as jan.nowak@example.com" };

/** One e-mail address of a list. Throws an `InputError` for what is none. */
export const toEmail = (text: string, label: string): string => checkText(label, text, emailForm);

/** Where a group is picked from a dropdown by an operation that has no location itself. */
export const groupOwner = ids.user.optional(
  "Fills the dropdown of Group ID where the token is of company level: the user whose groups it offers, for example u12345678. It does not change the request.",
  { label: "Owner User ID" },
);

/** Whose tenants a dropdown offers: the API lists them by account only. */
export const tenantAccount = ids.account.optional(
  "Fills the dropdown of Tenant ID: the account whose tenants it offers, by its user ID, for example u12345678. It does not change the request.",
  { label: "Account ID" },
);

export const createdFrom = unnamedChoiceInput(
  {
    label: "Created From",
    comments:
      "TeamViewer's number of the product that an account is made from; no names are published. Blank: TeamViewer's default.",
    example: "0",
  },
  enums.UsersPostParameters.created_from,
);
