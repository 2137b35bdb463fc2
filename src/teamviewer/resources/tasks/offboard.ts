/** Takes everything from a user of the company who leaves. */
import { concurrently } from "../../../http/concurrently";
import { InputError } from "../../../http/errors";
import type { RecordOf } from "../../../http/lists";
import { bounds, carryOut, NoLongerDue, reportSchema, type Told } from "../../../platform/carryOut";
import { combine, type TeamViewerClient } from "../../client";
import { numbersOf } from "../../managers";
import { ids } from "../../vocabulary";
import { managedGroupManagers } from "../managedGroupManagers";
import { managedGroups } from "../managedGroups";
import { rolesOfUser } from "../userAccess";
import { userGroupMembers, userGroups } from "../userGroups";

const steps = ["deactivate user", "hand over managed group", "remove from user group", "unassign role"] as const;

interface Step {
  step: (typeof steps)[number];
  /** What the step is about, by its ID. */
  target: string;
  name: string;
}

type Manager = RecordOf<typeof managedGroupManagers>;

const numberOf = (userId: string): number => Number(userId.replace(/^u/, ""));

const managersOf = (tv: TeamViewerClient, id: string) => managedGroupManagers.all(tv, { path: { id } });
const managerFor = (managers: Manager[], account: number) => managers.find(({ accountId }) => accountId === account);

const managedBy = async (tv: TeamViewerClient, account: number): Promise<Step[]> => {
  const found = await concurrently(await managedGroups.all(tv), async ({ id = "", name = "" }): Promise<Step[]> => {
    const managers = await managersOf(tv, id);
    return managerFor(managers, account) ? [{ step: "hand over managed group", target: id, name }] : [];
  });
  return found.flat();
};

const memberIn = async (tv: TeamViewerClient, account: number): Promise<Step[]> => {
  const found = await concurrently(
    await userGroups.all(tv),
    async ({ id: groupId = 0, name = "" }): Promise<Step[]> => {
      const members = await userGroupMembers.all(tv, { path: { groupId } });
      const isMember = members.some(({ accountId }) => accountId === account);
      return isMember ? [{ step: "remove from user group", target: String(groupId), name }] : [];
    },
  );
  return found.flat();
};

const withoutSuccessor = (step: Step): Told<Step> => ({
  ...step,
  outcome: "skipped",
  reason: "No new manager is named. Fill in New Manager User ID to hand it over.",
});

const planOf = async (tv: TeamViewerClient, userId: string, hasSuccessor: boolean) => {
  const user = await tv.request("GET /users/{id}", { path: { id: userId } });
  const account = numberOf(userId);
  const handovers = await managedBy(tv, account);
  const roles = await rolesOfUser.all(tv, { path: { id: userId } });
  return {
    due: [
      ...(user.active === false ? [] : [{ step: "deactivate user" as const, target: userId, name: user.name ?? "" }]),
      ...(hasSuccessor ? handovers : []),
      ...(await memberIn(tv, account)),
      ...roles.map((target): Step => ({ step: "unassign role", target, name: "" })),
    ],
    settled: hasSuccessor ? [] : handovers.map(withoutSuccessor),
  };
};

/** The new manager gets what the leaving one may do, besides what he may do already; then the leaving one goes. */
const handOver = async (tv: TeamViewerClient, id: string, leaving: number, successor: number) => {
  const managers = await managersOf(tv, id);
  const from = managerFor(managers, leaving);
  if (!from?.id) throw new NoLongerDue("The user does not manage it any more.");
  const to = managerFor(managers, successor);
  const permissions = [...new Set([...numbersOf(to?.permissions), ...numbersOf(from.permissions)])];
  if (to?.id) {
    await tv.request("PUT /managed/groups/{id}/managers/{managerId}", {
      path: { id, managerId: to.id },
      body: { permissions },
    });
  } else {
    await tv.request("POST /managed/groups/{id}/managers", {
      path: { id },
      body: [{ accountId: successor, permissions }],
    });
  }
  await tv.request("DELETE /managed/groups/{id}/managers/{managerId}", { path: { id, managerId: from.id } });
};

const unassign = async (tv: TeamViewerClient, userId: string, UserRoleId: string) => {
  const roles = await rolesOfUser.all(tv, { path: { id: userId } });
  if (!roles.includes(UserRoleId)) throw new NoLongerDue("It went with a user group that gave it.");
  await tv.request("POST /userroles/unassign/account", { body: { UserIds: [userId], UserRoleId } });
};

const offboardUser = combine({
  label: "Offboard User",
  description:
    "Deactivate a user of the company, hand the managed groups over to a new manager, and take the user out of all user groups and roles. The user is not deleted. Managed groups are those that the token's account manages too.",
  operations: [
    "GET /users/{id}",
    "PUT /users/{id}",
    "GET /managed/groups",
    "GET /managed/groups/{id}/managers",
    "POST /managed/groups/{id}/managers",
    "PUT /managed/groups/{id}/managers/{managerId}",
    "DELETE /managed/groups/{id}/managers/{managerId}",
    "GET /usergroups",
    "GET /usergroups/{groupId}/members",
    "DELETE /usergroups/{groupId}/members/{accountId}",
    "GET /users/{id}/userroles",
    "POST /userroles/unassign/account",
  ],
  inputs: {
    userId: ids.user.required("The user who leaves, for example u12345678."),
    newManagerId: ids.account.optional(
      "The user who becomes a manager of the managed groups in place of the leaving one, with the same permissions. Blank: managed groups are left as they are, and told.",
      { label: "New Manager User ID" },
    ),
    ...bounds,
  },
  run: async (tv, { userId, newManagerId, ...limits }) => {
    if (newManagerId === numberOf(userId)) throw new InputError("New Manager User ID", "is the user who leaves.");
    return carryOut(
      limits,
      () => planOf(tv, userId, newManagerId !== undefined),
      ({ step, target }) => {
        if (step === "deactivate user")
          return tv.request("PUT /users/{id}", { path: { id: target }, body: { active: false } });
        if (step === "hand over managed group") return handOver(tv, target, numberOf(userId), newManagerId ?? 0);
        if (step === "unassign role") return unassign(tv, userId, target);
        const path = { groupId: Number(target), accountId: numberOf(userId) };
        return tv.request("DELETE /usergroups/{groupId}/members/{accountId}", { path });
      },
    );
  },
  output: reportSchema({
    step: { type: "string", enum: steps },
    target: { type: "string" },
    name: { type: "string" },
  }),
  example: {
    dryRun: true,
    planned: 2,
    done: 0,
    failed: 0,
    skipped: 0,
    items: [
      { step: "deactivate user", target: "u23456789", name: "Jan Nowak", outcome: "planned" },
      { step: "remove from user group", target: "1001", name: "First level support", outcome: "planned" },
    ],
  },
});

export const actions = { offboardUser };
