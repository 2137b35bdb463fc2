/** Users: invitations with groups, roles out of reach. */
import { failureOf } from "../support/client";
import { asked, run, useRealVnc } from "../support/realvnc";

const rv = useRealVnc({ invitationLimit: { requests: 3, perMilliseconds: 60_000 } });

const email = "new.person@example.com";

interface Invited {
  id: string;
  email: string;
  state: string;
  groups: { id: string; name: string; outcome: string; reason?: string }[];
}

const invite = async (inputs: object) => (await run("inviteUser", rv.connection, { email, ...inputs })) as Invited;

test("somebody is invited with roles and put into groups, by name or by ID", async () => {
  const stores = rv.group("Store managers");
  const invited = await invite({
    roles: ["user", "MANAGER"],
    groups: ` FIRST level support \nField, north and east\n${stores.id}\nStore managers\n`,
  });
  expect(invited).toMatchObject({ email, state: "INVITED", roles: ["USER", "MANAGER"], etag: '"1"' });
  expect(invited.groups.map(({ name, outcome }) => [name, outcome])).toEqual([
    ["First level support", "done"],
    ["Field, north and east", "done"],
    ["Store managers", "done"],
  ]);
  expect(stores.members.has(invited.id)).toBe(true);
});

test("without groups nothing but the invitation is sent", async () => {
  expect((await invite({ roles: "USER" })).groups).toEqual([]);
  expect(asked(rv.sandbox)).toEqual(["POST /1.0/members"]);
});

test.each([
  ["unknown", ["Nobody's group"], /^Groups: there is no user group with the ID or name "Nobody's group"/],
  ["ambiguous", ["store MANAGERS"], /^Groups: several user groups have the name "store MANAGERS"/],
])("an %s group refuses the action before anybody is invited", async (_, groups, message) => {
  rv.group("First level support").name = "Store Managers";
  await expect(invite({ roles: ["USER"], groups })).rejects.toThrow(message);
  expect(asked(rv.sandbox)).toEqual(["GET /1.0/userGroups"]);
});

test("a group that fails afterwards does not undo the invitation: the answer says which failed and why", async () => {
  rv.sandbox.fault({ kind: "emptyError", match: { operationId: "addMemberToGroup" } });
  const { groups, id } = await invite({ roles: ["USER"], groups: ["First level support", "Store managers"] });
  expect(groups).toEqual([
    {
      id: rv.group("First level support").id,
      name: "First level support",
      outcome: "failed",
      reason: expect.stringMatching(/HTTP 403.*UPDATE_USER_GROUP/),
    },
    { id: rv.group("Store managers").id, name: "Store managers", outcome: "done" },
  ]);
  expect(rv.sandbox.store.members.has(id)).toBe(true);
});

test("an invitation that is answered without the user's ID stands, and each group says why it failed", async () => {
  rv.sandbox.fault({ kind: "oddBody", body: { email }, match: { operationId: "inviteMember" } });
  const { groups } = await invite({ roles: ["USER"], groups: ["Store managers"] });
  expect(groups).toMatchObject([
    { name: "Store managers", outcome: "failed", reason: "RealVNC Connect did not say which ID the new user has." },
  ]);
  expect(asked(rv.sandbox)).toEqual(["GET /1.0/userGroups", "POST /1.0/members"]);
});

test("a group that is none in the list stops no invitation", async () => {
  const { id, name } = rv.group("Store managers");
  rv.sandbox.fault({
    kind: "oddBody",
    body: { groups: [null, { id, name }] },
    match: { operationId: "listUserGroups" },
  });
  expect((await invite({ roles: ["USER"], groups: [name] })).groups).toEqual([{ id, name, outcome: "done" }]);
});

test("the rate limit of invitations is waited out, and nobody is invited twice", async () => {
  rv.sandbox.fault({ kind: "rateLimit", retryAfter: "0", match: { operationId: "inviteMember" } });
  await invite({ roles: ["USER"] });
  const invited = [...rv.sandbox.store.members.values()].filter((member) => member.email === email);
  expect(invited).toHaveLength(1);
});

test("an invitation whose answer is lost is not repeated", async () => {
  rv.sandbox.fault({ kind: "reset", after: true, match: { operationId: "inviteMember" } });
  const error = await failureOf(invite({ roles: ["USER"] }));
  expect(error.message).toContain("may have been done all the same");
  expect(asked(rv.sandbox)).toHaveLength(1);
});

test.each([
  [{ roles: ["ADMIN"] }, /^Roles: "ADMIN" is none of USER, MANAGER, TECHNICIAN/],
  [{ roles: [] }, /^Roles: a value is required/],
  [{ roles: ["USER"], email: "nobody" }, /^Email: must be an e-mail address/],
])("%j is refused by name, before anything is sent", async (inputs, message) => {
  await expect(invite(inputs)).rejects.toThrow(message);
  expect(rv.sandbox.requests).toEqual([]);
});

test.each([
  ["removeUser", {}],
  ["updateUserRoles", { roles: ["USER"] }],
])("%s of an owner is refused, and says that the API cannot reach the role", async (key, inputs) => {
  const { id } = rv.member("alex.morgan@example.com");
  const error = await failureOf(run(key, rv.connection, { userId: id, ...inputs }));
  expect(error.message).toMatch(/HTTP 403.*ADMIN or OWNER can be neither invited, changed nor removed/);
  expect(rv.sandbox.store.members.has(id)).toBe(true);
});
