import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer({
  seed: { users: 26, devices: 26, directoryGroups: 5 },
  pageSizes: { directoryGroups: 2, directoryGroupMembers: 3 },
});

const users = () => [...tv.sandbox.store.users.keys()];
const devices = () => [...tv.sandbox.store.devices.keys()];
const groupOf = (id: string) => tv.sandbox.store.directoryGroups.get(id);

const newGroup = async () => {
  const { id } = (await run("createConditionalAccessDirectoryGroup", tv.company, { name: "Weekend" })) as {
    id: string;
  };
  return id;
};

const membersOf = async (directoryGroupId: string, memberType: string, more: object = {}) =>
  (await run("listConditionalAccessDirectoryGroupMembers", tv.company, {
    directoryGroupId,
    memberType,
    ...more,
  })) as { directory_group: { name: string; user_ids?: string[]; device_ids?: string[] }; continuation_token?: string };

test("a directory group is created, listed, renamed and deleted", async () => {
  const directoryGroupId = await newGroup();
  const listed = (await run("listConditionalAccessDirectoryGroups", tv.company, { fetchAll: true })) as {
    directory_groups: object[];
  };
  expect(listed.directory_groups).toHaveLength(6);
  expect(listed.directory_groups).toContainEqual({ id: directoryGroupId, name: "Weekend" });
  await run("updateConditionalAccessDirectoryGroup", tv.company, { directoryGroupId, name: "Weekends" });
  expect(groupOf(directoryGroupId)?.name).toBe("Weekends");
  expect(await pick("selectDirectoryGroup", tv.company)).toContainEqual({ key: directoryGroupId, label: "Weekends" });
  await run("deleteConditionalAccessDirectoryGroup", tv.company, { directoryGroupId });
  expect(groupOf(directoryGroupId)).toBeUndefined();
});

test("the dropdown offers the groups of all pages", async () => {
  const keys = (await pick("selectDirectoryGroup", tv.company)).map(({ key }) => key);
  expect(new Set(keys)).toEqual(new Set(tv.sandbox.store.directoryGroups.keys()));
});

test("users are added and taken out, with or without their prefix, and stay users of the company", async () => {
  const directoryGroupId = await newGroup();
  const [first = "", second = ""] = users();
  const members = { directoryGroupId, memberType: "users", memberIds: [first, second.slice(1)] };
  await run("addMembersToConditionalAccessDirectoryGroup", tv.company, members);
  expect(groupOf(directoryGroupId)?.userIds).toEqual(new Set([first, second]));
  expect((await membersOf(directoryGroupId, "users")).directory_group.user_ids).toEqual([first, second]);
  await run("removeMembersFromConditionalAccessDirectoryGroup", tv.company, { ...members, memberIds: [first] });
  expect(groupOf(directoryGroupId)?.userIds).toEqual(new Set([second]));
  expect(users()).toContain(first);
});

test("devices are members of their own kind", async () => {
  const directoryGroupId = await newGroup();
  const [device = ""] = devices();
  const members = { directoryGroupId, memberType: "devices", memberIds: [device] };
  await run("addMembersToConditionalAccessDirectoryGroup", tv.company, members);
  expect((await membersOf(directoryGroupId, "devices")).directory_group.device_ids).toEqual([device]);
  expect((await membersOf(directoryGroupId, "users")).directory_group.user_ids).toEqual([]);
  await run("removeMembersFromConditionalAccessDirectoryGroup", tv.company, members);
  expect(groupOf(directoryGroupId)?.deviceIds.size).toBe(0);
});

test("all members are one list, in the group's own envelope, up to as many as are wanted", async () => {
  const { id, name, userIds } = firstOf(tv.sandbox.store.directoryGroups.values());
  expect(userIds.size).toBeGreaterThan(3);
  const page = await membersOf(id, "users");
  expect(page.directory_group.user_ids).toEqual([...userIds].slice(0, 3));
  const next = await membersOf(id, "users", { continuation_token: page.continuation_token });
  expect(next.directory_group.user_ids).toEqual([...userIds].slice(3, 6));
  const all = await membersOf(id, "users", { fetchAll: true });
  expect(all).toMatchObject({ directory_group: { id, name, user_ids: [...userIds] } });
  expect(all.continuation_token).toBeUndefined();
  const some = await membersOf(id, "users", { fetchAll: true, maximumRecords: 4 });
  expect(some.directory_group).toMatchObject({ id, user_ids: [...userIds].slice(0, 4) });
});

test("members are listed by the group's name too", async () => {
  const { name, userIds } = firstOf(tv.sandbox.store.directoryGroups.values());
  const { directory_group } = await membersOf(name, "users", { fetchAll: true });
  expect(directory_group.user_ids).toEqual([...userIds]);
});

test("an ID of another kind is refused before anything is sent", async () => {
  const members = { directoryGroupId: await newGroup(), memberType: "users", memberIds: ["d12345678"] };
  const before = tv.sandbox.requests.length;
  await expect(run("addMembersToConditionalAccessDirectoryGroup", tv.company, members)).rejects.toThrow(
    'Member IDs: "d12345678" is a device ID; a user ID starts with u',
  );
  await expect(
    run("deleteConditionalAccessDirectoryGroup", tv.company, { directoryGroupId: "Weekend" }),
  ).rejects.toThrow('Directory Group ID: "Weekend" is not a GUID');
  expect(tv.sandbox.requests).toHaveLength(before);
});

test("what the vendor refuses is told in its words", async () => {
  const { name } = firstOf(tv.sandbox.store.directoryGroups.values());
  await expect(run("createConditionalAccessDirectoryGroup", tv.company, { name })).rejects.toThrow(
    /HTTP 409.*already exists/,
  );
  const members = { directoryGroupId: await newGroup(), memberType: "users", memberIds: ["u99999999"] };
  await expect(run("addMembersToConditionalAccessDirectoryGroup", tv.company, members)).rejects.toThrow(
    /HTTP 400.*there is no user u99999999/,
  );
});
