import { InputError } from "./errors";
import { fillPath } from "./path";
import type { Transport } from "./transport";

type Method = "get" | "put" | "post" | "delete" | "patch";

/** The paths of a description that have the given method. */
export type PathsWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends Record<M, object> ? P : never;
}[keyof Paths] &
  string;

type OperationOf<Paths, P extends keyof Paths, M extends Method> = Paths[P] extends Record<M, infer Op> ? Op : never;

type JsonOf<Content> = Content extends { content: { "application/json": infer Body } } ? Body : undefined;

/** What an operation answers with when it succeeds; undefined for an empty body. */
export type AnswerOf<Op> = Op extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202 ? JsonOf<Responses[Status]> : never;
    }[keyof Responses]
  : never;

type PathPart<Op> = Op extends { parameters: { path: infer Path } } ? { path: Path } : { path?: undefined };

type QueryPart<Op> = Op extends { parameters: { query?: infer Query } }
  ? [Query] extends [undefined]
    ? { query?: undefined }
    : { query?: Query }
  : { query?: undefined };

type BodyPart<Op> = Op extends { requestBody: { content: { "application/json": infer Body } } }
  ? { body: Body }
  : { body?: undefined };

/** The path parameters, query and body of one operation, as its description has them. */
export type RequestOf<Op> = PathPart<Op> &
  QueryPart<Op> &
  BodyPart<Op> & {
    /** Query parameters that the description does not know, from a builder's own list. */
    extraQuery?: Record<string, string | string[]>;
  };

/**
 * `Given` where every key is one of `Shape`'s, at any depth. TypeScript checks that by itself only for literals; with
 * this a variable with a misspelt field does not compile either.
 */
export type Exact<Shape, Given> = Given extends readonly (infer GivenItem)[]
  ? Shape extends readonly (infer Item)[]
    ? Exact<NonNullable<Item>, GivenItem>[]
    : Given
  : Given extends object
    ? { [Key in keyof Given]: Key extends keyof Shape ? Exact<NonNullable<Shape[Key]>, Given[Key]> : never }
    : Given;

type RequestArgument<Op, Given> =
  Record<string, never> extends PathPart<Op> & BodyPart<Op>
    ? [request?: Given & Exact<RequestOf<Op>, Given>]
    : [request: Given & Exact<RequestOf<Op>, Given>];

type Send<Paths, M extends Method> = <P extends PathsWith<Paths, M>, Given extends RequestOf<OperationOf<Paths, P, M>>>(
  path: P,
  ...request: RequestArgument<OperationOf<Paths, P, M>, Given>
) => Promise<AnswerOf<OperationOf<Paths, P, M>>>;

/**
 * One method per HTTP method, typed by path: a path that the description lacks, a missing path parameter, an unknown
 * query parameter or body field does not compile. Each sends one request and gives the parsed body (undefined when
 * it is empty); throws what `Transport.send` throws.
 */
export type ApiClient<Paths> = { [M in Method]: Send<Paths, M> } & { transport: Transport };

interface AnyRequest {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  extraQuery?: Record<string, string | string[]>;
}

/** The typed client of one vendor over a transport. `Paths` are the generated types, keyed by path below the base URL. */
export const createApiClient = <Paths>(transport: Transport): ApiClient<Paths> => {
  const method =
    (name: Method) =>
    // async, so that also what is refused before it is sent rejects the promise instead of throwing past it.
    async (template: string, { path, query, body, extraQuery }: AnyRequest = {}) => {
      const exchange = await transport.send({
        operation: `${name.toUpperCase()} ${template}`,
        method: name,
        url: fillPath(template, path),
        params: mergeQuery(withoutBlanks(query), extraQuery),
        data: body,
      });
      return exchange.body;
    };
  return {
    get: method("get"),
    put: method("put"),
    post: method("post"),
    delete: method("delete"),
    patch: method("patch"),
    transport,
  } as ApiClient<Paths>;
};

/** Both in one query. Throws an `InputError` when they set a parameter to different values: neither may be ignored. */
const mergeQuery = (query: Record<string, unknown>, extraQuery: Record<string, string | string[]> = {}) => {
  for (const [name, value] of Object.entries(extraQuery)) {
    if (name in query && String(query[name]) !== String(value)) {
      throw new InputError(
        "Query Parameters",
        `"${name}" is also set by an input of its own, to another value. Remove one of the two.`,
      );
    }
  }
  return { ...extraQuery, ...query };
};

const withoutBlanks = (query: Record<string, unknown> = {}) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
