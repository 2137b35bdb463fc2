/** What the core has to do for vendors that are not like TeamViewer, each with the few operations that show it. */
import axios from "axios";
import type { operations as RealVnc } from "../../generated/realvnc";
import type { operations as TsManage } from "../../generated/tsmanage";
import { created, done, ok } from "../../sandbox/core/answers";
import { createApi } from "../../sandbox/core/api";
import { collection } from "../../sandbox/core/collection";
import { strict } from "../../sandbox/core/description";
import { VendorError } from "../../sandbox/core/errors";
import { merge, type Seeding, seedAll } from "../../sandbox/core/families";
import type { HandlersOf } from "../../sandbox/core/operations";
import type { PageTokens } from "../../sandbox/core/pageTokens";
import { keyed, times } from "../../sandbox/core/seed";
import { type RunningServer, startServer } from "../../sandbox/core/server";
import { createStore } from "../../sandbox/core/store";
import { readDescription } from "../../spec/description";

const http = axios.create({ validateStatus: () => true, maxRedirects: 0 });

const noToken = () => new VendorError(401, "unauthorized", "No valid token was sent.");

const bearerOf = (headers: Record<string, string>) => /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1] ?? "";

describe("A vendor with session tokens, pages by Link and versions", () => {
  interface Entry {
    entryId: string;
    name: string;
    version: number;
  }
  const makeStore = () =>
    createStore(() => ({
      tokens: new Set<string>(),
      entries: keyed(
        times(5, (index): Entry => ({ entryId: `e${index}`, name: `Computer ${index}`, version: 1 })),
        ({ entryId }) => entryId,
      ),
    }));
  type World = { store: ReturnType<typeof makeStore> };

  const entries = collection({
    name: "Entry",
    records: ({ store }: World) => store.entries,
    key: ({ entryId }) => entryId,
  });
  const answer = ({ entryId, name, version }: Entry) => ok({ entryId, name }, { ETag: `"${version}"` });

  const handlers = {
    createSession: ({ store }) => {
      const token = store.newGuid();
      store.tokens.add(token);
      return created({ token, expiresIn: 3600 });
    },
    listEntries: (call) => {
      const all = entries.list(call);
      const start = Math.max(
        0,
        all.findIndex(({ entryId }) => entryId === call.query.from),
      );
      const next = all[start + 2];
      return {
        ...ok({ entries: all.slice(start, start + 2).map(({ entryId, name }) => ({ entryId, name })) }),
        headers: next ? { Link: `</1.0/entries?from=${next.entryId}>; rel="next"` } : undefined,
      };
    },
    readEntry: (call) => answer(entries.find(call, call.path.entryId)),
    updateEntry: (call) => {
      const { name, version } = entries.find(call, call.path.entryId);
      const guard = call.headers["if-match"];
      if (guard && guard !== `"${version}"`) throw new VendorError(412, "precondition_failed", `${name} has changed.`);
      return answer(entries.change(call, call.path.entryId, { name: call.body.name, version: version + 1 }));
    },
    deleteEntry: (call) => done(entries.remove(call, call.path.entryId)),
  } satisfies HandlersOf<RealVnc, World>;

  const pageTokens: PageTokens = {
    asked: ({ query }) => (typeof query.from === "string" ? query.from : undefined),
    withNext: (page, token, { path }) => ({
      ...page,
      headers: { ...page.headers, Link: `<${path}?from=${token}>; rel="next"` },
    }),
  };

  let server: RunningServer;
  let url: string;
  let authorised: { Authorization: string };
  beforeAll(async () => {
    const store = makeStore();
    const api = await createApi<World, object>({
      description: strict(readDescription("realvnc")),
      handlers,
      authenticate: ({ headers }) => {
        if (!store.tokens.has(bearerOf(headers))) throw noToken();
        return {};
      },
    });
    ({ server } = await startServer({}, () => ({
      api,
      world: { store },
      roots: ["/1.0"],
      connections: { usual: { key: "test", fields: {} } },
      errorBody: () => undefined,
      pageTokens,
      page: ({ path }) => (path === "/hello" ? ok({ hello: "there" }) : undefined),
      reset: () => store.reset(),
    })));
    url = `${server.url}/1.0`;
  });
  beforeEach(async () => {
    server.reset();
    const { data } = await http.post(`${url}/sessions`, { accessKeyId: "id", accessKey: "key" });
    authorised = { Authorization: `Bearer ${data.token}` };
  });
  afterAll(() => server.close());

  const linkOf = async (path: string) => (await http.get(`${server.url}${path}`, { headers: authorised })).headers.link;
  const update = (headers: object) =>
    http.patch(`${url}/entries/e1`, { name: "Renamed" }, { headers: { ...authorised, ...headers } });

  it("exchanges keys for a token at an operation that needs none, and asks for it at the others", async () => {
    expect((await http.get(`${url}/entries/e1`)).status).toBe(401);
    expect((await http.get(`${url}/entries/e1`, { headers: authorised })).data.name).toBe("Computer 1");
  });

  it("tells an error in its own form, which here is none", async () => {
    const { status, data } = await http.get(`${url}/entries/none`, { headers: authorised });
    expect([status, data]).toEqual([404, ""]);
  });

  it("names the next page in a header, and a fault makes its lists endless there", async () => {
    expect(await linkOf("/1.0/entries")).toBe('</1.0/entries?from=e2>; rel="next"');
    expect(await linkOf("/1.0/entries?from=e4")).toBeUndefined();
    server.fault({ kind: "repeatToken" });
    expect(await linkOf("/1.0/entries?from=e4")).toBe('</1.0/entries?from=e4>; rel="next"');
  });

  it("guards a change by the version that was read", async () => {
    const { headers } = await http.get(`${url}/entries/e1`, { headers: authorised });
    expect((await update({ "If-Match": headers.etag })).headers.etag).toBe('"2"');
    expect((await update({ "If-Match": headers.etag })).status).toBe(412);
    expect((await update({})).status).toBe(200);
  });

  it("has pages of its own beside the switches of every sandbox", async () => {
    expect((await http.get(`${server.url}/hello`)).data).toEqual({ hello: "there" });
    expect(server.violations).toEqual([]);
    expect((await http.get(`${server.url}/sandbox/requests`)).data.requests).toHaveLength(1);
  });

  it("refuses a fault that only another vendor has", async () => {
    const { status } = await http.post(`${server.url}/sandbox/faults`, { kind: "rateLimit403" });
    expect(status).toBe(400);
  });
});

