import { isUint8Array } from "node:util/types";
import type { Entry, Input } from "../../../engine/component";
import { openJson } from "../../../engine/openExchange";
import { isConnection, isOnDeploy, secretsGiven } from "../../../engine/params";
import { isSecretName, type Secrets } from "../../../src/http/redact";
import type { CopyRequest } from "../../api";
import type { Bench } from "../bench";
import { openValue } from "../shown";
import { givenBy } from "../values";
import { fileMark, secretMark } from "./marks";

/** An input as a form gives it: without secrets, and without the content of files. */
export interface GivenInput {
  input: Input;
  value: unknown;
  /** A password: the copies have a placeholder instead. */
  isSecret: boolean;
}

/** A call to be told in other words. */
export interface Call {
  bench: Bench;
  entry: Entry;
  inputs: GivenInput[];
  /** Of a trigger: its initial sync instead of a poll. */
  isInitialSync: boolean;
  batches: boolean;
}

/** An item of a key-value list. */
export interface Pair {
  key: string;
  value: unknown;
}

/** How the copies name the connection among the config variables. */
export const connectionName = ({ bench }: Call): string => `${bench.component.display.label} Connection`;

const isBlank = (value: unknown) => value === "" || (Array.isArray(value) && value.length === 0);

const isDefault = ({ default: initial }: Input, value: unknown) =>
  value === initial || (isBlank(value) && isBlank(initial ?? ""));

const withoutFiles = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== "object" || value === null) return value;
  if ("data" in value && isUint8Array(value.data)) return fileMark;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutFiles(item)]));
};

const openPair = ({ key, value }: Pair): Pair => ({ key, value: isSecretName(key) ? secretMark : value });

const openGiven = ({ collection }: Input, value: unknown, secrets: Secrets): unknown => {
  const named = collection === "keyvaluelist" ? (value as Pair[]).map(openPair) : value;
  return openValue(typeof named === "string" ? openJson(named) : named, secrets);
};

/** What differs from the defaults, in the order of the inputs. The secrets in it go into `secrets` before it is copied. */
export const callOf = (bench: Bench, entry: Entry, request: CopyRequest, secrets: Secrets): Call => {
  const { values, execution, batches = false } = request;
  const all = entry.definition.inputs;
  const given = givenBy(values, all, true);
  for (const input of all) if (given.has(input.key)) secrets.add(...secretsGiven(input, given.get(input.key)));
  const inputs = all
    .filter((input) => !isConnection(input) && given.has(input.key) && !isDefault(input, given.get(input.key)))
    .map((input) => ({
      input,
      value: openGiven(input, withoutFiles(given.get(input.key)), secrets),
      isSecret: input.type === "password",
    }));
  const isInitialSync = execution ? execution === "initialSync" : inputs.some(({ input }) => isOnDeploy(input));
  return { bench, entry, inputs, isInitialSync, batches };
};
