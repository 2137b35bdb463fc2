import { InputError } from "./errors";

const isAbsolute = (url: string) => /^[a-z][a-z\d+.-]*:/i.test(url) || /^[\\/]{2}/.test(url);

/**
 * The full URL that a raw request goes to. Everything is refused that does not lie below the base URL once it is
 * resolved as an HTTP client resolves it: the connection's token would go to another server, or out of the API.
 * Throws an `InputError`, which names `example` as a path that would do.
 */
export const belowBase = (baseUrl: string, url: string, example: string): string => {
  const base = new URL(`${baseUrl}/`);
  const text = url.trim();
  // "./": what comes after a slash is a path, also where it looks like a scheme, as in /time:now.
  const relative = isAbsolute(text) ? text : `./${text.replace(/^[\\/]/, "")}`;
  // An HTTP client drops tabs and line breaks, which would make another URL of what was checked.
  if (/\p{Cc}/u.test(text) || !URL.canParse(relative, base.href)) {
    throw new InputError("URL", `is not a URL. A path such as ${example} is expected.`);
  }
  const target = new URL(relative, base);
  if (target.origin !== base.origin) {
    throw new InputError(
      "URL",
      `leads to ${target.origin === "null" ? target.protocol : target.origin}, but the connection is for ${base.origin} alone. Nothing was sent; give a path such as ${example}.`,
    );
  }
  if (!target.pathname.startsWith(base.pathname) || target.username || target.password) {
    throw new InputError("URL", `leads out of ${base.href}. Nothing was sent; give a path such as ${example}.`);
  }
  target.hash = "";
  return target.href;
};
