import { defaultPermissions, permissionNames } from "../permissions";
import { random } from "../random";
import type { Policy, User, UserGroup, UserRole } from "../store";
import { day, idNumber, isoDate, onlineStates, times } from "./common";
import { emailOf, people } from "./names";

/** The password of the user behind the tokens. */
export const accountPassword = "Correct-Horse-27";

export const seedUsers = (count: number, roles: UserRole[], now: number): User[] => {
  const chance = random("users");
  return times(count, (index) => {
    const name = `${people[index % people.length]}`;
    const role = roles[index % Math.max(1, roles.length)];
    return {
      id: `u${idNumber(1_234_567, index)}`,
      name,
      email: emailOf(name, Math.floor(index / people.length)),
      password: index === 0 ? accountPassword : `Welcome-${chance.digits(6)}`,
      language: "en",
      permissions: index === 0 ? permissionNames.join(",") : defaultPermissions.join(","),
      userRoleIds: role ? [role.Id] : [],
      online_state: chance.pick(onlineStates),
      active: index === 0 || index % 7 !== 6,
      log_sessions: true,
      show_comment_window: index % 2 === 0,
      custom_quicksupport_id: `6${chance.digits(6)}`,
      last_access_date: isoDate(now - chance.integer(20 * day)),
      license_key: chance.uuid(),
      tfa_enforcement: index % 3 === 0,
      tfa_enabled: index % 3 === 0,
    };
  });
};

export const seedRoles = (count: number): UserRole[] => {
  const chance = random("roles");
  const names = ["Company administrator", "Technician", "Auditor", "Read only"];
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

export const seedPolicies = (count: number): Policy[] => {
  const chance = random("policies");
  const names = ["Default policy", "Servers: no easy access", "Kiosks: black screen"];
  return times(count, (index) => ({
    policy_id: chance.uuid(),
    name: names[index] ?? `Policy ${index + 1}`,
    settings: [{ Key: "AutoLockWorkstation", Value: {}, Enforce: index % 2 === 0 }],
  }));
};

export const seedUserGroups = (count: number, users: User[]): UserGroup[] => {
  const names = ["First level support", "Second level support", "Field technicians"];
  return times(count, (index) => ({
    id: 1001 + index,
    name: names[index] ?? `Team ${index + 1}`,
    creationSourceType: index % 2 === 0 ? 2 : 1,
    accountIds: new Set(users.filter((_, user) => user % count === index).map((user) => Number(user.id.slice(1)))),
  }));
};
