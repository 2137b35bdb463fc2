import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, notFound } from "../errors";
import { listed } from "../permissions";
import type { Contact, Schema } from "../store";
import { targetGroup, visibleGroups, writableGroup } from "./groups";
import { contains, equals, idOf, stateEquals } from "./shared";

const contactAnswer = (contact: Contact): Schema<"GetContactResponse"> => ({
  ...contact,
  profilepicture_url: `https://account.example.com/pictures/${contact.contact_id}/[size].png`,
  supported_features: "chat",
});

const visibleContacts = (call: AnyCall): Contact[] => {
  const groupIds = new Set(visibleGroups(call).map((group) => group.id));
  return [...call.store.contacts.values()].filter((contact) => groupIds.has(contact.groupid));
};

const contactOf = (call: AnyCall, id: string): Contact => {
  const contactId = idOf("c", id, "contact id");
  const contact = visibleContacts(call).find((candidate) => candidate.contact_id === contactId);
  if (!contact) throw notFound("Contact", contactId);
  return contact;
};

const emailMatches = (email: string, filter: string | undefined) =>
  filter === undefined || listed(filter).some((wanted) => equals(email, wanted));

const invitations = (call: AnyCall, groupid: string | undefined) => {
  const groupIds = new Set(visibleGroups(call).map((group) => group.id));
  return call.store.invitations.filter((one) => groupIds.has(one.groupid) && equals(one.groupid, groupid));
};

export const contacts: Handlers = {
  Contacts_Get: (call) => {
    const { name, online_state, email, groupid, include_invitations } = call.query;
    const group = groupid && idOf("g", groupid, "groupid");
    const found = visibleContacts(call).filter(
      (contact) =>
        contains(contact.name, name) &&
        stateEquals(contact.online_state, online_state) &&
        emailMatches(contact.email, email) &&
        equals(contact.groupid, group),
    );
    return ok({
      contacts: found.map(contactAnswer),
      ...(include_invitations && { invitations: invitations(call, group) }),
    });
  },

  Contacts_Post: (call) => {
    const { email, name, description = "", invite } = call.body;
    if (!email) throw badRequest("The field 'email' is required.");
    const group = targetGroup(call, call.body);
    if (!group) throw badRequest("One of the fields 'groupid' and 'groupname' is required.");
    const { store } = call;
    const user = [...store.users.values()].find((candidate) => equals(candidate.email, email));
    const contact: Contact = {
      contact_id: `c${store.nextNumber()}`,
      user_id: user?.id,
      name: name ?? user?.name ?? email,
      groupid: group.id,
      description,
      online_state: user?.online_state ?? "Offline",
      email,
    };
    store.contacts.set(contact.contact_id, contact);
    if (invite && !user) store.invitations.push({ groupid: group.id, email });
    return ok(contactAnswer(contact));
  },

  Contacts_Get1: (call) => ok({ contacts: [contactAnswer(contactOf(call, call.path.id))] }),

  Contacts_Delete: (call) => {
    const contact = contactOf(call, call.path.id);
    writableGroup(call, contact.groupid);
    call.store.contacts.delete(contact.contact_id);
    return noContent();
  },
};
