import { done, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { contains, equals, listed } from "../core/filters";
import { customers, emailOf, people as names } from "../core/names";
import { random } from "../core/random";
import { idNumber, inTurn, keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { type Group, type GroupState, groups, inVisibleGroup, targetGroup } from "./groups";
import { idOf } from "./ids";
import { type OnlineState, onlineStates } from "./presence";
import { type User, type UserState, userWithEmail } from "./users";

export interface Contact {
  contact_id: string;
  user_id?: string;
  name: string;
  groupid: string;
  description: string;
  online_state: OnlineState;
  email: string;
}

export interface Invitation {
  groupid: string;
  email: string;
}

export interface ContactState {
  contacts: Map<string, Contact>;
  invitations: Invitation[];
}

type Reach = AnyCall<ContactState & GroupState & UserState>;

export const counts = { contacts: 8 };

/** The account's colleagues first, then customers. */
const seedContacts = (count: number, users: User[], groups: Group[]): Contact[] => {
  const chance = random("contacts");
  return times(groups.length > 0 ? count : 0, (index) => {
    const colleague = users[index + 1];
    const name = colleague?.name ?? inTurn(names, index + 7) ?? "Customer";
    return {
      contact_id: `c${idNumber(286_512_430, index)}`,
      user_id: colleague?.id ?? `u${idNumber(7_700_120, index)}`,
      name,
      groupid: inTurn(groups, index)?.id ?? "",
      description: colleague ? "Colleague" : `Contact of ${inTurn(customers, index)}`,
      online_state: chance.pick(onlineStates),
      email: colleague?.email ?? emailOf(name, index),
    };
  });
};

export const seed = ({ count, ...earlier }: Seeding<typeof counts, UserState & GroupState>): ContactState => {
  const groups = [...earlier.groups.values()];
  const contacts = seedContacts(count.contacts, [...earlier.users.values()], groups);
  return {
    contacts: keyed(contacts, (contact) => contact.contact_id),
    invitations: groups[0] ? [{ groupid: groups[0].id, email: "pending.customer@example.com" }] : [],
  };
};

const contacts = collection({
  name: "Contact",
  records: ({ store }: Reach) => store.contacts,
  key: ({ contact_id }) => contact_id,
  read: (id) => idOf("c", id, "contact id"),
  visible: inVisibleGroup,
  guard: (call, { groupid }) => void groups.editable(call, groupid),
});

const contactAnswer = (contact: Contact): Schema<"GetContactResponse"> => ({
  ...contact,
  profilepicture_url: `https://account.example.com/pictures/${contact.contact_id}/[size].png`,
  supported_features: "chat",
});

const emailMatches = (email: string, filter: string | undefined) =>
  filter === undefined || listed(filter).some((wanted) => equals(email, wanted));

export const handlers = {
  Contacts_Get: (call) => {
    const { name, online_state, email, groupid, include_invitations } = call.query;
    const group = groupid && idOf("g", groupid, "groupid");
    const found = contacts
      .list(call)
      .filter(
        (contact) =>
          contains(contact.name, name) &&
          equals(contact.online_state, online_state) &&
          emailMatches(contact.email, email) &&
          equals(contact.groupid, group),
      );
    const invited = call.store.invitations.filter(inVisibleGroup(call)).filter((one) => equals(one.groupid, group));
    return ok({ contacts: found.map(contactAnswer), ...(include_invitations && { invitations: invited }) });
  },

  Contacts_Post: (call) => {
    const { email, name, description = "", invite } = call.body;
    if (!email) throw badRequest("The field 'email' is required.");
    const group = targetGroup(call, call.body);
    if (!group) throw badRequest("One of the fields 'groupid' and 'groupname' is required.");
    const { store } = call;
    const user = userWithEmail(call, email);
    const contact = contacts.add(call, {
      contact_id: `c${store.nextNumber()}`,
      user_id: user?.id,
      name: name ?? user?.name ?? email,
      groupid: group.id,
      description,
      online_state: user?.online_state ?? "Offline",
      email,
    });
    if (invite && !user) store.invitations.push({ groupid: group.id, email });
    return ok(contactAnswer(contact));
  },

  /** One contact comes in the envelope of the list. */
  Contacts_Get1: (call) => ok({ contacts: [contactAnswer(contacts.find(call, call.path.id))] }),

  Contacts_Delete: (call) => done(contacts.remove(call, call.path.id)),
} satisfies Handlers<Reach>;
