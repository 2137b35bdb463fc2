/**
 * What TeamViewer asks of a token or an account for an operation: the one place from which the descriptions of actions
 * and triggers, the reference and the advice on a refusal take it. Scopes are named where the vendor's guide names them
 * (spec/teamviewer-v1-guide.md), permissions where its description does, licences where an area is known to answer in
 * odd ways without one (spec/README.md).
 */
import type { Operations } from "../../generated/teamviewer.operations";

interface Requirement {
  /** The scope of the token, with those for special cases. */
  scope?: string;
  /** The one level of token that can have the scope, where it is only one. */
  level?: "user" | "company";
  /** What a manager has to be allowed to, and on what. */
  permission?: string;
  /** What the account has to have bought: `a paid licence`. */
  licence?: string;
}

/** Of each kind, the first row whose pattern matches method and path counts. */
type Rows<Kind extends keyof Requirement> = [pattern: RegExp, value: NonNullable<Requirement[Kind]>][];

const scopes: Rows<"scope"> = [
  [/^GET \/account$/, "Account.Read; the e-mail comes with Account.ReadEmail"],
  [/^GET \/account\/TenantIds$/, "Account.Read"],
  [/^POST \/account$/, "Account.Create"],
  [
    /^PUT \/account$/,
    "Account.Modify, for an e-mail also Account.ModifyEmail, for a password also Account.ModifyPassword",
  ],
  [/^POST \S+\/(un)?share_group$/, "Groups.Share"],
  [/^GET (\/users\/\{uid\})?\/groups(\/\{g?id\})?$/, "Groups.Read"],
  [/^POST (\/users\/\{uid\})?\/groups$/, "Groups.Create"],
  [/^PUT (\/users\/\{uid\})?\/groups\/\{g?id\}$/, "Groups.Modify"],
  [/^DELETE (\/users\/\{uid\})?\/groups\/\{g?id\}$/, "Groups.Delete"],
  [/^GET \/users\b/, "Users.Read"],
  [/^POST \/users$/, "Users.CreateUsers, with ManageUsers or ManageAdmins Users.CreateAdministrators"],
  [/^(PUT|DELETE) \/users\b/, "Users.ModifyUsers, for administrators Users.ModifyAdministrators"],
  [/^GET \/sessions\b/, "Sessions.ReadOwn, for codes of others Sessions.ReadAll"],
  [/^POST \/sessions$/, "Sessions.Create"],
  [/^PUT \/sessions\b/, "Sessions.ModifyOwn, for codes of others Sessions.ModifyAll"],
  [/^GET \/reports\/connections(\/\{id\})?$/, "Connections.Read"],
  [/^PUT \/reports\/connections\b/, "Connections.Modify"],
  [/^DELETE \/reports\/connections\b/, "Connections.Delete"],
];

const levels: Rows<"level"> = [
  [/^\S+ \/account(\/TenantIds)?$/, "user"],
  [/^(GET|PUT|DELETE) \/users(\/\{id\})?$/, "company"],
  [/^POST \/users$/, "company"],
  [/^\S+ \/users\/(effectivepermissions|\{id\}\/|respond)/, "company"],
];

const onDevice = (permission: string) => `${permission} on the device`;
const onGroup = (permission: string) => `${permission} on the group`;

const permissions: Rows<"permission"> = [
  [/^PUT \/managed\/devices\/\{id\}$/, `${onDevice("DeviceAdministration")}, for a policy also PolicyAdministration`],
  [/^DELETE \/managed\/devices\/\{id\}$/, onDevice("ManagerAdministration")],
  [/^(POST|PUT|DELETE) \/managed\/devices\/\{id\}\/managers\b/, onDevice("ManagerAdministration")],
  [
    /^PUT \/managed\/devices\/\{id\}\/groups$/,
    `${onDevice("DeviceAdministration")} and GroupAdministration on the groups`,
  ],
  [/^PUT \/managed\/devices\/\{id\}\/description$/, onDevice("DeviceDescription")],
  [/^PUT \/managed\/devices\/\{id\}\/policy\/remove$/, onDevice("PolicyAdministration")],
  [/^PUT \/managed\/groups\/\{id\}$/, `${onGroup("GroupAdministration")}, for a policy also PolicyAdministration`],
  [/^DELETE \/managed\/groups\/\{id\}$/, onGroup("GroupAdministration")],
  [/^(POST|PUT|DELETE) \/managed\/groups\/\{id\}\/managers\b/, onGroup("ManagerAdministration")],
  [
    /^POST \/managed\/groups\/\{id\}\/devices$/,
    `${onGroup("GroupAdministration")} and DeviceAdministration on the device`,
  ],
  [/^DELETE \/managed\/groups\/\{id\}\/devices\b/, onDevice("DeviceAdministration")],
  [/^PUT \/managed\/groups\/\{id\}\/policy\/remove$/, onGroup("PolicyAdministration")],
];

const licences: Rows<"licence"> = [
  [/ \/ConditionalAccess\//, "a licence with Conditional Access (Tensor)"],
  [/ \/ssoDomain\b/, "a licence with Single Sign-On (Tensor)"],
  [/ \/EventLogging$/, "a licence with Auditability (Tensor)"],
  [/ \/endpointprotectionv2\//, "a licence with Endpoint Protection (Remote Management)"],
  [/ \/monitoring\//i, "a licence with Monitoring (Remote Management)"],
  [/ \/patchmanagement\//i, "a licence with Patch Management (Remote Management)"],
  [/ (\S*\/iot\/|\/data$|\/account\/licenses\/iot$)/, "a licence for TeamViewer IoT"],
  [/ \/(oem|Tenants)\//, "an OEM agreement with TeamViewer"],
  [/ \/(OAuth2\/accessToken|pushApi\/)/, "a licence for integrations with access tokens"],
  [/ \/(reports\/|users(?!\/\{uid\}))/, "a paid licence"],
];

const valueIn = <Value>(rows: [RegExp, Value][], operation: string): Value | undefined =>
  rows.find(([pattern]) => pattern.test(operation))?.[1];

/** What an operation (method and path) needs, as far as the vendor says it. */
export const requirementOf = (operation: string): Requirement => ({
  scope: valueIn(scopes, operation),
  level: valueIn(levels, operation),
  permission: valueIn(permissions, operation),
  licence: valueIn(licences, operation),
});

const sentencesOf = ({ scope, level, permission, licence }: Requirement): string[] => {
  const ofToken = [level && `a ${level}-level token`, scope].filter(Boolean).join(" with ");
  return [
    ofToken && `Needs ${ofToken}.`,
    permission && `Needs the manager permission ${permission}.`,
    licence && `Needs ${licence}.`,
  ].filter((sentence): sentence is string => Boolean(sentence));
};

/** What operations need, in sentences of a description, each once; blank where the vendor does not say. */
export const needs = (...operations: (keyof Operations)[]): string =>
  [...new Set(operations.flatMap((operation) => sentencesOf(requirementOf(operation))))].join(" ");
