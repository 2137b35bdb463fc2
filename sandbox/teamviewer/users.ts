import { done, noContent, ok } from "../core/answers";
import { collection, sent } from "../core/collection";
import { badRequest, forbidden } from "../core/errors";
import type { Seeding } from "../core/families";
import { contains, equals, listed } from "../core/filters";
import { emailOf, people as names } from "../core/names";
import { random } from "../core/random";
import { idNumber, inTurn, keyed, times } from "../core/seed";
import { day, isoDate, nowIso } from "../core/time";
import { requireScope } from "./auth/scopes";
import type { AnyCall, Handlers, Schema } from "./calls";
import { type CompanyState, inCompany } from "./company";
import { emailInUse } from "./errors";
import { idOf } from "./ids";
import { administrators, checkPermissions, defaultPermissions, permissionNames } from "./permissions";
import { type OnlineState, onlineStates } from "./presence";
import { knownRole, type UserRole, type UserRoleState } from "./userRoles";

export interface User {
  id: string;
  name: string;
  email: string;
  password: string;
  language: string;
  /** Classic permissions, comma-separated. */
  permissions: string;
  userRoleIds: string[];
  online_state: OnlineState;
  active: boolean;
  log_sessions: boolean;
  show_comment_window: boolean;
  custom_quicksupport_id?: string;
  custom_quickjoin_id?: string;
  last_access_date: string;
  license_key?: string;
  meeting_license_key?: string;
  sso_customer_id?: string;
  tfa_enforcement: boolean;
  tfa_enabled: boolean;
}

export interface UserState {
  users: Map<string, User>;
}

export const counts = { users: 8 };

type Reach = AnyCall<UserState & UserRoleState & CompanyState>;

/** The password of the user behind the tokens. */
export const accountPassword = "Correct-Horse-27";

