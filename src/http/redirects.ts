import { isSecretName } from "./redact";

const originOf = (url: string) => new URL(url).origin;

/**
 * A redirect to another origin is followed without the connection's headers and a builder's own ones such as X-Api-Key;
 * one that would take the body there (307, 308) is refused.
 */
export const guardRedirect = (options: Record<string, unknown>, url: string) => {
  const target = originOf(String(options.href));
  if (target === originOf(url)) return;
  if (options.method !== "GET" && options.method !== "HEAD") {
    throw new Error(`the server redirects to ${target}, where the request's body must not go`);
  }
  const headers = options.headers as Record<string, unknown>;
  for (const name of Object.keys(headers)) if (isSecretName(name)) delete headers[name];
};
