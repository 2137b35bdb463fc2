import type { Answer } from "../core/answers";
import type { SandboxConnections } from "../core/connections";
import type { Fault as AnyFault } from "../core/faults";
import type { Form, RecordedRequest } from "../core/requests";
import { type RunningServer, type ServerOptions, startServer } from "../core/server";
import { createStore, type Store as StoreOf } from "../core/store";
import type { Vendor } from "../core/vendor";
import { simulateActivity } from "./activity";
import { loadApi, type SandboxWorld } from "./api";
import { callbackPage } from "./auth/consentPage";
import { type App, addScriptTokens, appsOf, type Credentials, credentialsAt } from "./auth/credentials";
import { createOAuth, type OAuth, type TokenAnswer } from "./auth/oauth";
import { createTokens, type Level } from "./auth/tokens";
import { errorBody, vendorFaults } from "./errors";
import { createSeed, defaultPageSizes, type PageSizes, type Seed, type State } from "./families";
import { pageTokens } from "./pageTokens";

export type { ConnectionReport } from "./connectionReports";
export type { AuditEvent } from "./eventLogging";
export type { Group } from "./groups";
export type { ManagedDevice } from "./managedDevices";
export type { Alarm } from "./monitoring";
export type { PatchDevice } from "./patchManagement";
export type { Session } from "./sessions";
export type { User } from "./users";

type Store = StoreOf<State>;

export type Fault = AnyFault<keyof typeof vendorFaults>;

export interface SandboxOptions extends ServerOptions {
  /** How many records of each kind; the same sizes give the same records. */
  seed?: Partial<Seed>;
  pageSizes?: Partial<PageSizes>;
  /** How long an OAuth access token lives; default one day. */
  accessTokenSeconds?: number;
}

export interface Sandbox extends RunningServer {
  baseUrl: string;
  authorizeUrl: string;
  tokenUrl: string;
  credentials: Credentials;
  /** The state, to look at and to change. */
  store: Store;
  /** One step of everyday life: sessions end, devices go offline, alarms are raised. */
  simulateActivity(): void;
  fault(fault: Fault): void;
  /** A pair of OAuth tokens without the consent page. */
  issueTokens(level?: Level): Promise<TokenAnswer>;
  /** A Script token with these scopes only. */
  addToken(scopes: string[], level?: Level): string;
  expireAccessToken(token: string): void;
}

const connectionsOf = ({ userToken, companyToken }: Credentials, baseUrl: string): SandboxConnections => {
  const connection = (token: string) => ({ key: "teamviewer-script-token", fields: { token, baseUrl } });
  return { usual: connection(userToken), company: connection(companyToken) };
};

/** The pages that a browser sees when somebody signs in. */
const signInPage = (
  oauth: OAuth,
  { method, path, query, body }: RecordedRequest,
): Promise<Answer> | Answer | undefined => {
  if (path === "/oauth2/callback") return callbackPage(query as Form);
  if (path !== "/oauth2/authorize") return undefined;
  return method === "POST" ? oauth.decide((body ?? {}) as Form) : oauth.consent(query as Form);
};

/** Starts a local stand-in of TeamViewer's server, filled with seeded records. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { now = () => new Date(), accessTokenSeconds = 86_400 } = options;
  const api = await loadApi();
  const store: Store = createStore(() => createSeed(options.seed ?? {}, now()));
  const tokens = createTokens(now);
  const userId = () => store.account.userId;
  let added = 0;
  let activitySteps = 0;

  const assemble = (url: string) => {
    const credentials = credentialsAt(url);
    const apps = appsOf(credentials);
    const oauth = createOAuth({ apps, tokens, now, accessTokenSeconds, userId });
    const pageSizes = { ...defaultPageSizes, ...options.pageSizes };
    addScriptTokens(tokens, credentials, userId());
    const vendor: Vendor<SandboxWorld> = {
      api,
      world: { store, tokens, pageSizes, now, url },
      roots: ["/api/v1", "/pushApi"],
      connections: connectionsOf(credentials, `${url}/api/v1`),
      // The description has a JSON body here; OAuth 2.0 wants a form.
      beside: { OAuth2_Token: ({ headers, body }) => oauth.token(headers, (body ?? {}) as Form) },
      errorBody,
      faults: vendorFaults,
      pageTokens,
      page: (request) => signInPage(oauth, request),
      reset: () => {
        store.reset();
        tokens.clear();
        oauth.reset();
        addScriptTokens(tokens, credentials, userId());
      },
    };
    return { ...vendor, credentials, apps, oauth };
  };

  const { server, vendor } = await startServer(options, assemble);
  const { credentials, apps, oauth } = vendor;

  return {
    ...server,
    baseUrl: `${server.url}/api/v1`,
    authorizeUrl: `${server.url}/oauth2/authorize?display=popup`,
    tokenUrl: `${server.url}/api/v1/oauth2/token`,
    credentials,
    store,
    simulateActivity: () => {
      activitySteps += 1;
      simulateActivity(store, now().getTime(), activitySteps);
    },
    issueTokens: (level = "user") => oauth.issue(apps.find((app) => app.level === level) as App),
    addToken: (scopes, level = "user") => {
      added += 1;
      const token = `28475400-added${added}`;
      tokens.add({ token, level, userId: userId(), scopes: new Set(scopes) });
      return token;
    },
    expireAccessToken: tokens.expire,
  };
};
