import axios from "axios";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { client, firstOf, vendorError } from "./client";

describe("Tokens and scopes of the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: { managedDevices: 1 } });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it("asks for a bearer token with 401 and WWW-Authenticate", async () => {
    for (const headers of [{}, { Authorization: "Basic dTpw" }, { Authorization: "Bearer" }]) {
      const answer = await client(sandbox, null)("GET", "/devices", { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers["www-authenticate"]).toBe("Bearer");
    }
  });

  it("refuses an unknown token with invalid_token", async () => {
    const { status, data } = await client(sandbox, "nonsense")("GET", "/devices");
    expect(status).toBe(401);
    expect(data).toEqual(vendorError("invalid_token"));
  });

  it("says token_expired with code 1 for an expired token", async () => {
    sandbox.expireAccessToken(sandbox.credentials.userToken);
    const { status, data } = await client(sandbox)("GET", "/devices");
    expect(status).toBe(401);
    expect(data).toEqual({ error: "token_expired", error_code: 1, error_description: expect.any(String) });
  });

  it("tells with ping whether a token is valid, and never refuses it", async () => {
    const valid = async (token: string | null) => (await client(sandbox, token)("GET", "/ping")).data.token_valid;
    expect(await valid(sandbox.credentials.companyToken)).toBe(true);
    expect(await valid(null)).toBe(false);
    expect(await valid("nonsense")).toBe(false);
    sandbox.expireAccessToken(sandbox.credentials.userToken);
    expect(await valid(sandbox.credentials.userToken)).toBe(false);
  });

  it.each([
    ["POST", "/groups", { name: "New" }, "Groups.Create"],
    ["PUT", "/groups/g425123356", { name: "New" }, "Groups.Modify"],
    ["DELETE", "/groups/g425123356", undefined, "Groups.Delete"],
    ["POST", "/groups/g425123356/share_group", { users: [] }, "Groups.Share"],
    ["POST", "/groups/g425123356/unshare_group", { users: [] }, "Groups.Share"],
    ["POST", "/sessions", { groupname: "New" }, "Sessions.Create"],
    ["PUT", "/sessions/s123-456-789", {}, "Sessions.ModifyAll or Sessions.ModifyOwn"],
    ["PUT", "/account", { name: "New name" }, "Account.Modify"],
    ["DELETE", "/reports/connections/3fa85f64-5717-4562-b3fc-2c963f66afa6", undefined, "Connections.Delete"],
  ])("refuses %s %s of a read-only token with 403, naming the scope", async (method, path, data, scope) => {
    const answer = await client(sandbox, sandbox.credentials.readOnlyToken)(method, path, { data });
    expect(answer.status).toBe(403);
    expect(answer.data).toEqual(vendorError("insufficient_scope", expect.stringContaining(scope)));
  });

  it("lets a read-only token read", async () => {
    const ask = client(sandbox, sandbox.credentials.readOnlyToken);
    for (const path of ["/account", "/groups", "/sessions", "/reports/connections"]) {
      expect((await ask("GET", path)).status).toBe(200);
    }
  });

  it("shows the account's e-mail address only with Account.ReadEmail", async () => {
    const withScope = await client(sandbox)("GET", "/account");
    const without = await client(sandbox, sandbox.credentials.readOnlyToken)("GET", "/account");
    expect(withScope.data.email).toMatch("@example.com");
    expect(without.data).not.toHaveProperty("email");
  });

  it("needs the scope of each field of an account update", async () => {
    const ask = client(sandbox, sandbox.addToken(["Account.Modify"]));
    expect((await ask("PUT", "/account", { data: { name: "New name" } })).status).toBe(204);
    const { data } = await ask("PUT", "/account", { data: { email: "new.address@example.com" } });
    expect(data).toEqual(vendorError("insufficient_scope", expect.stringContaining("Account.ModifyEmail")));
  });

  it("shows a token with Sessions.ReadOwn only the sessions of its user", async () => {
    const own = sandbox.store.account.userId;
    const session = firstOf(sandbox.store.sessions.values());
    Object.assign(session, { createdBy: "u1", assigned_userid: undefined });
    const list = async (token: string) =>
      (await client(sandbox, token)("GET", "/sessions")).data.sessions.map(({ code }: { code: string }) => code);
    expect(await list(sandbox.credentials.userToken)).toContain(session.code);
    expect(await list(sandbox.credentials.readOnlyToken)).not.toContain(session.code);
    session.assigned_userid = own;
    expect(await list(sandbox.credentials.readOnlyToken)).toContain(session.code);
  });

  it("keeps account functions for user-level tokens and user functions for company-level ones", async () => {
    const account = await client(sandbox, sandbox.credentials.companyToken)("GET", "/account");
    expect([account.status, account.data]).toEqual([
      403,
      vendorError("access_denied", expect.stringMatching("user-level")),
    ]);
    const users = await client(sandbox)("GET", "/users");
    expect([users.status, users.data]).toEqual([
      403,
      vendorError("access_denied", expect.stringMatching("company-level")),
    ]);
  });

  it("needs Users.CreateAdministrators to create a user who manages users", async () => {
    const ask = client(sandbox, sandbox.addToken(["Users.CreateUsers"], "company"));
    const { permissions = "" } = sandbox.store.users.get(sandbox.store.account.userId) ?? {};
    const data = { email: "boss@example.com", name: "The Boss", language: "en", permissions };
    const refused = await ask("POST", "/users", { data });
    expect(refused.data).toEqual(vendorError("insufficient_scope", expect.stringMatching("CreateAdministrators")));
    expect((await client(sandbox, sandbox.credentials.companyToken)("POST", "/users", { data })).status).toBe(200);
  });

  it("checks the token before it looks at the request", async () => {
    const { status } = await axios.post(`${sandbox.baseUrl}/groups`, { nonsense: 1 }, { validateStatus: () => true });
    expect(status).toBe(401);
  });
});
