import { type Connection, connection, util } from "@prismatic-io/spectral";
import { connectionError } from "../http/errors";
import { checkedUrl, withoutSlash } from "../platform/baseUrl";
import { bearerOf } from "../platform/bearer";
import { passwordsIn } from "../platform/passwords";

const exampleHost = "demo.tsmanage.com";

/** Where the API begins on every instance. */
export const apiPath = "/public-api/v0";

export const apiKey = connection({
  key: "tsmanage-api-key",
  display: {
    label: "API Key",
    description: "Uses an API key of a TSManage instance, which acts with the rights of the user who made it.",
    icons: { avatarPath: "api-key.png" },
  },
  inputs: {
    host: {
      label: "Instance",
      type: "string",
      required: true,
      example: exampleHost,
      placeholder: exampleHost,
      comments: `Where the TSManage instance is: its host name, the address copied from the browser without what comes after the host name, or the full base URL of its API. Without a scheme https:// is meant, without a path ${apiPath}.`,
    },
    apiKey: {
      label: "API Key",
      type: "password",
      required: true,
      comments:
        "An API key made in TSManage by a user whose role has Manage API Keys. What that user may not do, no action can do with it.",
    },
  },
});

export const connections = [apiKey];

/** What the form of a connection hides. */
export const passwordsOf = ({ fields }: Connection): unknown[] => passwordsIn(apiKey.inputs, fields);

/** What to do about an API key that TSManage does not take. */
export const newKey = "Fill in API Key with a new key, made in TSManage by a user whose role has Manage API Keys.";

/**
 * The bearer token of a connection. Throws a `ConnectionError` when the connection belongs to another component, or
 * holds no API key or one that cannot be sent.
 */
export const bearerToken = (connection: Connection): string => {
  const { key, fields } = connection;
  if (key !== apiKey.key) {
    throw connectionError(
      connection,
      `The connection "${key}" is not one of TSManage's. Choose a connection of type ${apiKey.display.label} (${apiKey.key}).`,
    );
  }
  const missing = "Fill in API Key with a key made in TSManage by a user whose role has Manage API Keys.";
  return bearerOf(connection, fields?.apiKey, { vendor: "TSManage", what: "API key", missing, refused: newKey });
};

const named = { label: "Instance", example: `https://${exampleHost}`, secret: "API key" };

const hasScheme = (text: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(text);

/** URLs may have hosts of nearly any characters, and with nothing between two dots. */
const isHost = (hostname: string): boolean => /^[a-z\d_-]+(\.[a-z\d_-]+)*\.?$|^\[[\da-f:.]+\]$/.test(hostname);

/** A word or a number alone is the name of an instance rather than its host. */
const beginsWithHost = (text: string): boolean => /^([^/:]*\.|\[|localhost\b)/i.test(text);

/**
 * Where the API of a connection lives, without a slash at the end: a path that is given is kept. Throws a
 * `ConnectionError` for what is no host or URL, and for what `checkedUrl` refuses.
 */
export const tsmanageUrl = (connection: Connection): string => {
  const text = util.types.toString(connection.fields?.host).trim();
  if (!text) throw connectionError(connection, `Instance: fill in the host name of the instance, ${exampleHost}.`);
  const full = hasScheme(text) ? text : `https://${text}`;
  const url = checkedUrl(connection, full, named);
  if (/\s/.test(text) || !isHost(url.hostname) || !(hasScheme(text) || beginsWithHost(text))) {
    throw connectionError(connection, `Instance: a host name such as ${exampleHost} is expected.`);
  }
  const base = withoutSlash(url);
  return base === url.origin ? `${base}${apiPath}` : base;
};
