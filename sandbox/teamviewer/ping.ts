import { ok } from "../core/answers";
import type { AnyCall, Handlers } from "./calls";

export const handlers = {
  Ping_Get: ({ tokens, headers }) => {
    try {
      tokens.authenticate(headers.authorization);
      return ok({ token_valid: true });
    } catch {
      return ok({ token_valid: false });
    }
  },
} satisfies Handlers<AnyCall>;
