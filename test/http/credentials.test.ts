import { isConnectionError } from "@prismatic-io/spectral";
import {
  type Credentials,
  exchangedToken,
  type FetchedToken,
  sharedCredentials,
  staticCredentials,
} from "../../src/http/credentials";
import { connectionError } from "../../src/http/errors";
import { closeServers, connectionFor, failureOf, plainTransport, serve } from "../support/client";
import { json, type Reply } from "../support/server";

afterEach(closeServers);

const minute = 60_000;

/** Tokens t1, t2, … that are each fetched on demand, on a clock that the test moves. */
const vendor = (lifetime?: number) => {
  const state = { now: 0, fetched: 0, failure: undefined as Error | undefined };
  const fetchToken = async (): Promise<FetchedToken> => {
    state.fetched += 1;
    const token = `t${state.fetched}`;
    await new Promise(setImmediate);
    if (state.failure) throw state.failure;
    return { token, lifetime };
  };
  const credentials = exchangedToken(fetchToken, () => state.now);
  const tokenOf = async () => (await credentials.headers()).Authorization?.replace("Bearer ", "");
  const renew = (token: string) => credentials.renew?.({ Authorization: `Bearer ${token}` });
  return { state, credentials, tokenOf, renew };
};

describe("a token that is exchanged", () => {
  it("is fetched when it is first needed, and once for all who wait", async () => {
    const { state, tokenOf } = vendor();
    expect(state.fetched).toBe(0);
    expect(await Promise.all([tokenOf(), tokenOf(), tokenOf()])).toEqual(["t1", "t1", "t1"]);
    expect(await tokenOf()).toBe("t1");
    expect(state.fetched).toBe(1);
  });

  it.each([
    ["an hour", 60 * minute, 59 * minute],
    ["a minute", minute, 0.9 * minute],
  ])("that is valid for %s is kept until shortly before its end", async (_, lifetime, kept) => {
    const { state, tokenOf } = vendor(lifetime);
    await tokenOf();
    state.now = kept - 1;
    expect(await tokenOf()).toBe("t1");
    state.now = kept;
    expect(await Promise.all([tokenOf(), tokenOf()])).toEqual(["t2", "t2"]);
    state.now += kept - 1;
    expect(await tokenOf()).toBe("t2");
  });

  it("without a lifetime is kept until it is refused", async () => {
    const { state, tokenOf } = vendor();
    await tokenOf();
    state.now = Number.MAX_SAFE_INTEGER;
    expect(await tokenOf()).toBe("t1");
  });

  it("that is refused is renewed once for all that were refused with it", async () => {
    const { state, tokenOf, renew } = vendor();
    await tokenOf();
    await Promise.all([renew("t1"), renew("t1"), renew("t1")]);
    expect(await tokenOf()).toBe("t2");
    await renew("t1");
    expect(await tokenOf()).toBe("t2");
    expect(state.fetched).toBe(2);
    await renew("t2");
    expect(await tokenOf()).toBe("t3");
  });

  it("that is asked for during a renewal is the new one", async () => {
    const { tokenOf, renew } = vendor();
    await tokenOf();
    const renewing = renew("t1");
    expect(await tokenOf()).toBe("t2");
    await renewing;
  });

  it("that cannot be fetched fails those who wait, and is tried again for the next", async () => {
    const { state, tokenOf, renew } = vendor();
    state.failure = new Error("the vendor is down");
    const outcomes = await Promise.allSettled([tokenOf(), tokenOf()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(state.fetched).toBe(1);
    state.failure = undefined;
    expect(await tokenOf()).toBe("t2");
    state.failure = new Error("the vendor is down");
    await expect(renew("t2")).rejects.toThrow("the vendor is down");
    state.failure = undefined;
    expect(await tokenOf()).toBe("t4");
  });
});

/** Answers 401 unless the request has one of these tokens. */
const only =
  (...tokens: string[]): Reply =>
  ({ headers }, response) => {
    const known = tokens.some((token) => headers.authorization === `Bearer ${token}`);
    response.writeHead(known ? 200 : 401, { "content-type": "application/json" }).end('{"done":true}');
  };

const request = (method = "GET") => ({ operation: `${method} /x`, url: "/x", method, data: { a: 1 } });
const tokensOf = ({ received }: Awaited<ReturnType<typeof serve>>) =>
  received.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));

