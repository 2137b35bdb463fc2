import type { RecordedRequest } from "../core/requests";
import { missingKey, notJson, unknownKey, urlTooLong } from "./errors";

/** What the user who made a key may do. */
export interface ApiKey {
  mayChange: boolean;
}

export const credentials = {
  /** The key of a user who may do everything. */
  apiKey: "tsm_7Fq2vXk9LwPz4RbN8sTd",
  /** The key of a user who may look at members alone. */
  readOnlyKey: "tsm_3Hc6mYj1GuEa5QoV0xWi",
};

const keys: Record<string, ApiKey | undefined> = {
  [credentials.apiKey]: { mayChange: true },
  [credentials.readOnlyKey]: { mayChange: false },
};

/** What web servers commonly take, in bytes. */
const longestUrl = 8192;

/** TSManage wants both on every request, those without a body included. */
const requireHeaders = ({ headers }: RecordedRequest) => {
  const isJson = (value = "") => /^application\/json\b/i.test(value);
  if (!isJson(headers["content-type"])) throw notJson("Content-Type");
  if (!isJson(headers.accept)) throw notJson("Accept");
};

/** Whose key a request carries; refuses requests that the server would not even look into. */
export const authenticate = (request: RecordedRequest, url: string): ApiKey => {
  if (`${url}${request.target}`.length > longestUrl) throw urlTooLong();
  requireHeaders(request);
  const [, key] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (!key) throw missingKey();
  const known = keys[key];
  if (!known) throw unknownKey();
  return known;
};
