import { done, ok } from "../core/answers";
import { badRequest } from "../core/errors";
import type { AnyCall, Handlers } from "./calls";

/** What a token's owner does with it; tokens of OAuth 2.0 come from `auth/oauth.ts`. */
export const handlers = {
  /** As the token that asks, with those of its scopes that are asked for: all of them when none is. */
  OAuth2_CreatePermanentAccessToken: ({ body, store, token: own, tokens }) => {
    const asked = (body.scope ?? "").split(/[ ,]+/).filter(Boolean);
    const missing = asked.find((scope) => !own.scopes.has(scope));
    if (missing) throw badRequest(`scope: the access token itself lacks ${missing}.`);
    const token = `${store.nextNumber()}-${store.newGuid().slice(0, 8)}`;
    tokens.add({ ...own, token, scopes: asked.length > 0 ? new Set(asked) : own.scopes, expiresAt: undefined });
    return ok({ AccessToken: token });
  },

  OAuth2_DeleteAccessToken: ({ tokens, token }) => done(tokens.revoke(token.token)),

  OAuth2_Revoke: ({ tokens, token }) => done(tokens.revoke(token.token)),
} satisfies Handlers<AnyCall>;
