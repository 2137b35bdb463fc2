import { done, noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { orNull } from "./paging";

export type UserRole = Schema<"CompanyUserRoleUiModel"> & { Id: string };

export interface UserRoleState {
  userRoles: Map<string, UserRole>;
  /** The role that new users get by themselves; none at the start. */
  predefinedRole: { id?: string };
}

type Reach = AnyCall<UserRoleState>;

export const counts = { userRoles: 4 };

/** All that a role can permit. */
export const rolePermissions = [
  "AllowGroupSharing",
  "DeleteConnections",
  "ManageAdmins",
  "ManageUsers",
  "ModifyConnections",
  "ViewAllConnections",
];

const names = ["Company administrator", "Technician", "Auditor", "Read only"];

/** What the first roles permit; any further ones permit as much as the last. */
const permitted = [rolePermissions, ["AllowGroupSharing", "ModifyConnections"], ["ViewAllConnections"], []];

const permissionsOf = (permitted: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(rolePermissions.map((permission) => [permission, permitted.includes(permission)]));

const seedRoles = (count: number): UserRole[] => {
  const chance = random("roles");
  return times(count, (index) => ({
    Id: chance.uuid(),
    Name: names[index] ?? `Role ${index + 1}`,
    Permissions: permissionsOf(permitted[index] ?? []),
  }));
};

export const seed = ({ count }: Seeding<typeof counts>): UserRoleState => ({
  userRoles: keyed(seedRoles(count.userRoles), (role) => role.Id),
  predefinedRole: {},
});

export const userRoles = collection({
  name: "User role",
  records: ({ store }: Reach) => store.userRoles,
  key: (role) => role.Id,
});

/** The id of a known role that a field names. */
export const knownRole = (call: Reach, field: string, id: string): string => userRoles.known(call, field, id).Id;

/** The permissions of a role as they are sent, which have to be known. */
const checkedPermissions = (sent: readonly string[]): Record<string, boolean> => {
  const unknown = sent.find((permission) => !rolePermissions.includes(permission));
  if (unknown !== undefined) throw badRequest(`Permissions: there is no permission '${unknown}'.`);
  return permissionsOf(sent);
};

export const handlers = {
  UserRoles_Get: (call) => ok({ Roles: userRoles.list(call) }),

  UserRoles_Post: (call) => {
    const { Name, Permissions } = call.body;
    const role = { Id: call.store.newGuid(), Name, Permissions: checkedPermissions(Permissions) };
    return ok({ Role: userRoles.add(call, role) });
  },

  UserRoles_Put: (call) => {
    const { UserRoleId, Name, Permissions } = call.body;
    return done(userRoles.change(call, UserRoleId, { Name, Permissions: checkedPermissions(Permissions) }));
  },

  UserRoles_GetRolePermissionDefinitions: () => ok(rolePermissions),

  UserRoles_GetPredefinedUserRole: ({ store }) => ok({ PredefinedUserRoleId: orNull(store.predefinedRole.id) }),

  UserRoles_SetPredefinedUserRole: (call) => {
    call.store.predefinedRole.id = userRoles.find(call, call.path.userRoleId).Id;
    return noContent();
  },

  UserRoles_ClearPredefinedUserRole: ({ store }) => {
    store.predefinedRole.id = undefined;
    return noContent();
  },
} satisfies Handlers<Reach>;
