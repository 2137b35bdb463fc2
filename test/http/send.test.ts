/** What a server, a proxy or a connection can do to one request. */
import { createServer as createHttpServer } from "node:http";
import https, { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { gzipSync } from "node:zlib";
import { staticCredentials } from "../../src/http/credentials";
import { ApiError } from "../../src/http/errors";
import { mostBytes } from "../../src/http/failure";
import { closeServers, failureOf, plainTransport, serve } from "../support/client";
import { json, type Reply } from "../support/server";

const listening: Server[] = [];

/** Listens on loopback until the test is over, and gives its port. */
const listen = async (server: Server): Promise<number> => {
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

afterEach(async () => {
  for (const server of listening.splice(0)) server.close();
  await closeServers();
});

const request = { operation: "GET /x", url: "/x" };
const done = json(200, { done: true });
const credentials = staticCredentials({ Authorization: "Bearer t0ken-of-the-connection" });

const million = Buffer.alloc(1_000_000, "x");

/** A part of a packed text. One follows the other, so that a large text is packed by packing a part of it. */
const packed = (part: string | Buffer) => gzipSync(part, { level: 1 });

/** Sends a text without an end, a million letters in each of these chunks; counts the letters. */
const endless = (chunk: Buffer, headers: Record<string, string>, sent: { letters: number }): Reply => {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    const more = () => {
      if (response.destroyed || response.closed) return;
      sent.letters += million.length;
      response.write(chunk, () => setImmediate(more));
    };
    more();
  };
};

const asGzip = { "content-encoding": "gzip" };

describe("an answer without an end", () => {
  const told = (method: string) =>
    `Vendor ${method} /x failed: the answer is larger than 200 MB, unpacked, and was not read to its end. Ask for less of it, by filters or in pages.`;

  it("is read up to a bound, named, and not asked for again", async () => {
    const sent = { letters: 0 };
    const server = await serve(endless(million, {}, sent), done);
    const { send } = plainTransport(server, credentials);
    const error = await failureOf(send(request));
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toBe(told("GET"));
    expect(server.received).toHaveLength(1);
    expect(sent.letters).toBeGreaterThanOrEqual(mostBytes);
    expect(sent.letters).toBeLessThan(1.5 * mostBytes);
  });

  it("counts as it is when it is unpacked; of a POST it is said that its work may have been done", async () => {
    const server = await serve(endless(packed(million), asGzip, { letters: 0 }), done);
    const { send } = plainTransport(server, credentials);
    const { message } = await failureOf(send({ operation: "POST /x", url: "/x", method: "POST" }));
    expect(message).toBe(
      `${told("POST")} The request may have been done all the same, and was not repeated: look for its result before running it again.`,
    );
  });
});

it("a large answer that is packed well is read", async () => {
  const text = Array<Buffer>(50).fill(packed(million));
  const body = Buffer.concat([packed('{"text":"'), ...text, packed('"}')]);
  const server = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "application/json", ...asGzip }).end(body);
  });
  const { body: answer } = await plainTransport(server, credentials).send<{ text: string }>(request);
  expect(answer.text).toHaveLength(50_000_000);
});

describe("a server whose certificate is not to be trusted", () => {
  it("is asked once, and told nothing", async () => {
    const { generate } = await import("selfsigned");
    const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }]);
    let requests = 0;
    const server = createHttpsServer({ cert, key }, () => {
      requests += 1;
    });
    let connections = 0;
    server.on("connection", () => {
      connections += 1;
    });
    const port = await listen(server);
    const { send, waits } = plainTransport(await serve(), credentials, { baseUrl: `https://127.0.0.1:${port}/api` });
    expect((await failureOf(send(request))).message).toMatch(/^Vendor GET \/x failed: self.signed certificate\.$/);
    expect({ requests, connections, waits }).toEqual({ requests: 0, connections: 1, waits: [] });
  });

  it("is believed once it is trusted: its refusal is its own, and not a proxy's", async () => {
    const { generate } = await import("selfsigned");
    const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }]);
    const port = await listen(createHttpsServer({ cert, key }, (_, response) => response.writeHead(404).end()));
    const { send } = plainTransport(await serve(), credentials, { baseUrl: `https://localhost:${port}/api` });
    https.globalAgent.options.ca = cert;
    const { message } = await failureOf(send(request));
    https.globalAgent.options.ca = undefined;
    expect(message).toBe("Vendor GET /x failed: HTTP 404 Not Found.");
  });

  it("is not asked again either where it speaks no TLS at all", async () => {
    const port = await listen(createHttpServer());
    const { send, waits } = plainTransport(await serve(), credentials, { baseUrl: `https://127.0.0.1:${port}/api` });
    await failureOf(send(request));
    expect(waits).toEqual([]);
  });
});

