import type { Answer, Redirect } from "./failure";
import type { Sent, WireRequest } from "./send";

/** More in a row are a loop. */
const mostRedirects = 5;

const reads = new Set(["GET", "HEAD", "OPTIONS"]);

/** All that another server is told besides the URL: neither the connection's headers nor a builder's own ones. */
const harmlessHeaders = new Set(["accept", "accept-language", "range", "user-agent"]);

const ofTheWeb = new Set(["http:", "https:"]);

const isRedirect = ({ status }: Answer) => status >= 300 && status < 400 && status !== 304;

const targetOf = (location: string | undefined, from: string): URL | undefined => {
  if (location === undefined || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  return ofTheWeb.has(target.protocol) ? target : undefined;
};

const isBelow = (base: string, { origin, pathname }: URL) => `${origin}${pathname}`.startsWith(base);

/** Why a request is not sent on to where the server redirects it; undefined when it may be. */
const refusalOf = ({ method, data, base }: WireRequest, status: number, target: URL, redirects: number) => {
  const name = method.toUpperCase();
  if (redirects > mostRedirects) return `more than ${mostRedirects} redirects came in a row`;
  if (!reads.has(name) && status < 307) return `a ${name} would become a GET`;
  if (target.origin === new URL(base).origin) return isBelow(base, target) ? undefined : `that is not below ${base}`;
  if (!reads.has(name)) return `a ${name} is not sent to another server`;
  return data === undefined ? undefined : "the request's body must not go to another server";
};

const placeOf = ({ origin, pathname }: URL) => origin + pathname;

const withoutCredentials = (headers: WireRequest["headers"]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => harmlessHeaders.has(name.toLowerCase())));

/**
 * Sends a request, and on to where the server redirects it: within the API; a reading one also to another server, but
 * without credentials, also if it comes back from there; one that changes something only with its method and body (307,
 * 308). Any other redirect is a failure that tells where it leads.
 */
export const followingRedirects =
  (sendOnce: (request: WireRequest) => Promise<Sent>) =>
  async (request: WireRequest): Promise<Sent> => {
    let current = request;
    for (let redirects = 1; ; redirects += 1) {
      const sent = await sendOnce(current);
      const answer = sent.failure?.answer;
      if (!answer || !isRedirect(answer)) return sent;
      const from = new URL(current.url);
      const target = targetOf(answer.headers.location, current.url);
      const refusal = target && refusalOf(current, answer.status, target, redirects);
      if (!target || refusal) {
        const redirect: Redirect = { from: placeOf(from), to: target && placeOf(target), refusal };
        return { failure: { kind: "redirect", answer, redirect, final: true } };
      }
      const headers = target.origin === from.origin ? current.headers : withoutCredentials(current.headers);
      current = { ...current, url: target.href, headers };
    }
  };
