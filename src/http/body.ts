/** Bodies: what is sent as the bytes that it means, what comes back as JSON where it is JSON. */
import { SpectralError } from "@prismatic-io/spectral";
import { toPairs } from "./query";

/** A body that should have been JSON and is not. */
export class Unreadable {
  constructor(readonly text: string) {}
}

/** The JSON value of a text body, undefined when it is empty, the text itself when it is not JSON. */
export const parseJson = (body: unknown): unknown => {
  if (typeof body !== "string") return body;
  if (body.trim() === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

/** As `parseJson`, but a text that is not JSON is marked, so that it counts as a failed answer. */
export const requireJson = (body: unknown): unknown => {
  const parsed = parseJson(body);
  return typeof parsed === "string" && parsed === body ? new Unreadable(parsed) : parsed;
};

/** A body as it goes over the wire, and what it is. */
export interface WrittenBody {
  data?: Buffer;
  contentType?: string;
}

const form = "application/x-www-form-urlencoded";

const isJson = (text: string): boolean => text.trim() !== "" && parseJson(text) !== text;

const bytesOf = (body: unknown): Buffer | undefined => {
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return body instanceof ArrayBuffer ? Buffer.from(body) : undefined;
};

const toJson = (body: unknown): string => {
  const problem = (reason: string) =>
    new SpectralError(`The body cannot be written as JSON: ${reason}. Nothing was sent.`);
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch (error) {
    throw problem((error as Error).message.split("\n", 1).join());
  }
  if (text === undefined) throw problem(`it is a ${typeof body}`);
  return text;
};

/** A text and bytes are sent as they are, anything else as JSON, or as a form where `given`, its content type, says so. */
const write = (body: unknown, given: string): Buffer => {
  const bytes = bytesOf(body);
  if (bytes) return bytes;
  if (typeof body === "string" || body instanceof URLSearchParams) return Buffer.from(String(body));
  const asForm = typeof body === "object" && body !== null && given.toLowerCase().includes(form);
  return Buffer.from(asForm ? toPairs(body, "[]") : toJson(body));
};

const contentTypeOf = (body: unknown): string => {
  if (body instanceof URLSearchParams) return form;
  if (typeof body === "string") return isJson(body) ? "application/json" : "text/plain";
  return bytesOf(body) ? "application/octet-stream" : "application/json";
};

/**
 * The bytes of a body with their content type, the `given` one where there is one; neither for a body that is undefined
 * or null. Nothing is left to the HTTP library, which trims texts and drops fields such as `constructor`. Throws a
 * `SpectralError` for what JSON cannot hold, such as an object that holds itself.
 */
export const writeBody = (body: unknown, given?: string): WrittenBody =>
  body === undefined || body === null
    ? { contentType: given }
    : { data: write(body, given ?? ""), contentType: given ?? contentTypeOf(body) };
