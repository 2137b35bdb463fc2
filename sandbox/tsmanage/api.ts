import { type Api, createApi } from "../core/api";
import { type ApiKey, authenticate } from "./apiKeys";
import type { World } from "./calls";
import { strictDescription } from "./description";
import { handlers, type State } from "./families";

export type SandboxWorld = World<State>;

const load = (): Promise<Api<SandboxWorld>> =>
  createApi<SandboxWorld, ApiKey>({
    description: strictDescription(),
    handlers,
    authenticate: (request, { url }) => authenticate(request, url),
  });

let loaded: Promise<Api<SandboxWorld>> | undefined;

/** The API by TSManage's description, loaded once for all sandboxes of a process. */
export const loadApi = (): Promise<Api<SandboxWorld>> => {
  loaded ??= load();
  return loaded;
};