describe("a proxy that makes no connection", () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = environment;
  });

  const sendThrough = async (status: string, method = "GET") => {
    const asked: string[] = [];
    const proxy = createHttpServer().on("connect", ({ url }, socket) => {
      asked.push(url ?? "");
      socket.end(`HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nno no`);
    });
    process.env.https_proxy = `http://127.0.0.1:${await listen(proxy)}`;
    const { send, lines, waits } = plainTransport(await serve(), credentials, {
      baseUrl: "https://api.vendor.example/v1",
      dialect: { advise: ({ status }) => (status === 403 ? "The token lacks a scope." : undefined) },
    });
    return { error: await failureOf(send({ ...request, method })), asked, lines, waits };
  };

  it.each(["403 Forbidden", "407 Proxy Authentication Required"])(
    "with %s is named; it is no answer of the vendor",
    async (status) => {
      const { error, asked, waits } = await sendThrough(status);
      expect(error.message).toBe(
        `Vendor GET /x failed: the proxy on the way made no connection (HTTP ${status}). Nothing was sent; the proxy has to let the connection's Base URL through.`,
      );
      expect(error).toMatchObject({ status: undefined });
      expect(asked).toEqual(["api.vendor.example:443"]);
      expect(waits).toEqual([]);
    },
  );

  it.each(["500 Internal Server Error", "503 Service Unavailable"])(
    "for a moment is asked again: %s",
    async (status) => {
      const { error, asked, lines } = await sendThrough(status);
      expect(lines[0]?.text).toBe(
        `Vendor GET /x: no connection through the proxy, HTTP ${status.slice(0, 3)}. Attempt 2 of 6 follows in 0.5 s.`,
      );
      expect(asked).toHaveLength(6);
      expect(error.message).toContain("6 attempts were made");
    },
  );

  it("has not done a POST", async () => {
    const { error } = await sendThrough("503 Service Unavailable", "POST");
    expect(error.message).not.toContain("may have been done");
  });
});

describe("a connection that was kept alive", () => {
  /** What each request came over: the first connection, the second, ... */
  const connectionsOf = (count: number) => {
    const sockets: unknown[] = [];
    const over: number[] = [];
    const reply: Reply = ({ socket }, response) => {
      if (!sockets.includes(socket)) sockets.push(socket);
      over.push(sockets.indexOf(socket));
      response.writeHead(200, { "content-type": "application/json" }).end('{"done":true}');
    };
    return { replies: Array.from({ length: count }, () => reply), over };
  };

  it("is used again for what can be repeated", async () => {
    const { replies, over } = connectionsOf(3);
    const { send } = plainTransport(await serve(...replies), credentials);
    for (const method of ["GET", "PUT", "DELETE"]) await send({ operation: `${method} /x`, method, url: "/x" });
    expect(over).toEqual([0, 0, 0]);
  });

  it("is not used for what must not be done twice: the server may just be closing it", async () => {
    const { replies, over } = connectionsOf(4);
    const { send } = plainTransport(await serve(...replies), credentials);
    for (const method of ["GET", "POST", "PATCH", "GET"]) await send({ operation: `${method} /x`, method, url: "/x" });
    expect(over).toEqual([0, 1, 2, 0]);
  });

  it("is used for a POST that only reads", async () => {
    const { replies, over } = connectionsOf(2);
    const { send } = plainTransport(await serve(...replies), credentials);
    for (const _ of replies) await send({ operation: "POST /x", method: "POST", url: "/x", reads: true });
    expect(over).toEqual([0, 0]);
  });

  it("and is closed under a POST does not fail it", async () => {
    const closing: Reply = ({ socket }, response) => {
      response.writeHead(200, { "content-type": "application/json", "keep-alive": "timeout=60" }).end("{}");
      // As a server whose patience ends while the next request is on its way.
      socket.once("data", () => socket.destroy());
    };
    const { send } = plainTransport(await serve(closing, done), credentials);
    await send(request);
    expect(await send({ operation: "POST /x", method: "POST", url: "/x" })).toMatchObject({ status: 200 });
  });

  it("is not used again after a failed attempt", async () => {
    const { replies, over } = connectionsOf(2);
    const failing: Reply = (incoming, response) => {
      (replies[0] as (...args: unknown[]) => void)(incoming, { writeHead: () => ({ end: () => {} }) });
      response.writeHead(421).end();
    };
    const { send } = plainTransport(await serve(failing, ...replies.slice(1)), credentials);
    await send(request);
    expect(over).toEqual([0, 1]);
  });
});
