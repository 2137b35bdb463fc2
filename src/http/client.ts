import { type AnswerKind, requireKind } from "./answers";
import { InputError } from "./errors";
import { fillPath } from "./path";
import type { Exchange, Transport } from "./transport";

/** What an operation answers with when it succeeds; undefined for an empty body, bytes for a file. */
export type AnswerOf<Op> = Op extends { responses: infer Responses }
  ? BodyOf<Responses[keyof Responses & (200 | 201 | 202 | 204)]>
  : never;

type BodyOf<Response> = Response extends { content: infer Content }
  ? Content extends { "application/json": infer Body }
    ? Body
    : Buffer
  : undefined;

type PathPart<Op> = Op extends { parameters: { path: infer Path } } ? { path: Path } : { path?: undefined };

type QueryPart<Op> = Op extends { parameters: { query?: infer Query } }
  ? [Query] extends [undefined]
    ? { query?: undefined }
    : { query?: Query }
  : { query?: undefined };

type HeaderPart<Op> = Op extends { parameters: { header: infer Header } }
  ? { headers: Header }
  : Op extends { parameters: { header?: infer Header } }
    ? [Header] extends [undefined]
      ? { headers?: undefined }
      : { headers?: Header }
    : { headers?: undefined };

type BodyPart<Op> = Op extends { requestBody: { content: { "application/json": infer Body } } }
  ? { body: Body }
  : { body?: undefined };

/** An answer that is a file has to be asked for as one: nothing else tells the client not to read it as JSON. */
type FilePart<Op> = [AnswerOf<Op>] extends [Buffer] ? { as: "file" } : { as?: undefined };

type PartsOf<Op> = PathPart<Op> & QueryPart<Op> & HeaderPart<Op> & BodyPart<Op> & FilePart<Op>;

/**
 * The path parameters, query, headers and body of one operation, as its description has them. Of a union of operations
 * the parts are put together for each by itself (`Op extends unknown`): their combinations would be millions.
 */
export type RequestOf<Op> = Op extends unknown
  ? PartsOf<Op> & {
      /** Query parameters that the description does not know, from a builder's own list. */
      extraQuery?: Record<string, string | string[]>;
    }
  : never;

/** Whether an operation can be requested without saying anything more. */
export type NeedsNothing<Op> = Op extends unknown ? (Record<string, never> extends PartsOf<Op> ? true : false) : never;

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

/**
 * `Given` where it is `Exact`. Not simply both at once, and not compared with itself: while the operation is not known,
 * or is a wrong one, the compiler would combine the requests of all operations with each other.
 */
export type Only<Shape, Given> = Given &
  (Same<Shape, Given> extends true ? unknown : [Given] extends [Exact<Shape, Given>] ? unknown : Exact<Shape, Given>);

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type RequestArgument<Op, Given> =
  NeedsNothing<Op> extends true ? [request?: Only<RequestOf<Op>, Given>] : [request: Only<RequestOf<Op>, Given>];

/**
 * A vendor's API, typed by operation (method and path, as its description has them): an operation that the description
 * lacks, a missing path parameter, an unknown query parameter, header or body field does not compile. Both methods send
 * one request and throw what `Transport.send` throws.
 */
export interface ApiClient<Operations> {
  /** Gives the parsed body, undefined when it is empty. */
  request<O extends keyof Operations & string, Given extends RequestOf<Operations[O]>>(
    operation: O,
    ...request: RequestArgument<Operations[O], Given>
  ): Promise<AnswerOf<Operations[O]>>;
  /** Gives the body with its status and headers, for operations whose headers name a version or the next page. */
  exchange<O extends keyof Operations & string, Given extends RequestOf<Operations[O]>>(
    operation: O,
    ...request: RequestArgument<Operations[O], Given>
  ): Promise<Exchange<AnswerOf<Operations[O]>>>;
  transport: Transport;
}

/** A request whose operation is not known to the compiler. */
export interface AnyRequest {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
  extraQuery?: Record<string, string | string[]>;
  /** What stands behind the question mark of a link, sent as it is before the rest of the query. */
  linkQuery?: string;
  as?: "file";
  /** It only reads, although its method does not say so. */
  reads?: boolean;
  /** Who asks looks at the answer, whatever kind it is of. */
  anyKind?: boolean;
}

/** What makes a transport hand over the bytes of an answer as they came. */
const asFile = (headers?: Record<string, string>) => ({
  responseType: "arraybuffer" as const,
  headers: { Accept: "*/*", ...headers },
  read: (bytes: unknown) => bytes,
});

export interface ClientOptions {
  /** For a vendor some of whose paths do not lie below the base URL: gives the URL of such a path. */
  urlOf?: (path: string) => string;
  /** What an operation answers with. A GET or POST whose answer is of another kind fails; others may answer nothing. */
  kindOf?: (operation: string) => AnswerKind;
}

/** The typed client of one vendor over a transport. `Operations` are the generated types of its description. */
export const createApiClient = <Operations>(
  transport: Transport,
  { urlOf = (path) => path, kindOf }: ClientOptions = {},
): ApiClient<Operations> => {
  const exchange = async (
    operation: string,
    { path, query, headers, body, extraQuery, linkQuery, as, reads, anyKind }: AnyRequest = {},
  ) => {
    const [method, template] = operation.split(" ") as [string, string];
    const exchanged = await transport.send({
      operation,
      method,
      url: urlOf(fillPath(template, path)) + (linkQuery ? `?${linkQuery}` : ""),
      params: mergeQuery(withoutBlanks(query), extraQuery),
      headers,
      data: body,
      reads,
      ...(as === "file" && asFile(headers)),
    });
    if (!anyKind && (method === "GET" || method === "POST")) {
      requireKind(kindOf?.(operation), exchanged.body, transport.nameOf(operation), {
        changes: method === "POST" && !reads,
      });
    }
    return exchanged;
  };
  return {
    exchange,
    request: async (operation: string, request?: AnyRequest) => (await exchange(operation, request)).body,
    transport,
  } as ApiClient<Operations>;
};

/** Both in one query. Throws an `InputError` when they set a parameter to different values: neither may be ignored. */
const mergeQuery = (query: Record<string, unknown>, extraQuery: Record<string, string | string[]> = {}) => {
  for (const [name, value] of Object.entries(extraQuery)) {
    if (Object.hasOwn(query, name) && String(query[name]) !== String(value)) {
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
