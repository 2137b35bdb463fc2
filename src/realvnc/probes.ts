/** What proves a permission of an access key: a read of next to nothing, or a change of what does not exist. */
import { randomUUID } from "node:crypto";
import { ConnectionError } from "@prismatic-io/spectral";
import { ApiError } from "../http/errors";
import type { RealVncClient } from "./client";

export type Granted = boolean | "unknown";

type Probe = (client: RealVncClient, nobody: string) => Promise<unknown>;

export const readingProbes: Record<string, Probe> = {
  LIST_AUDIT_EVENTS: (rv) => {
    const now = Date.now();
    return rv.request("GET /1.0/audit", { query: { from: String(now - 1), to: String(now) } });
  },
  // Behind every name: a list that begins there is empty, or nearly so.
  LIST_ENTRIES: (rv) => rv.request("GET /1.0/entries", { query: { from: "~" } }),
  LIST_ENTRY_GROUPS: (rv) => rv.request("GET /1.0/entryGroups"),
  LIST_PRESENCE: (rv) => rv.request("GET /1.0/presence", { query: { pageSize: 1 } }),
  // A text that is no e-mail address may be refused there.
  LIST_TEAM_MEMBERS: (rv) => rv.request("GET /1.0/members", { query: { role: "OWNER" } }),
  LIST_USER_GROUPS: (rv) => rv.request("GET /1.0/userGroups"),
};

/** Statuses of a change that was let through to an object that is not there, or has another version. */
const letThrough = new Set<number | undefined>([404, 412]);

const ofNobody =
  (change: Probe): Probe =>
  (rv, nobody) =>
    change(rv, nobody).catch((error) => {
      if (!(error instanceof ApiError && letThrough.has(error.status))) throw error;
    });

const changes: Record<string, Probe> = {
  DELETE_ENTRY: (rv, entryId) => rv.request("DELETE /1.0/entries/{entryId}", { path: { entryId } }),
  REMOVE_TEAM_MEMBER: (rv, userId) => rv.request("DELETE /1.0/members/{userId}", { path: { userId } }),
  UPDATE_ENTRY: (rv, entryId) =>
    rv.request("PATCH /1.0/entries/{entryId}", { path: { entryId }, body: { name: "Nobody" } }),
  UPDATE_ENTRY_GROUP: (rv, nobody) =>
    rv.request("PUT /1.0/entries/{entryId}/groups/{entryGroupId}", { path: { entryId: nobody, entryGroupId: nobody } }),
  UPDATE_TEAM_MEMBER_ROLES: (rv, userId) =>
    rv.request("PATCH /1.0/members/{userId}", {
      path: { userId },
      headers: { "If-Match": '"0"' },
      body: { roles: ["USER"] },
    }),
  UPDATE_USER_GROUP: (rv, nobody) =>
    rv.request("PUT /1.0/members/{userId}/groups/{groupId}", { path: { userId: nobody, groupId: nobody } }),
};

/** ADD_TEAM_MEMBER is not among them: nothing proves it but an invitation. */
export const writingProbes: Record<string, Probe> = Object.fromEntries(
  Object.entries(changes).map(([permission, change]) => [permission, ofNobody(change)]),
);

/**
 * Whether a probe shows that the permission is there. Anything but a refusal for the lack of it, or an answer that only
 * who has it gets, proves nothing. Throws a `ConnectionError` when the session is refused.
 */
export const prove = async (client: RealVncClient, probe: Probe): Promise<Granted> => {
  try {
    await probe(client, randomUUID().replaceAll("-", ""));
    return true;
  } catch (error) {
    if (error instanceof ConnectionError) throw error;
    return error instanceof ApiError && error.status === 403 ? false : "unknown";
  }
};
