import { ok } from "../core/answers";
import { collection } from "../core/collection";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";

export type UserRole = Schema<"CompanyUserRoleUiModel"> & { Id: string };

export interface UserRoleState {
  userRoles: Map<string, UserRole>;
}

type Reach = AnyCall<UserRoleState>;

export const counts = { userRoles: 4 };

const names = ["Company administrator", "Technician", "Auditor", "Read only"];

const seedRoles = (count: number): UserRole[] => {
  const chance = random("roles");
  return times(count, (index) => ({
    Id: chance.uuid(),
    Name: names[index] ?? `Role ${index + 1}`,
    Permissions: {
      AllowedToManageUsers: index === 0,
      AllowedToViewConnections: index !== 3,
      AllowedToModifyGroups: index < 2,
    },
  }));
};

export const seed = ({ count }: Seeding<typeof counts>): UserRoleState => ({
  userRoles: keyed(seedRoles(count.userRoles), (role) => role.Id),
});

const userRoles = collection({
  name: "User role",
  records: ({ store }: Reach) => store.userRoles,
  key: (role) => role.Id,
});

/** The id of a known role that a field names. */
export const knownRole = (call: Reach, field: string, id: string): string => userRoles.known(call, field, id).Id;

export const handlers = {
  UserRoles_Get: (call) => ok({ Roles: userRoles.list(call) }),
} satisfies Handlers<Reach>;
