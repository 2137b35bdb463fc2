/** The lists that `pollChangesTrigger` watches: where each is read, its IDs, and which changes are no news. */
import { fingerprintWithout, type Id, type Pages, type Time } from "../../polling";
import type { TeamViewerClient } from "../client";
import { contacts } from "../resources/contacts";
import { devices } from "../resources/devices";
import { groups } from "../resources/groups";
import { managedDevices } from "../resources/managedDevices";
import { managedGroups } from "../resources/managedGroups";
import { policies } from "../resources/policies";
import { sessions } from "../resources/sessions";
import { userGroups } from "../resources/userGroups";
import { users } from "../resources/users";

export interface WatchedList<Item> {
  label: string;
  /** All pages of the list; one API call each. */
  read(client: TeamViewerClient): Pages<Item>;
  id(record: Item): Id;
  /** What changes without anybody changing the record: it makes no update. */
  volatile: readonly (keyof Item & string)[];
  /** When the record was created, where the vendor says so. */
  created?(record: Item): Time;
}

/** Every field but the volatile ones, as a number that changes when one of them does. */
export const newsOf = <Item extends object>({ volatile }: WatchedList<Item>): ((record: Item) => number) =>
  fingerprintWithout(...volatile);

const watched = <Item extends object>(list: WatchedList<Item>) => list;

/** By the value of the input Resource Type. */
export const watchedLists = {
  contacts: watched({
    label: "Contacts",
    read: (client) => contacts.pages(client),
    id: (contact) => contact.contact_id,
    // The picture's URL is signed anew, the features are those of the program that runs at the moment.
    volatile: ["online_state", "profilepicture_url", "supported_features"],
  }),
  devices: watched({
    label: "Devices",
    read: (client) => devices.pages(client),
    id: (device) => device.device_id,
    volatile: ["online_state", "last_seen", "supported_features"],
  }),
  groups: watched({
    label: "Groups",
    read: (client) => groups.pages(client),
    id: (group) => group.id,
    volatile: [],
  }),
  managedDevices: watched({
    label: "Managed Devices",
    read: (client) => managedDevices.pages(client),
    id: (device) => device.id,
    volatile: ["isOnline", "last_seen"],
  }),
  managedGroups: watched({
    label: "Managed Groups",
    read: (client) => managedGroups.pages(client),
    id: (group) => group.id,
    volatile: [],
  }),
  policies: watched({
    label: "Policies",
    read: (client) => policies.pages(client),
    id: (policy) => policy.policy_id,
    volatile: [],
  }),
  sessions: watched({
    label: "Sessions",
    // Closed ones too, so that closing a session is an update and not its disappearance.
    read: (client) => sessions.pages(client, { query: { state: "open,closed", full_list: true } }),
    id: (session) => session.code,
    volatile: ["online"],
    created: (session) => session.created_at,
  }),
  userGroups: watched({
    label: "User Groups",
    read: (client) => userGroups.pages(client),
    id: (group) => group.id,
    volatile: [],
  }),
  users: watched({
    label: "Users",
    read: (client) => users.pages(client, { query: { full_list: true } }),
    id: (user) => user.id,
    volatile: ["online_state", "last_access_date"],
  }),
};

export type WatchedResource = keyof typeof watchedLists;
