import { forbidden } from "../../core/errors";
import type { OperationId } from "../calls";
import { missingScope } from "../errors";
import type { AccessToken } from "./tokens";

const accountScopes = [
  "Account.Create",
  "Account.Read",
  "Account.ReadEmail",
  "Account.Modify",
  "Account.ModifyEmail",
  "Account.ModifyPassword",
  "Account.ReadOnlineState",
];
const sharedScopes = [
  "Groups.Create",
  "Groups.Read",
  "Groups.Modify",
  "Groups.Share",
  "Groups.Delete",
  "Sessions.Create",
  "Sessions.ReadAll",
  "Sessions.ReadOwn",
  "Sessions.ModifyAll",
  "Sessions.ModifyOwn",
  "Connections.Read",
  "Connections.Modify",
  "Connections.Delete",
];
const userScopes = [
  "Users.CreateUsers",
  "Users.CreateAdministrators",
  "Users.Read",
  "Users.ModifyUsers",
  "Users.ModifyAdministrators",
];

/** Every scope that a token of the level can have. */
export const scopesOfLevel = {
  user: [...accountScopes, ...sharedScopes],
  company: [...sharedScopes, ...userScopes],
} as const;

/** The area of a scope or of an operation, `Account` of `Account.Read`. */
const areaOf = (scope: string) => scope.slice(0, scope.indexOf("."));

const levelOfArea: Record<string, AccessToken["level"] | undefined> = { Account: "user", Users: "company" };

const read = ["Groups.Read"];
const share = ["Groups.Share"];
const readSessions = ["Sessions.ReadAll", "Sessions.ReadOwn"];
const modifySessions = ["Sessions.ModifyAll", "Sessions.ModifyOwn"];
const modifyUsers = ["Users.ModifyUsers", "Users.ModifyAdministrators"];

/** Any one of the scopes lets the call through; handlers look closer where the body or the record decides. */
const needed: Partial<Record<OperationId, string[]>> = {
  Account_Get: ["Account.Read"],
  Account_Put: ["Account.Modify", "Account.ModifyEmail", "Account.ModifyPassword"],
  Account_Post: ["Account.Create"],
  Account_GetTenantIds: ["Account.Read"],
  Groups_Get: read,
  Groups_Get1: read,
  Groups_Get2: read,
  Groups_Get3: read,
  Groups_Post: ["Groups.Create"],
  Groups_Post1: ["Groups.Create"],
  Groups_Put: ["Groups.Modify"],
  Groups_Put1: ["Groups.Modify"],
  Groups_Share_Group: share,
  Groups_Share_Group1: share,
  Groups_Unshare_Group: share,
  Groups_Unshare_Group1: share,
  Groups_Delete: ["Groups.Delete"],
  Groups_Delete1: ["Groups.Delete"],
  Users_Get: ["Users.Read"],
  Users_Get1: ["Users.Read"],
  Users_GetUsersAssignedUserRoles: ["Users.Read"],
  Users_Post: ["Users.CreateUsers", "Users.CreateAdministrators"],
  Users_Put: modifyUsers,
  Users_DeleteUser: modifyUsers,
  Users_DeactivateTFA: modifyUsers,
  Users_DeleteCompany: ["Users.ModifyAdministrators"],
  Sessions_Get: readSessions,
  Sessions_Get1: readSessions,
  Sessions_Post: ["Sessions.Create"],
  Sessions_Put: modifySessions,
  Sessions_Delete: modifySessions,
  Connections_Get: ["Connections.Read"],
  Connections_Get1: ["Connections.Read"],
  Connections_Put: ["Connections.Modify"],
  Connections_Delete: ["Connections.Delete"],
};

/** Refuses a token that has none of the scopes, naming them. */
export const requireScope = (token: AccessToken, ...scopes: string[]): void => {
  if (scopes.some((scope) => token.scopes.has(scope))) return;
  throw missingScope(`The access token lacks the scope ${scopes.join(" or ")}.`);
};

const requireLevel = (token: AccessToken, area: string): void => {
  const level = levelOfArea[area];
  if (level && level !== token.level) {
    throw forbidden(`${area} functions need a ${level}-level access token; this one is ${token.level}-level.`);
  }
};

/** Level and scopes of an operation as the vendor's guide lists them; operations that it omits need a token only. */
export const authorise = (operationId: OperationId, token: AccessToken): void => {
  const scopes = needed[operationId];
  const [first] = scopes ?? [];
  if (!scopes || !first) return;
  requireLevel(token, areaOf(first));
  requireScope(token, ...scopes);
};