describe("A vendor with an API key, and paths below the base URL's", () => {
  const root = "/public-api/v0";
  let server: RunningServer;
  beforeAll(async () => {
    const description = readDescription("tsmanage");
    const paths = Object.fromEntries(Object.entries(description.paths).map(([path, item]) => [root + path, item]));
    const handlers = {
      Members_Get: ({ query }) => ok(query.id.map((clientUniqueIdentifier) => ({ clientUniqueIdentifier }))),
    } satisfies HandlersOf<TsManage, object>;
    const api = await createApi<object, object>({
      description: strict({ ...description, paths }),
      handlers,
      authenticate: ({ headers }) => {
        if (bearerOf(headers) !== "api-key") throw noToken();
        return {};
      },
    });
    ({ server } = await startServer({}, () => ({
      api,
      world: {},
      roots: [root],
      connections: { usual: { key: "test", fields: {} } },
      errorBody: ({ message }) => ({ message }),
      pageTokens: { asked: () => undefined, withNext: (answer) => answer },
      reset: () => {},
    })));
  });
  afterAll(() => server.close());

  const members = (query: string, key = "api-key") =>
    http.get(`${server.url}${root}/members${query}`, { headers: { Authorization: `Bearer ${key}` } });

  it("takes a parameter once and repeated", async () => {
    expect((await members("?id=a%3D")).data).toEqual([{ clientUniqueIdentifier: "a=" }]);
    expect((await members("?id=a&id=b")).data).toHaveLength(2);
    expect((await members("")).data).toEqual({ message: "The query parameter 'id' is required." });
  });

  it("knows its keys", async () => {
    expect((await members("?id=a", "wrong")).status).toBe(401);
  });
});

describe("Families of operations", () => {
  const animals = {
    counts: { animals: 2 },
    seed: ({ count }: Seeding<{ animals: number }>) => ({
      animals: times(count.animals, (index) => `animal ${index}`),
    }),
    handlers: {},
  };
  const owners = {
    seed: ({ animals }: Seeding<unknown, { animals: string[] }>) => ({ owners: animals.map((name) => `of ${name}`) }),
    handlers: {},
  };

  it("are seeded in their order, each from those before it", () => {
    expect(seedAll<typeof animals | typeof owners>([animals, owners], { animals: 1 }, new Date(0))).toEqual({
      animals: ["animal 0"],
      owners: ["of animal 0"],
    });
  });

  it("claim no name of each other", () => {
    expect(() => merge([animals.counts, { animals: 3 }])).toThrow("Two families claim animals.");
  });
});

describe("A collection", () => {
  interface Note {
    id: string;
    owner: string;
    text: string;
  }
  type Call = { notes: Map<string, Note>; user: string; admin?: boolean };
  const notes = collection({
    name: "Sticky note",
    records: (call: Call) => call.notes,
    key: ({ id }) => id,
    read: (text) => text.toLowerCase(),
    visible:
      ({ user, admin }) =>
      ({ owner }) =>
        admin === true || owner === user,
    guard: ({ admin }, { id }) => {
      if (id === "n1" && !admin) throw new VendorError(403, "locked", "This note is locked.");
    },
  });
  const call = (): Call => {
    const all: Note[] = [
      { id: "n1", owner: "ann", text: "one" },
      { id: "n2", owner: "ann", text: "two" },
      { id: "n3", owner: "bea", text: "three" },
    ];
    return { notes: keyed(all, ({ id }) => id), user: "ann" };
  };

  it("lists, finds and names only what a call sees", () => {
    expect(notes.list(call()).map(({ id }) => id)).toEqual(["n1", "n2"]);
    expect(notes.find(call(), "N2").text).toBe("two");
    expect(() => notes.find(call(), "n3")).toThrow(
      expect.objectContaining({ status: 404, message: "Sticky note n3 not found." }),
    );
    expect(() => notes.known(call(), "note", "n3")).toThrow(
      expect.objectContaining({ status: 400, message: "note: there is no sticky note n3." }),
    );
  });

  it("changes the fields that were sent, an empty text too, and removes", () => {
    const one = call();
    expect(notes.change(one, "n2", { text: "", owner: undefined })).toEqual({ id: "n2", owner: "ann", text: "" });
    expect(notes.remove(one, "n2").id).toBe("n2");
    expect(notes.add(one, { id: "n4", owner: "ann", text: "four" })).toBe(one.notes.get("n4"));
    expect(notes.list(one).map(({ id }) => id)).toEqual(["n1", "n4"]);
  });

  it("keeps what is guarded as it is", () => {
    const one = call();
    expect(() => notes.change(one, "n1", { text: "changed" })).toThrow("locked");
    expect(() => notes.remove(one, "n1")).toThrow("locked");
    expect(notes.find(one, "n1").text).toBe("one");
    expect(notes.change({ ...one, admin: true }, "n1", { text: "changed" }).text).toBe("changed");
  });
});
