/** Types of requests and answers, from the operations that `npm run generate` writes for a vendor. */
import type { Answer } from "./answers";

/** What is no JSON is bytes. */
type ContentOf<Response> = Response extends { content: infer Content }
  ? Content extends { "application/json": infer Body }
    ? Body
    : Buffer
  : never;

/** The body of an operation's success. */
export type ResultOf<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: Status extends 200 | 201 ? ContentOf<Responses[Status]> : never }[keyof Responses]
  : never;

type BodyOf<Operation> = Operation extends { requestBody: { content: { "application/json": infer Fields } } }
  ? Fields
  : undefined;

type ParametersOf<Operation, Place extends string> = Operation extends { parameters: infer Places }
  ? NonNullable<Places[Place & keyof Places]>
  : never;

/** Path parameters arrive decoded, and as text whatever their type is. */
type PathOf<Operation> = { [Name in keyof ParametersOf<Operation, "path">]: string };

/** A request that is routed, authorised and valid for the description, beside all that the vendor's handlers can reach. */
export type CallOf<Operation, Reach> = Reach & {
  path: PathOf<Operation>;
  query: ParametersOf<Operation, "query">;
  body: BodyOf<Operation>;
  headers: Record<string, string>;
};

/** Handlers by operation id. */
export type HandlersOf<Operations, Reach> = {
  [Id in keyof Operations]?: (call: CallOf<Operations[Id], Reach>) => Answer<ResultOf<Operations[Id]>>;
};
