import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const someone = () =>
  firstOf(tv.sandbox.store.users.values(), ({ id, active }) => id !== tv.sandbox.store.account.userId && active);
const newcomer = { email: "ewa.lis@example.com", name: "Ewa Lis", language: "pl" };

type Users = { users: { id: string; name: string; email?: string }[] };
const list = async (inputs: object) => ((await run("listUsers", tv.company, inputs)) as Users).users;

test("a user is created in the given language, read back and removed from the company", async () => {
  const userRoleId = firstOf(tv.sandbox.store.userRoles.keys());
  const { id } = (await run("createUser", tv.company, { ...newcomer, userRoleId, subscribeNewsletter: "false" })) as {
    id: string;
  };
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ ...newcomer, userRoleId, subscribe_newsletter: false });
  expect(tv.sandbox.store.users.get(id)?.language).toBe("pl");
  expect(await run("getUser", tv.company, { userId: id })).toMatchObject({ name: "Ewa Lis", email: newcomer.email });
  expect(await run("deleteUser", tv.company, { userId: id })).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.requests.at(-1)?.query).toEqual({});
});

test("deleteUser deletes the account for good only when it is told to", async () => {
  const { id } = someone();
  await run("deleteUser", tv.company, { userId: id, isPermanentDelete: true });
  expect(tv.sandbox.requests.at(-1)?.query).toEqual({ isPermanentDelete: "true" });
});

test("updateUser that only renames leaves the user active and every switch as it is", async () => {
  const user = someone();
  const before = { ...user };
  const untouched = { active: "", log_sessions: undefined, show_comment_window: "", tfa_enforced: "" };
  expect(await run("updateUser", tv.company, { userId: user.id, name: "Renamed Person", ...untouched })).toBe(
    "ACTION SUCCEEDED",
  );
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ name: "Renamed Person" });
  expect(tv.sandbox.store.users.get(user.id)).toEqual({ ...before, name: "Renamed Person" });
});

test.each([true, false, "true", "false"])(
  "updateUser keeps understanding the stored value %j of an on/off field",
  async (active) => {
    await run("updateUser", tv.company, { userId: someone().id, active, tfa_enforced: active });
    const on = String(active) === "true";
    expect(tv.sandbox.requests.at(-1)?.body).toEqual({ active: on, tfa_enforcement: on });
  },
);

test.each([
  ["an array", (ids: string[]) => ids],
  ["a JSON array", (ids: string[]) => JSON.stringify(ids)],
  ["commas", (ids: string[]) => ids.join(",")],
  ["spaces", (ids: string[]) => ids.join(" ")],
])("updateUser takes role IDs as %s", async (_, given) => {
  const roles = [...tv.sandbox.store.userRoles.keys()].slice(0, 2);
  await run("updateUser", tv.company, { userId: someone().id, AssignUserRoleIds: given(roles) });
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ AssignUserRoleIds: roles });
});

test("listUsers filters by e-mail and part of the name, and gives details on demand", async () => {
  const { email, name, id } = someone();
  expect((await list({})).length).toBe(tv.sandbox.store.users.size);
  expect((await list({ userEmail: email })).map((user) => user.id)).toEqual([id]);
  expect((await list({ userName: name.slice(1) })).map((user) => user.id)).toContain(id);
  const [brief] = await list({ userEmail: email });
  const [full] = await list({ userEmail: email, fullList: "true" });
  expect(Object.keys(full ?? {}).length).toBeGreaterThan(Object.keys(brief ?? {}).length);
});

test("createUser says which permissions have to be listed with one", async () => {
  await expect(
    run("createUser", tv.company, { ...newcomer, permissions: "ManagePolicies, AssignPolicies" }),
  ).rejects.toThrow(
    "User Permissions: ManagePolicies needs AcknowledgeAllAlerts, AcknowledgeOwnAlerts to be listed too.",
  );
  expect(tv.sandbox.requests).toEqual([]);
  await run("createUser", tv.company, { ...newcomer, permissions: "ViewAllConnections ViewOwnConnections" });
  expect(tv.sandbox.requests.at(-1)?.body).toMatchObject({ permissions: "ViewAllConnections,ViewOwnConnections" });
});

test("deleteUserCompany deletes the company", async () => {
  for (const id of [...tv.sandbox.store.users.keys()]) {
    if (id !== tv.sandbox.store.account.userId) tv.sandbox.store.users.delete(id);
  }
  expect(await run("deleteUserCompany", tv.company)).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.store.account.company).toBeUndefined();
});
