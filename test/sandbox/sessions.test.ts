import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { freshForEveryTest } from "../support/sandbox";
import { type Ask, client, firstOf, vendorError } from "./client";

const start = new Date("2026-03-02T08:00:00Z").getTime();

describe("Session codes of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  let time = start;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => new Date(time) });
    ask = client(sandbox);
  });
  beforeEach(() => {
    time = start;
  });
  freshForEveryTest(() => sandbox);

  const create = async (fields: object = {}) =>
    (await ask("POST", "/sessions", { data: { groupname: "Walk-ins", ...fields } })).data;
  const read = async (code: string) => (await ask("GET", `/sessions/${code}`)).data;
  const codes = async (query: string) =>
    (await ask("GET", `/sessions${query}`)).data.sessions.map(({ code }: { code: string }) => code);

  it("are created, read, changed and deleted", async () => {
    const fields = {
      description: "Printer",
      end_customer: { name: "Ann", email: "ann@example.org" },
      custom_api: '{"ticket":7}',
      waiting_message: "One moment",
    };
    const { code } = await create(fields);
    expect(code).toMatch(/^s\d{3}-\d{3}-\d{3}$/);
    expect(await read(code)).toMatchObject({
      ...fields,
      state: "open",
      end_customer_link: expect.stringContaining(code),
    });
    const put = await ask("PUT", `/sessions/${code}`, {
      data: { description: "Fixed", end_customer: { name: "Bea" } },
    });
    expect(put.status).toBe(204);
    expect(await read(code)).toMatchObject({
      description: "Fixed",
      waiting_message: "One moment",
      end_customer: { name: "Bea", email: "ann@example.org" },
    });
    expect((await ask("DELETE", `/sessions/${code}`)).status).toBe(204);
    expect((await ask("GET", `/sessions/${code}`)).status).toBe(404);
  });

  it("are valid for a day unless told otherwise, and not into the past", async () => {
    expect((await create()).valid_until).toBe("2026-03-03T08:00:00Z");
    expect((await create({ valid_until: "2026-03-09T12:00:00Z" })).valid_until).toBe("2026-03-09T12:00:00Z");
    expect((await create({ valid_until: "2026-03-01T12:00:00Z" })).error).toBe("invalid_request");
    expect((await create({ valid_until: "tomorrow" })).error).toBe("invalid_request");
  });

  it("need a group, by id or name, which agree when both are given", async () => {
    const { id: groupid, name: groupname } = firstOf(sandbox.store.groups.values());
    expect((await ask("POST", "/sessions", { data: {} })).status).toBe(400);
    expect((await create({ groupid, groupname })).groupid).toBe(groupid);
    expect((await create({ groupid })).error).toBe("invalid_request");
    const made = await create({ groupname: "Made for this" });
    expect(sandbox.store.groups.get(made.groupid)?.name).toBe("Made for this");
  });

  it("need a group id with a company-level token", async () => {
    const company = client(sandbox, sandbox.credentials.companyToken);
    const refused = await company("POST", "/sessions", { data: { groupname: "Walk-ins" } });
    expect([refused.status, refused.data]).toEqual([
      400,
      vendorError("invalid_request", expect.stringMatching("groupid")),
    ]);
    const groupid = firstOf(sandbox.store.groups.keys());
    expect((await company("POST", "/sessions", { data: { groupid } })).status).toBe(200);
  });

  it.each([
    [{ description: "x".repeat(4001) }],
    [{ custom_api: "x".repeat(4001) }],
    [{ end_customer: { name: "x".repeat(101) } }],
    [{ end_customer: { email: "x".repeat(255) } }],
    [{ assigned_userid: "u1" }],
    [{ support_session_type: 9 }],
  ])("keep the vendor's limits: case %#", async (fields) => {
    expect((await ask("POST", "/sessions", { data: { groupname: "Walk-ins", ...fields } })).status).toBe(400);
  });

  it("are assigned, reassigned and with u0 unassigned", async () => {
    const [one = "", other = ""] = [...sandbox.store.users.keys()];
    const { code, assigned_userid, assigned_at } = await create({ assigned_userid: one });
    expect([assigned_userid, assigned_at]).toEqual([one, "2026-03-02T08:00:00Z"]);
    await ask("PUT", `/sessions/${code}`, { data: { assigned_userid: other } });
    expect((await read(code)).assigned_userid).toBe(other);
    await ask("PUT", `/sessions/${code}`, { data: { assigned_userid: "u0" } });
    expect(await read(code)).not.toHaveProperty("assigned_userid");
  });

  it("move to another group", async () => {
    const groupid = firstOf(sandbox.store.groups.keys());
    const { code } = await create();
    expect((await ask("PUT", `/sessions/${code}`, { data: { groupid } })).status).toBe(204);
    expect((await read(code)).groupid).toBe(groupid);
  });

  it("are listed while open, unless other states are asked for", async () => {
    const all = [...sandbox.store.sessions.values()];
    const inState = (state: string) => all.filter((session) => session.state === state).length;
    expect(await codes("")).toHaveLength(inState("open"));
    expect(await codes("?state=closed")).toHaveLength(inState("closed"));
    expect(await codes("?state=Open,%20closed")).toHaveLength(all.length);
    expect((await ask("GET", "/sessions?state=paused")).status).toBe(400);
  });

  it("leave the list of open ones when they are closed", async () => {
    const { code } = await create();
    time += 60_000;
    await ask("PUT", `/sessions/${code}`, { data: { state: "closed" } });
    expect(await codes("")).not.toContain(code);
    expect(await read(code)).toMatchObject({ state: "closed", closed_at: "2026-03-02T08:01:00Z" });
  });

  it("open again, and take a state by its word only", async () => {
    const { code } = await create();
    const put = async (state: unknown) => (await ask("PUT", `/sessions/${code}`, { data: { state } })).status;
    expect([await put("closed"), await put("open")]).toEqual([204, 204]);
    expect(await read(code)).not.toHaveProperty("closed_at");
    for (const state of [0, 1, 2, 3, "Closed", "paused", ""]) expect([state, await put(state)]).toEqual([state, 400]);
    expect((await read(code)).state).toBe("open");
  });

  it("answer with words for state and type, as soon as they are created", async () => {
    const words = { state: "open", support_session_type: "RemoteSupportActive" };
    const session = await create();
    expect(session).toMatchObject(words);
    expect(await read(session.code)).toMatchObject(words);
    const remote = await create({ support_session_type: 1 });
    expect(remote.support_session_type).toBe("RemoteConnection");
  });

  it("are filtered by group and assignee", async () => {
    const [userid = ""] = [...sandbox.store.users.keys()];
    const { code, groupid } = await create({ assigned_userid: userid });
    const unassigned = await create();
    expect((await codes(`?groupid=${groupid}`)).sort()).toEqual([code, unassigned.code].sort());
    expect(await codes(`?groupid=${groupid}&assigned_userid=${userid}`)).toEqual([code]);
    expect(await codes(`?groupid=${groupid}&assigned_userid=u0`)).toEqual([unassigned.code]);
  });

  it("are listed with all details only with full_list", async () => {
    const { code } = await create({ description: "Printer" });
    const find = async (query: string) =>
      (await ask("GET", `/sessions${query}`)).data.sessions.find((session: { code: string }) => session.code === code);
    expect(await find("")).not.toHaveProperty("description");
    expect(await find("?full_list=true")).toMatchObject({ description: "Printer", supporter_link: expect.any(String) });
  });
});
