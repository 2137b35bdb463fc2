import { pick, run, runLogged } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { users: 250, userGroups: 3 }, pageSizes: { roleAssignments: 100 } });

const users = () => [...tv.sandbox.store.users.keys()];
const role = (id: string) => tv.sandbox.store.userRoles.get(id);
const haveRole = (id: string) =>
  [...tv.sandbox.store.users.values()].filter(({ userRoleIds }) => userRoleIds.includes(id)).length;

const newRole = async (inputs: object = { permissions: ["ManageUsers", "ModifyConnections"] }) =>
  ((await run("createUserRole", tv.company, { name: "Night shift", ...inputs })) as { Role: { Id: string } }).Role.Id;

const permitted = (id: string) =>
  Object.entries(role(id)?.Permissions ?? {}).flatMap(([name, permits]) => (permits ? [name] : []));

test("a user role is created, found in the list and the dropdown, and deleted", async () => {
  const userRoleId = await newRole();
  expect(permitted(userRoleId)).toEqual(["ManageUsers", "ModifyConnections"]);
  const { Roles } = (await run("listUserRoles", tv.company)) as { Roles: { Id: string; Name: string }[] };
  expect(Roles).toContainEqual(expect.objectContaining({ Id: userRoleId, Name: "Night shift" }));
  expect(await pick("selectUserRole", tv.company)).toContainEqual({ key: userRoleId, label: "Night shift" });
  await run("assignUserRoleToUsers", tv.company, { userRoleId, userIds: users().slice(0, 2) });
  await run("deleteUserRole", tv.company, { userRoleId });
  expect(role(userRoleId)).toBeUndefined();
  expect(haveRole(userRoleId)).toBe(0);
});

test("a user role can be created with no permission at all", async () => {
  const userRoleId = await newRole({ permissions: [] });
  expect(permitted(userRoleId)).toEqual([]);
});

test("the permissions that are listed are those that a role can be made of", async () => {
  const permissions = (await run("listUserRolePermissions", tv.company)) as string[];
  expect(permitted(await newRole({ permissions }))).toEqual(permissions);
  await expect(newRole({ permissions: ["ManageEverything"] })).rejects.toThrow(/HTTP 400.*'ManageEverything'/);
});

describe("an update of a user role", () => {
  const update = (userRoleId: string, fields: object) => run("updateUserRole", tv.company, { userRoleId, ...fields });

  test("of the name leaves what it permits", async () => {
    const userRoleId = await newRole();
    await update(userRoleId, { name: "Day shift" });
    expect(role(userRoleId)?.Name).toBe("Day shift");
    expect(permitted(userRoleId)).toEqual(["ManageUsers", "ModifyConnections"]);
  });

  test("of the permissions leaves the name, and takes away what is not listed", async () => {
    const userRoleId = await newRole();
    await update(userRoleId.toUpperCase(), { permissions: "AllowGroupSharing, ManageUsers" });
    expect(role(userRoleId)?.Name).toBe("Night shift");
    expect(permitted(userRoleId)).toEqual(["AllowGroupSharing", "ManageUsers"]);
  });

  test("of both is one request", async () => {
    const userRoleId = await newRole();
    const before = tv.sandbox.requests.length;
    await update(userRoleId, { name: "Day shift", permissions: ["ManageUsers"] });
    expect(tv.sandbox.requests.length - before).toBe(1);
    expect([role(userRoleId)?.Name, permitted(userRoleId)]).toEqual(["Day shift", ["ManageUsers"]]);
  });

  const nobody = "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15";

  test("of a role that is not there, or of which nothing is told, changes nothing", async () => {
    await expect(update(nobody, { name: "Day shift" })).rejects.toThrow(
      `User Role ID: the company has no user role ${nobody}. Nothing was changed.`,
    );
    const odd = [
      {},
      { Name: "Auditor" },
      { Permissions: {} },
      { Name: "Auditor", Permissions: { ManageUsers: "yes" } },
    ];
    for (const role of odd) {
      tv.sandbox.fault({ kind: "oddBody", body: { Roles: [null, 5, { Id: 5 }, { Id: nobody, ...role }] } });
      await expect(update(nobody, { name: "Day shift" })).rejects.toThrow(/does not say what the user role/);
    }
    expect(tv.sandbox.requests.filter(({ method }) => method === "PUT")).toEqual([]);
  });

  test("without anything filled in says so and sends nothing", async () => {
    await expect(update(nobody, {})).rejects.toThrow(
      "Name: nothing to change. Fill in at least one of Name, Permissions.",
    );
    expect(tv.sandbox.requests).toEqual([]);
  });
});

