import { type Secrets, secretsIn } from "../src/http/redact";
import type { Command } from "./arguments";
import { CommandError } from "./commandError";
import type { Component, Connection, ConnectionValue } from "./component";
import { parseJson, readFile } from "./files";
import { sandboxes } from "./sandboxes";

const variable = "PRISMATIC_CONNECTION_VALUE";

export interface OpenConnection {
  value: ConnectionValue;
  /** Where it comes from, for messages. */
  source: string;
  /** Between two polls of a trigger: a sandbox of one's own does not stand still. */
  betweenPolls(): void;
  close(): Promise<void>;
}

type GivenConnection = Partial<ConnectionValue>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parse = (text: string, source: string): GivenConnection => {
  const value = parseJson(text);
  if (isRecord(value) && isRecord(value.fields ?? {}) && isRecord(value.token ?? {})) return value;
  throw new CommandError(
    `The connection in ${source} is not valid. It is JSON of the form {"key": "…", "fields": {…}}, with "token": {"access_token": "…"} for OAuth 2.0.`,
  );
};

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
  throw new CommandError(`The connection in ${source} does not say which one it is. Add "key": one of ${keys}.`);
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

const givenConnection = ({ connectionFile }: Command, env: NodeJS.ProcessEnv, folder: string) => {
  if (connectionFile !== undefined) {
    return { text: readFile(connectionFile, folder, "the connection").toString(), source: connectionFile };
  }
  const text = env[variable];
  return text ? { text, source: variable } : undefined;
};

interface OpenOptions {
  env: NodeJS.ProcessEnv;
  folder: string;
  secrets: Secrets;
}

/**
 * The connection to run with: from the file of the command line, from prism's variable, or of a sandbox started for
 * this run. Throws a `CommandError` when there is none or it cannot be read.
 */
export const openConnection = async (
  component: Component,
  command: Command,
  { env, folder, secrets }: OpenOptions,
): Promise<OpenConnection> => {
  const given = givenConnection(command, env, folder);
  if (given) {
    if (command.company) {
      throw new CommandError(`--company is for the sandbox; the connection comes from ${given.source}.`);
    }
    const value = complete(component, parse(given.text, given.source), given.source, secrets);
    return { value, source: given.source, betweenPolls: () => {}, close: async () => {} };
  }
  const start = sandboxes[component.key];
  if (!start) {
    throw new CommandError(
      `There is no connection, and no sandbox for ${component.key}. Pass --connection FILE or set ${variable}.`,
    );
  }
  const { connection, simulateActivity, close } = await start({ company: command.company });
  const source = `the local ${component.display.label} sandbox, started for this run`;
  const value = complete(component, connection, source, secrets);
  return { value, source, betweenPolls: simulateActivity, close };
};
