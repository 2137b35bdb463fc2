import { isUint8Array } from "node:util/types";
import type { Secrets } from "../src/http/redact";

type Redact = Secrets["redact"];

/** Whether a value is what JSON calls an object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Through latin1 every byte keeps its place, whatever the encoding of the text. */
const withoutSecrets = (bytes: Uint8Array, redact: Redact): Buffer =>
  Buffer.from(redact(Buffer.from(bytes).toString("latin1")), "latin1");

const asBuffer = (value: unknown): Uint8Array | undefined => {
  if (isUint8Array(value)) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
};

/** The platform's form of binary data: bytes with their content type. */
const isDataPayload = (value: object): value is { data: unknown; contentType: string } =>
  "data" in value && asBuffer(value.data) !== undefined && "contentType" in value;

const hasToJson = (value: object): value is { toJSON(): unknown } =>
  "toJSON" in value && typeof value.toJSON === "function";

const plain = (value: unknown, redact: Redact, parents: readonly object[]): unknown => {
  if (typeof value === "string") return redact(value);
  if (typeof value === "bigint") return redact(String(value));
  if (typeof value === "number") return redact(String(value)) === String(value) ? value : redact(String(value));
  if (typeof value !== "object" || value === null) return value;
  if (parents.includes(value)) return "[circular]";

  const path = [...parents, value];
  const inside = (item: unknown) => plain(item, redact, path);
  const bytes = asBuffer(value);
  if (bytes) return { base64: withoutSecrets(bytes, redact).toString("base64") };
  if (isDataPayload(value)) return { contentType: inside(value.contentType), ...(inside(value.data) as object) };
  if (hasToJson(value)) return inside(value.toJSON());
  if (Array.isArray(value)) return value.map(inside);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), inside(item)]));
};

/** `value` as JSON can hold it, without secrets. Bytes become `{ "base64": … }`, with their `contentType` if they have one. */
export const toPlain = (value: unknown, { redact }: Secrets): unknown => plain(value, redact, []);

/** `value` as indented JSON without secrets. It is as `toPlain` gives it; undefined becomes null. */
export const toJson = (value: unknown, secrets: Secrets): string =>
  JSON.stringify(toPlain(value, secrets) ?? null, null, 2);