describe("the users of a role", () => {
  test("are assigned and unassigned in one step, however many they are, and listed", async () => {
    const userRoleId = await newRole();
    await run("assignUserRoleToUsers", tv.company, { userRoleId, userIds: users() });
    expect(haveRole(userRoleId)).toBe(250);
    const list = (inputs: object) => run("listUserRoleAccountAssignments", tv.company, { userRoleId, ...inputs });
    const page = (await list({})) as { ContinuationToken: string; AssignedToUsers: string[] };
    expect(page.AssignedToUsers).toEqual(users().slice(0, 100));
    expect(await list({ continuationToken: page.ContinuationToken })).toMatchObject({
      AssignedToUsers: users().slice(100, 200),
    });
    expect(await list({ fetchAll: true })).toEqual({ AssignedToUsers: users() });
    await run("unassignUserRoleFromUsers", tv.company, { userRoleId, userIds: users().slice(0, 150) });
    expect(haveRole(userRoleId)).toBe(100);
    const bodies = tv.sandbox.requests.flatMap(({ path, body }) =>
      /assign\/account$/.test(path) ? [(body as { UserIds: string[] }).UserIds.length] : [],
    );
    expect(bodies).toEqual([100, 100, 50, 100, 50]);
  });

  test("keep their other roles", async () => {
    const [userRoleId, user] = [await newRole(), firstOf(tv.sandbox.store.users.values())];
    const before = [...user.userRoleIds];
    await run("assignUserRoleToUsers", tv.company, { userRoleId, userIds: user.id.slice(1) });
    expect(user.userRoleIds).toEqual([...before, userRoleId]);
    await run("unassignUserRoleFromUsers", tv.company, { userRoleId, userIds: [user.id] });
    expect(user.userRoleIds).toEqual(before);
  });

  test("are told after a failure in the middle: those who have it and those who do not", async () => {
    const userRoleId = await newRole();
    const userIds = [...users().slice(0, 120), "u99999999"];
    const { error } = await runLogged("assignUserRoleToUsers", tv.company, { userRoleId, userIds });
    expect(error?.message).toContain(`Of 121 users the first 100 were done, up to ${users()[99]}.`);
    expect(haveRole(userRoleId)).toBe(100);
  });
});

test("a user group is given a role, is listed with it, and loses it", async () => {
  const userRoleId = await newRole();
  const { id: userGroupId } = firstOf(tv.sandbox.store.userGroups.values());
  await run("assignUserRoleToUserGroup", tv.company, { userRoleId, userGroupId });
  expect(await run("getUserGroupRole", tv.company, { userGroupId })).toEqual({ assignedRoleId: userRoleId });
  expect(await run("listUserRoleGroupAssignments", tv.company, { userRoleId })).toEqual({
    AssignedToGroups: [userGroupId],
  });
  await run("unassignUserRoleFromUserGroup", tv.company, { userGroupId });
  expect(await run("listUserRoleGroupAssignments", tv.company, { userRoleId })).toEqual({ AssignedToGroups: [] });
});

test("new users get the predefined role until there is none", async () => {
  const userRoleId = await newRole();
  const predefined = () => run("getPredefinedUserRole", tv.company);
  const rolesOfNew = async (email: string, inputs: object = {}) => {
    const user = { email, name: "Jan Nowak", language: "en", ...inputs };
    const { id } = (await run("createUser", tv.company, user)) as { id: string };
    return tv.sandbox.store.users.get(id)?.userRoleIds;
  };
  expect(await predefined()).toEqual({ PredefinedUserRoleId: null });
  await run("setPredefinedUserRole", tv.company, { userRoleId });
  expect(await predefined()).toEqual({ PredefinedUserRoleId: userRoleId });
  expect(await rolesOfNew("one@example.com")).toEqual([userRoleId]);
  expect(await rolesOfNew("two@example.com", { ignorePredefinedRole: "true" })).toEqual([]);
  await run("removePredefinedUserRole", tv.company);
  expect(await predefined()).toEqual({ PredefinedUserRoleId: null });
  expect(await rolesOfNew("three@example.com")).toEqual([]);
  expect(role(userRoleId)).toBeDefined();
});
