/**
 * The permission that an access key needs for an operation: the one place from which the descriptions of actions and
 * triggers, the reference and the advice on a refusal take it.
 */
import type { Operations } from "../../generated/realvnc.operations";

/** Undefined where every access key will do. */
const permissions: Record<keyof Operations, string | undefined> = {
  "GET /1.0/audit": "LIST_AUDIT_EVENTS",
  "GET /1.0/entries": "LIST_ENTRIES",
  "DELETE /1.0/entries/{entryId}": "DELETE_ENTRY",
  "GET /1.0/entries/{entryId}": "LIST_ENTRIES",
  "PATCH /1.0/entries/{entryId}": "UPDATE_ENTRY",
  "GET /1.0/entries/{entryId}/groups": "LIST_ENTRY_GROUPS",
  "DELETE /1.0/entries/{entryId}/groups/{entryGroupId}": "UPDATE_ENTRY_GROUP",
  "PUT /1.0/entries/{entryId}/groups/{entryGroupId}": "UPDATE_ENTRY_GROUP",
  "GET /1.0/entryGroups": "LIST_ENTRY_GROUPS",
  "GET /1.0/entryGroups/{groupId}": "LIST_ENTRY_GROUPS",
  "GET /1.0/members": "LIST_TEAM_MEMBERS",
  "POST /1.0/members": "ADD_TEAM_MEMBER",
  "DELETE /1.0/members/{userId}": "REMOVE_TEAM_MEMBER",
  "GET /1.0/members/{userId}": "LIST_TEAM_MEMBERS",
  "PATCH /1.0/members/{userId}": "UPDATE_TEAM_MEMBER_ROLES",
  "GET /1.0/members/{userId}/groups": "LIST_USER_GROUPS",
  "DELETE /1.0/members/{userId}/groups/{groupId}": "UPDATE_USER_GROUP",
  "PUT /1.0/members/{userId}/groups/{groupId}": "UPDATE_USER_GROUP",
  "GET /1.0/presence": "LIST_PRESENCE",
  "POST /1.0/sessions": undefined,
  "GET /1.0/userGroups": "LIST_USER_GROUPS",
  "GET /1.0/userGroups/{groupId}": "LIST_USER_GROUPS",
};

const templates = (Object.keys(permissions) as (keyof Operations)[]).map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** The operation of a request, by its method with a path or a path template: raw requests know only the path. */
const operationAt = (request: string): keyof Operations | undefined =>
  Object.hasOwn(permissions, request)
    ? (request as keyof Operations)
    : templates.find(({ pattern }) => pattern.test(request))?.operation;

/** The permission that an operation (method and path) needs; undefined where none is known. */
export const permissionOf = (operation: string): string | undefined => {
  const known = operationAt(operation);
  return known && permissions[known];
};

/** All permissions that an access key can have. */
export const allPermissions: string[] = [...new Set(Object.values(permissions))]
  .filter((each) => each !== undefined)
  .sort();

const listed = new Intl.ListFormat("en", { type: "conjunction" });

/** What operations need, as a sentence of a description; blank where it is nothing. */
export const needs = (...operations: (keyof Operations)[]): string => {
  const needed = [...new Set(operations.map(permissionOf))].filter((each): each is string => each !== undefined);
  if (needed.length === 0) return "";
  return `Needs the permission${needed.length > 1 ? "s" : ""} ${listed.format(needed)}.`;
};
