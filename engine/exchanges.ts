import { AsyncLocalStorage } from "node:async_hooks";
import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import https from "node:https";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";

/** A body, as far as it is kept. */
export interface ExchangedBody {
  /** All of its bytes as they went over the wire, kept or not. */
  size: number;
  /** Unpacked where the headers say that it was packed; cut off at the limit. */
  content: Buffer;
  isWhole: boolean;
}

/** One HTTP request of a run and what came back, as sent and received: with all secrets. */
export interface Exchange {
  method: string;
  url: string;
  startedAt: Date;
  /** From the request to the end of the answer or of the connection. */
  milliseconds: number;
  sent: { headers: OutgoingHttpHeaders; body: ExchangedBody };
  received?: { status: number; statusText: string; headers: IncomingMessage["headers"]; body: ExchangedBody };
  /** Why there is no whole answer. */
  error?: string;
}

type Observe = (exchange: Exchange) => void;

interface Observation {
  observe: Observe;
  /** How many bytes of each body are kept. */
  limit: number;
  /** Exchanges that have not ended. */
  open: Set<Promise<void>>;
}

/** How long the end of the last exchanges is waited for when the work is done, in milliseconds. */
const patience = 250;

/** More than a person reads of one body, in bytes. */
const readByPeople = 256 * 1024;

const unpackers: Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

const collector = (limit: number) => {
  const chunks: Buffer[] = [];
  let size = 0;
  let kept = 0;
  return {
    add(chunk: unknown, encoding?: unknown) {
      const isEncoding = typeof encoding === "string" && Buffer.isEncoding(encoding);
      const bytes = typeof chunk === "string" ? Buffer.from(chunk, isEncoding ? encoding : "utf8") : chunk;
      if (!(bytes instanceof Uint8Array)) return;
      size += bytes.length;
      const part = Buffer.from(bytes.subarray(0, Math.max(0, limit - kept)));
      kept += part.length;
      if (part.length > 0) chunks.push(part);
    },
    async body(packing = ""): Promise<ExchangedBody> {
      const content = Buffer.concat(chunks);
      const unpack = kept === size ? unpackers[packing] : undefined;
      const unpacked = await unpack?.(content, { maxOutputLength: 16 * limit }).catch(() => undefined);
      const readable = unpacked ?? content;
      return { size, content: readable.subarray(0, limit), isWhole: kept === size && readable.length <= limit };
    },
  };
};

/** Sees everything that goes into a stream by one of its methods, which goes on as before. */
const overhear = <Stream extends object>(
  stream: Stream,
  method: keyof Stream,
  hear: (...values: unknown[]) => void,
) => {
  const original = stream[method] as (...values: unknown[]) => unknown;
  Object.assign(stream, {
    [method](...values: unknown[]) {
      hear(...values);
      return original.apply(stream, values);
    },
  });
};

const answerOf = async (
  { statusCode = 0, statusMessage = "", headers }: IncomingMessage,
  received: ReturnType<typeof collector>,
) => ({
  status: statusCode,
  statusText: statusMessage,
  headers,
  body: await received.body(headers["content-encoding"]),
});

/** Ends when the exchange has ended and was told of. */
const watch = async (request: ClientRequest, { observe, limit }: Observation): Promise<void> => {
  const startedAt = new Date();
  const sent = collector(limit);
  const received = collector(limit);
  let response: IncomingMessage | undefined;
  let error: string | undefined;
  overhear(request, "write", sent.add);
  overhear(request, "end", sent.add);
  request.once("response", (message: IncomingMessage) => {
    response = message;
    // Listening to its data would make it flow before its reader is there.
    overhear(message, "push", received.add);
  });
  request.once("error", ({ code, message }: NodeJS.ErrnoException) => {
    error = code ?? message;
  });
  await new Promise((resolve) => request.once("close", resolve));
  const milliseconds = Date.now() - startedAt.getTime();
  if (response && !response.complete) error ??= "The answer was cut off.";
  const { protocol, host, path, method } = request;
  observe({
    method,
    url: `${protocol}//${request.getHeader("host") ?? host}${path}`,
    startedAt,
    milliseconds,
    sent: { headers: request.getHeaders(), body: await sent.body() },
    ...(response && { received: await answerOf(response, received) }),
    ...(error && { error }),
  });
};

const observers = new AsyncLocalStorage<Observation>();
let isInstalled = false;

const keepOpen = (observation: Observation, request: ClientRequest): void => {
  const { open } = observation;
  const exchange = watch(request, observation).finally(() => open.delete(exchange));
  open.add(exchange);
};

/** Every request of this process is made by these two functions, those of built components too. */
const install = () => {
  if (isInstalled) return;
  isInstalled = true;
  for (const protocol of [http, https]) {
    const original = protocol.request as (...values: unknown[]) => ClientRequest;
    Object.assign(protocol, {
      request(...values: unknown[]) {
        const request = original.apply(protocol, values);
        const observation = observers.getStore();
        if (observation) keepOpen(observation, request);
        return request;
      },
    });
  }
};

/**
 * Does `work` and tells `observe` of every HTTP request that it makes, when the answer has ended; other work that runs at
 * the same time is not heard. An exchange holds its secrets: redact it before it is shown. Of each body as many bytes are
 * kept as people read, or as `limit` says. A request that outlives the work for long is told of later.
 */
export const observeExchanges = async <Result>(
  observe: Observe,
  work: () => Promise<Result>,
  limit = readByPeople,
): Promise<Result> => {
  install();
  const open = new Set<Promise<void>>();
  try {
    return await observers.run({ observe, open, limit }, work);
  } finally {
    await Promise.race([Promise.all(open), setTimeout(patience, undefined, { ref: false })]);
  }
};
