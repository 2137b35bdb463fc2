/** How RealVNC Connect speaks of errors, and what a person can do about each. */
import { readAnyError } from "../http/anyError";
import type { Dialect, FailedRequest } from "../http/transport";
import { newKey } from "./connections";
import { permissionOf } from "./requirements";

const sessions = "POST /1.0/sessions";

const adviseOnUnauthorized = ({ operation }: FailedRequest): string =>
  operation === sessions
    ? `RealVNC Connect does not accept the access key: it is wrong, has ended or was revoked. ${newKey}`
    : `RealVNC Connect refuses the session, also after it was renewed: the access key may have ended or been revoked. ${newKey}`;

const beyondReach = "Users with the role ADMIN or OWNER can be neither invited, changed nor removed by the API.";

const adviseOnForbidden = ({ operation }: FailedRequest): string => {
  const permission = permissionOf(operation);
  const aboutRoles = /^(POST|PATCH|DELETE) \/1\.0\/members(\/[^/]+)?$/.test(operation) ? ` ${beyondReach}` : "";
  const aboutKey = permission
    ? `The access key needs the permission ${permission}: make one that has it in the RealVNC Connect portal (Add-ons, API Access Keys).`
    : "The access key may lack a permission for this.";
  return `${aboutKey} API access and auditing are also features that a subscription may lack.${aboutRoles}`;
};

const adviseOnNotFound = ({ operation }: FailedRequest): string => {
  if (/\/entries\/[^/]+\/groups\/./.test(operation)) return "Check Computer ID and Group ID.";
  if (/\/members\/[^/]+\/groups\/./.test(operation)) return "Check User ID and Group ID.";
  if (/\/entries\/./.test(operation)) {
    return "Check Computer ID: it is an entryId, and not the serverId that presence and audit events have.";
  }
  if (/\/members\/./.test(operation)) return "Check User ID: it is an ID, and not an e-mail address.";
  if (/Groups\/./.test(operation)) return "Check Group ID: computer groups and user groups have IDs of their own.";
  return "Check the connection's Base URL.";
};

const adviseOnConflict = ({ operation }: FailedRequest): string | undefined =>
  operation === "PATCH /1.0/entries/{entryId}" ? "Another computer of the team likely has this name." : undefined;

const reread = "Read it again, see what changed, and send the etag of that answer as If Match.";

const advice: Record<number, (failed: FailedRequest) => string | undefined> = {
  401: adviseOnUnauthorized,
  403: adviseOnForbidden,
  404: adviseOnNotFound,
  409: adviseOnConflict,
  412: () => `Somebody else changed it since it was read, and nothing was overwritten. ${reread}`,
  428: () => `RealVNC Connect wants to know which version is changed. ${reread}`,
  429: () => "RealVNC Connect's rate limit is reached; run the flow less often or spread its requests.",
};

export const realvncDialect: Dialect = {
  vendor: "RealVNC Connect",
  // Bodies of errors are not documented.
  readError: readAnyError,
  advise: (failed) => advice[failed.status ?? 0]?.(failed),
};
