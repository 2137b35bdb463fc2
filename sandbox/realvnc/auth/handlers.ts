import { created } from "../../core/answers";
import type { AnyCall, Handlers } from "../calls";

export const handlers: Handlers<AnyCall> = {
  createSession: ({ body: { expiry, ...pair }, sessions, limits }) => {
    limits.exchange();
    return created(sessions.exchange(pair, expiry));
  },
};
