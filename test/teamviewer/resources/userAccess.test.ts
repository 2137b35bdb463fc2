import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { userRoles: 6 }, pageSizes: { roleAssignments: 2 } });

const owner = () => tv.sandbox.store.users.get(tv.sandbox.store.account.userId);
const roles = () => [...tv.sandbox.store.userRoles.keys()];

test("what the token's owner may do comes from all roles, those of user groups too", async () => {
  const [all = "", some = ""] = roles();
  Object.assign(owner() ?? {}, { userRoleIds: [some] });
  expect(await run("getUserEffectivePermissions", tv.company)).toMatchObject({
    ManageUsers: false,
    ModifyConnections: true,
  });
  const accountId = Number(owner()?.id.slice(1));
  const group = firstOf(tv.sandbox.store.userGroups.values(), ({ accountIds }) => accountIds.has(accountId));
  group.roleId = all;
  expect(await run("getUserEffectivePermissions", tv.company)).toMatchObject({ ManageUsers: true });
});

test("the roles of a user are listed by their IDs, a page or all of them", async () => {
  const [one = "", two = "", three = ""] = roles();
  const user = firstOf(tv.sandbox.store.users.values());
  user.userRoleIds = [one, two, three];
  const page = (await run("listRolesOfUser", tv.company, { userId: user.id })) as Record<string, string>;
  expect(page).toMatchObject({ assignedRoleIds: [one, two], nextPaginationToken: expect.any(String) });
  expect(
    await run("listRolesOfUser", tv.company, { userId: user.id, paginationToken: page.nextPaginationToken }),
  ).toMatchObject({ assignedRoleIds: [three] });
  expect(await run("listRolesOfUser", tv.company, { userId: user.id, fetchAll: true })).toMatchObject({
    assignedRoleIds: [one, two, three],
  });
});

test("a user's second factor is switched off", async () => {
  const user = firstOf(tv.sandbox.store.users.values(), ({ tfa_enabled }) => tfa_enabled);
  expect(await run("resetUserTwofactorAuthentication", tv.company, { userId: user.id })).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.store.users.get(user.id)?.tfa_enabled).toBe(false);
});

describe("a request to join the company", () => {
  const asking = () => firstOf(tv.sandbox.store.joinRequests.keys());
  const respond = (userId: string, isAccepted: unknown) =>
    run("respondToUserJoinRequest", tv.company, { userId, isAccepted });

  test("is accepted, which makes a user of the account", async () => {
    const userId = asking();
    await respond(userId.slice(1), "true");
    expect(await run("getUser", tv.company, { userId })).toMatchObject({ id: userId });
    expect(tv.sandbox.store.joinRequests.has(userId)).toBe(false);
  });

  test("is declined, and the account is no user", async () => {
    const userId = asking();
    await respond(userId, "false");
    expect(tv.sandbox.store.joinRequests.has(userId)).toBe(false);
    expect(tv.sandbox.store.users.has(userId)).toBe(false);
  });

  test("is not answered by accident: the response has to be said", async () => {
    await expect(respond(asking(), "")).rejects.toThrow("Is Accepted: a value is required.");
    expect(tv.sandbox.requests).toEqual([]);
  });

  test("that is not pending is the vendor's internal error", async () => {
    await expect(respond("u99999999", "true")).rejects.toThrow(/HTTP 500, internal_error/);
  });
});
