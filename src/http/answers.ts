/** What an answer of 2xx has to be before anything of it is used. */
import { SpectralError } from "@prismatic-io/spectral";

/** What an operation answers with; undefined where it can be anything, or nothing. */
export type AnswerKind = "record" | "list" | undefined;

/** The JSON Schemas of a vendor's answers, as texts: those of operations are the name of a component or a text too. */
export interface AnswerSchemas<Operation extends string> {
  components: Record<string, string>;
  operations: Record<Operation, string>;
}

/** What the description says that an operation answers with. */
export const answerKindOf = <Operation extends string>(
  { components, operations }: AnswerSchemas<Operation>,
  operation: NoInfer<Operation>,
): AnswerKind => {
  const schema = operations[operation];
  const [, type] = /^\{"type":"(object|array)"/.exec(components[schema] ?? schema) ?? [];
  if (type === "object") return "record";
  return type === "array" ? "list" : undefined;
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a body is, in words that complete "answered with". */
export const whatIs = (body: unknown): string => {
  if (body === undefined) return "an empty body";
  if (body === null) return "null";
  if (Array.isArray(body)) return "a list";
  return typeof body === "object" ? "an object" : `a ${typeof body}`;
};

/** What a user is told who cannot know whether a request that changes something was done. */
const look = "The request may have been done all the same: look for its result before running it again.";

/**
 * Throws when an answer is not of the kind that is due: an empty body, or a text in place of a record, says nothing.
 * `request` names the vendor and the operation; `changes` says that its work may have been done.
 */
export const requireKind = (kind: AnswerKind, answer: unknown, request: string, { changes = false } = {}) => {
  if (kind === undefined || (kind === "list" ? Array.isArray(answer) : isRecord(answer))) return;
  const then = changes ? look : "Nothing was used of it; try again later.";
  throw new SpectralError(`${request} answered with ${whatIs(answer)} in place of a ${kind}. ${then}`);
};

/** Types of answers in which servers tell of trouble, and the word for each. */
const textsInPlaceOfFiles: Record<string, string> = { "application/json": "JSON", "text/html": "a web page" };

/** Throws when an answer is no file: it is empty, or its content type says that it is JSON or a web page. */
export const requireFile = (bytes: unknown, contentType: string | undefined, request: string) => {
  const text = textsInPlaceOfFiles[contentType?.replace(/;.*$/s, "").trim().toLowerCase() ?? ""];
  const isEmpty = !Buffer.isBuffer(bytes) || bytes.length === 0;
  if (!text && !isEmpty) return;
  const what = isEmpty ? "an empty body" : text;
  throw new SpectralError(
    `${request} answered with ${what} in place of a file. Nothing was used of it; try again later.`,
  );
};
