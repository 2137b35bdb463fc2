/** Where a vendor's API is reached: an input of its connections that only proxies and test servers change. */
import { type Connection, util } from "@prismatic-io/spectral";
import { connectionError } from "../http/errors";

/** The input; `api` names the vendor's API, `url` is where it is for everybody else. */
export const baseUrlInput = (api: string, url: string) =>
  ({
    label: "Base URL",
    type: "string",
    required: false,
    shown: false,
    default: url,
    example: url,
    placeholder: url,
    comments: `Where the ${api} is reached. Changed only to go through a proxy or to a test server.`,
  }) as const;

/**
 * The base URL of a connection, without a slash at the end; `url` when it has none. Throws a `ConnectionError` when it
 * is not an HTTP URL.
 */
export const baseUrlOf = (connection: Connection, url: string): string => {
  const text = util.types.toString(connection.fields?.baseUrl).trim() || url;
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !parsed ||
    !/^https?:$/.test(parsed.protocol) ||
    parsed.search ||
    parsed.hash ||
    parsed.username ||
    parsed.password
  ) {
    throw connectionError(
      connection,
      `Base URL: a plain HTTP(S) URL such as ${url} is expected, without credentials or a query.`,
    );
  }
  return parsed.href.replace(/\/+$/, "");
};
