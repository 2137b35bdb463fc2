import { noContent, ok } from "../core/answers";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { requireScope } from "./auth/scopes";
import type { AnyCall, Handlers, Schema } from "./calls";
import type { Company } from "./company";
import { type TenantState, tenantsOf } from "./oem/tenants";
import { freeEmail, newUser, ownUser, type User, type UserState } from "./users";

export interface Account {
  /** The user of the user-level tokens and the administrator who granted the company-level ones. */
  userId: string;
  /** Undefined once the company has been deleted. */
  company?: Company;
  emailLanguage: string;
  /** An e-mail change waits here for its confirmation. */
  pendingEmail?: string;
}

export interface AccountState {
  account: Account;
}

type Reach = AnyCall<AccountState & UserState & TenantState>;

type Licence = Company["licences"][number];

/** What the company has bought, and one licence that has ended. */
const seedLicences = (): Company["licences"] => {
  const chance = random("licences");
  const licence = (license_type: Licence["license_type"], type: string, isactive = true): Licence => ({
    ...{ license_type, type, details: type, isactive },
    teamViewerLicenseId: chance.uuid(),
  });
  return [licence(13, "Tensor"), licence(20, "Remote Management"), licence(21, "IoT"), licence(7, "Meeting", false)];
};

export const seed = ({ users }: Seeding<unknown, UserState>): AccountState => {
  const [userId = ""] = users.keys();
  const company = { id: 4711, name: "Example Support Ltd.", licences: seedLicences() };
  return { account: { userId, company, emailLanguage: "en" } };
};

/** `email` comes only with its own scope. */
const accountAnswer = ({ store, token }: Reach, user: User): Schema<"GetAccountResponse"> => ({
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
const checkUpdateScopes = ({ token }: Reach, { email, password, ...rest }: Schema<"AccountPutParameters">) => {
  if (email !== undefined) requireScope(token, "Account.ModifyEmail");
  if (password !== undefined) requireScope(token, "Account.ModifyPassword");
  if (rest.name !== undefined || rest.email_language !== undefined) requireScope(token, "Account.Modify");
};

export const handlers = {
  Account_Get: (call) => ok(accountAnswer(call, ownUser(call))),

  Account_Put: (call) => {
    const { email, name, password, oldpassword, email_language } = call.body;
    const user = ownUser(call);
    const state = call.store.account;
    checkUpdateScopes(call, call.body);
    if (email !== undefined) freeEmail(call, email, user);
    if (password !== undefined) changePassword(user, password, oldpassword);
    if (name !== undefined) user.name = name;
    if (email_language !== undefined) state.emailLanguage = email_language;
    if (email !== undefined && email !== user.email) state.pendingEmail = email;
    return noContent();
  },

  /** A new account stands alone: it is no user of the company. */
  Account_Post: (call) => {
    const { email, name, password, language } = call.body;
    const user = newUser(call, { email: freeEmail(call, email), name, password, language });
    return ok({ ...accountAnswer(call, user), email, company_name: undefined, email_language: language });
  },

  Account_GetTenantIds: (call) =>
    ok({ TenantIds: tenantsOf(call, call.token.userId).map(({ tenant_id }) => tenant_id) }),
} satisfies Handlers<Reach>;
