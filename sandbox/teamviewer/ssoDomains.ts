import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { pageOf } from "../core/paging";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import { day, isoDate } from "../core/time";
import { refuseMany } from "./bounds";
import type { AnyCall, Handlers, Schema } from "./calls";
import type { User, UserState } from "./users";

export interface SsoDomain {
  id: string;
  name: string;
  validatedAt: string;
  inclusion: Set<string>;
  exclusion: Set<string>;
}

export interface SsoDomainState {
  ssoDomains: Map<string, SsoDomain>;
}

export const counts = { ssoDomains: 2 };

export const pageSizes = { ssoEmails: 100 };

type Reach = AnyCall<SsoDomainState, typeof pageSizes>;

const names = ["example.com", "example.net"];

/** The first domain is that of the company's users, one of whom keeps a password. */
const seedDomains = (count: number, [owner]: User[], now: number): SsoDomain[] => {
  const chance = random("sso domains");
  return times(count, (index) => ({
    id: chance.uuid(),
    name: names[index] ?? `example-${index + 1}.com`,
    validatedAt: isoDate(now - (index + 1) * 30 * day),
    inclusion: new Set<string>(),
    exclusion: new Set(index === 0 && owner ? [owner.email] : []),
  }));
};

export const seed = ({ count, now, users }: Seeding<typeof counts, UserState>): SsoDomainState => ({
  ssoDomains: keyed(seedDomains(count.ssoDomains, [...users.values()], now), ({ id }) => id),
});

const ssoDomains = collection({
  name: "SSO domain",
  records: ({ store }: Reach) => store.ssoDomains,
  key: ({ id }) => id,
});

const fullAnswer = ({ id, name, validatedAt, inclusion }: SsoDomain): Schema<"SsoDomainInfoResponse"> => ({
  domain_id: id,
  domain_name: name,
  entity_id: `https://sso.${name}/entity`,
  login_url: `https://sso.${name}/login`,
  logout_url: `https://sso.${name}/logout`,
  validation_status: "Validated",
  access_level: inclusion.size > 0 ? "Inclusion" : "All",
  validation_started_at: validatedAt,
});

type List = "inclusion" | "exclusion";
type OfDomain = Reach & { path: { id: string } };

const listed = (call: OfDomain & { query: { ct?: string } }, list: List) => {
  const domain = ssoDomains.find(call, call.path.id);
  const { items, next } = pageOf(`${list} of ${domain.id}`, [...domain[list]], call.pageSizes.ssoEmails, call.query.ct);
  return ok({ emails: items, continuation_token: next });
};

/** The list of a domain and the addresses of a request, which are compared in lower case. */
const addressed = (call: OfDomain & { body: Schema<"SsoAccessListEmailsParameters"> }, list: List) => {
  const { emails } = call.body;
  const domain = ssoDomains.find(call, call.path.id);
  refuseMany(emails, "e-mail addresses");
  const stranger = emails.find((email) => !email.toLowerCase().endsWith(`@${domain.name}`));
  if (stranger) throw badRequest(`emails: ${stranger} is no address of ${domain.name}.`);
  return { list: domain[list], emails: emails.map((email) => email.toLowerCase()) };
};

const added = (call: Parameters<typeof addressed>[0], which: List) => {
  const { list, emails } = addressed(call, which);
  for (const email of emails) list.add(email);
  return ok({ emails });
};

const removed = (call: Parameters<typeof addressed>[0], which: List) => {
  const { list, emails } = addressed(call, which);
  for (const email of emails) list.delete(email);
  return noContent();
};

export const handlers = {
  SsoDomain_Get1: (call) =>
    ok({ domains: ssoDomains.list(call).map(({ id, name }) => ({ DomainId: id, DomainName: name })) }),

  SsoDomain_Get: (call) => ok(fullAnswer(ssoDomains.find(call, call.path.id))),

  SsoDomainInclusionList_Get: (call) => listed(call, "inclusion"),
  SsoDomainInclusionList_Post: (call) => added(call, "inclusion"),
  SsoDomainInclusionList_Delete: (call) => removed(call, "inclusion"),
  SsoDomainExclusionList_Get: (call) => listed(call, "exclusion"),
  SsoDomainExclusionList_Post: (call) => added(call, "exclusion"),
  SsoDomainExclusionList_Delete: (call) => removed(call, "exclusion"),
} satisfies Handlers<Reach>;
