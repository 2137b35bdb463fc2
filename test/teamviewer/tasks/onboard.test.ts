import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

interface Onboarded {
  created: boolean;
  user: { id: string };
  steps: { step: string; target: string; outcome: string; reason?: string }[];
}

const role = () => firstOf(tv.sandbox.store.userRoles.values()).Id;
const group = () => firstOf(tv.sandbox.store.userGroups.values());

const onboard = (inputs: object) =>
  run("onboardUser", tv.company, {
    email: "new.hire@example.com",
    name: "New Hire",
    language: "en",
    userRoleId: role(),
    userGroupIds: [group().id],
    ...inputs,
  }) as Promise<Onboarded>;

test("a user is created with a role and becomes a member of user groups", async () => {
  const { created, user, steps } = await onboard({});
  expect(created).toBe(true);
  expect(tv.sandbox.store.users.get(user.id)).toMatchObject({
    email: "new.hire@example.com",
    userRoleIds: [role()],
  });
  expect(group().accountIds.has(Number(user.id.slice(1)))).toBe(true);
  expect(steps).toEqual([
    { step: "create user", target: user.id, outcome: "done" },
    { step: "add to user group", target: String(group().id), outcome: "done" },
  ]);
});

test("a second run creates nobody, and gives role and groups again", async () => {
  const first = await onboard({ userRoleId: "", userGroupIds: [] });
  const count = tv.sandbox.store.users.size;
  const second = await onboard({});
  expect(tv.sandbox.store.users.size).toBe(count);
  expect(second).toMatchObject({ created: false, user: { id: first.user.id } });
  expect(second.steps.map(({ step, outcome }) => [step, outcome])).toEqual([
    ["create user", "skipped"],
    ["assign role", "done"],
    ["add to user group", "done"],
  ]);
});

test("a step that fails is told and does not stop the others", async () => {
  const { created, steps } = await onboard({ userGroupIds: ["4711", group().id] });
  expect(created).toBe(true);
  expect(steps.slice(1)).toMatchObject([
    { target: "4711", outcome: "failed", reason: expect.stringContaining("HTTP 404") },
    { target: String(group().id), outcome: "done" },
  ]);
});

test("a user who cannot be created is an error", async () => {
  await expect(onboard({ email: "new.hire" })).rejects.toThrow("User Email: must be an e-mail address");
  tv.sandbox.fault({ kind: "notCovered404", match: { method: "POST" } });
  await expect(onboard({})).rejects.toThrow("POST /users failed: HTTP 404");
});
