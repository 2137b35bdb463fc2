import axios from "axios";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { client, vendorError } from "./client";

const start = new Date("2026-03-02T08:00:00Z").getTime();
const minutes = (count: number) => count * 60_000;

describe("OAuth 2.0 of the sandbox", () => {
  let sandbox: Sandbox;
  let time = start;

  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => new Date(time), seed: { managedDevices: 1 } });
  });
  beforeEach(() => {
    time = start;
    sandbox.reset();
  });
  afterAll(() => sandbox.close());

  const http = axios.create({ validateStatus: () => true, maxRedirects: 0 });
  const app = () => {
    const { clientId, redirectUri } = sandbox.credentials;
    return { response_type: "code", client_id: clientId, redirect_uri: redirectUri };
  };
  const secret = () => ({ client_id: sandbox.credentials.clientId, client_secret: sandbox.credentials.clientSecret });
  const press = async (allowed: boolean, fields: Record<string, string> = { ...app(), state: "s 1/=+" }) => {
    const form = new URLSearchParams({ ...fields, allowed: String(allowed) });
    return http.post(`${sandbox.url}/oauth2/authorize`, form);
  };
  const back = (location: string) => new URL(location).searchParams;
  const allowedCode = async (fields?: Record<string, string>) => {
    const { headers } = await press(true, fields);
    return back(headers.location).get("code") ?? "";
  };
  const token = (fields: Record<string, string>, url = sandbox.tokenUrl) => http.post(url, new URLSearchParams(fields));
  const exchange = (code: string, fields: Record<string, string> = {}) =>
    token({
      grant_type: "authorization_code",
      code,
      redirect_uri: sandbox.credentials.redirectUri,
      ...secret(),
      ...fields,
    });
  const refresh = (refresh_token: string) => token({ grant_type: "refresh_token", refresh_token, ...secret() });

  it("shows a consent page with the application, its scopes, Allow and Deny", async () => {
    const { status, headers, data } = await http.get(sandbox.authorizeUrl, { params: { ...app(), state: 'a"<b>' } });
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch("text/html");
    expect(data).toMatch("Support flows asks for access");
    expect(data).toMatch("Groups.Modify");
    expect(data).toMatch(/<button[^>]*>Allow</);
    expect(data).toMatch(/<button[^>]*>Deny</);
    expect(data).toMatch("a&quot;&lt;b&gt;");
  });

  it("shows only the asked scopes", async () => {
    const { data } = await http.get(sandbox.authorizeUrl, { params: { ...app(), scope: "Groups.Read Account.Read" } });
    expect(data).toMatch("Groups.Read");
    expect(data).not.toMatch("Groups.Modify");
  });

  it("does not redirect for an unknown application or a foreign redirect URI", async () => {
    for (const wrong of [{ client_id: "nobody" }, { redirect_uri: "https://evil.example/" }]) {
      const { status, headers } = await http.get(sandbox.authorizeUrl, { params: { ...app(), ...wrong } });
      expect(status).toBe(400);
      expect(headers.location).toBeUndefined();
    }
  });

  it("redirects with an error for an unknown response type or scope", async () => {
    const wrongType = await http.get(sandbox.authorizeUrl, { params: { ...app(), response_type: "token" } });
    expect(back(wrongType.headers.location).get("error")).toBe("unsupported_response_type");
    const wrongScope = await http.get(sandbox.authorizeUrl, { params: { ...app(), scope: "Users.Read" } });
    expect(back(wrongScope.headers.location).get("error")).toBe("invalid_scope");
  });

  it("gives the code and the state back when access is allowed", async () => {
    const { status, headers } = await press(true, { ...app(), state: "state-1" });
    expect(status).toBe(302);
    expect(headers.location).toMatch(sandbox.credentials.redirectUri);
    expect(back(headers.location).get("state")).toBe("state-1");
    expect(back(headers.location).get("code")).toMatch(/^[0-9a-f]{40,}$/);
  });

  it("gives access_denied back when access is denied", async () => {
    const { headers } = await press(false, { ...app(), state: "state-1" });
    expect(Object.fromEntries(back(headers.location))).toMatchObject({ error: "access_denied", state: "state-1" });
  });

  it("exchanges a code for a bearer token that works for a day", async () => {
    const { status, data, headers } = await exchange(await allowedCode());
    expect(status).toBe(200);
    expect(data).toEqual({
      access_token: expect.any(String),
      token_type: "bearer",
      expires_in: 86_400,
      refresh_token: expect.any(String),
    });
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers.pragma).toBe("no-cache");
    const ask = client(sandbox, data.access_token);
    expect((await ask("GET", "/account")).status).toBe(200);
    time += minutes(24 * 60);
    const late = await ask("GET", "/account");
    expect(late.status).toBe(401);
    expect(late.data).toEqual(vendorError("token_expired"));
    expect(late.data.error_code).toBe(1);
  });

  it("finds the token endpoint whatever its upper and lower case", async () => {
    const url = `${sandbox.url}/API/v1/OAuth2/Token`;
    const { status } = await token(
      { grant_type: "authorization_code", code: await allowedCode(app()), ...secret() },
      url,
    );
    expect(status).toBe(400);
    const code = await allowedCode();
    const fields = {
      grant_type: "authorization_code",
      code,
      redirect_uri: sandbox.credentials.redirectUri,
      ...secret(),
    };
    expect((await token(fields, url)).status).toBe(200);
  });

  it("takes a code once", async () => {
    const code = await allowedCode();
    expect((await exchange(code)).status).toBe(200);
    const { status, data } = await exchange(code);
    expect(status).toBe(400);
    expect(data.error).toBe("invalid_grant");
  });

  it("takes a code for ten minutes", async () => {
    const early = await allowedCode();
    const late = await allowedCode();
    time += minutes(10) - 1000;
    expect((await exchange(early)).status).toBe(200);
    time += 1000;
    expect((await exchange(late)).data.error).toBe("invalid_grant");
  });

  it("needs the same redirect URI as before, or none when there was none", async () => {
    const other = { redirect_uri: "https://oauth2.prismatic.io/callback" };
    expect((await exchange(await allowedCode(), other)).data.error).toBe("invalid_request");
    const code = await allowedCode({ response_type: "code", client_id: sandbox.credentials.clientId });
    expect((await token({ grant_type: "authorization_code", code, ...secret() })).status).toBe(200);
  });

  it("refuses a wrong client secret, an unknown grant and a JSON body", async () => {
    expect((await exchange(await allowedCode(), { client_secret: "wrong" })).data.error).toBe("invalid_client");
    expect((await exchange(await allowedCode(), { grant_type: "magic" })).data.error).toBe("unsupported_grant_type");
    const json = await http.post(sandbox.tokenUrl, { grant_type: "refresh_token", ...secret() });
    expect([json.status, json.data.error]).toEqual([400, "invalid_request"]);
  });

  it("takes a refresh token once and issues a new pair", async () => {
    const first = (await exchange(await allowedCode())).data;
    const second = (await refresh(first.refresh_token)).data;
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await client(sandbox, second.access_token)("GET", "/groups")).status).toBe(200);
    const again = await refresh(first.refresh_token);
    expect([again.status, again.data.error]).toEqual([400, "invalid_grant"]);
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it("keeps the scopes that were granted when a token is refreshed", async () => {
    const code = await allowedCode({ ...app(), scope: "Groups.Read" });
    const { data } = await refresh((await exchange(code)).data.refresh_token);
    const ask = client(sandbox, data.access_token);
    expect((await ask("GET", "/groups")).status).toBe(200);
    expect((await ask("POST", "/groups", { data: { name: "New" } })).status).toBe(403);
  });

  it("issues company-level tokens to the company-level application", async () => {
    const { access_token } = await sandbox.issueTokens("company");
    expect((await client(sandbox, access_token)("GET", "/users")).status).toBe(200);
  });

  it("lets a test expire an access token at once, and the owner revoke it", async () => {
    const one = await sandbox.issueTokens();
    sandbox.expireAccessToken(one.access_token);
    expect((await client(sandbox, one.access_token)("GET", "/groups")).data.error).toBe("token_expired");
    const other = await sandbox.issueTokens();
    const ask = client(sandbox, other.access_token);
    expect((await ask("POST", "/oauth2/revoke")).status).toBe(204);
    expect((await ask("GET", "/groups")).data.error).toBe("invalid_token");
  });

  it("forgets its tokens on reset", async () => {
    const { access_token, refresh_token } = await sandbox.issueTokens();
    sandbox.reset();
    expect((await client(sandbox, access_token)("GET", "/groups")).status).toBe(401);
    expect((await refresh(refresh_token)).data.error).toBe("invalid_grant");
    expect((await client(sandbox)("GET", "/groups")).status).toBe(200);
  });

  it("shows on its own callback page what came back", async () => {
    const { data } = await http.get(`${sandbox.credentials.redirectUri}?code=abc&state=%3Cb%3E`);
    expect(data).toMatch("<code>abc</code>");
    expect(data).toMatch("&lt;b&gt;");
  });
});
