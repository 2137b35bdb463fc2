/** What a user reads when something goes wrong, and what the component does about it by itself. */
import { isConnectionError } from "@prismatic-io/spectral";
import { type Fault, startSandbox } from "../../sandbox/teamviewer";
import { withoutBackoff } from "../support/chance";
import { connectionTo, run, runLogged } from "../support/component";
import { useTeamViewer } from "../support/teamviewer";

const tv = useTeamViewer();
withoutBackoff();

const createGroup = () => runLogged("createGroup", tv.user, { name: "Warsaw Office" });
const listGroups = () => runLogged("listGroups", tv.user);

test("an error names the operation, the status, the vendor's words and what to do", async () => {
  const { error } = await runLogged("getGroup", tv.user, { groupId: "g1" });
  expect(error?.message).toMatch(
    /^TeamViewer GET \/groups\/\{id\} failed: HTTP 404, \w+: .*error_code \d+.*Check the ID: group IDs start with g/,
  );
});

test("a missing scope is named", async () => {
  const readOnly = connectionTo(tv.sandbox, tv.sandbox.credentials.readOnlyToken);
  await expect(run("createGroup", readOnly, { name: "X" })).rejects.toThrow(
    /HTTP 403.*It needs the scope Groups\.Create/,
  );
});

test("users need a company-level token, and the error says so", async () => {
  await expect(run("listUsers", tv.user)).rejects.toThrow(
    /HTTP 403.*It needs the scope Users\.Read\. Only a company-level token can have it\./,
  );
});

test.each([
  ["an unknown token", "no-such-token", /HTTP 401.*Fill in Script Token with a new token/],
  ["no token", "", /has no token. Fill in Script Token/],
  ["a blank token", "   ", /has no token/],
])("%s is a connection error that says what to do", async (_, token, message) => {
  const { error } = await runLogged("listGroups", connectionTo(tv.sandbox, token));
  expect(isConnectionError(error)).toBe(true);
  expect(error?.message).toMatch(message);
});

test("an expired token is a connection error", async () => {
  const { access_token } = await tv.sandbox.issueTokens();
  tv.sandbox.expireAccessToken(access_token);
  const { error } = await runLogged("listGroups", connectionTo(tv.sandbox, access_token));
  expect(isConnectionError(error)).toBe(true);
  expect(error?.message).toContain("token_expired");
});

test("a connection of another component is a connection error that names the right ones", async () => {
  const { error } = await runLogged("listGroups", { ...tv.user, key: "slackOAuth" });
  expect(isConnectionError(error)).toBe(true);
  expect(error?.message).toContain('The connection "slackOAuth" is not one of TeamViewer\'s.');
});

test.each(["ftp://example.com", "not a url", "https://user:pass@example.com", "https://example.com?x=1"])(
  "the base URL %j is refused",
  async (baseUrl) => {
    const { error } = await runLogged("listGroups", { ...tv.user, fields: { ...tv.user.fields, baseUrl } });
    expect(isConnectionError(error)).toBe(true);
    expect(error?.message).toMatch(/^Base URL: /);
    expect(error?.message).not.toContain("pass");
  },
);

const lost: [string, Fault][] = [
  ["a server error", { kind: "serverError" }],
  ["a reset connection", { kind: "reset" }],
  ["a truncated body", { kind: "truncated" }],
  ["a web page instead of JSON", { kind: "html", status: 200 }],
];

test.each(lost)("a read goes on after %s", async (_, fault) => {
  tv.sandbox.fault(fault);
  const { data, lines } = await listGroups();
  expect(data).toMatchObject({ groups: expect.any(Array) });
  expect(lines.filter(({ level }) => level === "warn")).toHaveLength(1);
});

test.each(lost)("a create whose answer is lost by %s is not repeated", async (_, fault) => {
  const before = tv.sandbox.store.groups.size;
  tv.sandbox.fault({ ...fault, after: true, times: Number.POSITIVE_INFINITY });
  const { error } = await createGroup();
  expect(error?.message).toMatch(/^TeamViewer POST \/groups failed: /);
  expect(tv.sandbox.store.groups.size).toBe(before + 1);
});

const asked: [string, Fault][] = [
  ["a rate limit (429)", { kind: "rateLimit", retryAfter: "1" }],
  ["a rate limit (403)", { kind: "rateLimit403", retryAfter: "1" }],
  ["an unavailable service with Retry-After", { kind: "unavailable", retryAfter: "1" }],
];

