import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, emailInUse, notFound } from "../errors";
import { orNull, pageOf } from "../paging";
import { administrators, checkPermissions, defaultPermissions, listed } from "../permissions";
import { requireScope } from "../scopes";
import type { Schema, User } from "../store";
import { isEmailTaken } from "./account";
import { contains, equals, idOf, inCompany, nowIso, sent } from "./shared";

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
  activated_license_name: user.license_key && "Tensor",
  activated_meeting_license_key: ifGuid(user.meeting_license_key),
  userRoleId: user.userRoleIds[0],
  tfa_enforcement: user.tfa_enforcement,
  tfa_enabled: user.tfa_enabled,
  sso_status: user.sso_customer_id ? 1 : 0,
});

const isAdministrator = (permissions: string) => listed(permissions).some((name) => administrators.includes(name));

const userOf = (call: AnyCall, id: string): User => {
  inCompany(call);
  const user = call.store.users.get(idOf("u", id, "user id"));
  if (!user) throw notFound("User", id);
  return user;
};

const mayModify = (call: AnyCall, user: User) =>
  requireScope(call.token, isAdministrator(user.permissions) ? "Users.ModifyAdministrators" : "Users.ModifyUsers");

const knownRole = (call: AnyCall, field: string, id: string): string => {
  if (!call.store.userRoles.has(id)) throw badRequest(`${field}: there is no user role ${id}.`);
  return id;
};

const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/;

const freeEmail = (call: AnyCall, email: string, except?: User): string => {
  if (!emailPattern.test(email)) throw badRequest(`The field 'email' is not an e-mail address: '${email}'.`);
  if (isEmailTaken(call, email, except)) throw emailInUse(email);
  return email;
};

/** Classic permissions of a new user, complete with what they require. */
const newPermissions = (call: AnyCall, text: string | undefined): string => {
  const permissions = text === undefined ? defaultPermissions : listed(text);
  checkPermissions(permissions);
  if (permissions.some((name) => administrators.includes(name))) requireScope(call.token, "Users.CreateAdministrators");
  return permissions.join(",");
};

const changedPermissions = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  checkPermissions(listed(text));
  return listed(text).join(",");
};

export const users: Handlers = {
  Users_Get: (call) => {
    inCompany(call);
    const { email, name, permissions, full_list } = call.query;
    const wanted = listed(permissions ?? "");
    const found = [...call.store.users.values()].filter(
      (user) =>
        equals(user.email, email) &&
        contains(user.name, name) &&
        wanted.every((permission) => listed(user.permissions).includes(permission)),
    );
    return ok({ users: found.map(full_list ? fullAnswer : shortAnswer) });
  },

  Users_Post: (call) => {
    inCompany(call);
    const { email, name, password = "", permissions, userRoleId, language, ...fields } = call.body;
    const { log_sessions = true, show_comment_window = false, license_key, meeting_license_key } = fields;
    const { custom_quicksupport_id, custom_quickjoin_id, sso_customer_id } = fields;
    const user: User = {
      id: `u${call.store.nextNumber()}`,
      name,
      email: freeEmail(call, email),
      password,
      language,
      permissions: newPermissions(call, permissions),
      userRoleIds: userRoleId ? [knownRole(call, "userRoleId", userRoleId)] : [],
      online_state: "Offline",
      active: true,
      log_sessions,
      show_comment_window,
      last_access_date: nowIso(call.now),
      tfa_enforcement: false,
      tfa_enabled: false,
      ...sent({ custom_quicksupport_id, custom_quickjoin_id, license_key, meeting_license_key, sso_customer_id }),
    };
    call.store.users.set(user.id, user);
    return ok(fullAnswer(user), { Location: `${call.url}/api/v1/users/${user.id}` });
  },

  Users_Get1: (call) => ok(fullAnswer(userOf(call, call.path.id))),

  Users_Put: (call) => {
    const user = userOf(call, call.path.id);
    mayModify(call, user);
    const { email, permissions, AssignUserRoleIds = [], UnassignUserRoleIds = [], ...fields } = call.body;
    const assigned = AssignUserRoleIds.map((id) => knownRole(call, "AssignUserRoleIds", id));
    const unassigned = UnassignUserRoleIds.map((id) => knownRole(call, "UnassignUserRoleIds", id));
    const changes = {
      ...fields,
      email: email === undefined ? undefined : freeEmail(call, email, user),
      permissions: changedPermissions(permissions),
    };
    Object.assign(user, sent(changes));
    const roles = new Set([...user.userRoleIds, ...assigned]);
    user.userRoleIds = [...roles].filter((id) => !unassigned.includes(id));
    return noContent();
  },

  /** Gone from the company either way; only a permanent deletion also ends the account. */
  Users_DeleteUser: (call) => {
    const user = userOf(call, call.path.id);
    mayModify(call, user);
    if (user.id === call.token.userId) throw badRequest("The account of the access token cannot be deleted.");
    call.store.users.delete(user.id);
    return noContent();
  },

  Users_DeactivateTFA: (call) => {
    const user = userOf(call, call.path.id);
    mayModify(call, user);
    user.tfa_enabled = false;
    return noContent();
  },

  Users_DeleteCompany: (call) => {
    inCompany(call);
    const { store, token } = call;
    for (const id of store.users.keys()) if (id !== token.userId) store.users.delete(id);
    store.account.company = undefined;
    return noContent();
  },

  Users_GetUsersAssignedUserRoles: (call) => {
    const { paginationToken } = call.query;
    const { id, userRoleIds } = userOf(call, call.path.id);
    const page = pageOf(`roles of ${id}`, userRoleIds, call.pageSizes.roleAssignments, paginationToken);
    return ok({
      currentPaginationToken: orNull(paginationToken),
      nextPaginationToken: orNull(page.next),
      assignedRoleIds: page.items,
    });
  },
};
