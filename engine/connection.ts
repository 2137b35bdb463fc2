import { type Secrets, secretsIn } from "../src/http/redact";
import type { Component, Connection, ConnectionValue } from "./component";
import { type GivenConnection, parseConnection } from "./connectionText";
import { parseJson } from "./files";
import { type RunningSandbox, type SandboxOptions, sandboxes } from "./sandboxes";
import { UsageError } from "./usageError";

export interface OpenConnection {
  value: ConnectionValue;
  /** Where it comes from, for messages. */
  source: string;
  /** The sandbox that was started for it. Without one the connection is to the vendor's own server. */
  sandbox?: RunningSandbox;
}

const hasRequiredFields = ({ inputs }: Connection, fields: Record<string, unknown> = {}): boolean =>
  inputs.every(({ key, required, default: value }) => !required || fields[key] || value);

/** Prism's variable holds the fields and the OAuth token of a connection, but not which connection of the component. */
const inferKey = ({ connections }: Component, { fields, token }: GivenConnection, source: string): string => {
  const signedIn = Boolean(token?.access_token);
  const possible = signedIn ? connections.filter(({ oauth2Type }) => oauth2Type) : connections;
  const fitting = possible.filter((connection) => hasRequiredFields(connection, fields));
  const [only, ...others] = possible.length === 1 ? possible : fitting;
  if (only && others.length === 0) return only.key;
  const keys = connections.map(({ key }) => `"${key}"`).join(", ");
  throw new UsageError(`The connection in ${source} does not say which one it is. Add "key": one of ${keys}.`);
};

/** What a token's answer holds besides tokens. */
const openTokenFields = /^(token_type|scopes?|expires?(_.*)?)$/i;

const leaves = (value: unknown): unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];

/** A field is open only when the connection's form has it and does not hide it. */
const rememberSecrets = (
  { fields, token, context }: ConnectionValue,
  definition: Connection | undefined,
  secrets: Secrets,
) => {
  const isOpen = (field: string) =>
    definition?.inputs.some((input) => input.key === field && input.type !== "password");
  secrets.add(...Object.entries(fields).flatMap(([field, value]) => (isOpen(field) ? [] : leaves(value))));
  secrets.add(
    ...Object.entries(token ?? {}).flatMap(([name, value]) => (openTokenFields.test(name) ? [] : leaves(value))),
  );
  secrets.add(...secretsIn(context));
};

/** The connection as the platform hands it over: fields that are not given hold the defaults of its form. */
const complete = (component: Component, given: GivenConnection, source: string, secrets: Secrets): ConnectionValue => {
  const key = given.key || inferKey(component, given, source);
  const definition = component.connections.find((connection) => connection.key === key);
  const defaults = definition?.inputs.map((input) => [input.key, input.default]) ?? [];
  const value: ConnectionValue = {
    ...given,
    key,
    configVarKey: given.configVarKey ?? definition?.label ?? key,
    fields: { ...Object.fromEntries(defaults), ...given.fields },
  };
  rememberSecrets(value, definition, secrets);
  return value;
};

/**
 * The connection that `text` holds as JSON, which `source` names in messages. Its secrets go into `secrets`. Throws a
 * `UsageError` when it cannot be read or fits none of the component's connections. A `tolerant` reader allows fields that
 * the connection's form does not have, which is for what no person has typed.
 */
export const readConnection = (
  component: Component,
  text: string,
  source: string,
  secrets: Secrets,
  { tolerant = false } = {},
): OpenConnection => ({
  value: complete(component, parseConnection(component, text, { source, tolerant }), source, secrets),
  source,
});

/**
 * A connection to a sandbox of the component's vendor that is started for it; whoever asks for it closes the sandbox.
 * Throws a `UsageError` for a component without a sandbox, and for options that its vendor does not have.
 */
export const openSandbox = async (
  component: Component,
  options: SandboxOptions,
  secrets: Secrets,
): Promise<OpenConnection & { sandbox: RunningSandbox }> => {
  const start = sandboxes[component.key];
  if (!start)
    throw new UsageError(
      `There is no connection, and no sandbox for ${component.key}. Give a connection file, or set PRISMATIC_CONNECTION_VALUE.`,
    );
  const sandbox = await start(options);
  const source = `the local ${component.display.label} sandbox, started for this run`;
  return { value: complete(component, sandbox.connection, source, secrets), source, sandbox };
};

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const sandboxUrl = (url: string): URL => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === "http:" && loopback.test(parsed.hostname)) return parsed;
  throw new UsageError(`--sandbox takes the URL of a running sandbox on this machine, such as http://127.0.0.1:8787.`);
};

const askSandbox = async (url: URL, level: string): Promise<Response> => {
  try {
    return await fetch(new URL(`/sandbox/connection?level=${level}`, url), { redirect: "error" });
  } catch {
    throw new UsageError(`No sandbox answers at ${url.origin}. Start one with "npx remote-support sandbox".`);
  }
};

/**
 * A connection to a sandbox that runs already, in a process of its own. Throws a `UsageError` when there is none at the
 * URL, when it is that of another vendor, or has no credentials of company level.
 */
export const joinSandbox = async (
  component: Component,
  url: string,
  { company }: SandboxOptions,
  secrets: Secrets,
): Promise<OpenConnection> => {
  const parsed = sandboxUrl(url);
  const answer = await askSandbox(parsed, company ? "company" : "usual");
  const connection = answer.ok ? parseJson(await answer.text()) : undefined;
  const { key } = (connection ?? {}) as GivenConnection;
  if (company && answer.status === 404) {
    throw new UsageError(`--company is for TeamViewer; the sandbox at ${parsed.origin} has credentials of one level.`);
  }
  if (!component.connections.some((each) => each.key === key)) {
    throw new UsageError(`What runs at ${parsed.origin} is not a sandbox of ${component.display.label}.`);
  }
  const source = `the sandbox at ${parsed.origin}`;
  return { value: complete(component, connection as GivenConnection, source, secrets), source };
};
