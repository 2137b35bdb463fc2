import type { ErrorObject } from "ajv";
import { badRequest } from "./errors";
import type { RecordedRequest } from "./requests";

/** Says which field is wrong and why. */
const describe = ({ instancePath, keyword, params, message }: ErrorObject): string => {
  const [, place = "", ...fields] = instancePath.split("/");
  const name = [...fields, params.additionalProperty ?? params.missingProperty].filter(Boolean).join(".");
  const kind = place === "query" ? "query parameter" : place === "path" ? "path parameter" : "field";
  if (keyword === "additionalProperties") return `Unknown ${kind} '${name}'.`;
  if (name === "requestBody") return "The request needs a JSON body.";
  if (keyword === "required") return `The ${kind} '${name}' is required.`;
  const allowed = params.allowedValues ? `: ${params.allowedValues.join(", ")}` : "";
  return `The ${kind} '${name}' ${message}${allowed}.`;
};

/** A misspelt field is named rather than the one that is missing because of it. */
export const validationFailed = (errors: ErrorObject[]) => {
  const error = errors.find(({ keyword }) => keyword === "additionalProperties") ?? errors[0];
  return badRequest(error ? describe(error) : "The request is not valid.");
};

/** Throws for a body that is not JSON, or not all of it. */
export const jsonOnly = ({ body, headers }: Pick<RecordedRequest, "body" | "headers">): void => {
  if (typeof body !== "string" && !Buffer.isBuffer(body)) return;
  const isJson = (headers["content-type"] ?? "").includes("json");
  throw badRequest(isJson ? "The body is not valid JSON." : "The body must be sent as application/json.");
};
