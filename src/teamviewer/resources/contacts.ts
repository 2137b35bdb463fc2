/** Contacts of the Computers & Contacts list. */
import { action, dataSource } from "@prismatic-io/spectral";
import { limits } from "../../../generated/teamviewer.limits";
import { InputError } from "../../http/errors";
import { connection, listInput, onOffInput, textInput } from "../../platform/inputs";
import { toPicklist } from "../../platform/picklist";
import { succeeded } from "../../platform/results";
import { teamviewer } from "../client";
import { oneRecord } from "../envelopes";
import { idInput } from "../ids";
import { groupFilter, groupName, onlineState, queryParams } from "../inputs";

const contactId = idInput("c", {
  label: "Contacts ID",
  comments: "The contact, for example c12345678; the prefix may be left out.",
  dataSource: "selectContact",
  example: "c12345678",
  required: true,
});

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

const createContact = action({
  display: {
    label: "Create Contact",
    description: "Add a contact to a group, given by its ID or its name.",
  },
  performSafety: "notAllowed",
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
    groupid: idInput("g", {
      label: "Group ID",
      comments: "The group that the contact is added to, for example g12345678. Needed unless Group Name is given.",
      dataSource: "selectGroup",
      example: "g12345678",
    }),
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
    connection,
  },
  perform: async (context, { connection, ...body }) => {
    if (!body.groupid && !body.groupname) {
      throw new InputError("Group ID", "a Group ID or a Group Name is needed.");
    }
    return { data: await teamviewer(context, connection).post("/contacts", { body }) };
  },
  examplePayload: { data: exampleContact },
});

const deleteContact = action({
  display: { label: "Delete Contact", description: "Remove a contact from the list." },
  performSafety: "notAllowed",
  inputs: { contactId, connection },
  perform: async (context, { connection, contactId }) => {
    await teamviewer(context, connection).delete("/contacts/{id}", { path: { id: contactId } });
    return succeeded;
  },
  examplePayload: succeeded,
});

const getContact = action({
  display: { label: "Get Contact", description: "Get one contact." },
  performSafety: "safe",
  inputs: { contactId, connection },
  perform: async (context, { connection, contactId }) => {
    const answer = await teamviewer(context, connection).get("/contacts/{id}", { path: { id: contactId } });
    return { data: oneRecord(answer, "contacts") };
  },
  examplePayload: { data: exampleContact },
});

const listContacts = action({
  display: { label: "List Contacts", description: "List the contacts, all or those that match the filters." },
  performSafety: "safe",
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
    connection,
  },
  perform: async (context, { connection, queryParams, email, ...filters }) => ({
    data: await teamviewer(context, connection).get("/contacts", {
      query: { ...filters, email: email?.join(",") },
      extraQuery: queryParams,
    }),
  }),
  examplePayload: {
    data: { contacts: [exampleContact], invitations: [{ groupid: "g12345678", email: "ewa.lis@example.com" }] },
  },
});

const selectContact = dataSource({
  display: { label: "Select Contact", description: "Pick one of the contacts, by name and e-mail." },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: async (context, { connection }) => {
    const answer = await teamviewer(context, connection).get("/contacts");
    return toPicklist(answer?.contacts ?? [], {
      key: (contact) => contact.contact_id,
      label: (contact) => [contact.name, contact.email],
    });
  },
  examplePayload: { result: [{ key: "c12345678", label: "Jan Nowak (jan.nowak@example.com)" }] },
});

export const actions = { createContact, deleteContact, getContact, listContacts };
export const dataSources = { selectContact };