describe("a request whose token is refused", () => {
  it.each(["GET", "POST", "PATCH", "DELETE"])("is sent again with a new one, also a %s", async (method) => {
    const { credentials } = vendor();
    const server = await serve(only("t2"));
    const { send, lines, waits } = plainTransport(server, credentials);
    expect(await send(request(method))).toMatchObject({ status: 200, body: { done: true } });
    expect(tokensOf(server)).toEqual(["t1", "t2"]);
    expect(server.received[1]?.body).toBe(server.received[0]?.body);
    expect(waits).toEqual([]);
    expect(lines.filter(({ level }) => level === "warn").map(({ text }) => text)).toEqual([
      `Vendor ${method} /x: HTTP 401. It is sent again with renewed credentials.`,
    ]);
  });

  it("fails as a connection error when the new one is refused too", async () => {
    const { credentials } = vendor();
    const server = await serve(only("another"));
    const error = await failureOf(plainTransport(server, credentials).send(request()));
    expect(isConnectionError(error)).toBe(true);
    expect(error.message).toBe("Vendor GET /x failed: HTTP 401 Unauthorized.");
    expect(tokensOf(server)).toEqual(["t1", "t2"]);
  });

  it("is renewed once, also when other failures come between", async () => {
    const { credentials } = vendor();
    const server = await serve(only(), json(503, {}), only());
    const error = await failureOf(plainTransport(server, credentials).send(request()));
    expect(isConnectionError(error)).toBe(true);
    expect(tokensOf(server)).toEqual(["t1", "t2", "t2"]);
  });

  it("needs no attempt of the policy for that", async () => {
    const { credentials } = vendor();
    const server = await serve(only("t2"));
    await plainTransport(server, credentials, { retry: { attempts: 1 } }).send(request());
    expect(tokensOf(server)).toEqual(["t1", "t2"]);
  });

  it("shares one renewal with those that were refused at the same time", async () => {
    const { state, credentials } = vendor();
    const server = await serve(only("t2"));
    const { send } = plainTransport(server, credentials);
    await Promise.all([send(request()), send(request("POST")), send(request("PUT"))]);
    expect(state.fetched).toBe(2);
    expect(tokensOf(server).sort()).toEqual(["t1", "t1", "t1", "t2", "t2", "t2"]);
  });

  it("fails at once where there is no other", async () => {
    const server = await serve(only("another"));
    const error = await failureOf(
      plainTransport(server, staticCredentials({ Authorization: "Bearer t" })).send(request()),
    );
    expect(isConnectionError(error)).toBe(true);
    expect(tokensOf(server)).toEqual(["t"]);
  });
});

describe("credentials", () => {
  it("are asked for on every attempt", async () => {
    let count = 0;
    const credentials: Credentials = { headers: () => ({ Authorization: `Bearer c${++count}` }) };
    const server = await serve(json(503, {}), json(200, {}));
    await plainTransport(server, credentials).send(request());
    expect(tokensOf(server)).toEqual(["c1", "c2"]);
  });

  it("that cannot be had end the request with their own error, before anything is sent", async () => {
    const server = await serve(json(200, {}));
    const error = connectionError(connectionFor(server), "The access key has been revoked.");
    const credentials = exchangedToken(() => Promise.reject(error));
    expect(await failureOf(plainTransport(server, credentials).send(request()))).toBe(error);
    expect(server.received).toEqual([]);
  });

  it("that take all the time leave none for the request, which says so", async () => {
    const credentials: Credentials = {
      headers: async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return {};
      },
    };
    const server = await serve(json(200, {}));
    const sending = plainTransport(server, credentials, { retry: { budget: 20 } }).send(request());
    await expect(sending).rejects.toThrow("Vendor GET /x failed: no answer within");
    expect(server.received).toEqual([]);
  });

  it.each(["authorization", "AUTHORIZATION", "Authorization", " authorization "])(
    "are not replaced by a request's own header %j",
    async (name) => {
      const server = await serve(json(200, {}));
      const { send } = plainTransport(server, staticCredentials({ Authorization: "Bearer t" }));
      await send({ ...request(), headers: { [name]: "Bearer other", "X-Trace": undefined } });
      expect(tokensOf(server)).toEqual(["t"]);
      expect(server.received[0]?.headers).not.toHaveProperty("x-trace");
    },
  );

  it("reach no log and no error, also when they were fetched later, whatever form they come back in", async () => {
    const tokens = ['f3tched/one+"', "f3tched/two=="];
    const credentials = exchangedToken(async () => ({ token: tokens.shift() ?? "" }));
    const forms = ['f3tched/one+"', "f3tched/two=="].flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      encodeURIComponent(secret).toLowerCase(),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(`Bearer ${secret}`).toString("base64"),
    ]);
    const echo: Reply = (_request, response) =>
      void response.writeHead(401).end(JSON.stringify({ told: forms.join(" ") }));
    const { send, lines } = plainTransport(await serve(echo), credentials, {
      debug: true,
      dialect: { readError: (body) => ({ description: String((body as { told?: unknown }).told) }) },
    });
    const error = await failureOf(send({ ...request("POST"), data: { note: forms } }));
    const shown = [error.message, error.stack, JSON.stringify(error), ...lines.map(({ text }) => text)].join("\n");
    expect(shown).toContain("[redacted] [redacted]");
    for (const form of forms) expect(shown).not.toContain(form);
  });
});

describe("credentials that an execution shares", () => {
  const make = () => staticCredentials({ Authorization: "Bearer t" });

  it("are made once for the same values in one execution", () => {
    const first = sharedCredentials("execution 1", ["a", "b"], make);
    expect(sharedCredentials("execution 1", ["a", "b"], make)).toBe(first);
    expect(sharedCredentials("execution 1", ["ab", ""], make)).not.toBe(first);
    expect(sharedCredentials("execution 2", ["a", "b"], make)).not.toBe(first);
  });

  it("are shared with nobody without an execution", () => {
    expect(sharedCredentials(undefined, ["a"], make)).not.toBe(sharedCredentials(undefined, ["a"], make));
  });

  it("are not kept for ever: those that were made first give way, those in use stay", () => {
    const first = sharedCredentials("execution 3", ["first"], make);
    const used = sharedCredentials("execution 3", ["used"], make);
    for (let count = 0; count < 60; count++) {
      sharedCredentials("execution 3", [String(count)], make);
      expect(sharedCredentials("execution 3", ["used"], make)).toBe(used);
    }
    expect(sharedCredentials("execution 3", ["first"], make)).not.toBe(first);
  });
});
