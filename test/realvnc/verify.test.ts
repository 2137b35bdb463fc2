/** What Verify Connection proves, and that it changes nothing. */
import { asked, component, connectionTo, exchanges, run, useRealVnc } from "../support/realvnc";

const rv = useRealVnc();

interface Verified {
  valid: boolean;
  expiresIn: number;
  permissions: { permission: string; granted: boolean | "unknown"; actions: string[] }[];
  missing: string[];
  reason?: string;
}

const verify = async (connection = rv.connection, checkWritePermissions = false) =>
  (await run("verifyConnection", connection, { checkWritePermissions })) as Verified;

const grantedOf = ({ permissions }: Verified) =>
  Object.fromEntries(permissions.map(({ permission, granted }) => [permission, granted]));

const state = () => {
  const { entries, members, entryGroups, userGroups } = rv.sandbox.store;
  const sets = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);
  return JSON.stringify(
    [entries, members, entryGroups, userGroups].map((records) => [...records.values()]),
    sets,
  );
};

test("reading permissions are proved by one small read each, and the writing ones are unknown", async () => {
  const verified = await verify();
  expect(verified).toMatchObject({ valid: true, expiresIn: 3600, missing: [] });
  expect(grantedOf(verified)).toEqual({
    ADD_TEAM_MEMBER: "unknown",
    DELETE_ENTRY: "unknown",
    LIST_AUDIT_EVENTS: true,
    LIST_ENTRIES: true,
    LIST_ENTRY_GROUPS: true,
    LIST_PRESENCE: true,
    LIST_TEAM_MEMBERS: true,
    LIST_USER_GROUPS: true,
    REMOVE_TEAM_MEMBER: "unknown",
    UPDATE_ENTRY: "unknown",
    UPDATE_ENTRY_GROUP: "unknown",
    UPDATE_TEAM_MEMBER_ROLES: "unknown",
    UPDATE_USER_GROUP: "unknown",
  });
  expect(asked(rv.sandbox)).toHaveLength(6);
  expect(asked(rv.sandbox).every((request) => request.startsWith("GET "))).toBe(true);
  expect(exchanges(rv.sandbox)).toBe(1);
});

test("a reading permission is proved by a request that no vendor refuses for what it asks", async () => {
  await verify();
  const queryOf = (path: string) => rv.sandbox.requests.find((request) => request.path.endsWith(path))?.query;
  expect(queryOf("/members")).toEqual({ role: "OWNER" });
  const { from, to } = queryOf("/audit") as { from: string; to: string };
  expect(Number(to) - Number(from)).toBe(1);
});

test("with Check Write Permissions the writing ones are proved too, but for that to invite", async () => {
  const before = state();
  const verified = await verify(rv.connection, true);
  expect(Object.entries(grantedOf(verified)).filter(([, granted]) => granted !== true)).toEqual([
    ["ADD_TEAM_MEMBER", "unknown"],
  ]);
  expect(state()).toBe(before);
  expect(asked(rv.sandbox).filter((request) => request.startsWith("POST"))).toEqual([]);
});

const all = ["DELETE_ENTRY", "LIST_AUDIT_EVENTS", "LIST_ENTRIES", "LIST_ENTRY_GROUPS", "LIST_PRESENCE"].concat(
  ["LIST_TEAM_MEMBERS", "LIST_USER_GROUPS", "REMOVE_TEAM_MEMBER", "UPDATE_ENTRY", "UPDATE_ENTRY_GROUP"],
  ["UPDATE_TEAM_MEMBER_ROLES", "UPDATE_USER_GROUP"],
);

test.each(all)("a key without %s is found out, and only that is missing", async (permission) => {
  const before = state();
  const { missing } = await verify(rv.withOnly(...all.filter((each) => each !== permission)), true);
  expect(missing).toEqual([permission]);
  expect(state()).toBe(before);
});

test("of each permission the actions are named that need it", async () => {
  const { permissions } = await verify();
  const actionsOf = (name: string) => permissions.find(({ permission }) => permission === name)?.actions;
  expect(actionsOf("DELETE_ENTRY")).toContain("removeComputer");
  expect(actionsOf("LIST_PRESENCE")).toEqual(["listPresence"]);
  for (const { permission, actions } of permissions) {
    expect(actions.length).toBeGreaterThan(0);
    for (const key of actions) expect(component.actions[key]?.display.description).toContain(permission);
  }
});

test("no action that needs a permission is left out", async () => {
  const { permissions } = await verify();
  const left = Object.entries(component.actions).flatMap(([key, { display }]) => {
    const needed = /Needs the permissions? ([^.]+)\./.exec(display.description)?.[1] ?? "";
    return permissions.filter(
      ({ permission, actions }) => needed.split(/, and | and |, /).includes(permission) && !actions.includes(key),
    );
  });
  expect(left).toEqual([]);
});

test.each(["ended", "revoked"] as const)("a key that was %s is not valid, and the reason says why", async (which) => {
  const verified = await verify(connectionTo(rv.sandbox.baseUrl, rv.sandbox.credentials[which]), true);
  expect(verified).toMatchObject({ valid: false, expiresIn: 0, missing: [] });
  expect(verified.reason).toContain("wrong, has ended or was revoked");
  expect(new Set(Object.values(grantedOf(verified)))).toEqual(new Set(["unknown"]));
  expect(asked(rv.sandbox)).toEqual([]);
});

test("a session that ends in the middle is renewed, and says nothing against the access key", async () => {
  rv.sandbox.fault({ kind: "refusedSession", match: { operationId: "listEntryPresence" } });
  expect(await verify()).toMatchObject({ valid: true, missing: [] });
  expect(exchanges(rv.sandbox)).toBe(2);
});

test("a session that is refused again after its renewal makes the access key one that is not valid", async () => {
  const times = Number.POSITIVE_INFINITY;
  rv.sandbox.fault({ kind: "refusedSession", times, match: { operationId: "listEntryPresence" } });
  expect(await verify()).toMatchObject({
    valid: false,
    reason: expect.stringContaining("refuses the session, also after it was renewed"),
  });
});

test("a blank field is an error", async () => {
  await expect(verify(connectionTo(rv.sandbox.baseUrl, { accessKeyId: "a", accessKey: "" }))).rejects.toThrow(
    "Access Key of the RealVNC Connect connection is blank",
  );
});

test("a read that is not found proves nothing, whereas a change of what is not there does", async () => {
  rv.sandbox.fault({ kind: "emptyError", status: 404, match: { operationId: "getTeamEvents" } });
  const { LIST_AUDIT_EVENTS, DELETE_ENTRY } = grantedOf(await verify(rv.connection, true));
  expect({ LIST_AUDIT_EVENTS, DELETE_ENTRY }).toEqual({ LIST_AUDIT_EVENTS: "unknown", DELETE_ENTRY: true });
});

test("what fails for another reason proves nothing", async () => {
  rv.sandbox.fault({ kind: "oddBody", status: 400, match: { operationId: "listEntryPresence" } });
  expect(grantedOf(await verify()).LIST_PRESENCE).toBe("unknown");
});
