import { pick, run, runLogged } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const domain = () => firstOf(tv.sandbox.store.ssoDomains.values());
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `agent${index + 1}@example.com`);

test("the domains are listed, offered in the dropdown, and told one by one", async () => {
  const { id, name } = domain();
  expect(await run("listSsoDomains", tv.company)).toEqual({
    domains: [...tv.sandbox.store.ssoDomains.values()].map((each) => ({ DomainId: each.id, DomainName: each.name })),
  });
  expect(await pick("selectSsoDomain", tv.company)).toContainEqual({ key: id, label: name });
  expect(await run("getSsoDomain", tv.company, { ssoDomainId: `{${id.toUpperCase()}}` })).toMatchObject({
    domain_id: id,
    domain_name: name,
    login_url: "https://sso.example.com/login",
  });
});

test("a domain that comes in the envelope of the list is given as it is, and an empty envelope is no domain", async () => {
  const record = { domain_id: domain().id, domain_name: "example.com" };
  const get = (body: object) => {
    tv.sandbox.fault({ kind: "oddBody", body });
    return run("getSsoDomain", tv.company, { ssoDomainId: domain().id });
  };
  expect(await get({ domains: [record] })).toEqual(record);
  expect(await get(record)).toEqual(record);
  await expect(get({ domains: [] })).rejects.toThrow("The answer holds none of the domains");
});

describe.each([
  { list: "inclusion", add: "addEmailsToSsoDomainInclusion", remove: "removeEmailsFromSsoDomainInclusion" },
  { list: "exclusion", add: "addEmailsToSsoDomainExclusion", remove: "removeEmailsFromSsoDomainExclusion" },
] as const)("the $list of a domain", ({ list, add, remove }) => {
  const kept = () => domain()[list];
  const on = (action: string, inputs: object = {}) => run(action, tv.company, { ssoDomainId: domain().id, ...inputs });
  const read = list === "inclusion" ? "listSsoDomainInclusions" : "listSsoDomainExclusions";

  test("takes any number of addresses in one step, and gives them back in pages", async () => {
    kept().clear();
    expect(await on(add, { emails: addresses(250) })).toEqual({ emails: addresses(250) });
    expect([...kept()]).toEqual(addresses(250));
    const page = (await on(read)) as { emails: string[]; continuation_token: string };
    expect(page.emails).toEqual(addresses(250).slice(0, 100));
    expect(await on(read, { continuationToken: page.continuation_token })).toMatchObject({
      emails: addresses(250).slice(100, 200),
    });
    expect(await on(read, { fetchAll: true })).toEqual({ emails: addresses(250) });
    await on(remove, { emails: addresses(249).join(", ") });
    expect([...kept()]).toEqual(["agent250@example.com"]);
  });

  test("does not touch the other one", async () => {
    const other = domain()[list === "inclusion" ? "exclusion" : "inclusion"];
    const before = [...other];
    await on(add, { emails: addresses(1) });
    await on(remove, { emails: addresses(1) });
    expect([...other]).toEqual(before);
    expect([...kept()]).not.toContain("agent1@example.com");
  });

  test.each([add, remove])("tells after a failure in the middle of %s which addresses were done", async (action) => {
    const emails = [...addresses(100), "stranger@example.org"];
    const { error } = await runLogged(action, tv.company, { ssoDomainId: domain().id, emails });
    expect(error?.message).toMatch(
      /HTTP 400.*Of 101 addresses the first 100 were done, up to agent100@example\.com\..*from stranger@example\.org on\./,
    );
    expect(kept().has("agent100@example.com")).toBe(action === add);
  });

  test("refuses what is no address before anything is sent", async () => {
    await expect(on(add, { emails: ["agent1@example.com", "agent2"] })).rejects.toThrow(
      "Emails: must be an e-mail address such as jan.nowak@example.com.",
    );
    expect(tv.sandbox.requests).toEqual([]);
  });
});

test("portions that are answered with the whole list become one list, each address once", async () => {
  for (const emails of [addresses(100), addresses(120)]) {
    tv.sandbox.fault({ kind: "oddBody", body: { emails, continuation_token: "" } });
  }
  const inputs = { ssoDomainId: domain().id, emails: addresses(120) };
  expect(await run("addEmailsToSsoDomainInclusion", tv.company, inputs)).toEqual({
    emails: addresses(120),
    continuation_token: "",
  });
});
