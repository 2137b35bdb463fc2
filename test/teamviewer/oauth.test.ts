/** The OAuth 2.0 connection as the platform uses it: its own URLs and inputs, over HTTP. */
import { isConnectionError } from "@prismatic-io/spectral";
import { consent, refresh, signIn } from "../../sandbox/teamviewer/auth/signIn";
import { component, run, runLogged } from "../support/component";
import { useTeamViewer } from "../support/teamviewer";

const tv = useTeamViewer();

const app = () => {
  const { authorizeUrl, tokenUrl, credentials } = tv.sandbox;
  return { authorizeUrl, tokenUrl, ...credentials };
};

/** What the platform hands to an action: the connection's inputs and the token it holds for it. */
const connectionWith = (token: object) => ({
  key: "teamviewer-oauth",
  configVarKey: "TeamViewer",
  fields: { clientId: app().clientId, clientSecret: app().clientSecret, baseUrl: tv.sandbox.baseUrl },
  token: { ...token },
});

test("the default URLs are the vendor's, and the sandbox's have the same paths", () => {
  const inputs = component.connections.find(({ key }) => key === "teamviewer-oauth")?.inputs ?? [];
  const path = (key: string) => {
    const { pathname, search } = new URL(String(inputs.find((input) => input.key === key)?.default));
    return pathname + search;
  };
  expect(tv.sandbox.authorizeUrl).toBe(`${tv.sandbox.url}${path("authorizeUrl")}`);
  expect(tv.sandbox.tokenUrl).toBe(`${tv.sandbox.url}${path("tokenUrl")}`);
  expect(tv.sandbox.baseUrl).toBe(`${tv.sandbox.url}${path("baseUrl")}`);
});

test("after the sign-in the component works with the token", async () => {
  const token = await signIn(app());
  expect(token).toMatchObject({ token_type: "bearer", expires_in: 86_400 });
  expect(await run("getPing", connectionWith(token))).toEqual({ token_valid: true });
  expect(await run("listGroups", connectionWith(token))).toMatchObject({ groups: expect.any(Array) });
});

test("a user who denies access gives no code", async () => {
  const back = await consent(app(), false);
  expect(back.searchParams.get("code")).toBeNull();
  expect(back.searchParams.get("error")).toBe("access_denied");
});

test("an expired token is a connection error, and the renewed one works", async () => {
  const token = await signIn(app());
  tv.sandbox.expireAccessToken(token.access_token);
  const { error } = await runLogged("listGroups", connectionWith(token));
  expect(isConnectionError(error)).toBe(true);
  expect(error?.message).toMatch(/HTTP 401, token_expired.*Connect again/);
  const renewed = await refresh(app(), token.refresh_token);
  expect(await run("listGroups", connectionWith(renewed))).toMatchObject({ groups: expect.any(Array) });
  await expect(refresh(app(), token.refresh_token)).rejects.toThrow("invalid_grant");
});

test("an OAuth connection that was never signed in says so", async () => {
  const { error } = await runLogged("listGroups", connectionWith({}));
  expect(isConnectionError(error)).toBe(true);
  expect(error?.message).toBe("The TeamViewer connection has no token. Connect again to sign in to TeamViewer.");
});
