import { created, noContent, ok } from "../core/answers";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import type { AnyCall, Handlers } from "./calls";
import { orNull } from "./paging";
import type { UserState } from "./users";

export interface AddressBookState {
  addressBook: { active: boolean; hidden: Set<number> };
}

type Reach = AnyCall<AddressBookState & UserState>;

/** One colleague of the account is hidden, if there is any. */
export const seed = ({ users }: Seeding<unknown, UserState>): AddressBookState => {
  const [, colleague] = users.keys();
  return { addressBook: { active: true, hidden: new Set(colleague ? [Number(colleague.slice(1))] : []) } };
};

/** As with the vendor's other lists of accounts. */
const mostAccounts = 100;

const userOf = ({ store }: Reach, accountId: number) => {
  const user = store.users.get(`u${accountId}`);
  if (!user) throw badRequest(`Account ${accountId} is no user of the company.`);
  return user;
};

const memberAnswer = (call: Reach, accountId: number) => ({ accountId, name: userOf(call, accountId).name });

/** The accounts of a request, all of them users of the company. */
const checked = (call: Reach & { body: number[] }): number[] => {
  if (call.body.length > mostAccounts) throw badRequest(`At most ${mostAccounts} accounts can be named at a time.`);
  for (const accountId of call.body) userOf(call, accountId);
  return call.body;
};

export const handlers = {
  CompanyAddressBook_Get: ({ store }) => ok({ state: store.addressBook.active }),

  CompanyAddressBook_Put: ({ store, body }) => {
    store.addressBook.active = body.state ?? store.addressBook.active;
    return ok({ state: store.addressBook.active });
  },

  CompanyAddressBook_List: (call) => {
    const present = [...call.store.addressBook.hidden].filter((id) => call.store.users.has(`u${id}`));
    return ok({
      currentPaginationToken: orNull(),
      nextPaginationToken: orNull(),
      resources: present.map((id) => memberAnswer(call, id)),
    });
  },

  CompanyAddressBook_HideMembers: (call) => {
    const accountIds = checked(call);
    for (const id of accountIds) call.store.addressBook.hidden.add(id);
    return created(accountIds.map((id) => memberAnswer(call, id)));
  },

  CompanyAddressBook_UnhideMembers: (call) => {
    for (const id of checked(call)) call.store.addressBook.hidden.delete(id);
    return noContent();
  },

  CompanyAddressBook_UnhideMember: (call) => {
    const accountId = Number(call.path.accountId);
    userOf(call, accountId);
    call.store.addressBook.hidden.delete(accountId);
    return noContent();
  },
} satisfies Handlers<Reach>;
