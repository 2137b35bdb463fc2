import { connectionTo, run, runLogged } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const called = "Example Support Ltd.";
const company = () => tv.sandbox.store.account.company;
const deletions = () => tv.sandbox.requests.filter(({ method }) => method === "DELETE");

test("the company is told by number and name, and renamed", async () => {
  expect(await run("getCompany", tv.company)).toEqual({ companyId: 4711, companyName: called });
  expect(await run("updateCompany", tv.company, { name: "Example Support GmbH" })).toBe("ACTION SUCCEEDED");
  expect(company()?.name).toBe("Example Support GmbH");
  expect(await run("getCompany", tv.company)).toMatchObject({ companyName: "Example Support GmbH" });
});

test("an update without a name changes nothing and says so", async () => {
  await expect(run("updateCompany", tv.company)).rejects.toThrow("Company Name: nothing to change.");
  expect(tv.sandbox.requests).toEqual([]);
});

describe("the licences of the company", () => {
  const licences = async (token: string) => {
    const { available_licenses } = (await run("listCompanyLicenses", connectionTo(tv.sandbox, token))) as {
      available_licenses: { type: string; isactive: boolean }[];
    };
    return Object.fromEntries(available_licenses.map(({ type, isactive }) => [type, isactive]));
  };

  test("are listed, those that have ended too", async () => {
    expect(await licences(tv.sandbox.credentials.companyToken)).toMatchObject({ Tensor: true, Meeting: false });
    expect(await licences(tv.sandbox.credentials.unlicensedToken)).toMatchObject({ Tensor: false, Meeting: false });
  });

  test.each(["available_licenses", "licenses"])("are passed on with all that comes of them, under %s", async (name) => {
    const licence = { licenseId: "L-17", displayName: "Tensor", numberOfChannels: 3, isActive: true, aiCredits: 500 };
    tv.sandbox.fault({ kind: "oddBody", body: { companyId: 4711, [name]: [licence] } });
    expect(await run("listCompanyLicenses", tv.company)).toEqual({ companyId: 4711, [name]: [licence] });
  });
});

describe.each(["deleteCompany", "deleteUserCompany"])("%s", (action) => {
  const deletion = (companyName: string) => runLogged(action, tv.company, { companyName });

  test.each([called, `  ${called}\n`])("deletes the company whose name is typed in: %j", async (typed) => {
    const { data, error, lines } = await deletion(typed);
    expect([data, error, lines]).toEqual(["ACTION SUCCEEDED", undefined, []]);
    expect(company()).toBeUndefined();
    expect(tv.sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /api/v1/company",
      `DELETE /api/v1/${action === "deleteCompany" ? "company" : "users"}`,
    ]);
  });

  test.each([
    ["example Support Ltd.", 1],
    ["Example Support Ltd", 20],
    ["Example Support Ltd. & Co.", 21],
    ["Example  Support Ltd.", 9],
    ["Example\u00a0Support Ltd.", 8],
  ])("deletes nothing when %j is typed in, and says from where on it differs", async (typed, place) => {
    const { error } = await deletion(typed);
    expect(error?.message).toBe(
      `Company Name: "${typed}" was typed in, and the company is called "${called}": they differ from character ${place} on. Nothing was deleted.`,
    );
    expect(deletions()).toEqual([]);
    expect(company()).toBeDefined();
  });

  test.each([{}, { companyId: 4711 }, { companyName: "" }, { companyName: null }, { companyName: 4711 }])(
    "deletes nothing when the answer says no name: %j",
    async (body) => {
      tv.sandbox.fault({ kind: "oddBody", body });
      expect((await deletion(called)).error?.message).toMatch(
        /GET \/company does not say what the company is called\. Nothing was deleted/,
      );
      expect(deletions()).toEqual([]);
    },
  );

  test.each([undefined, null, [], "maintenance"])("deletes nothing when the answer is no record: %j", async (body) => {
    tv.sandbox.fault({ kind: "oddBody", body });
    expect((await deletion(called)).error?.message).toContain("in place of a record");
    expect(deletions()).toEqual([]);
  });

  test("deletes nothing when the company's name cannot be read", async () => {
    tv.sandbox.fault({ kind: "notCovered404", match: { path: "/company", method: "GET" } });
    expect((await deletion(called)).error?.message).toMatch(/GET \/company failed: HTTP 404/);
    expect(deletions()).toEqual([]);
  });
});

test("Delete Company wants a name", async () => {
  await expect(run("deleteCompany", tv.company, { companyName: " " })).rejects.toThrow(
    "Company Name: a value is required.",
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("Delete User Company without a name deletes the company as ever, in one request, and warns", async () => {
  const { data, lines } = await runLogged("deleteUserCompany", tv.company);
  expect(data).toBe("ACTION SUCCEEDED");
  expect(company()).toBeUndefined();
  expect(tv.sandbox.requests).toHaveLength(1);
  expect(lines).toEqual([
    { level: "warn", text: expect.stringMatching(/^Company Name is blank: .*without comparing/) },
  ]);
});
