import { ok } from "../answers";
import type { Handlers } from "../calls";

export const ping: Handlers = {
  Ping_Get: ({ tokens, authorization }) => {
    try {
      tokens.authenticate(authorization);
      return ok({ token_valid: true });
    } catch {
      return ok({ token_valid: false });
    }
  },
};
