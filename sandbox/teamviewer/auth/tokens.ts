import { expiredToken, missingToken, unknownToken } from "../errors";

export type Level = "user" | "company";

export interface AccessToken {
  token: string;
  level: Level;
  userId: string;
  scopes: ReadonlySet<string>;
  /** Its account has no licence beyond the basic functions. */
  unlicensed?: boolean;
  /** Script tokens have none: they live until they are revoked. */
  expiresAt?: Date;
}

/** The access tokens that the server knows. */
export interface Tokens {
  add(token: AccessToken): void;
  /** The valid token of an Authorization header; throws the vendor's 401 otherwise. */
  authenticate(authorization: string | undefined): AccessToken;
  expire(token: string): void;
  revoke(token: string): void;
  clear(): void;
}

export const createTokens = (now: () => Date): Tokens => {
  const known = new Map<string, AccessToken>();
  return {
    add: (token) => known.set(token.token, token),
    authenticate: (authorization) => {
      const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
      if (!token) throw missingToken();
      const found = known.get(token);
      if (!found) throw unknownToken();
      if (found.expiresAt && found.expiresAt <= now()) throw expiredToken();
      return found;
    },
    expire: (token) => {
      const found = known.get(token);
      if (!found) throw new Error("The sandbox knows no such access token.");
      known.set(token, { ...found, expiresAt: new Date(0) });
    },
    revoke: (token) => known.delete(token),
    clear: () => known.clear(),
  };
};
