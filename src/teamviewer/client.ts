import type { Connection } from "@prismatic-io/spectral";
import type { Operations } from "../../generated/teamviewer.operations";
import { schemas } from "../../generated/teamviewer.schemas";
import { type AnswerOf, type ApiClient, createApiClient } from "../http/client";
import { staticCredentials } from "../http/credentials";
import type { VendorError } from "../http/errors";
import { listsOf } from "../http/lists";
import type { RetryPolicy } from "../http/retry";
import { type Context, createTransport, type Dialect, type Transport } from "../http/transport";
import { userAgentOf } from "../http/userAgent";
import { actionsOf } from "../platform/actions";
import { baseUrlOf, bearerToken } from "./connections";
import { needs, requirementOf } from "./requirements";

export type TeamViewerClient = ApiClient<Operations>;

/** What an operation answers with. */
export type Answer<O extends keyof Operations> = NonNullable<AnswerOf<Operations[O]>>;

/** Error body of the Web API: category, description, number per kind, and a signature that finds the log entry. */
interface ErrorBody {
  error?: unknown;
  error_description?: unknown;
  error_code?: unknown;
  error_signature?: unknown;
}

const readError = (body: unknown): VendorError | undefined => {
  if (body === null || typeof body !== "object") return undefined;
  const { error, error_description, error_code, error_signature } = body as ErrorBody;
  if (error === undefined && error_description === undefined) return undefined;
  const details = Object.entries({ error_code, error_signature }).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return {
    code: error === undefined ? undefined : String(error),
    description: error_description === undefined ? undefined : String(error_description),
    details: Object.fromEntries(details),
  };
};

const adviseOnForbidden = (operation: string, error: VendorError | undefined): string => {
  if (error?.code === "rate_limit_reached") return adviceByStatus[429];
  if (error?.code === "blocked") {
    return "TeamViewer blocks the sender's IP address for a while; run the flow later and less often.";
  }
  const { scope, level, permission } = requirementOf(operation) ?? {};
  if (permission) return `The account needs the manager permission ${permission}.`;
  if (!scope)
    return "The token lacks a right for this: tick the matching scope in the app's settings and connect again.";
  const only = level ? ` Only a ${level}-level token can have it.` : "";
  return `The token lacks a right for this. It needs the scope ${scope}.${only} Tick it in the app's settings and connect again; the account itself needs the permission too.`;
};

const adviseOnUnauthorized = (error: VendorError | undefined): string =>
  error?.code === "token_expired"
    ? "The token has expired. Connect again."
    : "TeamViewer does not know the token. Connect again, or fill in a new script token.";

const adviceByStatus = {
  404: "Check the ID: group IDs start with g, devices with d, contacts with c, users with u, session codes with s; managed devices and policies have GUIDs.",
  429: "TeamViewer's rate limit is reached; run the flow less often or spread its requests.",
} as const;

const teamviewerDialect: Dialect = {
  vendor: "TeamViewer",
  readError,
  isRateLimit: (status, error) => status === 403 && error?.code === "rate_limit_reached",
  isBlocked: (status, error) => status === 403 && error?.code === "blocked",
  advise: ({ operation, status, error }) => {
    if (status === 401) return adviseOnUnauthorized(error);
    if (status === 403) return adviseOnForbidden(operation, error);
    return adviceByStatus[status as keyof typeof adviceByStatus];
  },
};

/** The shared HTTP client, signed in with a TeamViewer connection. Throws a `ConnectionError` on an unusable one. */
export const teamviewerTransport = (
  context: Context,
  connection: Connection,
  retry?: Partial<RetryPolicy>,
): Transport =>
  createTransport({
    retry,
    context,
    connection,
    baseUrl: baseUrlOf(connection),
    credentials: staticCredentials({ Authorization: `Bearer ${bearerToken(connection)}` }),
    userAgent: userAgentOf("teamviewer"),
    dialect: teamviewerDialect,
  });

/** The client of TeamViewer's Web API, typed by operation. Throws a `ConnectionError` on an unusable connection. */
export const teamviewer = (context: Context, connection: Connection): TeamViewerClient =>
  createApiClient<Operations>(teamviewerTransport(context, connection));

/** Actions and dropdowns that go through TeamViewer's client. */
export const { read, readAs, readList, change, picklist } = actionsOf<Operations>({
  clientFor: teamviewer,
  schemas,
  needs,
});

/** Declares a list of TeamViewer's: `list(operation, envelope)`. */
export const list = listsOf<Operations>();
