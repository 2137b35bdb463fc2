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

/** A name or an address of this machine, to which a request travels over no network. */
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

interface Named {
  /** Of the input that it stands in. */
  label: string;
  example: string;
  /** What could be read on the way: `API key`. */
  secret: string;
}

/**
 * A URL that a connection's secret may be sent to. Throws a `ConnectionError` when the text is not an HTTPS URL, or plain
 * HTTP to another machine: everybody on the way could read the secret.
 */
export const checkedUrl = (connection: Connection, text: string, { label, example, secret }: Named): URL => {
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
      `${label}: a URL such as ${example} is expected, without credentials, a query or a part behind #.`,
    );
  }
  if (parsed.protocol === "http:" && !loopback.test(parsed.hostname)) {
    throw connectionError(
      connection,
      `${label}: ${parsed.origin} is not encrypted, so that the ${secret} could be read on the way. Use https://; only servers on the same machine are reached by http://.`,
    );
  }
  return parsed;
};

/** A URL without slashes at its end, and without a `?` or `#` that nothing comes after. */
export const withoutSlash = ({ origin, pathname }: URL): string => `${origin}${pathname.replace(/\/+$/, "")}`;

/** The base URL of a connection, without a slash at the end; `url` when it has none. Throws what `checkedUrl` throws. */
export const baseUrlOf = (connection: Connection, url: string): string => {
  const text = util.types.toString(connection.fields?.baseUrl).trim() || url;
  return withoutSlash(checkedUrl(connection, text, { label: "Base URL", example: url, secret: "token" }));
};
