/** Pages that are named by a `Link` header (RFC 8288), which leads on to the same list alone. */

const parameter = /\s*;\s*([^\s=;,"<>]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/;
const link = new RegExp(`\\s*<([^<>]*)>((?:${parameter.source.replace(/\((?!\?)/g, "(?:")})*)\\s*`);
const header = new RegExp(`^(?:${link.source.replace(/\((?!\?)/g, "(?:")}(?:,|$))+$`);

const leadsOn = (parameters: string): boolean =>
  [...parameters.matchAll(new RegExp(parameter, "g"))].some(
    ([, name = "", quoted, bare = ""]) =>
      name.toLowerCase() === "rel" && (quoted ?? bare).toLowerCase().split(/\s+/).includes("next"),
  );

/** What a `Link` header names as the next page: undefined where there is none, null where the header cannot be read. */
export const nextLinkIn = (text: string | undefined): string | undefined | null => {
  if (!text?.trim()) return undefined;
  if (!header.test(text)) return null;
  const next = [...text.matchAll(new RegExp(link, "g"))].find(([, , parameters = ""]) => leadsOn(parameters));
  return next?.[1];
};

/** Where a link leads within its list. */
export interface LinkedPage {
  /** What stands behind the question mark, as the vendor wrote it: a decoded `+` would be a space. */
  query: string;
  /** The parameters that the link sets. */
  names: Set<string>;
}

/**
 * What a link asks its list for. `path` is the list's own, below the base URL. Gives a text that completes "the link …"
 * where it must not be followed: it is no path, or leads to another origin or another resource.
 */
export const linkedPage = (text: string, path: string, baseUrl: string): LinkedPage | string => {
  const base = new URL(`${baseUrl}/`);
  const place = text.trim();
  if (!/^\/(?![\\/])/.test(place) || /[\p{Cc}\s\\]/u.test(place) || !URL.canParse(place, base.origin)) {
    return "is not a path";
  }
  const { pathname, search, searchParams, origin } = new URL(place, base.origin);
  const own = [path, `${base.pathname.replace(/\/$/, "")}${path}`];
  if (origin !== base.origin || !own.includes(pathname)) return `leads to ${pathname} and not to ${path}`;
  return { query: search.slice(1), names: new Set(searchParams.keys()) };
};
