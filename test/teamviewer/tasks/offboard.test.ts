import { run } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

interface Report {
  items: { step: string; target: string; name: string; outcome: string; reason?: string }[];
}

const numberOf = (id: string) => Number(id.slice(1));

const store = () => tv.sandbox.store;

/** A colleague who manages the first managed group, is in the first user group, and has a role. */
const leaving = () => {
  const [, user] = [...store().users.values()];
  const [group] = store().managedGroups.values();
  const [team] = store().userGroups.values();
  const [role] = store().userRoles.values();
  const manager = managerOf(user?.id ?? "");
  if (!user || !group || !team || !role || !manager) throw new Error("The sandbox has too few records.");
  for (const each of store().managedGroups.values()) each.access.delete(manager);
  group.access.set(manager, [2, 5]);
  for (const each of store().userGroups.values()) each.accountIds.delete(numberOf(user.id));
  team.accountIds.add(numberOf(user.id));
  user.userRoleIds = [role.Id];
  return { user, group, team, role, manager };
};

const managerOf = (userId: string): string | undefined =>
  [...store().managers.values()].find((each) => each.type === "account" && each.accountId === numberOf(userId))?.id;

const successor = () => [...store().users.values()][2]?.id ?? "";

const offboard = (inputs: object) => run("offboardUser", tv.company, inputs) as Promise<Report>;

test("a dry run tells what is taken from the user, and takes nothing", async () => {
  const { user, group, team, role } = leaving();
  const report = await offboard({ userId: user.id, newManagerId: successor() });
  expect(report.items).toEqual([
    { step: "deactivate user", target: user.id, name: user.name, outcome: "planned" },
    { step: "hand over managed group", target: group.id, name: group.name, outcome: "planned" },
    { step: "remove from user group", target: String(team.id), name: team.name, outcome: "planned" },
    { step: "unassign role", target: role.Id, name: "", outcome: "planned" },
  ]);
  expect(tv.sandbox.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a real run does exactly that: the successor may do what the user could", async () => {
  const { user, group, team, manager } = leaving();
  const heir = managerOf(successor()) ?? "";
  group.access.set(heir, [0]);
  const inputs = { userId: user.id, newManagerId: successor() };
  const planned = await offboard(inputs);
  const report = await offboard({ ...inputs, dryRun: "false" });
  expect(report.items).toEqual(planned.items.map((item) => ({ ...item, outcome: "done" })));
  expect(user.active).toBe(false);
  expect(group.access.has(manager)).toBe(false);
  expect(group.access.get(heir)?.slice().sort()).toEqual([0, 2, 5]);
  expect(team.accountIds.has(numberOf(user.id))).toBe(false);
  expect(user.userRoleIds).toEqual([]);
  expect((await offboard({ ...inputs, dryRun: "false" })).items).toEqual([]);
});

test("a successor who does not manage the group yet becomes its manager", async () => {
  const { user, group } = leaving();
  const heir = managerOf(successor()) ?? "";
  group.access.delete(heir);
  await offboard({ userId: user.id, newManagerId: successor(), dryRun: false });
  expect(group.access.get(heir)).toEqual([2, 5]);
});

test("without a new manager the groups are left as they are, and told", async () => {
  const { user, group, manager } = leaving();
  const report = await offboard({ userId: user.id, dryRun: false });
  expect(report.items.find(({ target }) => target === group.id)).toMatchObject({
    outcome: "skipped",
    reason: "No new manager is named. Fill in New Manager User ID to hand it over.",
  });
  expect(group.access.has(manager)).toBe(true);
  expect(user.active).toBe(false);
});

test("a step that fails does not stop the others", async () => {
  const { user, team } = leaving();
  tv.sandbox.fault({ kind: "notCovered404", match: { method: "PUT", path: `/users/${user.id}` } });
  const report = await offboard({ userId: user.id, newManagerId: successor(), dryRun: false });
  expect(report.items.map(({ outcome }) => outcome)).toEqual(["failed", "done", "done", "done"]);
  expect(team.accountIds.has(numberOf(user.id))).toBe(false);
});

test("the new manager cannot be the user who leaves", async () => {
  const { user } = leaving();
  await expect(offboard({ userId: user.id, newManagerId: user.id })).rejects.toThrow(
    "New Manager User ID: is the user who leaves.",
  );
});
