import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a scripted server does with one request. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: string; after?: number }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A JSON answer. */
export const json = (status: number, body: unknown, headers?: Record<string, string>): Reply => ({
  status,
  headers,
  body: JSON.stringify(body),
});

/** The connection is cut before there is an answer. */
export const reset: Reply = (request) => void request.socket.destroy();

/** The request is taken and never answered. */
export const silence: Reply = () => {};

/** The connection is cut in the middle of a JSON body. */
export const cutOff: Reply = (request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"contacts":[{"contact', () => setTimeout(() => request.socket.destroy(), 20));
};

/** One byte of the body every few milliseconds, without an end. */
export const trickle: Reply = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("[");
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** Gives the same JSON to every request, a moment later, and counts how many were under way at most. */
export const countingReply = (body: unknown) => {
  const seen = { most: 0 };
  let underWay = 0;
  const reply: Reply = (_request, response) => {
    underWay += 1;
    seen.most = Math.max(seen.most, underWay);
    setTimeout(() => {
      underWay -= 1;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    }, 20);
  };
  return { reply, seen };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** A loopback server that gives one scripted reply per request; the last one is repeated. */
export const startServer = async (...replies: Reply[]) => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    received.push({ method, url, headers, body: await bodyOf(request) });
    const reply = replies[Math.min(received.length, replies.length) - 1] ?? {};
    if (typeof reply === "function") return reply(request, response);
    const send = () => {
      response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
      response.end(reply.body ?? "{}");
    };
    setTimeout(send, reply.after ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export type TestServer = Awaited<ReturnType<typeof startServer>>;
