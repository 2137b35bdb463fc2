import type { Input } from "../../engine/component";
import { isRecord } from "../../engine/json";
import { type Given, isOnDeploy } from "../../engine/params";
import type { CopyRequest, Level, RunRequest, Values } from "../api";
import { badValue, refused } from "./refusal";

type Body = Record<string, unknown>;

/** A request's body as an object without fields that nobody reads. Throws a refusal, or an error that names the field. */
export const bodyWith = (body: unknown, fields: readonly string[]): Body => {
  if (!isRecord(body)) throw refused(400, "The body of the request is a JSON object.");
  const odd = Object.keys(body).find((key) => !fields.includes(key));
  if (odd !== undefined) throw badValue(odd, `There is no such field. The fields are: ${fields.join(", ")}.`);
  return body;
};

const valuesIn = ({ values = {} }: Body): Values => {
  if (isRecord(values)) return values;
  throw badValue("values", "An object is expected.");
};

/** The values of a form in the body of a request that has nothing else. */
export const readFormValues = (body: unknown): Values => valuesIn(bodyWith(body, ["values"]));

const requireType = (request: Body, field: string, type: "boolean" | "string"): void => {
  if (request[field] === undefined || typeof request[field] === type) return;
  throw badValue(field, type === "boolean" ? "true or false is expected." : "A text is expected.");
};

const callFields = ["values", "execution", "batches"];

const callIn = (request: Body): CopyRequest => {
  requireType(request, "batches", "boolean");
  if (request.execution !== undefined && request.execution !== "poll" && request.execution !== "initialSync") {
    throw badValue("execution", '"poll" or "initialSync" is expected.');
  }
  return { ...request, values: valuesIn(request) };
};

/** Throws an error that names the field for a request that is no `CopyRequest`. */
export const readCopyRequest = (body: unknown): CopyRequest => callIn(bodyWith(body, callFields));

/** Throws an error that names the field for a request that is no `RunRequest`. */
export const readRunRequest = (body: unknown): RunRequest => {
  const request = bodyWith(body, [...callFields, "debug", "confirmation"]);
  requireType(request, "debug", "boolean");
  requireType(request, "confirmation", "string");
  return { ...request, ...callIn(request) };
};

/** The level of a `LevelRequest`. Throws an error that names the field for a request that is none. */
export const readLevel = (body: unknown): Level => {
  const { level } = bodyWith(body, ["level"]);
  if (level === "user" || level === "company") return level;
  throw badValue("level", '"user" or "company" is expected.');
};

const isFile = (value: Body): value is { base64: string; contentType: string } =>
  typeof value.base64 === "string" && typeof value.contentType === "string" && Object.keys(value).length === 2;

/** Files come as base64 with their content type, wherever they are in a value. */
const decoded = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(decoded);
  if (!isRecord(value)) return value;
  if (isFile(value)) return { data: Buffer.from(value.base64, "base64"), contentType: value.contentType };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decoded(item)]));
};

const isPair = (value: unknown) => isRecord(value) && typeof value.key === "string" && "value" in value;

const checkCollection = ({ key, collection }: Input, value: unknown): void => {
  if (!collection) return;
  if (!Array.isArray(value)) throw badValue(key, "A list is expected.");
  if (collection === "keyvaluelist" && !value.every(isPair))
    throw badValue(key, "A list of keys and values is expected.");
};

/**
 * What a form gives for each input. Inputs of an initial sync count for that alone. Throws an error by the input's key for
 * a collection that is none.
 */
export const givenBy = (values: Values, inputs: readonly Input[], initialSync: boolean): Given =>
  new Map(
    Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
      const input = inputs.find((each) => each.key === key);
      if (value === undefined || value === null || (input && isOnDeploy(input) && !initialSync)) return [];
      if (input) checkCollection(input, value);
      return [[key, decoded(value)]];
    }),
  );
