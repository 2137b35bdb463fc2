import { done } from "../core/answers";
import type { AnyCall, Handlers } from "./calls";

/** What a token's owner does with it; tokens come from `auth/oauth.ts`. */
export const handlers = {
  OAuth2_Revoke: ({ tokens, token }) => done(tokens.revoke(token.token)),
} satisfies Handlers<AnyCall>;
