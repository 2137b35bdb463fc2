import { connectionTo, run, runLogged } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const create = async (inputs: object = {}) =>
  ((await run("createAccessToken", tv.company, inputs)) as { AccessToken: string }).AccessToken;

const works = async (token: string) =>
  ((await run("getPing", connectionTo(tv.sandbox, token))) as { token_valid: boolean }).token_valid;

test("getPing says whether the token is valid", async () => {
  expect(await works(tv.user.fields.token as string)).toBe(true);
  expect(await works("no-such-token")).toBe(false);
});

test("a created access token works, with the scopes that were asked for", async () => {
  const token = await create({ name: "Nightly reports", scope: "Groups.Read Users.Read" });
  expect(await works(token)).toBe(true);
  const connection = connectionTo(tv.sandbox, token);
  expect(await run("listUsers", connection)).toMatchObject({ users: expect.any(Array) });
  await expect(run("listSessions", connection)).rejects.toThrow(/HTTP 403.*Sessions\.Read/);
});

test("a name that is too short or too long is refused before anything is sent", async () => {
  await expect(create({ name: "abcd" })).rejects.toThrow(/^Name: at least 5 characters/);
  await expect(create({ name: "a".repeat(21) })).rejects.toThrow(/^Name: at most 20 characters/);
  expect(tv.sandbox.requests).toEqual([]);
});

test.each(["deleteAccessToken", "revokeAccessToken"])("%s ends the token of its own connection", async (action) => {
  const token = await create();
  expect(await run(action, connectionTo(tv.sandbox, token))).toBe("ACTION SUCCEEDED");
  expect(await works(token)).toBe(false);
  await expect(run("listUsers", connectionTo(tv.sandbox, token))).rejects.toThrow(/HTTP 401/);
  expect(await works(tv.sandbox.credentials.companyToken)).toBe(true);
});

describe("a created access token is in no log line and no error", () => {
  /** What the server sent, whatever became of it on the way. */
  const sent = (): string => {
    const { AccessToken = "" } = (tv.sandbox.requests.at(-1)?.answer ?? {}) as { AccessToken?: string };
    expect(AccessToken).toMatch(/^\d{9}-/);
    return AccessToken;
  };

  test("when all goes well, in debug mode too", async () => {
    const { data, lines } = await runLogged("createAccessToken", tv.company, { name: "Nightly reports" }, true);
    expect(data).toEqual({ AccessToken: sent() });
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).toContain("Nightly reports");
    expect(JSON.stringify(lines)).not.toContain(sent());
  });

  test("when the answer is cut off in the middle", async () => {
    tv.sandbox.fault({ kind: "truncated" });
    const { error, lines } = await runLogged("createAccessToken", tv.company, {}, true);
    expect(error?.message).toMatch(/may have been done all the same/);
    expect(JSON.stringify([error?.message, error?.stack, lines])).not.toContain(sent().slice(0, 9));
  });

  test.each([
    ["a list", ["12345678-Qm7RkT2vXw9ZpLd4"]],
    ["a text", "12345678-Qm7RkT2vXw9ZpLd4"],
  ])("when it comes in %s", async (_, body) => {
    tv.sandbox.fault({ kind: "oddBody", body });
    const { error, lines } = await runLogged("createAccessToken", tv.company, {}, true);
    expect(error?.message).toContain("in place of a record");
    expect(JSON.stringify([error?.message, error?.stack, lines])).not.toContain("Qm7RkT2v");
  });
});
