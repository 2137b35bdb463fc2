import OAuth2Server from "@node-oauth/oauth2-server";
import type { Answer } from "../../core/answers";
import type { Form } from "../../core/requests";
import { consentPage, errorPage } from "./consentPage";
import type { App } from "./credentials";
import { scopesOfLevel } from "./scopes";
import type { Level, Tokens } from "./tokens";

export interface TokenAnswer {
  access_token: string;
  token_type: "bearer";
  expires_in: number;
  refresh_token: string;
}

export interface OAuth {
  /** The consent page, or an error page when the application or its redirect URI is not known. */
  consent(query: Form): Promise<Answer>;
  /** What happens when Allow or Deny is pressed: a redirect with the code or the error. */
  decide(form: Form): Promise<Answer>;
  token(headers: Record<string, string>, form: Form): Promise<Answer>;
  /** A pair of tokens without the browser's part. */
  issue(app: App): Promise<TokenAnswer>;
  reset(): void;
}

interface Settings {
  apps: App[];
  tokens: Tokens;
  now: () => Date;
  accessTokenSeconds: number;
  userId: () => string;
}

const codeSeconds = 600;
const farFuture = new Date("9999-01-01T00:00:00Z");

const clientOf = (app: App): OAuth2Server.Client => ({
  id: app.id,
  redirectUris: app.redirectUris,
  grants: ["authorization_code", "refresh_token"],
  name: app.name,
  level: app.level,
});

/** The asked scopes of a level; all of them when none is asked for, none of them when one is not known. */
const grantedScopes = (level: Level, asked?: string[]): string[] | false => {
  const known: readonly string[] = scopesOfLevel[level];
  if (!asked || asked.length === 0) return [...known];
  return asked.every((scope) => known.includes(scope)) && asked;
};

/** What the OAuth library keeps: codes for ten minutes, refresh tokens until they are used. */
const createModel = ({ apps, tokens, now, accessTokenSeconds }: Settings) => {
  const codes = new Map<string, OAuth2Server.AuthorizationCode>();
  const refreshTokens = new Map<string, OAuth2Server.RefreshToken>();
  // The library compares with the machine's clock; the sandbox has its own.
  const byOwnClock = (expiresAt: Date) => (expiresAt > now() ? farFuture : new Date(0));
  const later = (seconds: number) => new Date(now().getTime() + seconds * 1000);

  const model: OAuth2Server.AuthorizationCodeModel & OAuth2Server.RefreshTokenModel = {
    getClient: async (id, secret) => {
      const app = apps.find((candidate) => candidate.id === id);
      return app && (secret === null || secret === app.secret) && clientOf(app);
    },
    validateScope: async (_user, client, scope) => grantedScopes(client.level, scope),
    saveAuthorizationCode: async (code, client, user) => {
      const saved = { ...code, client, user, expiresAt: later(codeSeconds) };
      codes.set(code.authorizationCode, saved);
      return saved;
    },
    getAuthorizationCode: async (code) => {
      const saved = codes.get(code);
      return saved && { ...saved, expiresAt: byOwnClock(saved.expiresAt) };
    },
    revokeAuthorizationCode: async ({ authorizationCode }) => codes.delete(authorizationCode),
    saveToken: async (token, client, user) => {
      const { accessToken, refreshToken, scope = [] } = token;
      const scopes = new Set(scope);
      const expiresAt = later(accessTokenSeconds);
      tokens.add({ token: accessToken, level: client.level, userId: user.id, scopes, expiresAt });
      if (refreshToken) refreshTokens.set(refreshToken, { refreshToken, scope, client, user });
      return { ...token, client, user };
    },
    getAccessToken: async () => undefined,
    getRefreshToken: async (token) => refreshTokens.get(token),
    revokeToken: async ({ refreshToken }) => refreshTokens.delete(refreshToken),
  };
  return { model, codes, refreshTokens };
};

const noStore = { "Cache-Control": "no-store", Pragma: "no-cache" };

const errorAnswer = (error: unknown): Answer => {
  if (!(error instanceof OAuth2Server.OAuthError)) throw error;
  const { code, name, message } = error;
  return { status: code, headers: noStore, body: { error: name, error_description: message } };
};

const askedScopes = ({ scope = "" }: Form) => scope.split(/[ ,]+/).filter(Boolean);

export const createOAuth = (settings: Settings): OAuth => {
  const { apps, accessTokenSeconds, userId } = settings;
  const { model, codes, refreshTokens } = createModel(settings);
  const server = new OAuth2Server({ model, authorizationCodeLifetime: codeSeconds, allowEmptyState: true });

  const answerOf = ({ accessToken, refreshToken = "" }: OAuth2Server.Token): TokenAnswer => ({
    access_token: accessToken,
    token_type: "bearer",
    expires_in: accessTokenSeconds,
    refresh_token: refreshToken,
  });

  const appOf = ({ client_id, redirect_uri }: Form) => {
    const app = apps.find(({ id }) => id === client_id);
    return app && (!redirect_uri || app.redirectUris.includes(redirect_uri)) ? app : undefined;
  };
  const unknownApp = () =>
    errorPage("The client_id is not known, or the redirect_uri is not one of the application's.");

  const authorize = async (form: Form): Promise<Answer> => {
    const request = new OAuth2Server.Request({ headers: {}, method: "POST", query: {}, body: form });
    const response = new OAuth2Server.Response();
    const redirect = () => ({ status: 302, headers: { Location: response.get("location") } });
    try {
      const code = await server.authorize(request, response, {
        authenticateHandler: { handle: () => ({ id: userId() }) },
      });
      const saved = codes.get(code.authorizationCode);
      // Absent in the first step, so it must not be asked for in the second.
      if (saved && !form.redirect_uri) saved.redirectUri = "";
      return redirect();
    } catch (error) {
      if (response.get("location")) return redirect();
      throw error;
    }
  };

  return {
    consent: async (query) => {
      const app = appOf(query);
      if (!app) return unknownApp();
      const scopes = grantedScopes(app.level, askedScopes(query));
      if (query.response_type !== "code" || !scopes) return authorize(query);
      return consentPage(app, scopes, query);
    },
    decide: async (form) => (appOf(form) ? authorize(form) : unknownApp()),
    token: async (headers, form) => {
      const request = new OAuth2Server.Request({ headers, method: "POST", query: {}, body: form });
      try {
        const token = await server.token(request, new OAuth2Server.Response());
        return { status: 200, headers: noStore, body: answerOf(token) };
      } catch (error) {
        return errorAnswer(error);
      }
    },
    issue: async (app) => {
      const form: Form = { response_type: "code", client_id: app.id, allowed: "true" };
      const { headers } = await authorize(form);
      const code = new URL(headers?.Location ?? "").searchParams.get("code") ?? "";
      const request = new OAuth2Server.Request({
        headers: { "content-type": "application/x-www-form-urlencoded", "content-length": "1" },
        method: "POST",
        query: {},
        body: { grant_type: "authorization_code", code, client_id: app.id, client_secret: app.secret },
      });
      return answerOf(await server.token(request, new OAuth2Server.Response()));
    },
    reset: () => {
      codes.clear();
      refreshTokens.clear();
    },
  };
};
