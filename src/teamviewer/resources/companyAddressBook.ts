/** The company address book, in which the users of a company find each other, and the members that it hides. */
import { inPortions } from "../../http/portions";
import { onOffInput } from "../../platform/inputs";
import { change, list, read, readList, update } from "../client";
import { noFurtherPage, singlePage } from "../envelopes";
import { accountIds } from "../inputs";
import { ids } from "../vocabulary";

const hiddenMembers = list("GET /companyaddressbook/hiddenmembers", singlePage);

const portion = { what: "account" };

const exampleMember = { accountId: 23456789, name: "Jan Nowak" };

const getCompanyAddressBook = read({
  label: "Get Company Address Book",
  description: "Get whether the company address book is active: state true means that users see each other in it.",
  operation: "GET /companyaddressbook",
  example: { state: true },
});

const updateCompanyAddressBook = update({
  label: "Update Company Address Book",
  description: "Switch the company address book on or off. Which members it hides is not part of this.",
  operation: "PUT /companyaddressbook",
  fields: {
    state: onOffInput({
      label: "State",
      comments:
        "Yes: the address book is active, and users see each other in it. No: it is switched off. Blank: left as it is.",
    }),
  },
  request: (_, body) => ({ body }),
  example: { state: true },
});

const listCompanyAddressBookHiddenMembers = readList({
  label: "List Company Address Book Hidden Members",
  description: `List the accounts that the company address book does not show. ${noFurtherPage}`,
  list: hiddenMembers,
  inputs: {},
  request: () => ({}),
  example: { resources: [exampleMember] },
});

const hideMembersInCompanyAddressBook = change({
  label: "Hide Members in Company Address Book",
  description:
    "Take users out of what the company address book shows, any number of them. TeamViewer refuses accounts of other companies.",
  operation: "POST /companyaddressbook/hiddenmembers",
  inputs: { accountIds: accountIds("The users to hide") },
  send: async (tv, { accountIds }) => {
    const hidden = await inPortions(accountIds, portion, (body) =>
      tv.request("POST /companyaddressbook/hiddenmembers", { body }),
    );
    return hidden.flat();
  },
  example: [exampleMember],
});

const unhideMembersInCompanyAddressBook = change({
  label: "Unhide Members in Company Address Book",
  description: "Show hidden users in the company address book again, any number of them.",
  operation: "DELETE /companyaddressbook/hiddenmembers",
  inputs: { accountIds: accountIds("The users to show again") },
  send: (tv, { accountIds }) =>
    inPortions(accountIds, portion, (body) => tv.request("DELETE /companyaddressbook/hiddenmembers", { body })),
});

const unhideOneMemberInCompanyAddressBook = change({
  label: "Unhide One Member in Company Address Book",
  description: "Show one hidden user in the company address book again.",
  operation: "DELETE /companyaddressbook/hiddenmembers/{accountId}",
  inputs: {
    accountId: ids.account.required("The user to show again, for example u23456789.", { example: "u23456789" }),
  },
  request: ({ accountId }) => ({ path: { accountId } }),
});

export const actions = {
  getCompanyAddressBook,
  updateCompanyAddressBook,
  listCompanyAddressBookHiddenMembers,
  hideMembersInCompanyAddressBook,
  unhideMembersInCompanyAddressBook,
  unhideOneMemberInCompanyAddressBook,
};
