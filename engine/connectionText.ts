import type { Component, Connection, ConnectionValue } from "./component";
import { parseJson } from "./files";
import { isRecord } from "./json";
import { firstJsonError } from "./jsonError";
import { suggestion } from "./suggest";
import { UsageError } from "./usageError";

/** A connection as a file or a variable holds it. */
export type GivenConnection = Partial<ConnectionValue>;

interface Place {
  /** What holds the connection, for messages. */
  source: string;
  /** Allow fields that the connection's form does not have, as those of an older version. */
  tolerant: boolean;
}

const form = '{"key": "…", "fields": {…}}, with "token": {"access_token": "…"} for OAuth 2.0';
const properties = ["key", "configVarKey", "fields", "token", "context"];

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return "a list";
  if (value === null || value === undefined) return "null";
  const kinds: Record<string, string> = { object: "an object", string: "a text" };
  return kinds[typeof value] ?? `a ${typeof value}`;
};

const parse = (text: string, source: string): Record<string, unknown> => {
  // Some editors begin a file with a mark of its byte order.
  const json = text.replace(/^\uFEFF/, "");
  if (json.trim() === "") throw new UsageError(`The connection in ${source} is empty. It is JSON of the form ${form}.`);
  const place = firstJsonError(json);
  if (place) {
    throw new UsageError(
      `The connection in ${source} is not valid JSON: look at line ${place.line}, column ${place.column}.`,
    );
  }
  const value = parseJson(json);
  if (isRecord(value)) return value;
  throw new UsageError(`The connection in ${source} is ${kindOf(value)}. It is JSON of the form ${form}.`);
};

/** The forms of connections that the one given can be. */
const formsOf = ({ connections }: Component, key: unknown): Connection[] =>
  connections.filter((connection) => key === undefined || connection.key === key);

const fieldsOf = (forms: readonly Connection[]): string[] => [
  ...new Set(forms.flatMap(({ inputs }) => inputs.map((input) => input.key))),
];

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

const refuseShape = (component: Component, value: Record<string, unknown>, source: string): void => {
  const { key, fields, token } = value;
  const refuse = (message: string) => {
    throw new UsageError(`The connection in ${source} is not valid: ${message}`);
  };
  if (key !== undefined && !component.connections.some((connection) => connection.key === key)) {
    const keys = component.connections.map((connection) => connection.key);
    const near = typeof key === "string" ? suggestion(key, keys) : "";
    refuse(`${component.display.label} has no connection with this "key".${near} It is one of ${list(keys)}.`);
  }
  if (fields !== undefined && !isRecord(fields)) refuse(`"fields" is ${kindOf(fields)}; it is an object.`);
  if (token !== undefined && !isRecord(token)) {
    const hint = ' The fields of the connection\'s form stand in "fields".';
    refuse(`"token" is ${kindOf(token)}; it is the object that OAuth 2.0 gives: {"access_token": "…"}.${hint}`);
  }
};

const refuseUnknown = (component: Component, value: Record<string, unknown>, source: string): void => {
  const known = fieldsOf(formsOf(component, value.key));
  for (const name of Object.keys(value)) {
    if (properties.includes(name)) continue;
    const near = known.includes(name) ? ' It belongs into "fields".' : suggestion(name, properties);
    throw new UsageError(
      `The connection in ${source} is not valid: there is no "${name}" beside "key" and "fields".${near}`,
    );
  }
  for (const [name, field] of Object.entries((value.fields ?? {}) as object)) {
    if (!known.includes(name)) {
      throw new UsageError(
        `The connection in ${source} has an unknown field "${name}".${suggestion(name, known)} The fields are ${list(known)}.`,
      );
    }
    if (typeof field === "object") {
      throw new UsageError(`The field "${name}" of the connection in ${source} is ${kindOf(field)}; it takes a text.`);
    }
  }
};

/**
 * The connection that `text` holds. Throws a `UsageError` that names what is wrong: no JSON, another shape, a misspelt
 * property, key or field. It repeats names, but never a value, which may be secret.
 */
export const parseConnection = (component: Component, text: string, { source, tolerant }: Place): GivenConnection => {
  const value = parse(text, source);
  refuseShape(component, value, source);
  if (!tolerant) refuseUnknown(component, value, source);
  return value;
};

/**
 * The component whose connection `text` holds, which its key says. Throws a `UsageError` when it does not, or holds the
 * key of none of them.
 */
export const componentOf = (components: readonly Component[], text: string, source: string): Component => {
  const { key } = parse(text, source);
  const keys = components.flatMap(({ connections }) => connections.map((connection) => connection.key));
  const found = components.find(({ connections }) => connections.some((connection) => connection.key === key));
  if (found) return found;
  if (key === undefined) {
    throw new UsageError(`The connection in ${source} does not say which one it is. Add "key": one of ${list(keys)}.`);
  }
  const near = typeof key === "string" ? suggestion(key, keys) : "";
  throw new UsageError(
    `The connection in ${source} has a "key" that no built component has.${near} It is one of ${list(keys)}.`,
  );
};
