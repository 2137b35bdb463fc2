/** RealVNC's stand-in over HTTP: sessions, permissions, versions, pages and limits as the vendor documents them. */
import axios from "axios";
import { type Sandbox, startSandbox } from "../../../sandbox/realvnc";
import { freshForEveryTest } from "../../support/sandbox";
import { signIn } from "./client";

let sandbox: Sandbox;
let time = Date.parse("2026-03-31T12:00:00Z");

beforeAll(async () => {
  sandbox = await startSandbox({
    now: () => new Date(time),
    pageSizes: { entries: 10, members: 5, presence: 15, audit: 40 },
    exchangeLimit: { requests: 3, perMilliseconds: 60_000 },
    invitationLimit: { requests: 1, perMilliseconds: 60_000 },
  });
});
freshForEveryTest(() => sandbox);

const linkOf = ({ headers }: { headers: object }) => (headers as { link?: string }).link;

describe("sessions", () => {
  it("live as long as was asked for, and no longer than an hour", async () => {
    const { exchange, ask } = await signIn(sandbox);
    expect(exchange).toMatchObject({ status: 201, data: { expiresIn: 1800 } });
    expect((await ask("GET", "/entries")).status).toBe(200);
    time += 1_800_000;
    expect((await ask("GET", "/entries")).status).toBe(401);
  });

  it.each(["PT2H", "PT61M", "1h", "PT", "PT0S"])("are not made for an expiry of %s", async (expiry) => {
    const answer = await axios.post(
      `${sandbox.baseUrl}/1.0/sessions`,
      { ...sandbox.credentials.full, expiry },
      { validateStatus: () => true },
    );
    expect(answer.status).toBe(400);
  });

  it.each(["ended", "revoked"] as const)("are not made of a key that is %s", async (which) => {
    const { exchange } = await signIn(sandbox, sandbox.credentials[which]);
    expect(exchange.status).toBe(401);
  });

  it("are not made of a wrong key", async () => {
    const { exchange } = await signIn(sandbox, { ...sandbox.credentials.full, accessKey: "wrong" });
    expect(exchange.status).toBe(401);
  });

  it("can be ended one by one and all at once", async () => {
    const [one, other] = [await signIn(sandbox), await signIn(sandbox)];
    sandbox.sessions.end(one.exchange.data.token);
    expect((await one.ask("GET", "/entries")).status).toBe(401);
    expect((await other.ask("GET", "/entries")).status).toBe(200);
    sandbox.sessions.end();
    expect((await other.ask("GET", "/entries")).status).toBe(401);
  });

  it("are rate limited, with the time to wait", async () => {
    for (let count = 0; count < 3; count++) await signIn(sandbox);
    const { exchange } = await signIn(sandbox);
    expect(exchange.status).toBe(429);
    expect(exchange.headers["retry-after"]).toBe("60");
    time += 60_000;
    expect((await signIn(sandbox)).exchange.status).toBe(201);
  });
});

test("a key that may only read is refused by every change, and none is made", async () => {
  const { ask } = await signIn(sandbox, sandbox.credentials.readOnly);
  const [entry] = sandbox.store.entries.values();
  expect((await ask("GET", `/entries/${entry?.entryId}`)).status).toBe(200);
  expect((await ask("DELETE", `/entries/${entry?.entryId}`)).status).toBe(403);
  expect(sandbox.store.entries.has(entry?.entryId ?? "")).toBe(true);
});

test("links come in both spellings, and are absent on the last page", async () => {
  const { ask } = await signIn(sandbox);
  expect(linkOf(await ask("GET", "/entries"))).toMatch(/^<\/1\.0\/entries\?from=[^>]+>; rel="next"$/);
  expect(linkOf(await ask("GET", "/members"))).toMatch(/^<\/1\.0\/members\?from=[^>]+%40example\.com>; rel=next$/);
  expect(linkOf(await ask("GET", "/presence"))).toBe("</1.0/presence?page=1>; rel=next");
  expect(linkOf(await ask("GET", "/audit?from=1&to=9999999999999"))).toMatch(
    /^<\/1\.0\/audit\?cursor=\w+>; rel="next"$/,
  );
  expect(linkOf(await ask("GET", "/entries?from=~"))).toBeUndefined();
  expect(linkOf(await ask("GET", "/entryGroups"))).toBeUndefined();
});

