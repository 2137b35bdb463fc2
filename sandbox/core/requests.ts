export interface RecordedRequest {
  method: string;
  /** Path and query as they were sent. */
  target: string;
  /** As it was sent, without the query. */
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  /** Parsed where it is JSON or a form, a text where it is another kind of text, a Buffer otherwise. */
  body: unknown;
  operationId?: string;
  /** Undefined when the connection was cut without an answer. */
  status?: number;
  answer?: unknown;
}

/** A form or the query of a page. */
export type Form = Record<string, string>;
