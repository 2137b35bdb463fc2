import type { Session } from "../../../sandbox/teamviewer";
import { closeServers, connectionFor, serve } from "../../support/client";
import { json } from "../../support/server";
import { useTeamViewer } from "../../support/teamviewer";
import { flowWith, keepsThePromises } from "../../support/triggers";

type Change = { before: { state: string; assigned: boolean } | null; session: Session };
type Changes = Record<"opened" | "assigned" | "unassigned" | "closed", Change[]>;

const tv = useTeamViewer({ pageSizes: { sessions: 5 } });

afterAll(closeServers);

const watch = (inputs: object = {}) => flowWith<Changes>(tv, "sessionStateChanges", inputs);

const page = "GET /sessions";

const session = (matching: (session: Session) => boolean): Session => {
  const found = [...tv.sandbox.store.sessions.values()].find(matching);
  if (!found) throw new Error("There is no such session.");
  return found;
};

const open = (fields: Partial<Session> = {}): Session => {
  const code = `s${tv.sandbox.store.nextNumber()}`;
  const template = session(({ state }) => state === "open");
  const created_at = new Date(Date.now() + 1000).toISOString();
  const added: Session = {
    ...template,
    assigned_userid: undefined,
    assigned_at: undefined,
    ...fields,
    code,
    created_at: fields.created_at ?? created_at,
  };
  tv.sandbox.store.sessions.set(code, added);
  return added;
};

const unassigned = () => session(({ state, assigned_userid }) => state === "open" && !assigned_userid);
const assigned = () => session(({ state, assigned_userid }) => state === "open" && !!assigned_userid);

const none: Changes = { opened: [], assigned: [], unassigned: [], closed: [] };

const codesOf = (data: Changes) =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([, changes]) => changes.length > 0)
      .map(([list, changes]) => [list, changes.map(({ before, session }) => ({ before, code: session.code }))]),
  );

describe("as every trigger", () => {
  keepsThePromises(tv, {
    key: "sessionStateChanges",
    otherInputs: { groupid: "g425123356" },
    calls: [page, page, page],
    makeNews: () => void open(),
  });
});

test("a new code is opened, and comes with all its fields", async () => {
  const { poll } = watch();
  await poll();
  const { code, description } = open({ description: "Printer does not answer" });
  const { data } = await poll();
  expect(data).toEqual({
    ...none,
    opened: [{ before: null, session: expect.objectContaining({ code, description }) }],
  });
});

test("assigned, reassigned, unassigned, closed and reopened are told with the state before", async () => {
  const { poll } = watch();
  const { code } = open();
  await poll();
  const change = async (fields: Partial<Session>) => {
    Object.assign(
      session((each) => each.code === code),
      fields,
    );
    return codesOf((await poll()).data);
  };
  const free = { state: "open", assigned: false };
  const taken = { state: "open", assigned: true };
  expect(await change({ assigned_userid: "u1" })).toEqual({ assigned: [{ before: free, code }] });
  expect(await change({ assigned_userid: "u2" })).toEqual({ assigned: [{ before: taken, code }] });
  expect(await change({ assigned_userid: "u0" })).toEqual({ unassigned: [{ before: taken, code }] });
  expect(await change({ state: "closed" })).toEqual({ closed: [{ before: free, code }] });
  expect(await change({ state: "open" })).toEqual({ opened: [{ before: { state: "closed", assigned: false }, code }] });
  expect(await change({ state: "closed", assigned_userid: "u2" })).toEqual({
    assigned: [{ before: free, code }],
    closed: [{ before: free, code }],
  });
});

test("a code that was opened, assigned and closed between two polls is in all three lists", async () => {
  const { poll } = watch();
  await poll();
  const { code } = open({ assigned_userid: "u1", state: "closed" });
  const step = [{ before: null, code }];
  expect(codesOf((await poll()).data)).toEqual({ opened: step, assigned: step, closed: step });
});

test("a state is the same in capitals", async () => {
  const answers = ["open", "Open", "CLOSED", "closed"].map((state) => json(200, { sessions: [{ code: "s1", state }] }));
  const { poll } = flowWith<Changes>(tv, "sessionStateChanges", {}, connectionFor(await serve(...answers)));
  await poll();
  expect((await poll()).polledNoChanges).toBe(true);
  expect((await poll()).data.closed).toHaveLength(1);
  expect((await poll()).polledNoChanges).toBe(true);
});

test("other fields are no news", async () => {
  const { poll } = watch();
  await poll();
  Object.assign(unassigned(), {
    online: true,
    description: "Changed",
    waiting_message: "Soon",
    valid_until: "2030-01-01T00:00:00Z",
  });
  Object.assign(assigned(), { assigned_at: "2030-01-01T00:00:00Z" });
  expect((await poll()).polledNoChanges).toBe(true);
});

test("several changes come in the order in which the codes were created", async () => {
  const { poll } = watch();
  await poll();
  const later = open({ created_at: new Date(Date.now() + 9000).toISOString() });
  const sooner = open({ created_at: new Date(Date.now() + 3000).toISOString() });
  expect((await poll()).data.opened.map(({ session }) => session.code)).toEqual([sooner.code, later.code]);
});

test("the group is sent on every page, with both states", async () => {
  const group = [...tv.sandbox.store.groups.keys()][0] ?? "";
  await watch({ groupid: group.slice(1) }).poll();
  expect(tv.sandbox.requests.length).toBeGreaterThan(0);
  for (const { query } of tv.sandbox.requests) {
    expect(query).toMatchObject({ groupid: group, state: "open,closed", full_list: "true" });
  }
});

describe("with a look-back", () => {
  const day = 86_400_000;

  const fill = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      open({ created_at: new Date(Date.now() - 10 * day - index * 1000).toISOString() });
    }
  };

  test("reading ends below it, and older codes are not followed", async () => {
    fill(110);
    const { poll } = watch({ lookBackDays: "2" });
    const old = open({ created_at: new Date(Date.now() - 14 * day).toISOString() });
    await poll();
    old.state = "closed";
    const { data, calls } = await poll();
    expect(codesOf(data)).toEqual({});
    expect(calls.length).toBeLessThan(watchedPages());
    unassigned().state = "closed";
    expect((await poll()).data.closed).toHaveLength(1);
  });

  const watchedPages = () => Math.ceil(tv.sandbox.store.sessions.size / 5) + 1;

  test("codes of any age are followed without one", async () => {
    fill(110);
    const { poll } = watch();
    const old = open({ created_at: "2020-01-31T10:00:00Z" });
    await poll();
    old.state = "closed";
    expect((await poll()).data.closed).toHaveLength(1);
  });
});
