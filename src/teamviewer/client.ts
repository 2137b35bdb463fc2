import type { Connection } from "@prismatic-io/spectral";
import type { Operations } from "../../generated/teamviewer.operations";
import { schemas } from "../../generated/teamviewer.schemas";
import { answerKindOf } from "../http/answers";
import { type ApiClient, createApiClient } from "../http/client";
import { staticCredentials } from "../http/credentials";
import { connectionError } from "../http/errors";
import { listsOf } from "../http/lists";
import type { RetryPolicy } from "../http/retry";
import { type Context, createTransport, type Transport } from "../http/transport";
import { userAgentOf } from "../http/userAgent";
import { actionsOf } from "../platform/actions";
import { bearerToken, passwordsOf, teamviewerUrl } from "./connections";
import { teamviewerDialect } from "./dialect";
import { needs } from "./requirements";

export type TeamViewerClient = ApiClient<Operations>;

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
    hidden: passwordsOf(connection),
    baseUrl: teamviewerUrl(connection),
    credentials: staticCredentials({ Authorization: `Bearer ${bearerToken(connection)}` }),
    userAgent: userAgentOf("teamviewer"),
    dialect: teamviewerDialect,
  });

/** Where the API's paths begin on the vendor's host. A few operations have paths beside it. */
const basePath = "/api/v1";
const besideBase = /^\/pushApi\//;

/** The URL of a path beside the base URL's own. Throws a `ConnectionError` when the base URL does not say where that is. */
const besideBaseUrl = ({ baseUrl, connection }: Transport["options"], path: string): string => {
  if (!baseUrl.endsWith(basePath)) {
    throw connectionError(connection, `Base URL: it has to end in ${basePath}, because ${path} lies beside that.`);
  }
  return `${baseUrl.slice(0, -basePath.length)}${path}`;
};

/** The client of TeamViewer's Web API, typed by operation. Throws a `ConnectionError` on an unusable connection. */
export const teamviewer = (
  context: Context,
  connection: Connection,
  retry?: Partial<RetryPolicy>,
): TeamViewerClient => {
  const transport = teamviewerTransport(context, connection, retry);
  return createApiClient<Operations>(transport, {
    urlOf: (path) => (besideBase.test(path) ? besideBaseUrl(transport.options, path) : path),
    kindOf: (operation) => answerKindOf<string>(schemas, operation),
  });
};

/** Actions and dropdowns that go through TeamViewer's client. */
export const { read, readAs, readList, change, update, combine, picklist } = actionsOf<Operations>({
  clientFor: teamviewer,
  schemas,
  needs,
});

/** Declares a list of TeamViewer's: `list(operation, envelope)`. */
export const list = listsOf<Operations>();
