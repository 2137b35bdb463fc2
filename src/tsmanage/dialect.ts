/** How TSManage speaks of errors, of which it documents nothing, and what a person can do about each. */
import { readAnyError } from "../http/anyError";
import type { Dialect, FailedRequest } from "../http/transport";
import { apiPath, newKey } from "./connections";

const advice: Record<number, string> = {
  401: `TSManage does not accept the API key. ${newKey}`,
  403: "The user who made the API key lacks a permission in TSManage for this: the user's role has to have it.",
  404: "Check the member and server group IDs, and the connection's Instance.",
  413: "The request is too large for TSManage: lower Batch Size.",
  429: "TSManage turns requests away for their rate: run the flow less often, or with fewer requests by a larger Batch Size.",
};

/** What a web server says to a request of the API at the address of a page: nothing there, or the page itself. */
const ofWebServer = new Set<number | undefined>([200, 404, 405]);

const isElsewhere = ({ baseUrl, status }: FailedRequest): boolean =>
  !baseUrl.endsWith(apiPath) && ofWebServer.has(status);

export const tsmanageDialect: Dialect = {
  vendor: "TSManage",
  address: "Instance",
  readError: readAnyError,
  advise: (failed) =>
    isElsewhere(failed)
      ? `Check the connection's Instance: the base URL of TSManage's API ends in ${apiPath}.`
      : advice[failed.status ?? 0],
};
