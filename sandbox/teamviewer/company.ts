import { noContent, ok } from "../core/answers";
import { badRequest, forbidden } from "../core/errors";
import type { AnyCall, Handlers, Schema } from "./calls";

export interface Company {
  id: number;
  name: string;
  licences: Schema<"ApiLicenseInfoBase">[];
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

  Company_Put: (call) => {
    const company = inCompany(call);
    const { name = company.name } = call.body;
    if (name.trim() === "") throw badRequest("The field 'name' is empty.");
    company.name = name;
    return noContent();
  },

  /** Of a token without licences none is active. */
  Company_GetLicense: (call) => {
    const { id, name, licences } = inCompany(call);
    const available_licenses = call.token.unlicensed
      ? licences.map((licence) => ({ ...licence, isactive: false }))
      : licences;
    return ok({ companyId: id, companyName: name, available_licenses });
  },
} satisfies Handlers<Reach>;
