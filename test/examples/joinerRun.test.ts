/** A new employee, run from what HR sends to the user that is then there. */
import type { Instance } from "../../examples/integrations/runner";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample } from "./example";

const teamviewer = useTeamViewer();

const everybody = 1001;
let role: string;
let instance: Instance;

const roleNamed = (name: string) =>
  firstOf(teamviewer.sandbox.store.userRoles.values(), ({ Name }) => Name === name).Id;

beforeEach(() => {
  role = roleNamed("Read only");
  instance = deployExample("joiner", {
    "TeamViewer Connection": teamviewer.company,
    "Group Of All Employees": String(everybody),
    "Role Of New Employees": role,
    "Roles By Job": [
      { key: "", value: "" },
      { key: "Technician", value: "technician" },
      { key: "Wizard", value: "Grand Wizard" },
    ],
  });
});

const employee = { email: "ada.byron@example.com", name: "Ada Byron", department: "Second level support" };
const join = (more: object = {}) => instance.call("Joiner", { employee: { ...employee, ...more } });
const users = () => [...teamviewer.sandbox.store.users.values()];
const joined = () => firstOf(users(), ({ email }) => email === employee.email);
const groupsOf = (id: string) =>
  [...teamviewer.sandbox.store.userGroups.values()]
    .filter(({ accountIds }) => accountIds.has(Number(id.slice(1))))
    .map(({ name }) => name);
const failing = { kind: "serverError", match: { method: "POST", path: /members$/ } } as const;

test("a new employee is a user with the role for everybody, in the group of all and in that of the department", async () => {
  const answer = await join();
  expect(answer).toMatchObject({
    statusCode: 201,
    data: { id: joined().id, email: employee.email, active: true, created: true },
  });
  expect(joined()).toMatchObject({ name: "Ada Byron", language: "en", userRoleIds: [role] });
  expect(groupsOf(joined().id)).toEqual(["First level support", "Second level support"]);
});

test("the role of the job comes in place of the one for everybody, and the language of HR in place of the customer's", async () => {
  await join({ job: "technician", language: "de" });
  expect(joined()).toMatchObject({ userRoleIds: [roleNamed("Technician")], language: "de" });
});

test("the first employee of a department brings its user group, the second one uses it", async () => {
  expect(await join({ department: "Third level support" })).toMatchObject({ statusCode: 201 });
  expect(groupsOf(joined().id)).toEqual(["First level support", "Third level support"]);
  const before = teamviewer.sandbox.store.userGroups.size;
  const second = { email: "charles.babbage@example.com", department: "third level Support" };
  expect(await join(second)).toMatchObject({ statusCode: 201 });
  expect(teamviewer.sandbox.store.userGroups.size).toBe(before);
});

test("an employee who is sent again is not created again", async () => {
  await join();
  const before = users().length;
  expect(await join()).toMatchObject({ statusCode: 200, data: { id: joined().id, created: false } });
  expect(users()).toHaveLength(before);
});

test("a step that fails is told with 502, and made up for when the employee is sent again", async () => {
  teamviewer.sandbox.fault({ ...failing, times: Number.POSITIVE_INFINITY });
  const { statusCode, data } = await join();
  expect(statusCode).toBe(502);
  expect((data as { steps: object[] }).steps).toContainEqual(
    expect.objectContaining({ step: "add to user group", outcome: "failed", reason: expect.any(String) }),
  );
  teamviewer.sandbox.clearFaults();
  expect(await join()).toMatchObject({ statusCode: 200 });
  expect(groupsOf(joined().id)).toEqual(["First level support", "Second level support"]);
});

test.each([
  ["address", { email: " " }, "employee.email"],
  ["name", { name: undefined }, "employee.name"],
  ["department", { department: "" }, "employee.department"],
])(
  "an employee without %s is refused with the reason, and nothing is asked of TeamViewer",
  async (_what, more, field) => {
    const before = teamviewer.sandbox.requests.length;
    const { statusCode, data } = await join(more);
    expect({ statusCode, data }).toEqual({
      statusCode: 400,
      data: { error: `The employee is not complete: send ${field}.` },
    });
    expect(teamviewer.sandbox.requests).toHaveLength(before);
  },
);

test.each([[{}], [undefined], [{ employee: null }]])("what is no employee is refused: %j", async (body) => {
  expect(await instance.call("Joiner", body)).toMatchObject({ statusCode: 400 });
});

test("a job whose role TeamViewer does not have is refused by both names, and nothing is changed", async () => {
  const before = users().length;
  const { statusCode, data } = await join({ job: "Wizard", department: "Magic" });
  expect(statusCode).toBe(422);
  expect(data).toEqual({
    error: 'Roles By Job gives the job "Wizard" the role "Grand Wizard", which TeamViewer does not have.',
  });
  expect(users()).toHaveLength(before);
  expect([...teamviewer.sandbox.store.userGroups.values()].map(({ name }) => name)).not.toContain("Magic");
});

test("without jobs that have a role of their own everybody gets the same", async () => {
  instance = deployExample("joiner", {
    "TeamViewer Connection": teamviewer.company,
    "Group Of All Employees": String(everybody),
    "Role Of New Employees": role,
    "Roles By Job": [],
  });
  expect(await join({ job: "Technician" })).toMatchObject({ statusCode: 201 });
  expect(joined()).toMatchObject({ userRoleIds: [role] });
});

test("a name that is longer than TeamViewer takes does not keep an employee out", async () => {
  expect(await join({ name: "A".repeat(80) })).toMatchObject({ statusCode: 201 });
});

test("an employee costs seven requests, the first one of a department eight", async () => {
  await join();
  expect(teamviewer.sandbox.requests).toHaveLength(7);
  await join({ email: "charles.babbage@example.com", department: "Third level support" });
  expect(teamviewer.sandbox.requests).toHaveLength(7 + 8);
});