describe("a create that is asked to wait waits as told, and is done once:", () => {
  const createOnce = async (fault: Fault) => {
    const sandbox = await startSandbox();
    try {
      const before = sandbox.store.groups.size;
      sandbox.fault(fault);
      const begun = Date.now();
      const { data, lines } = await runLogged("createGroup", connectionTo(sandbox), { name: "Warsaw Office" });
      return { data, lines, took: Date.now() - begun, created: sandbox.store.groups.size - before };
    } finally {
      await sandbox.close();
    }
  };

  // All at the same time, each with a sandbox of its own: every one of them takes a second.
  let outcomes: Awaited<ReturnType<typeof createOnce>>[];
  beforeAll(async () => {
    outcomes = await Promise.all(asked.map(([, fault]) => createOnce(fault)));
  });

  test.each(asked.map(([what], index) => ({ what, index })))("$what", ({ index }) => {
    const { data, lines = [], took, created } = outcomes[index] ?? {};
    expect(data).toMatchObject({ name: "Warsaw Office" });
    expect(created).toBe(1);
    expect(took).toBeGreaterThanOrEqual(1000);
    expect(lines.find(({ level }) => level === "warn")?.text).toMatch(
      /POST \/groups: HTTP \d+. Attempt 2 of 6 follows in 1 s/,
    );
  });
});

test("a wait longer than the time for a request is not begun, and the error says what was asked for", async () => {
  tv.sandbox.fault({ kind: "rateLimit", retryAfter: "3600" });
  const { error } = await listGroups();
  expect(error?.message).toMatch(
    /HTTP 429.*due in 3600 s.*TeamViewer's rate limit is reached; run the flow less often/,
  );
});

test("a missing permission (403) is not retried", async () => {
  const readOnly = connectionTo(tv.sandbox, tv.sandbox.credentials.readOnlyToken);
  await runLogged("deleteGroup", readOnly, { groupId: "g1" });
  expect(tv.sandbox.requests).toHaveLength(1);
});

const secrets: Record<string, object> = {
  createAccount: {
    email: "a.b@example.com",
    name: "Ewa Lis",
    language: "pl",
    client_id: "id",
    client_secret: "Cl1ent-secret",
    password: "Passw0rd-1",
  },
  updateAccount: { password: "Passw0rd-1", oldpassword: "Passw0rd-2" },
  createDevice: { remotecontrol_id: "r1", groupid: "g1", password: "Passw0rd-1" },
  assignDevice: { device_id: "d1", current_device_password: "Passw0rd-1" },
  createUser: {
    email: "a.b@example.com",
    name: "Ewa Lis",
    language: "pl",
    password: "Passw0rd-1",
    licenseKey: "L1cense-key",
  },
  updateUser: { userId: "u1", password: "Passw0rd-1", license_key: "L1cense-key" },
  rawRequest: {
    url: "/groups",
    method: "POST",
    responseType: "json",
    data: { password: "Passw0rd-1" },
    maxRetries: "1",
    headers: [{ key: "X-Api-Key", value: "Passw0rd-2" }],
  },
  listGroups: {},
};

test.each(Object.entries(secrets))(
  "no secret of %s reaches a log or an error, in debug mode neither",
  async (key, inputs) => {
    const { access_token, refresh_token } = await tv.sandbox.issueTokens();
    const connection = {
      key: "teamviewer-oauth",
      configVarKey: "c",
      fields: { baseUrl: tv.sandbox.baseUrl, clientId: "id", clientSecret: "Cl1ent-secret" },
      token: { access_token, refresh_token },
    };
    tv.sandbox.fault({ kind: "rateLimit", retryAfter: "0" });
    const written = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    const logged = jest.spyOn(console, "log").mockReturnValue();
    const { lines, error } = await runLogged(key, connection, inputs, true);
    const printed = JSON.stringify([written.mock.calls, logged.mock.calls]);
    written.mockRestore();
    logged.mockRestore();
    const everything = `${JSON.stringify(lines)} ${error?.message} ${JSON.stringify(error)} ${error?.stack} ${printed}`;
    expect(lines.some(({ level, text }) => level === "debug" && text.includes('"method"'))).toBe(true);
    for (const secret of [access_token, refresh_token, "Cl1ent-secret", "Passw0rd-1", "Passw0rd-2", "L1cense-key"]) {
      expect(everything).not.toContain(secret);
    }
  },
);
