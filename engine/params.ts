import { type Secrets, secretsIn } from "../src/http/redact";
import { secretsInText } from "../src/http/textSecrets";
import type { Input } from "./component";
import { suggestion } from "./suggest";
import { InputsRefused, inputRefused } from "./usageError";

export type Params = Record<string, unknown>;

/** Inputs of a trigger's initial sync, which no other execution gets. */
export const isOnDeploy = ({ scope }: Input): boolean => scope === "ON_DEPLOY";

/** Whether the platform fills it with a connection. */
export const isConnection = ({ type }: Input): boolean => type === "connection";

const isBlank = (value: unknown): boolean =>
  value == null || (typeof value === "string" && value.trim() === "") || (Array.isArray(value) && value.length === 0);

/** A built component already holds the platform's default of each type, such as "false" for a boolean. */
const defaultValue = ({ collection, default: value }: Input): unknown => (collection && isBlank(value) ? [] : value);

/** What a person gave, by the key of the input. */
export type Given = ReadonlyMap<string, unknown>;

const refuseUnknown = (inputs: readonly Input[], given: Given, initialSync: boolean): void => {
  for (const key of given.keys()) {
    const input = inputs.find((each) => each.key === key);
    if (!input) {
      const keys = inputs.filter((each) => !isConnection(each)).map((each) => each.key);
      const list = keys.length > 0 ? `The inputs are: ${keys.join(", ")}.` : "It takes none.";
      throw inputRefused(key, `There is no input "${key}".${suggestion(key, keys)} ${list}`);
    }
    if (isConnection(input)) {
      throw inputRefused(
        key,
        `The input ${key} is filled by a connection file, PRISMATIC_CONNECTION_VALUE or the sandbox.`,
      );
    }
    if (isOnDeploy(input) && !initialSync) {
      throw inputRefused(key, `The input ${key} belongs to the initial sync. Add --initial-sync to run it.`);
    }
  }
};

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

const requireFilled = (inputs: readonly Input[], params: Params): void => {
  const missing = inputs.filter((input) => input.required && !isConnection(input) && isBlank(params[input.key]));
  if (missing.length === 0) return;
  const lines = missing.map(
    ({ key, label, comments }) => `  ${key} (${label})${comments ? `: ${sentence(comments)}` : ""}`,
  );
  throw new InputsRefused(
    `${missing.length === 1 ? "A required input is" : "Required inputs are"} missing:\n${lines.join("\n")}`,
    Object.fromEntries(missing.map(({ key }) => [key, "A value is required."])),
  );
};

/** What is secret in a given value: a password, and what stands under a secret's name in a key-value list, in JSON or in a form. */
export const secretsGiven = ({ type, collection }: Input, value: unknown): unknown[] => {
  if (type === "password") return [value].flat();
  if (collection !== "keyvaluelist") return typeof value === "string" ? secretsInText(value) : secretsIn(value);
  return secretsIn((value as { key: string; value: unknown }[]).map((pair) => ({ [pair.key]: pair.value })));
};

interface FillOptions {
  initialSync: boolean;
  /** Learns the secrets that are given. */
  secrets: Secrets;
}

/**
 * The params of a perform, without its connections: what is given, over the defaults that the platform applies. Throws
 * `InputsRefused` for an input that does not exist or belongs elsewhere, and for required inputs that are missing.
 */
export const fillParams = (
  allInputs: readonly Input[],
  given: Given,
  { initialSync, secrets }: FillOptions,
): Params => {
  refuseUnknown(allInputs, given, initialSync);
  const inputs = allInputs.filter((input) => initialSync || !isOnDeploy(input));
  const params: Params = {};
  for (const input of inputs) {
    const isGiven = given.has(input.key);
    params[input.key] = isGiven ? given.get(input.key) : defaultValue(input);
    if (isGiven) secrets.add(...secretsGiven(input, params[input.key]));
  }
  requireFilled(inputs, params);
  return params;
};

/** Whether a perform needs a connection at all. */
export const needsConnection = (inputs: readonly Input[]): boolean => inputs.some(isConnection);

/** `params` with every connection input filled by this connection. */
export const withConnection = (inputs: readonly Input[], params: Params, connection: unknown): Params => ({
  ...params,
  ...Object.fromEntries(inputs.filter(isConnection).map(({ key }) => [key, connection])),
});
