import { done, ok } from "../../core/answers";
import { collection } from "../../core/collection";
import { badRequest, notFound } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { equals } from "../../core/filters";
import { customers as names } from "../../core/names";
import { idNumber, inTurn, keyed, times } from "../../core/seed";
import { day, isoDate, nowIso } from "../../core/time";
import type { AnyCall, Handlers, Schema } from "../calls";

export type OemCustomer = Required<Schema<"CreateCustomerPostResponse">>;

export interface OemCustomerState {
  /** By e-mail address in lower case. */
  oemCustomers: Map<string, OemCustomer>;
}

export const counts = { oemCustomers: 4 };

type Reach = AnyCall<OemCustomerState>;

/** The company is one reseller. */
const resellerId = "5d2c8f41-7a90-4be3-9c16-0f4e7b3a82d5";

const keyOf = ({ Email }: OemCustomer) => Email.toLowerCase();

const seedCustomers = (count: number, now: number): OemCustomer[] =>
  times(count, (index) => ({
    ResellerId: resellerId,
    Email: `it${index + 1}@${inTurn(names, index)?.toLowerCase().replaceAll(" ", "-")}.example.com`,
    AccountId: idNumber(71_000_000, index),
    CreatedAt: isoDate(now - (index + 1) * 30 * day),
  }));

export const seed = ({ count, now }: Seeding<typeof counts>): OemCustomerState => ({
  oemCustomers: keyed(seedCustomers(count.oemCustomers, now), keyOf),
});

const customers = collection({
  name: "OEM customer",
  records: ({ store }: Reach) => store.oemCustomers,
  key: keyOf,
  read: (email) => email.toLowerCase(),
});

const checkReseller = (id: string | undefined): void => {
  if (!equals(resellerId, id)) throw notFound("Reseller", String(id));
};

const emailIn = ({ Email }: Schema<"CreateCustomerPostParameters">): string => {
  if (!Email?.includes("@")) throw badRequest("The field 'Email' has to be an e-mail address.");
  return Email;
};

const listed = ({ AccountId, ...customer }: OemCustomer) => customer;

export const handlers = {
  OemLicensingCustomers_Get: (call) => {
    checkReseller(call.query.resellerId);
    return ok({ Customers: customers.list(call).map(listed) });
  },

  OemLicensingCustomers_Post: (call) => {
    checkReseller(call.body.ResellerId);
    const Email = emailIn(call.body);
    if (call.store.oemCustomers.has(Email.toLowerCase())) throw badRequest(`${Email} is a customer already.`);
    const customer = { ResellerId: resellerId, Email, AccountId: call.store.nextNumber(), CreatedAt: nowIso(call.now) };
    return ok(customers.add(call, customer));
  },

  OemLicensingCustomers_Delete: (call) => {
    checkReseller(call.body.ResellerId);
    return done(customers.remove(call, emailIn(call.body)));
  },
} satisfies Handlers<Reach>;
