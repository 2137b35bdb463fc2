import { ok } from "../core/answers";
import { forbidden } from "../core/errors";
import type { AnyCall, Handlers } from "./calls";

export interface Company {
  id: number;
  name: string;
}

/** What other families have to know of the account: whose it is, and its company until that is deleted. */
export interface CompanyState {
  account: { userId: string; company?: Company };
}

type Reach = AnyCall<CompanyState>;

/** The account's company; throws when it has been deleted. */
export const inCompany = ({ store }: Reach): Company => {
  if (!store.account.company) throw forbidden("The account has no company.");
  return store.account.company;
};

export const handlers = {
  Company_GetCompanyDetails: (call) => {
    const { id, name } = inCompany(call);
    return ok({ companyId: id, companyName: name });
  },
} satisfies Handlers<Reach>;
