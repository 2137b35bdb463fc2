import addFormats from "ajv-formats";
import { type Document, OpenAPIBackend } from "openapi-backend";
import { strictDescription as strictTeamViewer } from "../../sandbox/teamviewer/description";
import { strictDescription as strictTSManage } from "../../sandbox/tsmanage/description";
import type { Description } from "../../spec/description";
import type { Received } from "./server";

/** The strict description of each vendor, and where its paths begin, below which the sources name them. */
const descriptions = {
  teamviewer: { strict: strictTeamViewer, basePath: "/api/v1" },
  tsmanage: { strict: strictTSManage, basePath: "/public-api/v0" },
} satisfies Record<string, { strict(): Description; basePath: string }>;

type Vendor = keyof typeof descriptions;

type Schema = Record<string, unknown>;

interface Operation {
  operationId: string;
  method: string;
  path: string;
  deprecated?: boolean;
  parameters?: { in: string; name: string }[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  responses: Record<string, { content?: { "application/json": { schema: Schema } } }>;
}

/** What tells which operation a request is of. */
type Asked = Pick<Received, "method" | "url">;

const locationOf = ({ url }: Asked) => new URL(url, "http://loopback");

/** A parameter that repeats is a list. */
const queryOf = (asked: Asked): Record<string, string | string[]> => {
  const { searchParams } = locationOf(asked);
  const entries = [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)] as const);
  return Object.fromEntries(entries.map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? "")]));
};

const hasBody = ({ responses }: Operation): boolean =>
  Object.entries(responses).some(([status, { content }]) => Number(status) < 300 && content !== undefined);

const load = async (vendor: Vendor) => {
  const { strict, basePath } = descriptions[vendor];
  const definition = strict();
  const backend = new OpenAPIBackend({
    definition: definition as unknown as Document,
    quick: true,
    lazyCompileValidators: true,
    coerceTypes: true,
    ajvOpts: { validateSchema: false, allErrors: true },
    customizeAjv: ((ajv: never) => addFormats(ajv)) as never,
  } as ConstructorParameters<typeof OpenAPIBackend>[0]);
  await backend.init();

  /** An operation as method and path below the base URL, which is how the sources name it. */
  const nameOf = ({ method, path }: Pick<Operation, "method" | "path">) =>
    `${method.toUpperCase()} ${path.replace(basePath, "")}`;

  const operations = new Map(
    backend.router.getOperations().map((operation) => [nameOf(operation), operation as unknown as Operation]),
  );

  const operationNamed = (name: string): Operation => {
    const operation = operations.get(name);
    if (!operation) throw new Error(`The description has no operation ${name}.`);
    return operation;
  };

  /** Those with the most text of their own first, so that `/devices/assign` is no `/devices/{id}`. */
  const routes = [...operations.values()]
    .map((operation) => ({ operation, literal: operation.path.replace(/\{.*?\}/g, "").length }))
    .sort((one, other) => other.literal - one.literal)
    .map(({ operation }) => ({
      operation,
      method: operation.method.toUpperCase(),
      pattern: new RegExp(`^${operation.path.replace(/\{.*?\}/g, "[^/]+")}$`),
    }));

  /** The path as the description has it. A few operations are not below the base URL, and stand there as they are. */
  const describedPath = (asked: Asked): string => {
    const { pathname } = locationOf(asked);
    return routes.some(({ pattern }) => pattern.test(pathname)) ? pathname : `${basePath}${pathname}`;
  };

  const routeOf = (asked: Asked) => {
    const path = describedPath(asked);
    return routes.find(({ method, pattern }) => method === asked.method && pattern.test(path));
  };

  const requestOf = (received: Received) => ({
    method: received.method,
    path: describedPath(received),
    query: queryOf(received),
    headers: received.headers as Record<string, string>,
    body: received.body === "" ? undefined : JSON.parse(received.body),
  });

  const matching = (asked: Asked): Operation => {
    const route = routeOf(asked);
    if (!route) throw new Error(`${asked.method} ${asked.url} is no operation of the description.`);
    return route.operation;
  };

  const problemsOf = (errors: { instancePath: string; message?: string; params: object }[] | null | undefined) =>
    (errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);

  const { schemas = {} } = (definition.components ?? {}) as { schemas?: Record<string, Schema> };

  return {
    /** Names of the body fields that the description says may be empty. */
    emptiable: Object.values(schemas).flatMap(({ properties }) =>
      Object.entries((properties ?? {}) as Record<string, Schema>).flatMap(([name, { minLength }]) =>
        minLength === 0 ? [name] : [],
      ),
    ),
    /** Every operation, as method and path below the base URL. */
    operations: [...operations.keys()],
    /** The operations that the vendor advises against. */
    deprecated: [...operations].flatMap(([name, { deprecated }]) => (deprecated ? [name] : [])),
    /** The operation of a request below the base URL. Throws when the description has none. */
    operationOf: (asked: Asked): string => nameOf(matching(asked)),
    /** An example of what the vendor answers to a request; undefined where that has no body. */
    answerTo: (asked: Asked): unknown => {
      const operation = routeOf(asked)?.operation;
      return operation && hasBody(operation) ? backend.mockResponseForOperation(operation.operationId).mock : undefined;
    },
    /** What is wrong with a request below the base URL. */
    problemsOfRequest: (received: Received): string[] =>
      problemsOf(backend.validateRequest(requestOf(received), matching(received) as never).errors),
    /** Whether the description has a body for the success of an operation. */
    hasBody: (operation: string): boolean => hasBody(operationNamed(operation)),
    /** What is wrong with the body of a successful answer. */
    problemsOfAnswer: (operation: string, body: unknown, status = 200): string[] =>
      problemsOf(backend.validateResponse(body, operationNamed(operation) as never, status).errors),
    /** Query parameters and body fields that an operation knows, those of an object field as `field.name`. */
    fieldsOf: (operation: string): string[] => {
      const { parameters = [], requestBody } = operationNamed(operation);
      const query = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
      const schema = requestBody?.content["application/json"].schema as { properties?: Record<string, Schema> };
      return [...query, ...fieldNames(schema?.properties)];
    },
  };
};

const loaded: Partial<Record<Vendor, ReturnType<typeof load>>> = {};

/** A vendor's description, strict about unknown fields, as a judge of requests and answers; loaded once per test file. */
export const loadDescriptionOf = (vendor: Vendor) => {
  loaded[vendor] ??= load(vendor);
  return loaded[vendor];
};

export const loadDescriptionOfTeamViewer = () => loadDescriptionOf("teamviewer");

export type DescriptionOfTeamViewer = Awaited<ReturnType<typeof load>>;

const fieldNames = (properties: Record<string, Schema> = {}): string[] =>
  Object.entries(properties).flatMap(([name, schema]) =>
    schema.type === "object" && schema.properties
      ? fieldNames(schema.properties as Record<string, Schema>).map((field) => `${name}.${field}`)
      : [name],
  );

/** Query parameters and body fields that a request carries, those of an object field as `field.name`. */
export const fieldsSent = (received: Received): string[] => {
  const names = (value: unknown): string[] =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, field]) => {
          const inner = names(field);
          return inner.length > 0 ? inner.map((each) => `${name}.${each}`) : [name];
        })
      : [];
  const body = received.body === "" ? undefined : JSON.parse(received.body);
  return [...locationOf(received).searchParams.keys(), ...names(body)];
};
