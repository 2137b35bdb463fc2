import type Ajv from "ajv";
import type { ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { type Context, type Document, OpenAPIBackend } from "openapi-backend";
import { type Answer, type OperationId, ok } from "./answers";
import type { AnyCall, Call, Surroundings } from "./calls";
import { strictDescription } from "./description";
import { badRequest, VendorError } from "./errors";
import { handlers } from "./handlers";
import { createRouter, type RouteMatch } from "./routes";
import { authorise } from "./scopes";
import type { AccessToken } from "./tokens";

export interface ApiRequest {
  method: string;
  route: RouteMatch;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: unknown;
}

export interface Api {
  route(method: string, path: string): RouteMatch;
  handle(request: ApiRequest, surroundings: Surroundings): Promise<Answer>;
  /** What is wrong with an answer according to the description; empty when it is as documented. */
  mismatches(operationId: string, answer: Answer): string[];
  /** The answer of an operation without a handler: an example that fits the description. */
  example(operationId: string): Answer;
  operationIds: string[];
}

/** Says which field is wrong and why, as the vendor's error_description does. */
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

const validationFailed = ({ validation }: Context): never => {
  const errors = validation.errors ?? [];
  const error = errors.find(({ keyword }) => keyword === "additionalProperties") ?? errors[0];
  throw badRequest(error ? describe(error) : "The request is not valid.");
};

/** One validator for all schemas of a kind: making one per operation costs most of the time. */
const sharedAjv = () => {
  const known = new Map<string, Ajv>();
  return (ajv: Ajv, options: { coerceTypes?: unknown }): Ajv => {
    const key = String(options.coerceTypes);
    const shared = known.get(key) ?? addFormats(ajv);
    known.set(key, shared);
    return shared;
  };
};

const bearer = ({ request }: Context, { tokens }: Surroundings) => {
  const { authorization } = request.headers;
  return tokens.authenticate(Array.isArray(authorization) ? authorization[0] : authorization);
};

const refuse = ({ security }: Context): never => {
  throw security?.bearer?.error ?? new Error("The bearer token was refused without a reason.");
};

type AnyHandler = (call: AnyCall) => Answer;

const withHandler = (operationId: string): AnyHandler | undefined =>
  handlers[operationId as OperationId] as AnyHandler | undefined;

const callOf = (context: Context, surroundings: Surroundings, request: ApiRequest): AnyCall =>
  ({
    ...surroundings,
    path: request.route.parameters,
    query: context.request.query,
    body: request.body,
    token: context.security?.bearer as AccessToken,
    authorization: request.headers.authorization,
  }) as Call;

const allow = ({ operation, security }: Context) => {
  const token = security?.bearer as AccessToken & { error?: unknown };
  if (token && !token.error) authorise(operation.operationId as OperationId, token);
};

const load = async (): Promise<Api> => {
  const backend = new OpenAPIBackend({
    definition: (await strictDescription()) as unknown as Document,
    quick: true,
    coerceTypes: true,
    ajvOpts: { validateSchema: false, allErrors: true },
    customizeAjv: sharedAjv() as never,
    securityHandlers: { bearer },
    handlers: {
      unauthorizedHandler: refuse,
      postSecurityHandler: allow,
      validationFail: validationFailed,
      notFound: () => {
        throw new VendorError(404, "not_found", "There is no such function.");
      },
      methodNotAllowed: () => {
        throw new VendorError(405, "invalid_request", "The function does not have this method.");
      },
      notImplemented: ({ operation }: Context): Answer => example(backend, operation.operationId ?? ""),
    },
  });
  await backend.init();
  const operations = backend.router.getOperations();
  // The router would copy all operations anew for every request.
  backend.router.getOperations = () => operations;
  const operationIds = operations.map((operation) => operation.operationId ?? "");
  for (const operationId of operationIds) {
    const handler = withHandler(operationId);
    if (handler) {
      backend.register(operationId, (context: Context, surroundings: Surroundings, request: ApiRequest) =>
        handler(callOf(context, surroundings, request)),
      );
    }
  }
  return {
    route: createRouter(operations),
    handle: (request, surroundings) =>
      backend.handleRequest(
        {
          method: request.method,
          path: request.route.path,
          query: request.query,
          headers: request.headers,
          body: request.body,
        },
        surroundings,
        request,
      ),
    mismatches: (operationId, answer) => mismatches(backend, operationId, answer),
    example: (operationId) => example(backend, operationId),
    operationIds,
  };
};

const example = (backend: OpenAPIBackend, operationId: string): Answer => {
  const { responses = {} } = backend.getOperation(operationId) ?? {};
  const status = Number(Object.keys(responses).find((code) => Number(code) < 300) ?? 200);
  const response = responses[status];
  if (!response || !("content" in response) || status === 204) return { status };
  return { ...ok(backend.mockResponseForOperation(operationId, { code: status as never }).mock), status };
};

const mismatches = (backend: OpenAPIBackend, operationId: string, { status, body }: Answer): string[] => {
  if (status >= 400) return [];
  const { responses = {} } = backend.getOperation(operationId) ?? {};
  const response = responses[status];
  if (!response) return [`${operationId}: the description has no status ${status}`];
  if (!("content" in response)) return body === undefined ? [] : [`${operationId}: ${status} has no body`];
  const { errors } = backend.validateResponse(body, operationId, status);
  return (errors ?? []).map(({ instancePath, message, params }) =>
    `${operationId} ${instancePath || "/"}: ${message} ${params.additionalProperty ?? ""}`.trim(),
  );
};

let loaded: Promise<Api> | undefined;

/** The API by the vendor's description. It holds no state, so that all sandboxes of a process share it. */
export const loadApi = (): Promise<Api> => {
  loaded ??= load();
  return loaded;
};
