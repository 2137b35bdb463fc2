import type Ajv from "ajv";
import type { ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { type Document, OpenAPIBackend, type Operation } from "openapi-backend";
import type { Description } from "../../spec/description";
import { type Answer, ok } from "./answers";
import { VendorError } from "./errors";
import type { AnyHandlers } from "./families";
import type { RecordedRequest } from "./requests";
import { createRouter, type RouteMatch } from "./routes";
import { jsonOnly, validationFailed } from "./validation";

/** A vendor's API: what it describes, and what stands behind it. */
export interface ApiRules<World, Caller> {
  /** As strict as the vendor's server. */
  description: Description;
  /** By operation id. Operations without one answer with an example that fits the description. */
  handlers: AnyHandlers;
  /** Who asks, as handlers see it; throws when nobody is known. Not called for operations that need no token. */
  authenticate(request: RecordedRequest, world: World): Caller;
  /** Throws when the caller may not call this operation. */
  authorise?(operationId: string, caller: Caller): void;
}

export interface Api<World> {
  route(method: string, path: string): RouteMatch;
  /** Routing, authorisation, validation, handler. Throws the vendor's errors. */
  handle(request: RecordedRequest, world: World): Answer;
  /** What is wrong with an answer according to the description; empty when it is as documented. */
  mismatches(operationId: string, answer: Answer): string[];
  /** The answer of an operation without a handler. */
  example(operationId: string): Answer;
  operationIds: string[];
}

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

const loadBackend = async (description: Description): Promise<OpenAPIBackend> => {
  const backend = new OpenAPIBackend({
    definition: description as unknown as Document,
    quick: true,
    coerceTypes: true,
    ajvOpts: { validateSchema: false, allErrors: true },
    customizeAjv: sharedAjv() as never,
  });
  await backend.init();
  return backend;
};

/** The query with its numbers and booleans; throws when the request is not valid. */
const validated = (backend: OpenAPIBackend, operation: Operation, request: RecordedRequest, path: string): unknown => {
  const { method, query, headers, body } = request;
  const result = backend.validateRequest({ method, path, query, headers, body }, operation);
  if (result.errors) throw validationFailed(result.errors as ErrorObject[]);
  return (result as unknown as { coerced: { query: unknown } }).coerced.query;
};

/** Every byte there is, so that whoever takes them for text is found out. */
const exampleBytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

const contentOf = (backend: OpenAPIBackend, operationId: string, status: number) => {
  const { responses = {} } = backend.getOperation(operationId) ?? {};
  const response = responses[status];
  const types = Object.keys((response && "content" in response && response.content) || {});
  return { isKnown: response !== undefined, types };
};

const successOf = (backend: OpenAPIBackend, operationId: string): number => {
  const { responses = {} } = backend.getOperation(operationId) ?? {};
  return Number(Object.keys(responses).find((code) => Number(code) < 300) ?? 200);
};

const example = (backend: OpenAPIBackend, operationId: string): Answer => {
  const status = successOf(backend, operationId);
  const { types } = contentOf(backend, operationId, status);
  if (status === 204 || types.length === 0) return { status };
  if (!types.includes("application/json")) {
    return { status, headers: { "Content-Type": types[0] ?? "" }, body: exampleBytes };
  }
  return { ...ok(backend.mockResponseForOperation(operationId, { code: status as never }).mock), status };
};

const mismatches = (backend: OpenAPIBackend, operationId: string, { status, body }: Answer): string[] => {
  if (status >= 400) return [];
  const { isKnown, types } = contentOf(backend, operationId, status);
  if (!isKnown) return [`${operationId}: the description has no status ${status}`];
  if (types.length === 0) return body === undefined ? [] : [`${operationId}: ${status} has no body`];
  if (!types.includes("application/json")) return Buffer.isBuffer(body) ? [] : [`${operationId}: must be bytes`];
  const { errors } = backend.validateResponse(body, operationId, status);
  return (errors ?? []).map(({ instancePath, message, params }) =>
    `${operationId} ${instancePath || "/"}: ${message} ${params.additionalProperty ?? ""}`.trim(),
  );
};

/** The API by a vendor's description. It holds no state, so that all sandboxes of a process can share it. */
export const createApi = async <World extends object, Caller extends object>({
  description,
  handlers,
  authenticate,
  authorise,
}: ApiRules<World, Caller>): Promise<Api<World>> => {
  const backend = await loadBackend(description);
  const operations = backend.router.getOperations();
  // The router would copy all operations anew for every look-up.
  backend.router.getOperations = () => operations;
  const byId = new Map(operations.map((operation) => [operation.operationId ?? "", operation]));
  const route = createRouter(operations);

  const operationAt = ({ operationId, isKnown }: RouteMatch): Operation => {
    const operation = byId.get(operationId ?? "");
    if (operation) return operation;
    if (!isKnown) throw new VendorError(404, "not_found", "There is no such function.");
    throw new VendorError(405, "invalid_request", "The function does not have this method.");
  };

  const callerOf = ({ operationId = "", security = [] }: Operation, request: RecordedRequest, world: World) => {
    if (security.length === 0) return undefined;
    const caller = authenticate(request, world);
    authorise?.(operationId, caller);
    return caller;
  };

  return {
    route,
    handle: (request, world) => {
      const { method, headers, body } = request;
      const match = route(method, request.path);
      const operation = operationAt(match);
      jsonOnly(request);
      const caller = callerOf(operation, request, world);
      const query = validated(backend, operation, request, match.path);
      const { operationId = "" } = operation;
      const handler = handlers[operationId] as ((call: object) => Answer) | undefined;
      if (!handler) return example(backend, operationId);
      return handler({ ...world, ...caller, path: match.parameters, query, body, headers });
    },
    mismatches: (operationId, answer) => mismatches(backend, operationId, answer),
    example: (operationId) => example(backend, operationId),
    operationIds: [...byId.keys()],
  };
};
