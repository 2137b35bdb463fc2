/** What signs requests in: fixed headers, or a token that is fetched when it is needed. */
import { createHash } from "node:crypto";
import type { Sent } from "./send";

export interface Credentials {
  /**
   * The headers that sign a request in, asked for on every attempt. All of their values are kept out of logs and errors,
   * and none follows a redirect to another origin. What it throws ends the request as it is.
   */
  headers(): Promise<Record<string, string>> | Record<string, string>;
  /**
   * Gets other credentials after the vendor has refused these headers with 401; absent where there are no others. Called
   * once per request at most. Requests that were refused with the same headers at the same time are to share one renewal.
   */
  renew?(refused: Record<string, string>): Promise<void>;
}

/** Credentials that stay as they are: a 401 is final. */
export const staticCredentials = (headers: Record<string, string>): Credentials => ({ headers: () => headers });

export interface FetchedToken {
  token: string;
  /** How long it is valid from now on, in milliseconds. Undefined: until it is refused. */
  lifetime?: number;
}

/** Where a token is given up before its end: a minute, or a tenth of its life. */
const marginOf = (lifetime: number) => Math.min(60_000, lifetime / 10);

/**
 * Credentials that exchange something for a bearer token: fetched when a request first needs it, kept until shortly
 * before its end, fetched anew when it is refused. Whoever needs a token while one is being fetched waits for the same
 * one. A fetch that fails is not remembered: it fails the requests that wait for it, and the next one tries again.
 */
export const exchangedToken = (fetchToken: () => Promise<FetchedToken>, now: () => number = Date.now): Credentials => {
  let held: { headers: Record<string, string>; until: number } | undefined;
  let fetching: Promise<Record<string, string>> | undefined;

  const fetchNew = async () => {
    held = undefined;
    try {
      const { token, lifetime = Number.POSITIVE_INFINITY } = await fetchToken();
      held = { headers: { Authorization: `Bearer ${token}` }, until: now() + lifetime - marginOf(lifetime) };
      return held.headers;
    } finally {
      fetching = undefined;
    }
  };

  const fetchOnce = () => {
    fetching ??= fetchNew();
    return fetching;
  };

  return {
    headers: () => (held && now() < held.until ? held.headers : fetchOnce()),
    renew: async ({ Authorization: refused }) => {
      if (!held || held.headers.Authorization === refused) await fetchOnce();
    },
  };
};

/**
 * Sends the attempts of one request with the credentials of the moment. When they are refused with 401, they are renewed
 * and the attempt is made again, once per request: a second 401 is an answer like any other. `onRenew` is told before.
 */
export const signedIn = <Failure extends { status?: number }>(
  credentials: Credentials,
  send: (headers: Record<string, string>, left: number, number: number) => Promise<Sent<Failure>>,
  onRenew: () => void,
): ((left: () => number, number: number) => Promise<Sent<Failure>>) => {
  let renewed = false;
  return async (left, number) => {
    const headers = await credentials.headers();
    const sent = await send(headers, left(), number);
    if (renewed || sent.failure?.status !== 401 || !credentials.renew) return sent;
    renewed = true;
    onRenew();
    await credentials.renew(headers);
    return send(await credentials.headers(), left(), number);
  };
};

/** So many credentials are kept; those that were not used for longest give way. */
const mostShared = 50;

const sharing = new Map<string, Credentials>();

/**
 * The credentials that everybody in one execution shares who signs in with the same values; made by the first. Without an
 * execution they are made anew.
 */
export const sharedCredentials = (
  executionId: string | undefined,
  values: readonly string[],
  make: () => Credentials,
): Credentials => {
  if (executionId === undefined) return make();
  const key = createHash("sha256")
    .update(JSON.stringify([executionId, ...values]))
    .digest("base64");
  const credentials = sharing.get(key) ?? make();
  sharing.delete(key);
  sharing.set(key, credentials);
  const [oldest] = sharing.keys();
  if (sharing.size > mostShared && oldest !== undefined) sharing.delete(oldest);
  return credentials;
};
