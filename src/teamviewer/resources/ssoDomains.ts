/** Domains whose users sign in through the company's single sign-on, and the e-mail addresses that are in it or not. */
import { oneRecord } from "../../http/envelopes";
import { inPortions } from "../../http/portions";
import { valueListInput } from "../../platform/listInputs";
import { change, list, picklist, readAs, readList, type TeamViewerClient } from "../client";
import { continuationToken, reading, toEmail } from "../inputs";
import { ids } from "../vocabulary";

const ssoDomains = list("GET /ssoDomain", { items: "domains" });

const emailPages = { items: "emails", next: "continuation_token", token: "ct" } as const;

const inclusions = list("GET /ssoDomain/{id}/inclusion", emailPages);
const exclusions = list("GET /ssoDomain/{id}/exclusion", emailPages);

const ssoDomainId = ids.ssoDomain.required("The SSO domain, by its GUID.");

const emails = (comments: string) =>
  valueListInput(
    { label: "Emails", comments: `${comments} Sent 100 at a time.`, example: "jan.nowak@example.com", required: true },
    toEmail,
  );

const portion = { what: "address", plural: "addresses" };

interface EmailsAnswer {
  emails?: string[];
  continuation_token?: string;
}

/** The answers of several portions as one: every address once, and whatever else the last one says. */
const together = (answers: EmailsAnswer[]): EmailsAnswer => ({
  ...answers.at(-1),
  emails: [...new Set(answers.flatMap(({ emails = [] }) => emails))],
});

interface Emails {
  ssoDomainId: string;
  emails: string[];
}

const adding =
  (operation: "POST /ssoDomain/{id}/inclusion" | "POST /ssoDomain/{id}/exclusion") =>
  async (tv: TeamViewerClient, { ssoDomainId: id, emails }: Emails): Promise<EmailsAnswer> =>
    together(
      await inPortions(emails, portion, (portion) =>
        tv.request(operation, { path: { id }, body: { emails: portion } }),
      ),
    );

const removing =
  (operation: "DELETE /ssoDomain/{id}/inclusion" | "DELETE /ssoDomain/{id}/exclusion") =>
  (tv: TeamViewerClient, { ssoDomainId: id, emails }: Emails) =>
    inPortions(emails, portion, (portion) => tv.request(operation, { path: { id }, body: { emails: portion } }));

const exampleDomain = { DomainId: "4c8e1f72-9b35-4a06-8d2f-6e7c0b5a9d13", DomainName: "example.com" };

const exampleEmails = { emails: ["jan.nowak@example.com"], continuation_token: "c3NvLTIwMA==" };

const listSsoDomains = readList({
  label: "List SSO Domains",
  description: "List the domains that the company has set up for single sign-on, each with its ID.",
  list: ssoDomains,
  inputs: {},
  request: () => ({}),
  example: { domains: [exampleDomain] },
});

const getSsoDomain = readAs({
  label: "Get SSO Domain",
  description:
    "Get how single sign-on is set up for a domain: the identity provider's addresses and certificates, and whether the domain is validated.",
  operation: "GET /ssoDomain/{id}",
  inputs: { ssoDomainId },
  request: ({ ssoDomainId: id }) => ({ path: { id } }),
  answer: (answer) => oneRecord(answer as { domains?: (typeof answer)[] }, "domains") as typeof answer,
  example: {
    domain_id: exampleDomain.DomainId,
    domain_name: exampleDomain.DomainName,
    entity_id: "https://sso.example.com/entity",
    login_url: "https://sso.example.com/login",
    logout_url: "https://sso.example.com/logout",
    certificate_signing: "MIIC8DCCAdigAwIBAgIQc2lnbmluZw==",
    certificate_encryption: "MIIC8DCCAdigAwIBAgIQZW5jcnlwdA==",
    supported_binding: "HttpRedirect",
    validation_status: "Validated",
    access_level: "Inclusion",
    validation_type: "Dns",
    validation_token: "teamviewer-sso-verification=5d1c8f3e",
    validation_started_at: "2026-03-31T13:45:00Z",
  },
});

const listSsoDomainInclusions = readList({
  label: "List SSO Domain Inclusions",
  description: "List the e-mail addresses that alone sign in through the SSO domain, a page or all of them.",
  list: inclusions,
  inputs: { ssoDomainId, continuationToken, ...reading },
  request: ({ ssoDomainId: id, continuationToken: ct }) => ({ path: { id }, query: { ct } }),
  example: exampleEmails,
});

const addEmailsToSsoDomainInclusion = change({
  label: "Add Emails to SSO Domain Inclusion",
  description: "Add e-mail addresses to those that sign in through the SSO domain, any number of them.",
  operation: "POST /ssoDomain/{id}/inclusion",
  inputs: { ssoDomainId, emails: emails("The e-mail addresses to add.") },
  send: adding("POST /ssoDomain/{id}/inclusion"),
  example: { emails: exampleEmails.emails },
});

const removeEmailsFromSsoDomainInclusion = change({
  label: "Remove Emails from SSO Domain Inclusion",
  description: "Take e-mail addresses out of those that sign in through the SSO domain, any number of them.",
  operation: "DELETE /ssoDomain/{id}/inclusion",
  inputs: { ssoDomainId, emails: emails("The e-mail addresses to take out.") },
  send: removing("DELETE /ssoDomain/{id}/inclusion"),
});

const listSsoDomainExclusions = readList({
  label: "List SSO Domain Exclusions",
  description:
    "List the e-mail addresses that sign in without the SSO domain, with a password of their own, a page or all of them.",
  list: exclusions,
  inputs: { ssoDomainId, continuationToken, ...reading },
  request: ({ ssoDomainId: id, continuationToken: ct }) => ({ path: { id }, query: { ct } }),
  example: exampleEmails,
});

const addEmailsToSsoDomainExclusion = change({
  label: "Add Emails to SSO Domain Exclusion",
  description: "Add e-mail addresses to those that sign in without the SSO domain, any number of them.",
  operation: "POST /ssoDomain/{id}/exclusion",
  inputs: { ssoDomainId, emails: emails("The e-mail addresses to add.") },
  send: adding("POST /ssoDomain/{id}/exclusion"),
  example: { emails: exampleEmails.emails },
});

const removeEmailsFromSsoDomainExclusion = change({
  label: "Remove Emails from SSO Domain Exclusion",
  description: "Take e-mail addresses out of those that sign in without the SSO domain, any number of them.",
  operation: "DELETE /ssoDomain/{id}/exclusion",
  inputs: { ssoDomainId, emails: emails("The e-mail addresses to take out.") },
  send: removing("DELETE /ssoDomain/{id}/exclusion"),
});

const selectSsoDomain = picklist({
  label: "Select SSO Domain",
  description: "Pick one of the company's SSO domains, by name.",
  records: (tv) => ssoDomains.pages(tv),
  key: (domain) => domain.DomainId,
  name: (domain) => [domain.DomainName],
  example: { key: exampleDomain.DomainId, label: exampleDomain.DomainName },
});

export const actions = {
  listSsoDomains,
  getSsoDomain,
  listSsoDomainInclusions,
  addEmailsToSsoDomainInclusion,
  removeEmailsFromSsoDomainInclusion,
  listSsoDomainExclusions,
  addEmailsToSsoDomainExclusion,
  removeEmailsFromSsoDomainExclusion,
};
export const dataSources = { selectSsoDomain };
