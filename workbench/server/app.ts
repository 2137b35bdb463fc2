import express, { type ErrorRequestHandler, type Express } from "express";
import { UsageError } from "../../engine/usageError";
import { createSecrets } from "../../src/http/redact";
import type { Refusal } from "../api";
import { apiRoutes } from "./api";
import type { Bench } from "./bench";
import { pageRoutes } from "./page";
import { asRefusal, Refused, refused } from "./refusal";
import { fromHere, jsonOnly, notStored, safeHeaders, withToken } from "./security";

interface AppOptions {
  benches: readonly Bench[];
  token: string;
  /** The folder of the built page. */
  page: string;
}

/** What express itself refuses: a body that is too large or no JSON, a path that cannot be decoded. */
const ofExpress: Record<number, string> = {
  400: "The request cannot be read: its body is JSON, its path is encoded.",
  413: "The body of the request is too large.",
  415: "The body of a request is application/json, in UTF-8.",
};

const refusalOf = (error: unknown): Refused => {
  if (error instanceof Refused) return error;
  if (error instanceof UsageError) return asRefusal(error, undefined, createSecrets());
  const { status = 500 } = error as { status?: number };
  const message = ofExpress[status];
  return message ? refused(status, message) : refused(500, "The workbench failed. Its terminal says why.");
};

const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status, failure } = refusalOf(error);
  if (status === 500) console.error(error);
  if (response.headersSent) response.destroy();
  else response.status(status).json({ failure } satisfies Refusal);
};

/** The server of the workbench: its API for who has the token, and the page for who has not yet. */
export const createApp = ({ benches, token, page }: AppOptions): Express => {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(safeHeaders, fromHere);
  app.use("/api", notStored, withToken(token), jsonOnly, apiRoutes(benches));
  app.use(pageRoutes(page));
  app.use(() => {
    throw refused(404, "There is no such page.");
  });
  app.use(refuse);
  return app;
};
