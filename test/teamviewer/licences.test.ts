/** What a user reads whose account lacks the licence for a whole area. */
import { withoutBackoff } from "../support/chance";
import { component, connectionTo, pick, run, runLogged } from "../support/component";
import { exampleOf } from "../support/inputs";
import { useTeamViewer } from "../support/teamviewer";

const tv = useTeamViewer();
withoutBackoff();

const unlicensed = () => connectionTo(tv.sandbox, tv.sandbox.credentials.unlicensedToken);

test("an area that answers 404 is told as a matter of licence and scope, not of a wrong ID alone", async () => {
  await expect(run("createAccessToken", unlicensed())).rejects.toThrow(
    /HTTP 404, not_found.*licence does not cover this area or the token lacks its scope.*a licence for integrations/,
  );
  expect(tv.sandbox.requests).toHaveLength(1);
});

test("an area that answers 500 is told as a matter of licence and scope, after three attempts at most", async () => {
  const dates = { startDate: "2026-03-01", endDate: "2026-03-31" };
  await expect(run("listEventLogEntries", unlicensed(), dates)).rejects.toThrow(
    /HTTP 500, internal_error.*licence does not cover this area or the token lacks its scope.*Auditability \(Tensor\)/,
  );
  expect(tv.sandbox.requests).toHaveLength(3);
});

test("what needs no licence works with the same token", async () => {
  expect(await run("listUserRoles", unlicensed())).toMatchObject({ Roles: expect.any(Array) });
  expect((await runLogged("listUsers", unlicensed())).error).toBeUndefined();
});

const parents = (key: string) =>
  Object.fromEntries((component.dataSources[key]?.inputs ?? []).map((input) => [input.key, exampleOf(input)]));

const licensed = Object.keys(component.dataSources).filter((key) =>
  /^select(ConditionalAccess|DirectoryGroup|(Feature|Time|Approval)Option|Iot|Oem|Tenant)/.test(key),
);

test.each(licensed)(
  "the dropdown %s says that its area needs a licence, instead of staying empty",
  async (key) => {
    await expect(pick(key, unlicensed(), parents(key))).rejects.toThrow(
      /licence does not cover this area or the token lacks its scope\. It needs an? .*(licence|agreement)/,
    );
  },
  20_000,
);
