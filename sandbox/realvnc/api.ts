import { type Api, createApi } from "../core/api";
import type { AccessKey } from "./auth/keys";
import type { World } from "./calls";
import { permissionsOf, strictDescription } from "./description";
import { missingPermission } from "./errors";
import { handlers, type PageSizes, type State } from "./families";

export type SandboxWorld = World<State, PageSizes>;

const load = async (): Promise<Api<SandboxWorld>> => {
  const description = strictDescription();
  const permissions = permissionsOf(description);
  return createApi<SandboxWorld, { key: AccessKey }>({
    description,
    handlers,
    authenticate: ({ headers }, { sessions }) => ({ key: sessions.authenticate(headers.authorization) }),
    authorise: (operationId, { key }) => {
      const needed = permissions[operationId];
      if (needed !== undefined && !key.permissions.has(needed)) throw missingPermission();
    },
  });
};

let loaded: Promise<Api<SandboxWorld>> | undefined;

/** The API by RealVNC's description, loaded once for all sandboxes of a process. */
export const loadApi = (): Promise<Api<SandboxWorld>> => {
  loaded ??= load();
  return loaded;
};
