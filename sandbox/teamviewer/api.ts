import { type Api, createApi } from "../core/api";
import { requireLicence } from "./auth/licences";
import { authorise } from "./auth/scopes";
import type { AccessToken } from "./auth/tokens";
import type { OperationId, World } from "./calls";
import { strictDescription } from "./description";
import { handlers, type PageSizes, type State } from "./families";

export type SandboxWorld = World<State, PageSizes>;

const load = async (): Promise<Api<SandboxWorld>> =>
  createApi<SandboxWorld, { token: AccessToken }>({
    description: strictDescription(),
    handlers,
    authenticate: ({ headers }, { tokens }) => ({ token: tokens.authenticate(headers.authorization) }),
    authorise: (operationId, { token }) => {
      requireLicence(operationId as OperationId, token);
      authorise(operationId as OperationId, token);
    },
  });

let loaded: Promise<Api<SandboxWorld>> | undefined;

/** The API by TeamViewer's description, loaded once for all sandboxes of a process. */
export const loadApi = (): Promise<Api<SandboxWorld>> => {
  loaded ??= load();
  return loaded;
};