test("a version is checked where one is sent, with and without quotes, and needed for roles", async () => {
  const { ask } = await signIn(sandbox);
  const [entry] = sandbox.store.entries.values();
  const rename = (name: string, version?: string) =>
    ask("PATCH", `/entries/${entry?.entryId}`, { data: { name }, headers: version ? { "If-Match": version } : {} });
  expect(await rename("A", '"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' } });
  expect((await rename("B", "2")).status).toBe(200);
  expect((await rename("C", '"1"')).status).toBe(412);
  expect((await rename("D")).status).toBe(200);
  const user = [...sandbox.store.members.values()].find(({ roles }) => roles.has("USER"));
  const roles = (headers: Record<string, string>) =>
    ask("PATCH", `/members/${user?.id}`, { data: { roles: ["MANAGER"] }, headers });
  expect((await roles({})).status).toBe(428);
  expect((await roles({ "If-Match": '"1"' })).status).toBe(204);
});

test("a name is free again when its computer is gone", async () => {
  const { ask } = await signIn(sandbox);
  const [one, other] = [...sandbox.store.entries.values()];
  const rename = () => ask("PATCH", `/entries/${one?.entryId}`, { data: { name: other?.name } });
  expect((await rename()).status).toBe(409);
  await ask("DELETE", `/entries/${other?.entryId}`);
  expect((await rename()).status).toBe(200);
});

test("who leaves the team is in none of its groups any more", async () => {
  const { ask } = await signIn(sandbox);
  const { entries, members, entryGroups, userGroups } = sandbox.store;
  const inGroups = [...userGroups.values()].flatMap((group) => [...group.members]);
  const user = [...members.values()].find(({ id, roles }) => roles.has("USER") && inGroups.includes(id));
  const computer = [...entries.values()].find(({ name }) => name === "TILL-7");
  const group = [...entryGroups.values()].find(({ name }) => name === "Tills");
  const said = async (...paths: string[]) =>
    JSON.stringify(await Promise.all(paths.map(async (path) => (await ask("GET", path)).data)));
  const lists = ["/entryGroups", `/entryGroups/${group?.id}`, "/userGroups"];
  for (const id of [computer?.entryId, user?.id]) expect(await said(...lists)).toContain(id);
  await ask("DELETE", `/entries/${computer?.entryId}`);
  await ask("DELETE", `/members/${user?.id}`);
  for (const id of [computer?.entryId, user?.id]) expect(await said(...lists)).not.toContain(id);
});

test("invitations are rate limited", async () => {
  const { ask } = await signIn(sandbox);
  const invite = (email: string) => ask("POST", "/members", { data: { email, roles: ["USER"] } });
  expect(await invite("a@example.com")).toMatchObject({ status: 200, data: { state: "INVITED" } });
  expect((await invite("b@example.com")).status).toBe(429);
});

test("owners and administrators are out of reach", async () => {
  const { ask } = await signIn(sandbox);
  for (const { id, roles } of sandbox.store.members.values()) {
    if (!roles.has("OWNER") && !roles.has("ADMIN")) continue;
    expect((await ask("DELETE", `/members/${id}`)).status).toBe(403);
  }
  expect((await ask("POST", "/members", { data: { email: "a@b.c", roles: ["ADMIN"] } })).status).toBe(400);
});

test("an error can come without a body", async () => {
  const { ask } = await signIn(sandbox);
  sandbox.fault({ kind: "emptyError" });
  expect(await ask("GET", "/entries")).toMatchObject({ status: 403, data: "" });
});

test("what the description does not know is refused", async () => {
  const { ask } = await signIn(sandbox);
  expect((await ask("GET", "/entries?form=a")).status).toBe(400);
  expect((await ask("GET", "/audit?from=1")).status).toBe(400);
});

