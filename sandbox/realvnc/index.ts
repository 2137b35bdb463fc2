import type { Fault as AnyFault } from "../core/faults";
import { createLimiter, type RateLimit } from "../core/limiter";
import { type RunningServer, type ServerOptions, startServer } from "../core/server";
import { createStore, type Store as StoreOf } from "../core/store";
import type { Vendor } from "../core/vendor";
import { simulateActivity } from "./activity";
import { loadApi, type SandboxWorld } from "./api";
import { type Credentials, credentials, type KeyPair } from "./auth/keys";
import { createSessions, type Sessions } from "./auth/sessions";
import type { Habits } from "./calls";
import { errorBody, tooMany, vendorFaults } from "./errors";
import { createSeed, defaultPageSizes, type PageSizes, type Seed, type State } from "./families";
import { pageTokens } from "./links";

export type { AuditEvent } from "./audit";
export type { Entry } from "./entries";
export type { Group } from "./groups";
export type { Member } from "./members";
export type { Presence } from "./presence";

type Store = StoreOf<State>;

export type Fault = AnyFault<keyof typeof vendorFaults>;

export interface SandboxOptions extends ServerOptions {
  /** How many records of each kind; the same sizes give the same records. */
  seed?: Partial<Seed>;
  pageSizes?: Partial<PageSizes>;
  /** How long a session lives at most; default one hour. */
  sessionSeconds?: number;
  /** Of the exchange of access keys; default 600 a minute. */
  exchangeLimit?: RateLimit;
  /** Of invitations; default 30 a minute. */
  invitationLimit?: RateLimit;
  habits?: Partial<Habits>;
}

export interface Sandbox extends RunningServer {
  baseUrl: string;
  credentials: Credentials;
  /** The state, to look at and to change. */
  store: Store;
  sessions: Pick<Sessions, "end" | "tokens" | "revokeKey">;
  /** One step of everyday life: sessions, computers that go offline and come back, a new computer. */
  simulateActivity(): void;
  fault(fault: Fault): void;
  /** An access key with these permissions only. */
  addKey(permissions: readonly string[]): KeyPair;
}

const perMinute = (requests: number): RateLimit => ({ requests, perMilliseconds: 60_000 });

/** Starts a local stand-in of RealVNC Connect's server, filled with seeded records. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { now = () => new Date(), exchangeLimit = perMinute(600), invitationLimit = perMinute(30) } = options;
  const api = await loadApi();
  const store: Store = createStore(() => createSeed(options.seed ?? {}, now()));
  const sessions = createSessions(now, options.sessionSeconds);
  let added = 0;
  let activitySteps = 0;

  const limiter = (limit: RateLimit) => {
    let secondsToWait = createLimiter(now, limit);
    return {
      check: () => {
        const seconds = secondsToWait();
        if (seconds !== undefined) throw tooMany(seconds);
      },
      reset: () => {
        secondsToWait = createLimiter(now, limit);
      },
    };
  };
  const exchanges = limiter(exchangeLimit);
  const invitations = limiter(invitationLimit);

  const vendorAt = (url: string): Vendor<SandboxWorld> => ({
    api,
    world: {
      store,
      sessions,
      pageSizes: { ...defaultPageSizes, ...options.pageSizes },
      habits: { boundsIncluded: true, ...options.habits },
      now,
      limits: { exchange: exchanges.check, invitations: invitations.check },
    },
    roots: ["/1.0"],
    connections: { usual: { key: "realvnc-access-key", fields: { ...credentials.full, baseUrl: url } } },
    errorBody,
    faults: vendorFaults,
    pageTokens,
    reset: () => {
      store.reset();
      sessions.reset();
      exchanges.reset();
      invitations.reset();
      activitySteps = 0;
    },
  });

  const { server } = await startServer<SandboxWorld, Vendor<SandboxWorld>>(options, vendorAt);

  return {
    ...server,
    baseUrl: server.url,
    credentials,
    store,
    sessions,
    simulateActivity: () => {
      activitySteps += 1;
      simulateActivity(store, now().getTime(), activitySteps);
    },
    addKey: (permissions) => {
      added += 1;
      const pair = { accessKeyId: `added${added}`, accessKey: `sandbox-key-added-${added}` };
      sessions.addKey({ ...pair, permissions: new Set(permissions) });
      return pair;
    },
  };
};
