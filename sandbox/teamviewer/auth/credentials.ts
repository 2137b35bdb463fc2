import { accountPassword } from "../users";
import { scopesOfLevel } from "./scopes";
import type { Level, Tokens } from "./tokens";

export interface Credentials {
  /** The seeded OAuth application, at user level. */
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** A second OAuth application, at company level, with the same redirect URI. */
  companyClientId: string;
  companyClientSecret: string;
  /** Script token at user level with all of its scopes. */
  userToken: string;
  /** Script token at company level with all of its scopes. */
  companyToken: string;
  /** Script token at user level that can only read. */
  readOnlyToken: string;
  /** Script token at company level with all of its scopes, whose account lacks the licences for whole areas. */
  unlicensedToken: string;
  accountPassword: string;
}

/** An application of TeamViewer's Management Console that asks for tokens over OAuth 2.0. */
export interface App {
  id: string;
  secret: string;
  name: string;
  level: Level;
  redirectUris: string[];
}

const readOnlyScopes = ["Account.Read", "Groups.Read", "Sessions.ReadOwn", "Connections.Read"];

export const credentialsAt = (url: string): Credentials => ({
  clientId: "284751-kV7rTq2mXw9ZpLd4",
  clientSecret: "sandbox-secret-Hs83bKq0",
  redirectUri: `${url}/oauth2/callback`,
  companyClientId: "284752-Yb3nGf6cRu8JeSa1",
  companyClientSecret: "sandbox-secret-Nc52wMt7",
  userToken: "28475301-uQ4zT8vKpWm2",
  companyToken: "28475302-cX9rJ3dHyBn6",
  readOnlyToken: "28475303-rL5gF1sEoVa7",
  unlicensedToken: "28475304-nW6kM4tBzQh5",
  accountPassword,
});

/** The platform's own callback is registered too, so that a real connection can be tried. */
export const appsOf = (credentials: Credentials): App[] => {
  const redirectUris = [credentials.redirectUri, "https://oauth2.prismatic.io/callback"];
  const { clientId, clientSecret, companyClientId, companyClientSecret } = credentials;
  return [
    { id: clientId, secret: clientSecret, name: "Support flows", level: "user", redirectUris },
    { id: companyClientId, secret: companyClientSecret, name: "Company flows", level: "company", redirectUris },
  ];
};

export const addScriptTokens = (tokens: Tokens, credentials: Credentials, userId: string): void => {
  const { userToken, companyToken, readOnlyToken, unlicensedToken } = credentials;
  const add = (token: string, level: Level, scopes: readonly string[], unlicensed = false) =>
    tokens.add({ token, level, userId, scopes: new Set(scopes), unlicensed });
  add(userToken, "user", scopesOfLevel.user);
  add(companyToken, "company", scopesOfLevel.company);
  add(readOnlyToken, "user", readOnlyScopes);
  add(unlicensedToken, "company", scopesOfLevel.company, true);
};