describe("the seeded team is one story", () => {
  const names = () => [...sandbox.store.entries.values()].map(({ name }) => name);

  it("an owner, administrators, users who joined and who are invited", () => {
    const members = [...sandbox.store.members.values()];
    const withRole = (role: "OWNER" | "ADMIN") => members.filter(({ roles }) => roles.has(role));
    expect([withRole("OWNER").length, withRole("ADMIN").length]).toEqual([1, 2]);
    expect(new Set(members.map(({ state }) => state))).toEqual(new Set(["JOINED", "INVITED"]));
    expect(new Set(members.map(({ email }) => email)).size).toBe(members.length);
  });

  it("computers with names of their own: duplicates, look-alikes, stale ones, one never seen, one outside the cloud", () => {
    expect(new Set(names()).size).toBe(40);
    expect(names()).toEqual(expect.arrayContaining(["TILL-7", "TILL-7 (2)", "TILL-7 #3", "TILL-70", "TILL-7 Backup"]));
    const of = (name: string) => [...sandbox.store.entries.values()].find((entry) => entry.name === name);
    expect(of("TILL-7")?.data?.machineName).toBe(of("TILL-7 (2)")?.data?.machineName);
    expect(of("KIOSK-1")?.data?.machineName).not.toBe(of("KIOSK-1 (2)")?.data?.machineName);
    expect(of("SPARE-1")).toMatchObject({ serverId: expect.any(String) });
    expect(of("SPARE-1")?.serverLastSeenTime).toBeUndefined();
    expect(of("WAREHOUSE-GATE")).toMatchObject({ host: "172.16.1.1::5901" });
    expect(of("WAREHOUSE-GATE")?.serverId).toBeUndefined();
  });

  it("groups hold members that there are, and events tell of people and computers that there are", () => {
    const { entryGroups, userGroups, entries, members, events } = sandbox.store;
    for (const { members: ids } of entryGroups.values()) for (const id of ids) expect(entries.has(id)).toBe(true);
    for (const { members: ids } of userGroups.values()) for (const id of ids) expect(members.has(id)).toBe(true);
    const servers = new Set([...entries.values()].map(({ serverId }) => serverId));
    for (const { userId, serverId } of events) {
      expect(members.has(userId ?? "")).toBe(true);
      expect(serverId === undefined || servers.has(serverId)).toBe(true);
    }
  });

  it("a month of events, several of them in one millisecond, with IDs of their own", () => {
    const times = sandbox.store.events.map(({ timestamp }) => timestamp);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(27 * 86_400_000);
    expect(new Set(times).size).toBeLessThan(times.length);
    expect(new Set(sandbox.store.events.map(({ id }) => id)).size).toBe(times.length);
  });

  it("the same after every reset", () => {
    const before = JSON.stringify([...sandbox.store.entries, ...sandbox.store.presence]);
    sandbox.simulateActivity();
    expect(JSON.stringify([...sandbox.store.entries, ...sandbox.store.presence])).not.toBe(before);
    sandbox.reset();
    expect(JSON.stringify([...sandbox.store.entries, ...sandbox.store.presence])).toBe(before);
  });
});

test("at each step of activity a session starts and one ends, a computer goes and one comes back, a new one is there", () => {
  const online = () => [...sandbox.store.presence.values()].filter(({ status }) => status === "ONLINE").length;
  const before = { events: sandbox.store.events.length, entries: sandbox.store.entries.size };
  for (let step = 0; step < 3; step++) sandbox.simulateActivity();
  expect(sandbox.store.events.slice(before.events).map(({ eventType }) => eventType)).toEqual(
    ["connection_start", "connection_end", "connection_start", "connection_end"].concat([
      "connection_start",
      "connection_end",
    ]),
  );
  expect(sandbox.store.entries.size).toBe(before.entries + 3);
  expect(new Set([...sandbox.store.entries.values()].map(({ name }) => name)).size).toBe(before.entries + 3);
  expect(online()).toBeGreaterThan(0);
});

describe.each([true, false])("where the bounds of a range are included: %s", (boundsIncluded) => {
  let other: Sandbox;
  beforeAll(async () => {
    other = await startSandbox({ habits: { boundsIncluded } });
  });
  afterAll(() => other.close());

  it("events at the very bounds are listed accordingly", async () => {
    const { ask } = await signIn(other);
    const at = other.store.events.at(-1)?.timestamp;
    const { data } = await ask("GET", `/audit?from=${at}&to=${at}`);
    expect(data.events.length > 0).toBe(boundsIncluded);
  });
});
