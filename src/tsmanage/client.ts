import type { Connection } from "@prismatic-io/spectral";
import type { Operations } from "../../generated/tsmanage.operations";
import { schemas } from "../../generated/tsmanage.schemas";
import { answerKindOf } from "../http/answers";
import { type ApiClient, createApiClient } from "../http/client";
import { staticCredentials } from "../http/credentials";
import type { RetryPolicy } from "../http/retry";
import { type Context, createTransport, type Transport } from "../http/transport";
import { userAgentOf } from "../http/userAgent";
import { actionsOf } from "../platform/actions";
import { bearerToken, passwordsOf, tsmanageUrl } from "./connections";
import { tsmanageDialect } from "./dialect";

export type TSManageClient = ApiClient<Operations>;

/** The shared HTTP client, signed in with a TSManage connection. Throws a `ConnectionError` on an unusable one. */
export const tsmanageTransport = (context: Context, connection: Connection, retry?: Partial<RetryPolicy>): Transport =>
  createTransport({
    retry,
    context,
    connection,
    hidden: passwordsOf(connection),
    credentials: staticCredentials({ Authorization: `Bearer ${bearerToken(connection)}` }),
    baseUrl: tsmanageUrl(connection),
    userAgent: userAgentOf("tsmanage"),
    // Required also where there is no body.
    headers: { "Content-Type": "application/json" },
    dialect: tsmanageDialect,
  });

/** The client of TSManage's public API, typed by operation. Throws a `ConnectionError` on an unusable connection. */
const tsmanage = (context: Context, connection: Connection, retry?: Partial<RetryPolicy>): TSManageClient =>
  createApiClient<Operations>(tsmanageTransport(context, connection, retry), {
    kindOf: (operation) => answerKindOf<string>(schemas, operation),
  });

/** Actions that go through TSManage's client. What an operation needs of the key's user, the vendor does not say. */
export const { combine } = actionsOf<Operations>({ clientFor: tsmanage, schemas, needs: () => "" });
