/** Versions of records: the vendor gives them as ETag, and takes them as If-Match. */
import { requireKind } from "../http/answers";
import { InputError } from "../http/errors";
import { problemOfHeader } from "../http/headers";
import type { Exchange } from "../http/transport";
import { parsedInput } from "../platform/inputs";

const toVersion = (text: string, label: string): string => {
  const problem = problemOfHeader("If-Match", text);
  if (problem) throw new InputError(label, problem);
  return text;
};

/** The version that a change is based on; `blank` says what happens without one. */
export const ifMatchInput = (blank: string) =>
  parsedInput(
    {
      label: "If Match",
      comments: `The etag of an earlier answer, with its quotes: the change is refused (HTTP 412) when somebody else changed the object since. Blank: ${blank}`,
      example: '"1"',
    },
    toVersion,
  );

/** The version of a record, in its own field or in the header of the answer; undefined where the vendor gives none. */
export const versionOf = ({ headers, body }: Exchange<{ etag?: string } | undefined>): string | undefined =>
  body?.etag ?? headers.etag;

/**
 * The record of an answer with its version. Throws when the answer is no record; `request` names vendor and operation,
 * `changes` says that its work may have been done.
 */
export const withVersion = <Body extends { etag?: string } | object>(
  exchange: Exchange<Body>,
  request: string,
  changes = false,
): Body & { etag?: string } => {
  requireKind("record", exchange.body, request, { changes });
  return { ...exchange.body, etag: versionOf(exchange as Exchange<{ etag?: string }>) };
};

/** The JSON Schema, as text, of a record of the vendor's description with its version. */
export const versionedSchema = (component: string): string =>
  JSON.stringify({
    allOf: [{ $ref: component }, { type: "object", properties: { etag: { type: "string" } } }],
  });
