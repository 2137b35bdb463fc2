import { simulateActivity } from "./activity";
import { loadApi } from "./api";
import type { Surroundings } from "./calls";
import { createFaults, type Fault } from "./faults";
import { type App, createOAuth, type TokenAnswer } from "./oauth";
import { defaultPageSizes, type PageSizes } from "./paging";
import { scopesOfLevel } from "./scopes";
import { accountPassword, type Seed } from "./seed";
import { type RateLimit, type RecordedRequest, startServer } from "./server";
import { createStore, type Store } from "./store";
import { createTokens, type Level, type Tokens } from "./tokens";

export type { Fault } from "./faults";
export type { PageSizes } from "./paging";
export type { Seed } from "./seed";
export type { RecordedRequest } from "./server";
export type * from "./store";

export interface SandboxOptions {
  /** Default 0: any free port. The server always binds 127.0.0.1. */
  port?: number;
  /** How many records of each kind; the same sizes give the same records. */
  seed?: Partial<Seed>;
  pageSizes?: Partial<PageSizes>;
  /** How long an OAuth access token lives; default one day. */
  accessTokenSeconds?: number;
  /** The server's clock, which tests can move. */
  now?: () => Date;
  /** Without it, rate limits come only by fault. */
  rateLimit?: RateLimit;
}

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
  accountPassword: string;
}

export interface Sandbox {
  url: string;
  baseUrl: string;
  authorizeUrl: string;
  tokenUrl: string;
  credentials: Credentials;
  /** Every API request in order. */
  requests: RecordedRequest[];
  /** Answers of the sandbox's own handlers that do not match the description. */
  violations: string[];
  /** The state, to look at and to change. */
  store: Store;
  /** One step of everyday life: sessions end, devices go offline, alarms are raised. */
  simulateActivity(): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** A pair of OAuth tokens without the consent page. */
  issueTokens(level?: Level): Promise<TokenAnswer>;
  /** A Script token with these scopes only. */
  addToken(scopes: string[], level?: Level): string;
  expireAccessToken(token: string): void;
  /** State, requests, faults and tokens back to the seeded start. */
  reset(): void;
  close(): Promise<void>;
}

const readOnlyScopes = ["Account.Read", "Groups.Read", "Sessions.ReadOwn", "Connections.Read"];

const credentialsOf = (url: string): Credentials => ({
  clientId: "284751-kV7rTq2mXw9ZpLd4",
  clientSecret: "sandbox-secret-Hs83bKq0",
  redirectUri: `${url}/oauth2/callback`,
  companyClientId: "284752-Yb3nGf6cRu8JeSa1",
  companyClientSecret: "sandbox-secret-Nc52wMt7",
  userToken: "28475301-uQ4zT8vKpWm2",
  companyToken: "28475302-cX9rJ3dHyBn6",
  readOnlyToken: "28475303-rL5gF1sEoVa7",
  accountPassword,
});

/** The platform's own callback is registered too, so that a real connection can be tried. */
const appsOf = (credentials: Credentials): App[] => {
  const redirectUris = [credentials.redirectUri, "https://oauth2.prismatic.io/callback"];
  const { clientId, clientSecret, companyClientId, companyClientSecret } = credentials;
  return [
    { id: clientId, secret: clientSecret, name: "Support flows", level: "user", redirectUris },
    { id: companyClientId, secret: companyClientSecret, name: "Company flows", level: "company", redirectUris },
  ];
};

const addScriptTokens = (tokens: Tokens, { userToken, companyToken, readOnlyToken }: Credentials, userId: string) => {
  const add = (token: string, level: Level, scopes: readonly string[]) =>
    tokens.add({ token, level, userId, scopes: new Set(scopes) });
  add(userToken, "user", scopesOfLevel.user);
  add(companyToken, "company", scopesOfLevel.company);
  add(readOnlyToken, "user", readOnlyScopes);
};

/** Starts a local stand-in of TeamViewer's server, filled with seeded records. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { now = () => new Date(), accessTokenSeconds = 86_400 } = options;
  const api = await loadApi();
  const store = createStore(options.seed ?? {}, now);
  const tokens = createTokens(now);
  const faults = createFaults();
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const userId = () => store.account.userId;
  let added = 0;
  let activitySteps = 0;

  const assemble = (url: string) => {
    const credentials = credentialsOf(url);
    const apps = appsOf(credentials);
    const oauth = createOAuth({ apps, tokens, now, accessTokenSeconds, userId });
    const pageSizes = { ...defaultPageSizes, ...options.pageSizes };
    const surroundings: Surroundings = { store, tokens, pageSizes, now, url };
    const start = () => addScriptTokens(tokens, credentials, userId());
    const reset = () => {
      store.reset();
      tokens.clear();
      oauth.reset();
      faults.clear();
      requests.length = 0;
      violations.length = 0;
      start();
    };
    start();
    return { url, credentials, apps, oauth, surroundings, reset };
  };

  let parts: ReturnType<typeof assemble> | undefined;
  const server = await startServer(options.port ?? 0, (url) => {
    parts = assemble(url);
    return { ...parts, api, faults, requests, violations, rateLimit: options.rateLimit };
  });
  const { url, credentials, apps, oauth, reset } = parts as NonNullable<typeof parts>;

  return {
    url,
    baseUrl: `${url}/api/v1`,
    authorizeUrl: `${url}/oauth2/authorize?display=popup`,
    tokenUrl: `${url}/api/v1/oauth2/token`,
    credentials,
    requests,
    violations,
    store,
    simulateActivity: () => {
      activitySteps += 1;
      simulateActivity(store, now().getTime(), activitySteps);
    },
    fault: faults.add,
    clearFaults: faults.clear,
    issueTokens: (level = "user") => oauth.issue(apps.find((app) => app.level === level) as App),
    addToken: (scopes, level = "user") => {
      added += 1;
      const token = `28475400-added${added}`;
      tokens.add({ token, level, userId: userId(), scopes: new Set(scopes) });
      return token;
    },
    expireAccessToken: tokens.expire,
    reset,
    close: server.close,
  };
};
