/** The parts that a browser and the platform have in an OAuth 2.0 sign-in, for tests and for the demo. */
import { randomUUID } from "node:crypto";
import type { TokenAnswer } from "./oauth";

export interface OAuthApp {
  authorizeUrl: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/** The fields that the consent page's form would post, as a browser reads them. */
const formFields = (page: string): [string, string][] =>
  [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = "", value = ""]) => [
    name,
    value.replaceAll("&amp;", "&"),
  ]);

/** Opens the consent page and presses Allow or Deny; gives the address that the browser is sent back to. */
export const consent = async ({ authorizeUrl, clientId, redirectUri }: OAuthApp, allowed: boolean): Promise<URL> => {
  const state = randomUUID();
  const url = new URL(authorizeUrl);
  const asked = { response_type: "code", client_id: clientId, redirect_uri: redirectUri, state };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const page = await (await fetch(url)).text();
  const body = new URLSearchParams([...formFields(page), ["allowed", String(allowed)]]);
  const answer = await fetch(new URL("/oauth2/authorize", url), { method: "POST", body, redirect: "manual" });
  const back = answer.headers.get("location");
  if (!back) throw new Error(`The consent page did not send the browser back (HTTP ${answer.status}).`);
  const target = new URL(back);
  if (target.searchParams.get("state") !== state)
    throw new Error("The answer is to another request: its state differs.");
  return target;
};

/** Asks the token endpoint with a grant. Throws with the endpoint's own words when it refuses. */
const requestToken = async (app: OAuthApp, grant: Record<string, string>): Promise<TokenAnswer> => {
  const body = new URLSearchParams({ ...grant, client_id: app.clientId, client_secret: app.clientSecret });
  const answer = await fetch(app.tokenUrl, { method: "POST", body });
  const token = (await answer.json()) as TokenAnswer & { error?: string; error_description?: string };
  if (!answer.ok) throw new Error(`The token endpoint refused: ${token.error}, ${token.error_description}`);
  return token;
};

/** Signs in: consent page, code, tokens. Throws when access is not granted. */
export const signIn = async (app: OAuthApp): Promise<TokenAnswer> => {
  const back = await consent(app, true);
  const code = back.searchParams.get("code");
  if (!code) throw new Error(`Access was not granted: ${back.searchParams.get("error")}`);
  return requestToken(app, { grant_type: "authorization_code", code, redirect_uri: app.redirectUri });
};

/** A new pair of tokens for a refresh token, which works once. */
export const refresh = (app: OAuthApp, refreshToken: string): Promise<TokenAnswer> =>
  requestToken(app, { grant_type: "refresh_token", refresh_token: refreshToken });
