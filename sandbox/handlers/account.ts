import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, emailInUse, forbidden } from "../errors";
import { defaultPermissions } from "../permissions";
import { requireScope } from "../scopes";
import type { Schema, User } from "../store";
import { nowIso } from "./shared";

/** The user behind the access token. */
export const ownUser = ({ store, token }: AnyCall): User => {
  const user = store.users.get(token.userId);
  if (!user) throw forbidden("The account of this access token no longer exists.");
  return user;
};

export const isEmailTaken = ({ store }: AnyCall, email: string, except?: User): boolean =>
  [...store.users.values()].some((user) => user !== except && user.email.toLowerCase() === email.toLowerCase());

/** `email` comes only with its own scope. */
const accountAnswer = ({ store, token }: AnyCall, user: User): Schema<"GetAccountResponse"> => ({
  userid: user.id,
  ...(token.scopes.has("Account.ReadEmail") && { email: user.email }),
  name: user.name,
  company_name: store.account.company?.name,
  permissions: user.permissions,
  license: { license_type: 13, version: 15, type: "Tensor", details: "Tensor", isactive: true },
  email_validated: store.account.pendingEmail === undefined,
  email_language: store.account.emailLanguage,
});

const changePassword = (user: User, password: string, oldpassword: string | undefined) => {
  if (oldpassword === undefined) throw badRequest("The field 'password' needs 'oldpassword' as well.");
  if (oldpassword !== user.password) throw badRequest("The field 'oldpassword' is not the account's password.");
  user.password = password;
};

/** Each field of an update has a scope of its own. */
const checkUpdateScopes = ({ token }: AnyCall, { email, password, ...rest }: Schema<"AccountPutParameters">) => {
  if (email !== undefined) requireScope(token, "Account.ModifyEmail");
  if (password !== undefined) requireScope(token, "Account.ModifyPassword");
  if (rest.name !== undefined || rest.email_language !== undefined) requireScope(token, "Account.Modify");
};

export const account: Handlers = {
  Account_Get: (call) => ok(accountAnswer(call, ownUser(call))),

  Account_Put: (call) => {
    const { email, name, password, oldpassword, email_language } = call.body;
    const user = ownUser(call);
    const state = call.store.account;
    checkUpdateScopes(call, call.body);
    if (email !== undefined && isEmailTaken(call, email, user)) throw emailInUse(email);
    if (password !== undefined) changePassword(user, password, oldpassword);
    if (name !== undefined) user.name = name;
    if (email_language !== undefined) state.emailLanguage = email_language;
    if (email !== undefined && email !== user.email) state.pendingEmail = email;
    return noContent();
  },

  Account_Post: (call) => {
    const { email, name, password, language } = call.body;
    if (isEmailTaken(call, email)) throw emailInUse(email);
    const user: User = {
      id: `u${call.store.nextNumber()}`,
      name,
      email,
      password,
      language,
      permissions: defaultPermissions.join(","),
      userRoleIds: [],
      online_state: "Offline",
      active: true,
      log_sessions: true,
      show_comment_window: false,
      last_access_date: nowIso(call.now),
      tfa_enforcement: false,
      tfa_enabled: false,
    };
    // A new account stands alone: it is no user of the company.
    return ok({ ...accountAnswer(call, user), email, company_name: undefined, email_language: language });
  },

  Account_GetTenantIds: (call) => ok({ TenantIds: call.store.account.tenantIds }),

  Company_GetCompanyDetails: ({ store }) => {
    const { company } = store.account;
    if (!company) throw forbidden("The account has no company.");
    return ok({ companyId: company.id, companyName: company.name });
  },

  OAuth2_Revoke: ({ tokens, token }) => {
    tokens.revoke(token.token);
    return noContent();
  },
};
