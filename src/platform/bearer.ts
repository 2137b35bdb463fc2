/** Bearer tokens of connections, as people paste them. */
import { type Connection, util } from "@prismatic-io/spectral";
import { connectionError } from "../http/errors";

interface Words {
  vendor: string;
  /** What the vendor calls it: `token`. */
  what: string;
  /** What to do where there is none. */
  missing: string;
  /** What to do where it cannot be right. */
  refused: string;
}

/**
 * A token without white space around it and without the word Bearer, which comes along from a request or a page that
 * shows how to use it. Throws a `ConnectionError` for a blank one and for one that cannot be sent.
 */
export const bearerOf = (connection: Connection, value: unknown, { vendor, what, missing, refused }: Words): string => {
  const bearer = util.types
    .toString(value)
    .trim()
    .replace(/^Bearer(\s+|$)/i, "");
  if (!bearer) throw connectionError(connection, `The ${vendor} connection has no ${what}. ${missing}`);
  if (!/^[!-~]+$/.test(bearer)) {
    throw connectionError(connection, `The ${what} holds a character that no ${what} has. ${refused}`);
  }
  return bearer;
};
