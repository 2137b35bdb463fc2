import type { operations } from "../generated/teamviewer";

export type OperationId = keyof operations;

type Json<Response> = Response extends { content: { "application/json": infer Body } } ? Body : never;

/** The body of an operation's success as the description has it. */
export type Result<Id extends OperationId> = operations[Id]["responses"] extends infer Responses
  ? { [Status in keyof Responses]: Status extends 200 | 201 ? Json<Responses[Status]> : never }[keyof Responses]
  : never;

export interface Answer<Body = unknown> {
  status: number;
  headers?: Record<string, string>;
  body?: Body;
}

export const ok = <Body>(body: Body, headers?: Record<string, string>): Answer<Body> => ({
  status: 200,
  headers,
  body,
});
export const created = <Body>(body: Body): Answer<Body> => ({ status: 201, body });
export const noContent = (): Answer<never> => ({ status: 204 });