const seedUsers = (count: number, roles: UserRole[], now: number): User[] => {
  const chance = random("users");
  return times(count, (index) => {
    const name = `${inTurn(names, index)}`;
    const role = inTurn(roles, index);
    return {
      id: `u${idNumber(1_234_567, index)}`,
      name,
      email: emailOf(name, Math.floor(index / names.length)),
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

/** There is always one user: the one behind the tokens. */
export const seed = ({ count, now, userRoles }: Seeding<typeof counts, UserRoleState>): UserState => ({
  users: keyed(seedUsers(Math.max(1, count.users), [...userRoles.values()], now), (user) => user.id),
});

const kind = { name: "User", key: ({ id }: User) => id, read: (id: string) => idOf("u", id, "user id") };

/** Everybody: whom a group can be shared with, or a session assigned to. */
export const people = collection({ ...kind, records: ({ store }: AnyCall<UserState>) => store.users });

const isAdministrator = ({ permissions }: User) => listed(permissions).some((name) => administrators.includes(name));

/** The same people for the functions of the company, which has to exist. */
export const users = collection({
  ...kind,
  records: (call: Reach) => {
    inCompany(call);
    return call.store.users;
  },
  guard: ({ token }, user) =>
    requireScope(token, isAdministrator(user) ? "Users.ModifyAdministrators" : "Users.ModifyUsers"),
});

/** Refuses numbers of accounts that are no users of the company. */
export const refuseStrangers = ({ store }: AnyCall<UserState>, accountIds: readonly number[]): void => {
  const stranger = accountIds.find((id) => !store.users.has(`u${id}`));
  if (stranger !== undefined) throw badRequest(`Account ${stranger} is no user of the company.`);
};

/** The user behind the access token. */
export const ownUser = ({ store, token }: AnyCall<UserState>): User => {
  const user = store.users.get(token.userId);
  if (!user) throw forbidden("The account of this access token no longer exists.");
  return user;
};

const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/;

/** The user of the company with an e-mail address. */
export const userWithEmail = ({ store }: AnyCall<UserState>, email: string): User | undefined =>
  [...store.users.values()].find((user) => equals(user.email, email));

/** An address that nobody has, or only the one whose address it is to be. */
export const freeEmail = ({ store }: AnyCall<UserState>, email: string, except?: User): string => {
  if (!emailPattern.test(email)) throw badRequest(`The field 'email' is not an e-mail address: '${email}'.`);
  const isTaken = [...store.users.values()].some((user) => user !== except && equals(user.email, email));
  if (isTaken) throw emailInUse(email);
  return email;
};

type Named = Pick<User, "name" | "email" | "password" | "language">;

/** A user with the vendor's defaults for all that is not said. */
export const newUser = ({ store, now }: AnyCall, fields: Named & Partial<User>): User => ({
  id: `u${store.nextNumber()}`,
  permissions: defaultPermissions.join(","),
  userRoleIds: [],
  online_state: "Offline",
  active: true,
  log_sessions: true,
  show_comment_window: false,
  last_access_date: nowIso(now),
  tfa_enforcement: false,
  tfa_enabled: false,
  ...(sent(fields) as typeof fields),
});

const shortAnswer = ({ id, name }: User): Schema<"GetUserResponse"> => ({ id, name });

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ifGuid = (text: string | undefined) => (text && guid.test(text) ? text : undefined);

const fullAnswer = (user: User): Schema<"GetUserResponse"> => ({
  id: user.id,
  name: user.name,
  online_state: user.online_state,
  permissions: user.permissions,
  active: user.active,
  log_sessions: user.log_sessions,
  show_comment_window: user.show_comment_window,
  custom_quicksupport_id: user.custom_quicksupport_id,
  custom_quickjoin_id: user.custom_quickjoin_id,
  email: user.email,
  last_access_date: user.last_access_date,
  activated_license_id: ifGuid(user.license_key),
  activated_license_name: user.license_key ? "Tensor" : undefined,
  activated_meeting_license_key: ifGuid(user.meeting_license_key),
  userRoleId: user.userRoleIds[0],
  tfa_enforcement: user.tfa_enforcement,
  tfa_enabled: user.tfa_enabled,
  sso_status: user.sso_customer_id ? 1 : 0,
});

/** Classic permissions, complete with what they require. */
const checkedPermissions = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  checkPermissions(listed(text));
  return listed(text).join(",");
};

/** The company is gone, and with it all its users but the owner of the token. */
const endCompany = (call: Reach) => {
  inCompany(call);
  const { store, token } = call;
  for (const id of store.users.keys()) if (id !== token.userId) store.users.delete(id);
  store.account.company = undefined;
  return noContent();
};

/** The roles that a new user begins with: the one that was sent, or the company's predefined one. */
const firstRoles = (call: Reach, { userRoleId, ignorePredefinedRole }: Schema<"UsersPostParameters">): string[] => {
  if (userRoleId) return [knownRole(call, "userRoleId", userRoleId)];
  const { id } = call.store.predefinedRole;
  return id && !ignorePredefinedRole ? [id] : [];
};

export const handlers = {
  Users_Get: (call) => {
    const { email, name, permissions, full_list } = call.query;
    const wanted = listed(permissions ?? "");
    const found = users
      .list(call)
      .filter(
        (user) =>
          equals(user.email, email) &&
          contains(user.name, name) &&
          wanted.every((permission) => listed(user.permissions).includes(permission)),
      );
    return ok({ users: found.map(full_list ? fullAnswer : shortAnswer) });
  },

  Users_Post: (call) => {
    inCompany(call);
    const { email, name, password = "", permissions, language, ...fields } = call.body;
    const { active, log_sessions, show_comment_window, license_key, meeting_license_key } = fields;
    const { custom_quicksupport_id, custom_quickjoin_id, sso_customer_id } = fields;
    const user = newUser(call, {
      ...{ name, password, language, active, log_sessions, show_comment_window, license_key, meeting_license_key },
      ...{ custom_quicksupport_id, custom_quickjoin_id, sso_customer_id },
      email: freeEmail(call, email),
      permissions: checkedPermissions(permissions),
      userRoleIds: firstRoles(call, call.body),
    });
    if (isAdministrator(user)) requireScope(call.token, "Users.CreateAdministrators");
    users.add(call, user);
    return ok(fullAnswer(user), { Location: `${call.url}/api/v1/users/${user.id}` });
  },

  Users_Get1: (call) => ok(fullAnswer(users.find(call, call.path.id))),

  Users_Put: (call) => {
    const user = users.editable(call, call.path.id);
    const { email, permissions, AssignUserRoleIds = [], UnassignUserRoleIds = [], ...fields } = call.body;
    const assigned = AssignUserRoleIds.map((id) => knownRole(call, "AssignUserRoleIds", id));
    const unassigned = UnassignUserRoleIds.map((id) => knownRole(call, "UnassignUserRoleIds", id));
    const roles = new Set([...user.userRoleIds, ...assigned]);
    return done(
      users.change(call, user.id, {
        ...fields,
        email: email === undefined ? undefined : freeEmail(call, email, user),
        permissions: checkedPermissions(permissions),
        userRoleIds: [...roles].filter((id) => !unassigned.includes(id)),
      }),
    );
  },

  /** Gone from the company either way; only a permanent deletion also ends the account. */
  Users_DeleteUser: (call) => {
    const user = users.editable(call, call.path.id);
    if (user.id === call.token.userId) throw badRequest("The account of the access token cannot be deleted.");
    return done(users.remove(call, user.id));
  },

  Users_DeactivateTFA: (call) => done(users.change(call, call.path.id, { tfa_enabled: false })),

  Users_DeleteCompany: (call) => endCompany(call),

  Company_Delete: (call) => endCompany(call),
} satisfies Handlers<Reach>;
