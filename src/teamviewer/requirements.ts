/**
 * What TeamViewer asks of a token or an account for an operation: the one place from which the descriptions of actions
 * and triggers, the reference and the advice on a refusal take it. Scopes are named where the vendor's guide names them
 * (spec/teamviewer-v1-guide.md), permissions where its description does.
 */
import type { Operations } from "../../generated/teamviewer.operations";

export interface Requirement {
  /** The scope of the token, with those for special cases. */
  scope?: string;
  /** The one level of token that can have the scope, where it is only one. */
  level?: "user" | "company";
  /** What a manager has to be allowed to, and on what. */
  permission?: string;
}

/** The first row whose pattern matches method and path counts. */
const rows: [pattern: RegExp, requirement: Requirement][] = [
  [/^GET \/account$/, { level: "user", scope: "Account.Read; the e-mail comes with Account.ReadEmail" }],
  [/^GET \/account\/TenantIds$/, { level: "user", scope: "Account.Read" }],
  [/^POST \/account$/, { level: "user", scope: "Account.Create" }],
  [
    /^PUT \/account$/,
    {
      level: "user",
      scope: "Account.Modify, for an e-mail also Account.ModifyEmail, for a password also Account.ModifyPassword",
    },
  ],
  [/^POST \S+\/(un)?share_group$/, { scope: "Groups.Share" }],
  [/^GET (\/users\/\{uid\})?\/groups\b/, { scope: "Groups.Read" }],
  [/^POST (\/users\/\{uid\})?\/groups\b/, { scope: "Groups.Create" }],
  [/^PUT (\/users\/\{uid\})?\/groups\b/, { scope: "Groups.Modify" }],
  [/^DELETE (\/users\/\{uid\})?\/groups\b/, { scope: "Groups.Delete" }],
  [/^GET \/users\b/, { level: "company", scope: "Users.Read" }],
  [
    /^POST \/users$/,
    {
      level: "company",
      scope: "Users.CreateUsers, with ManageUsers or ManageAdmins Users.CreateAdministrators",
    },
  ],
  [
    /^(PUT|DELETE) \/users\b/,
    { level: "company", scope: "Users.ModifyUsers, for administrators Users.ModifyAdministrators" },
  ],
  [/^GET \/sessions\b/, { scope: "Sessions.ReadOwn, for codes of others Sessions.ReadAll" }],
  [/^POST \/sessions$/, { scope: "Sessions.Create" }],
  [/^PUT \/sessions\b/, { scope: "Sessions.ModifyOwn, for codes of others Sessions.ModifyAll" }],
  [/^GET \/reports\/connections\b/, { scope: "Connections.Read" }],
  [/^PUT \/reports\/connections\b/, { scope: "Connections.Modify" }],
  [/^DELETE \/reports\/connections\b/, { scope: "Connections.Delete" }],
  [
    /^PUT \/managed\/devices\/\{id\}$/,
    { permission: "DeviceAdministration on the device, for a policy also PolicyAdministration" },
  ],
  [/^DELETE \/managed\/devices\/\{id\}$/, { permission: "ManagerAdministration on the device" }],
];

/** What an operation (method and path) needs; undefined where the vendor does not say. */
export const requirementOf = (operation: string): Requirement | undefined =>
  rows.find(([pattern]) => pattern.test(operation))?.[1];

/** What an operation needs, as a sentence of a description; blank where the vendor does not say. */
export const needs = (operation: keyof Operations): string => {
  const { scope, level, permission } = requirementOf(operation) ?? {};
  if (scope) return `Needs ${level ? `a ${level}-level token with ` : ""}${scope}.`;
  return permission ? `Needs the manager permission ${permission}.` : "";
};
