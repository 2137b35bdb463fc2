/** The lists that `pollChangesTrigger` watches: where each is read, its IDs, and which changes are no news. */
import { type Page, pages, toPage } from "../../http/pages";
import { fingerprintWithout, type Id, type Pages, type Time } from "../../polling";
import type { TeamViewerClient } from "../client";
import { resourceList } from "../envelopes";
import { answered } from "./answers";
import { managedDevicePage } from "./managedDevices";

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

/** A list that comes in one answer. */
const whole = <Item>(read: () => Promise<readonly Item[] | undefined>): Pages<Item> =>
  pages(async () => ({ items: (await read()) ?? [] }) as Page<Item>);

const watched = <Item extends object>(list: WatchedList<Item>) => list;

/** By the value of the input Resource Type. */
export const watchedLists = {
  contacts: watched({
    label: "Contacts",
    read: (client) => whole(async () => answered(await client.get("/contacts"), "contacts").contacts),
    id: (contact) => contact.contact_id,
    // The picture's URL is signed anew, the features are those of the program that runs at the moment.
    volatile: ["online_state", "profilepicture_url", "supported_features"],
  }),
  devices: watched({
    label: "Devices",
    read: (client) => whole(async () => answered(await client.get("/devices"), "devices").devices),
    id: (device) => device.device_id,
    volatile: ["online_state", "last_seen", "supported_features"],
  }),
  groups: watched({
    label: "Groups",
    read: (client) => whole(async () => answered(await client.get("/groups"), "groups").groups),
    id: (group) => group.id,
    volatile: [],
  }),
  managedDevices: watched({
    label: "Managed Devices",
    read: (client) => pages(managedDevicePage(client, "account")),
    id: (device) => device.id,
    volatile: ["isOnline", "last_seen"],
  }),
  managedGroups: watched({
    label: "Managed Groups",
    read: (client) =>
      pages(async (token) => {
        const answer = await client.get("/managed/groups", { query: { paginationToken: token } });
        return toPage(resourceList, answered(answer, "managed groups"));
      }),
    id: (group) => group.id,
    volatile: [],
  }),
  policies: watched({
    label: "Policies",
    read: (client) => whole(async () => answered(await client.get("/TeamViewerPolicies"), "policies").policies),
    id: (policy) => policy.policy_id,
    volatile: [],
  }),
  sessions: watched({
    label: "Sessions",
    // Closed ones too, so that closing a session is an update and not its disappearance.
    read: (client) =>
      pages(async (offset) => {
        const query = { state: "open,closed", full_list: true, offset };
        const answer = await client.get("/sessions", { query });
        return toPage({ items: "sessions", next: "next_offset" }, answered(answer, "sessions"));
      }),
    id: (session) => session.code,
    volatile: ["online"],
    created: (session) => session.created_at,
  }),
  userGroups: watched({
    label: "User Groups",
    read: (client) =>
      pages(async (token) => {
        const answer = await client.get("/usergroups", { query: { paginationToken: token } });
        return toPage(resourceList, answered(answer, "user groups"));
      }),
    id: (group) => group.id,
    volatile: [],
  }),
  users: watched({
    label: "Users",
    read: (client) =>
      whole(async () => answered(await client.get("/users", { query: { full_list: true } }), "users").users),
    id: (user) => user.id,
    volatile: ["online_state", "last_access_date"],
  }),
};

export type WatchedResource = keyof typeof watchedLists;
