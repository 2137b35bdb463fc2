/** Sessions: an access key is exchanged for a token of at most one hour. */
import type { Operations } from "../../generated/realvnc.operations";
import { isRecord } from "../http/answers";
import type { AnswerOf, RequestOf } from "../http/client";
import { type Credentials, exchangedToken, sharedCredentials, staticCredentials } from "../http/credentials";
import { ApiError, connectionError } from "../http/errors";
import { createTransport, type TransportOptions } from "../http/transport";
import { type AccessKey, newKey } from "./connections";

const operation = "POST /1.0/sessions";

type Exchanging = Operations[typeof operation];

/** The longest that the vendor allows, as it is asked for and in seconds. */
const expiry = "PT1H";
const hour = 3600;

type Unsigned = Omit<TransportOptions, "credentials">;

/**
 * Makes a session; `expiresIn` is in seconds. Throws a `ConnectionError` when the vendor refuses the access key, and
 * when its answer holds no token.
 */
const createSession = async (options: Unsigned, key: AccessKey): Promise<{ token: string; expiresIn: number }> => {
  const { send } = createTransport({ ...options, credentials: staticCredentials({}) });
  const body: RequestOf<Exchanging>["body"] = { ...key, expiry };
  // Repeated as a read is: a session more does no harm.
  const exchange = { operation, method: "POST", url: "/1.0/sessions", data: body, reads: true };
  const { body: session } = await send<AnswerOf<Exchanging> | undefined>(exchange).catch((error) => {
    const refused = error instanceof ApiError && (error.status === 400 || error.status === 403);
    throw refused ? connectionError(options.connection, `${error.message} ${newKey}`) : error;
  });
  const { token, expiresIn } = isRecord(session) ? session : {};
  if (typeof token !== "string" || !/^[!-~]+$/.test(token)) {
    throw connectionError(
      options.connection,
      `RealVNC Connect ${operation} answered without a session token. Check the connection's Base URL, or try again later.`,
    );
  }
  return { token, expiresIn: typeof expiresIn === "number" && Number.isFinite(expiresIn) ? expiresIn : hour };
};

/** Credentials that are a session of an access key; `made` is told how many seconds each lasts. */
export const sessionCredentials = (
  options: Unsigned,
  key: AccessKey,
  made: (seconds: number) => void = () => {},
): Credentials =>
  exchangedToken(async () => {
    const { token, expiresIn } = await createSession(options, key);
    made(expiresIn);
    return { token, lifetime: expiresIn * 1000 };
  });

/**
 * As `sessionCredentials`, one for all that runs in an execution. How often the request of one is repeated says nothing of
 * the session, which others use too.
 */
export const sessionOf = ({ retry: _ofOneRequest, ...options }: Unsigned, key: AccessKey): Credentials =>
  sharedCredentials(options.context.executionId, [options.baseUrl, key.accessKeyId, key.accessKey], () =>
    sessionCredentials(options, key),
  );
