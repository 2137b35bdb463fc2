/** How TSManage speaks of errors, of which it documents nothing, and what a person can do about each. */
import { readAnyError } from "../http/anyError";
import type { Dialect, FailedRequest } from "../http/transport";
import { newKey } from "./connections";

const advice: Record<number, string> = {
  401: `TSManage does not accept the API key. ${newKey}`,
  403: "The user who made the API key lacks a permission in TSManage for this: the user's role has to have it.",
  413: "The request is too large for TSManage: lower Batch Size.",
  429: "TSManage turns requests away for their rate; run the flow less often or lower Batch Size.",
};

const adviseOnNotFound = ({ baseUrl }: FailedRequest): string =>
  baseUrl.endsWith("/public-api/v0")
    ? "Check the member and server group IDs, and the connection's Instance."
    : "Check the connection's Instance: the base URL of TSManage's API ends in /public-api/v0.";

export const tsmanageDialect: Dialect = {
  vendor: "TSManage",
  address: "Instance",
  readError: readAnyError,
  advise: (failed) => (failed.status === 404 ? adviseOnNotFound(failed) : advice[failed.status ?? 0]),
};
