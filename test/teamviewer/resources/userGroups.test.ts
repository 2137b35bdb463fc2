import { pick, run, runLogged } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { users: 260 } });

const users = () => [...tv.sandbox.store.users.keys()];
const membersOf = (userGroupId: number) => tv.sandbox.store.userGroups.get(userGroupId)?.accountIds;

const newGroup = async () => ((await run("createUserGroup", tv.company, { name: "Night shift" })) as { id: number }).id;

test("a user group is created, read back, renamed and deleted", async () => {
  const userGroupId = await newGroup();
  expect(await run("getUserGroup", tv.company, { userGroupId })).toMatchObject({
    id: userGroupId,
    name: "Night shift",
  });
  expect(await run("updateUserGroup", tv.company, { userGroupId, name: "Day shift" })).toMatchObject({
    name: "Day shift",
  });
  expect(await pick("selectUserGroup", tv.company)).toContainEqual({ key: String(userGroupId), label: "Day shift" });
  expect(await run("deleteUserGroup", tv.company, { userGroupId })).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.store.userGroups.has(userGroupId)).toBe(false);
});

test("a name that is taken is refused in the vendor's words", async () => {
  const { name } = firstOf(tv.sandbox.store.userGroups.values());
  await expect(run("createUserGroup", tv.company, { name })).rejects.toThrow(/HTTP 409.*already exists/);
});

test("users are added and taken out in one step, however many they are", async () => {
  const userGroupId = await newGroup();
  const added = await run("addMembersToUserGroup", tv.company, { userGroupId, accountIds: users() });
  expect(added).toHaveLength(260);
  expect(membersOf(userGroupId)?.size).toBe(260);
  const listed = (await run("listUserGroupMembers", tv.company, { userGroupId, fetchAll: true })) as {
    resources: unknown[];
  };
  expect(listed.resources).toHaveLength(260);
  await run("removeMembersFromUserGroup", tv.company, { userGroupId, accountIds: users().slice(0, 150) });
  await run("removeOneMemberFromUserGroup", tv.company, { userGroupId, accountId: users()[150] });
  expect(membersOf(userGroupId)?.size).toBe(109);
  expect(tv.sandbox.requests.filter(({ method }) => method === "POST" || method === "DELETE")).toHaveLength(
    1 + 3 + 2 + 1,
  );
});

test("a failure in the middle says which users are members and which are not", async () => {
  const userGroupId = await newGroup();
  const accountIds = [...users().slice(0, 120), "u99999999"];
  const { error } = await runLogged("addMembersToUserGroup", tv.company, { userGroupId, accountIds });
  const last = users()[99]?.slice(1);
  expect(error?.message).toContain(`Of 121 members the first 100 were done, up to ${last}.`);
  expect(membersOf(userGroupId)?.size).toBe(100);
});

test("the role of a user group is told by its ID, null where there is none", async () => {
  const { id } = firstOf(tv.sandbox.store.userGroups.values());
  const role = firstOf(tv.sandbox.store.userRoles.values()).Id;
  expect(await run("getUserGroupRole", tv.company, { userGroupId: id })).toEqual({ assignedRoleId: null });
  Object.assign(tv.sandbox.store.userGroups.get(id) ?? {}, { roleId: role });
  expect(await run("getUserGroupRole", tv.company, { userGroupId: id })).toEqual({ assignedRoleId: role });
});

test("members are given by their user IDs, with or without the prefix", async () => {
  const userGroupId = await newGroup();
  const [first, second] = users();
  await run("addMembersToUserGroup", tv.company, { userGroupId, accountIds: `${first}, ${second?.slice(1)}` });
  expect(membersOf(userGroupId)).toEqual(new Set([Number(first?.slice(1)), Number(second?.slice(1))]));
  await expect(run("addMembersToUserGroup", tv.company, { userGroupId, accountIds: ["d12345678"] })).rejects.toThrow(
    'User IDs: "d12345678" is a device ID; a user ID starts with u',
  );
});
