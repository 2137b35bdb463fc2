/** Requests and answers on the wire. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { parse as parseForm } from "node:querystring";
import type { Answer } from "./answers";
import type { RecordedRequest } from "./requests";

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));

/** Content that is text for a reader of the recorded requests; everything else stays as the bytes that came. */
const isText = (contentType: string) =>
  contentType === "" || /^text\/|json|xml|x-www-form-urlencoded/.test(contentType);

const parseBody = (bytes: Buffer, contentType = ""): unknown => {
  if (bytes.length === 0) return undefined;
  if (!isText(contentType)) return bytes;
  const text = bytes.toString("utf8");
  if (contentType.includes("application/x-www-form-urlencoded")) return { ...parseForm(text) };
  if (!contentType.includes("json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export const receive = async (request: IncomingMessage): Promise<RecordedRequest> => {
  const { url: target = "/" } = request;
  const [path = "/", query = ""] = target.split(/\?(.*)/s);
  const headers = headersOf(request);
  return {
    method: request.method ?? "GET",
    target,
    path,
    query: { ...parseForm(query) } as RecordedRequest["query"],
    headers,
    body: parseBody(await read(request), headers["content-type"]),
  };
};

interface Payload {
  payload: Buffer;
  headers: Record<string, string>;
}

/** Bytes are sent as they are, texts with a content type of their own too, and everything else as JSON. */
const serialise = ({ headers = {}, body }: Answer): Payload => {
  const as = (payload: Buffer, contentType: string) => ({
    payload,
    headers: { "Content-Type": contentType, ...headers },
  });
  if (body === undefined) return { payload: Buffer.alloc(0), headers };
  if (Buffer.isBuffer(body)) return as(body, "application/octet-stream");
  if (typeof body === "string" && headers["Content-Type"]) return { payload: Buffer.from(body), headers };
  return as(Buffer.from(JSON.stringify(body)), "application/json; charset=utf-8");
};

const lengthOf = ({ status }: Answer, payload: Buffer) => (status === 204 ? {} : { "Content-Length": payload.length });

export const send = (response: ServerResponse, answer: Answer): void => {
  const { payload, headers } = serialise(answer);
  response.writeHead(answer.status, { ...headers, ...lengthOf(answer, payload) });
  response.end(payload);
};

/** Half of the body with the length of the whole, then the connection is cut. */
export const sendTruncated = (response: ServerResponse, answer: Answer): void => {
  const { payload, headers } = serialise({ ...answer, body: answer.body ?? { result: "cut off" } });
  const status = answer.status === 204 ? 200 : answer.status;
  response.writeHead(status, { ...headers, "Content-Length": payload.length });
  response.write(payload.subarray(0, Math.max(1, Math.floor(payload.length / 2))), () => response.destroy());
};

/** The body in ten pieces with a wait before each, as long as the client stays. */
export const sendDripping = async (response: ServerResponse, answer: Answer, wait: () => Promise<unknown>) => {
  const { payload, headers } = serialise(answer);
  response.writeHead(answer.status, { ...headers, ...lengthOf(answer, payload) });
  response.flushHeaders();
  const size = Math.max(1, Math.ceil(payload.length / 10));
  for (let start = 0; start < payload.length && !response.destroyed; start += size) {
    await wait();
    response.write(payload.subarray(start, start + size));
  }
  response.end();
};
