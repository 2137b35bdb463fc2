import { created, noContent, ok } from "../core/answers";
import type { Seeding } from "../core/families";
import { refuseMany } from "./bounds";
import type { AnyCall, Handlers } from "./calls";
import { numberIn } from "./ids";
import { wholeList } from "./paging";
import { refuseStrangers, type UserState } from "./users";

export interface AddressBookState {
  addressBook: { active: boolean; hidden: Set<number> };
}

type Reach = AnyCall<AddressBookState & UserState>;

/** One colleague of the account is hidden, if there is any. */
export const seed = ({ users }: Seeding<unknown, UserState>): AddressBookState => {
  const [, colleague] = users.keys();
  return { addressBook: { active: true, hidden: new Set(colleague ? [numberIn(colleague)] : []) } };
};

const memberAnswer = ({ store }: Reach, accountId: number) => ({
  accountId,
  name: store.users.get(`u${accountId}`)?.name ?? "",
});

/** The accounts of a request, all of them users of the company. */
const checked = (call: Reach & { body: number[] }): number[] => {
  refuseMany(call.body, "accounts");
  refuseStrangers(call, call.body);
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
    return wholeList(present.map((id) => memberAnswer(call, id)));
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
    refuseStrangers(call, [accountId]);
    call.store.addressBook.hidden.delete(accountId);
    return noContent();
  },
} satisfies Handlers<Reach>;
