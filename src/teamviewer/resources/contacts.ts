/** Contacts of the Computers & Contacts list. */
import { limits } from "../../../generated/teamviewer.limits";
import { oneRecord } from "../../http/envelopes";
import { onOffInput, textInput } from "../../platform/inputs";
import { queryParams } from "../../platform/keyValueInput";
import { listInput } from "../../platform/listInputs";
import { change, list, picklist, readAs, readList } from "../client";
import { groupFilter, groupName, groupOwner, onlineState, requireGroup } from "../inputs";
import { ids } from "../vocabulary";

export const contacts = list("GET /contacts", { items: "contacts" });

const contactId = ids.contact.required("The contact, for example c12345678; the prefix may be left out.");

const exampleContact = {
  contact_id: "c12345678",
  user_id: "u23456789",
  name: "Jan Nowak",
  groupid: "g12345678",
  description: "On-site technician",
  online_state: "Online",
  email: "jan.nowak@example.com",
  profilepicture_url: "https://login.teamviewer.com/main/asset/jan-nowak.png",
  supported_features: "chat,remote_control",
};

const listContacts = readList({
  label: "List Contacts",
  description: "List the contacts of the Computers & Contacts list, all or those that match the filters.",
  list: contacts,
  inputs: {
    name: textInput({
      label: "Name",
      comments: "Only contacts of this name. Blank: all.",
      example: "Jan Nowak",
    }),
    online_state: onlineState,
    email: listInput(
      {
        label: "Emails",
        comments: "Only contacts with one of these e-mail addresses, with commas between them. Blank: all.",
        example: "jan.nowak@example.com, ewa.lis@example.com",
      },
      (address) => address,
    ),
    groupid: groupFilter,
    include_invitations: onOffInput({
      label: "Include Invitations",
      comments: "Yes: pending invitations are listed too. Blank: TeamViewer's default, no.",
    }),
    queryParams,
  },
  forDropdowns: { userId: groupOwner },
  request: ({ queryParams: extraQuery, email, ...filters }) => ({
    query: { ...filters, email: email?.join(",") },
    extraQuery,
  }),
  example: { contacts: [exampleContact], invitations: [{ groupid: "g12345678", email: "ewa.lis@example.com" }] },
});

const getContact = readAs({
  label: "Get Contact",
  description: "Get one contact with name, e-mail address, group and online state.",
  operation: "GET /contacts/{id}",
  inputs: { contactId },
  request: ({ contactId: id }) => ({ path: { id } }),
  answer: (body) => oneRecord(body, "contacts"),
  output: "GetContactResponse",
  example: exampleContact,
});

const createContact = change({
  label: "Create Contact",
  description:
    "Add somebody to the Computers & Contacts list by e-mail address, in a group that is given by its ID or its name.",
  operation: "POST /contacts",
  inputs: {
    email: textInput({
      label: "Email",
      comments: "The e-mail address of the contact's TeamViewer account.",
      example: "jan.nowak@example.com",
      required: true,
    }),
    name: textInput({
      label: "Name",
      comments: "The name shown in the list, 5 to 50 characters. Blank: the name of the account.",
      example: "Jan Nowak",
      ...limits.ContactsPostParameters.name,
    }),
    groupid: ids.group.optional(
      "The group that the contact is added to, for example g12345678. Blank: that of Group Name.",
    ),
    groupname: groupName,
    description: textInput({
      label: "Description",
      comments: "A note on the contact. Blank: none.",
      example: "On-site technician",
    }),
    invite: onOffInput({
      label: "Invite",
      comments: "Yes: an address without a TeamViewer account is sent an invitation. Blank: TeamViewer's default, no.",
    }),
  },
  forDropdowns: { userId: groupOwner },
  request: (body) => {
    requireGroup(body);
    return { body };
  },
  example: exampleContact,
});

const deleteContact = change({
  label: "Delete Contact",
  description: "Remove a contact from the Computers & Contacts list; the TeamViewer account stays.",
  operation: "DELETE /contacts/{id}",
  inputs: { contactId },
  request: ({ contactId: id }) => ({ path: { id } }),
});

const selectContact = picklist({
  label: "Select Contact",
  description: "Pick one of the contacts, by name and e-mail address.",
  records: (tv) => contacts.pages(tv),
  key: (contact) => contact.contact_id,
  name: (contact) => [contact.name, contact.email],
  example: { key: "c12345678", label: "Jan Nowak (jan.nowak@example.com)" },
});

export const actions = { listContacts, getContact, createContact, deleteContact };
export const dataSources = { selectContact };
