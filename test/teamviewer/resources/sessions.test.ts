import { connectionTo, run } from "../../support/component";
import { startServer } from "../../support/server";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { sessions: 60 }, pageSizes: { sessions: 20 } });

type Sessions = {
  sessions: { code: string; state: string; groupid: string; assigned_userid?: string }[];
  next_offset?: string;
  sessions_remaining?: number;
};

const list = async (inputs: object) => (await run("listSessions", tv.user, inputs)) as Sessions;

test("a session code is created with all that the vendor takes, updated and read back", async () => {
  const { userId } = tv.sandbox.store.account;
  const created = (await run("createSession", tv.user, {
    groupname: "Tickets",
    customId: "ticket-4711",
    description: "Printer does not answer",
    waiting_message: "Hold on",
    valid_until: "2030-01-01T10:00:00+02:00",
    end_customer_name: "Anna Schmidt",
    end_customer_email: "anna.schmidt@example.com",
    assigned_userid: userId.slice(1),
    custom_api: '{"ticket":4711}',
  })) as { code: string };
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({
    groupname: "Tickets",
    customId: "ticket-4711",
    description: "Printer does not answer",
    waiting_message: "Hold on",
    valid_until: "2030-01-01T08:00:00Z",
    end_customer: { name: "Anna Schmidt", email: "anna.schmidt@example.com" },
    assigned_userid: userId,
    custom_api: '{"ticket":4711}',
  });
  const sessionId = created.code;
  expect(
    await run("updateSession", tv.user, { sessionId, description: "Printer on fire", assigned_userid: "u0" }),
  ).toBe("ACTION SUCCEEDED");
  const session = (await run("getSession", tv.user, { sessionId: sessionId.replace(/^s/, "") })) as object;
  expect(session).toMatchObject({
    code: sessionId,
    description: "Printer on fire",
    end_customer: { name: "Anna Schmidt" },
  });
  expect(session).not.toMatchObject({ assigned_userid: userId });
});

test("updateSession does not send the custom ID, which the vendor does not know there", async () => {
  const { code } = firstOf(tv.sandbox.store.sessions.values());
  await run("updateSession", tv.user, { sessionId: code, customId: "ticket-1", description: "x" });
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ description: "x" });
});

test("Body may have fields of names that every object has already, which arrive as they were given", async () => {
  const server = await startServer();
  const customBody = '{"constructor":"c","toString":{"__proto__":1},"__proto__":{"a":2}}';
  const connection = connectionTo({ ...tv.sandbox, baseUrl: `${server.url}/api/v1` });
  await run("updateSession", connection, { sessionId: "s1", customBody });
  await run("createSession", connection, { groupname: "Tickets", customBody });
  await server.close();
  expect(server.received.map(({ body }) => body)).toEqual([
    customBody,
    `{"groupname":"Tickets",${customBody.slice(1)}`,
  ]);
});

test("a time that is not on the calendar, and a number that is no Unix time, are refused by their input", async () => {
  for (const valid_until of ["2026-02-30", 7, 177496560]) {
    await expect(run("createSession", tv.user, { groupname: "Tickets", valid_until })).rejects.toThrow(
      /^Valid Until: /,
    );
  }
  await run("createSession", tv.user, { groupname: "Tickets", valid_until: 1_893_456_000 });
  expect(tv.sandbox.requests).toMatchObject([{ body: { valid_until: "2030-01-01T00:00:00Z" } }]);
});

test("listSessions lists the open codes by default, and others by state", async () => {
  const states = async (state?: string) =>
    new Set((await list({ state, fetchAll: true })).sessions.map((session) => session.state.toLowerCase()));
  expect(await states()).toEqual(new Set(["open"]));
  expect(await states("closed")).toEqual(new Set(["closed"]));
  expect(await states("Open, Closed")).toEqual(new Set(["open", "closed"]));
});

test("listSessions pages by offset, and reads everything with Fetch All while the filters stay", async () => {
  const state = "open,closed";
  const first = await list({ state });
  expect(first.sessions).toHaveLength(20);
  expect(first.sessions_remaining).toBe(40);
  const second = await list({ state, offset: first.next_offset });
  expect(second.sessions[0]?.code).not.toBe(first.sessions[0]?.code);
  tv.sandbox.requests.length = 0;
  const whole = await list({ state, fetchAll: true });
  expect(whole.sessions).toHaveLength(60);
  expect(tv.sandbox.requests.map(({ query }) => query.state)).toEqual([state, state, state]);
});

test("listSessions filters by group and assignee", async () => {
  const { groupid } = firstOf(tv.sandbox.store.sessions.values());
  const inGroup = (await list({ groupid, state: "open,closed", fetchAll: true })).sessions;
  expect(new Set(inGroup.map((session) => session.groupid))).toEqual(new Set([groupid]));
  const { assigned_userid } = firstOf(
    tv.sandbox.store.sessions.values(),
    (session) => session.assigned_userid !== undefined,
  );
  const assigned = (await list({ assigned_userid, state: "open,closed", fullList: true, fetchAll: true })).sessions;
  expect(new Set(assigned.map((session) => session.assigned_userid))).toEqual(new Set([assigned_userid]));
});

test.each([
  [{ end_customer_name: "x".repeat(101) }, "End Customer Name: at most 100 characters"],
  [{ end_customer_email: `${"x".repeat(250)}@a.pl` }, "End Customer Email: at most 254 characters"],
  [{ custom_api: "x".repeat(4001) }, "Custom API: at most 4000 characters"],
  [{ description: "x".repeat(4001) }, "Description: at most 4000 characters"],
  [{ sms_invite_number: "call me" }, "SMS Invite Number: must be a telephone number"],
  [{ valid_until: "tomorrow" }, 'Valid Until: "tomorrow" is not a date and time'],
  [{ groupid: "tickets" }, "Group ID: must be a group ID such as g12345678"],
  [{ support_session_type: "7" }, "Support Session Type: "],
])("createSession checks the vendor's limits before anything is sent: %#", async (inputs, message) => {
  await expect(run("createSession", tv.user, inputs)).rejects.toThrow(message);
  expect(tv.sandbox.requests).toEqual([]);
});

test("listSessions refuses a state that the vendor does not have", async () => {
  await expect(list({ state: "pending" })).rejects.toThrow('State: "pending" is neither open nor closed.');
});

test("a session code is deleted and found no more", async () => {
  const { code } = firstOf(tv.sandbox.store.sessions.values());
  expect(await run("deleteSession", tv.user, { sessionId: code.slice(1) })).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.store.sessions.has(code)).toBe(false);
  await expect(run("getSession", tv.user, { sessionId: code })).rejects.toThrow("HTTP 404");
});

test("the custom module of a session is told by its ID, as it was set", async () => {
  const { code } = firstOf(tv.sandbox.store.sessions.values());
  await run("updateSession", tv.user, { sessionId: code, custom_module_id: "kz7n4qp" });
  expect(await run("getSessionCustomModuleId", tv.user, { sessionId: code, client_id: "app-1" })).toEqual({
    config_id: "kz7n4qp",
  });
  expect(tv.sandbox.requests.at(-1)?.query).toEqual({ client_id: "app-1" });
});
