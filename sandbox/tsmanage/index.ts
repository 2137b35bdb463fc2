import { noPageTokens } from "../core/pageTokens";
import { type RunningServer, type ServerOptions, startServer } from "../core/server";
import { createStore, type Store as StoreOf } from "../core/store";
import type { Vendor } from "../core/vendor";
import { simulateActivity } from "./activity";
import { loadApi, type SandboxWorld } from "./api";
import { credentials } from "./apiKeys";
import { root } from "./description";
import { errorBody } from "./errors";
import { createSeed, type Seed, type State } from "./families";

export type { Member } from "./members";

type Store = StoreOf<State>;

export interface SandboxOptions extends ServerOptions {
  /** How many records of each kind; the same sizes give the same records. */
  seed?: Partial<Seed>;
}

export interface Sandbox extends RunningServer {
  baseUrl: string;
  credentials: typeof credentials;
  /** The state, to look at and to change. */
  store: Store;
  /** One step of everyday life: a member connects. */
  simulateActivity(): void;
}

/** Starts a local stand-in of a TSManage instance, filled with seeded records. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { now = () => new Date() } = options;
  const api = await loadApi();
  const store: Store = createStore(() => createSeed(options.seed ?? {}, now()));
  let activitySteps = 0;

  const { server } = await startServer<SandboxWorld, Vendor<SandboxWorld>>(options, (url) => ({
    api,
    world: { store, url },
    roots: [root],
    connections: {
      usual: { key: "tsmanage-api-key", fields: { host: `${url}${root}`, apiKey: credentials.apiKey } },
    },
    errorBody,
    pageTokens: noPageTokens,
    reset: store.reset,
  }));

  return {
    ...server,
    baseUrl: `${server.url}${root}`,
    credentials,
    store,
    simulateActivity: () => {
      activitySteps += 1;
      simulateActivity(store, now().getTime(), activitySteps);
    },
  };
};
