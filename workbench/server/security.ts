/** Who is answered: the page of this server, in the browser of the person who was given the token. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { RequestHandler, Response } from "express";
import { refused } from "./refusal";

/** A token that nobody can guess. */
export const createToken = (): string => randomBytes(32).toString("base64url");

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compared by digests, so that time tells neither length nor beginning. */
const isSame = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

/** Refuses a request that is not from this server's own page, whatever name it reached the server by. */
export const fromHere: RequestHandler = ({ headers, socket }, _response, next) => {
  const hosts = ["127.0.0.1", "localhost"].map((name) => new URL(`http://${name}:${socket.localPort}`).host);
  const { host = "", origin, "sec-fetch-site": site } = headers;
  if (!hosts.includes(host)) throw refused(403, `The workbench is at ${hosts.join(" and ")} alone.`);
  const isOwn = origin === undefined || origin === `http://${host}`;
  const isFromOwnPage = site === undefined || site === "same-origin" || site === "none";
  if (!isOwn || !isFromOwnPage) throw refused(403, "Only the workbench's own page is answered.");
  next();
};

/** Refuses a request without the token. */
export const withToken =
  (token: string): RequestHandler =>
  ({ headers }, _response, next) => {
    if (!isSame(headers.authorization ?? "", `Bearer ${token}`)) {
      throw refused(
        401,
        "The token is missing or another one. Open the URL that the workbench printed when it started.",
      );
    }
    next();
  };

/** Refuses a body that is no JSON: a form of another site could send any other without asking. */
export const jsonOnly: RequestHandler = (request, _response, next) => {
  const hasBody = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"]) > 0;
  if (hasBody && !request.is("application/json")) throw refused(415, "The body of a request is application/json.");
  next();
};

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The word by which the styles of this answer's page are known as its own. */
export const nonceOf = (response: Response): string => response.locals.nonce;

/** Nothing foreign in the page, and nothing of the page elsewhere. */
export const safeHeaders: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  response.set({
    "Content-Security-Policy": policy(nonceOf(response)),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
  });
  next();
};

/** What the API answers is not kept anywhere. */
export const notStored: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};
