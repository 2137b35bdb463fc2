import type { Connection } from "@prismatic-io/spectral";
import type { Operations } from "../../generated/realvnc.operations";
import { schemas } from "../../generated/realvnc.schemas";
import { answerKindOf } from "../http/answers";
import { type ApiClient, createApiClient } from "../http/client";
import { listsOf } from "../http/lists";
import type { RetryPolicy } from "../http/retry";
import { type Context, createTransport, type Transport } from "../http/transport";
import { userAgentOf } from "../http/userAgent";
import { actionsOf } from "../platform/actions";
import { accessKeyOf, realvncUrl } from "./connections";
import { realvncDialect } from "./dialect";
import { needs } from "./requirements";
import { sessionOf } from "./session";

export type RealVncClient = ApiClient<Operations>;

/** The shared HTTP client, signed in with a session of an access key. Throws a `ConnectionError` on an unusable one. */
export const realvncTransport = (context: Context, connection: Connection, retry?: Partial<RetryPolicy>): Transport => {
  const key = accessKeyOf(connection);
  const options = {
    retry,
    context,
    connection,
    hidden: [key.accessKey],
    baseUrl: realvncUrl(connection),
    userAgent: userAgentOf("realvnc"),
    dialect: realvncDialect,
  };
  return createTransport({ ...options, credentials: sessionOf(options, key) });
};

/** The client of RealVNC Connect's API over a transport, typed by operation. */
export const clientOver = (transport: Transport): RealVncClient =>
  createApiClient<Operations>(transport, { kindOf: (operation) => answerKindOf<string>(schemas, operation) });

/** As `clientOver`, signed in with a connection. Throws a `ConnectionError` on an unusable one. */
export const realvnc = (context: Context, connection: Connection, retry?: Partial<RetryPolicy>): RealVncClient =>
  clientOver(realvncTransport(context, connection, retry));

/** Actions and dropdowns that go through RealVNC Connect's client. */
export const { read, readList, change, combine, picklist } = actionsOf<Operations>({
  clientFor: realvnc,
  schemas,
  needs,
});

/** Declares a list of RealVNC Connect's: `list(operation, envelope)`. */
export const list = listsOf<Operations>();
