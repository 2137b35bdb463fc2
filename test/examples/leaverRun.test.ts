/** An employee who leaves, run from what HR sends to what is left of the user, and to what the channel is told. */
import type { Instance } from "../../examples/integrations/runner";
import { startServer, type TestServer } from "../support/server";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample } from "./example";
import { reportsOf } from "./foreignServer";

const teamviewer = useTeamViewer();

let channel: TestServer;

beforeEach(async () => {
  channel = await startServer({ body: "ok" });
});

afterEach(() => channel.close());

const users = () => [...teamviewer.sandbox.store.users.values()];
const leaver = () => firstOf(users(), ({ id, active }) => active && id !== teamviewer.sandbox.store.account.userId);
const successor = () =>
  firstOf(users(), ({ id }) => ![leaver().id, teamviewer.sandbox.store.account.userId].includes(id));

const instanceWith = (configVars: Record<string, unknown> = {}) =>
  deployExample("leaver", {
    "TeamViewer Connection": teamviewer.company,
    "New Manager": successor().id,
    "Protected Addresses": [],
    "Report URL": channel.url,
    ...configVars,
  });

const leave = (instance: Instance, email = leaver().email) => instance.call("Leaver", { employee: { email } });
const numberOf = (id: string) => Number(id.slice(1));
const groupsOf = (id: string) =>
  [...teamviewer.sandbox.store.userGroups.values()].filter(({ accountIds }) => accountIds.has(numberOf(id)));
const changes = () => teamviewer.sandbox.requests.filter(({ method }) => method !== "GET");

test("as long as nobody switches Dry Run off, the report tells what would be done, and nothing is changed", async () => {
  const { name, email } = leaver();
  await leave(instanceWith());
  const [report, ...others] = reportsOf(channel);
  expect(others).toEqual([]);
  expect(report).toContain(`Offboarding of ${name} (${email})\nDry run: `);
  expect(report).toContain(`- planned: deactivate user ${name}`);
  expect(report).toContain("- planned: remove from user group ");
  expect(changes()).toEqual([]);
});

test("a user who leaves is deactivated and in no group, the successor manages, and the report tells each step", async () => {
  const { id, name, email } = leaver();
  const [group] = groupsOf(id);
  const next = successor();
  await leave(instanceWith({ "Dry Run": "false" }), email.toUpperCase());
  expect(teamviewer.sandbox.store.users.get(id)).toMatchObject({ active: false, userRoleIds: [] });
  expect(groupsOf(id)).toEqual([]);
  const managing = (user: string) =>
    [...teamviewer.sandbox.store.managedGroups.values()].filter(({ access }) =>
      [...access.keys()].some((key) => {
        const manager = teamviewer.sandbox.store.managers.get(key);
        return manager?.type === "account" && manager.accountId === numberOf(user);
      }),
    );
  expect(managing(id)).toEqual([]);
  expect(managing(next.id)).not.toEqual([]);
  const [report] = reportsOf(channel);
  expect(report).toContain(`- done: deactivate user ${name}`);
  expect(report).toContain(`- done: remove from user group ${group?.name}`);
  expect(report).toMatch(/\n\d+ changes made, 0 failed, 0 left as they are\./);
});

test("a step that fails is named in the report and fails the execution, and the next run does the rest", async () => {
  const { id } = leaver();
  const instance = instanceWith({ "Dry Run": false });
  teamviewer.sandbox.fault({
    kind: "serverError",
    times: Number.POSITIVE_INFINITY,
    match: { method: "DELETE", path: /^\/usergroups\/|\/usergroups\/\d+\/members/ },
  });
  await expect(leave(instance)).rejects.toThrow("1 steps of the offboarding failed");
  expect(reportsOf(channel)[0]).toContain("- failed: remove from user group ");
  expect(teamviewer.sandbox.store.users.get(id)).toMatchObject({ active: false });
  teamviewer.sandbox.clearFaults();
  await leave(instance, teamviewer.sandbox.store.users.get(id)?.email);
  expect(reportsOf(channel)[1]).toContain("1 changes made, 0 failed");
  expect(groupsOf(id)).toEqual([]);
});

test("a protected user is not offboarded, however the address is written, and the channel is told", async () => {
  const { email } = leaver();
  const instance = instanceWith({ "Dry Run": false, "Protected Addresses": [` ${email.toUpperCase()} `] });
  expect(await leave(instance)).toMatchObject({ data: { outcome: "refused" } });
  expect(reportsOf(channel)).toEqual([`${email} is protected and was not offboarded.`]);
  expect(teamviewer.sandbox.requests).toEqual([]);
});

test("an employee without a TeamViewer account is told of, and nobody is offboarded", async () => {
  const instance = instanceWith({ "Dry Run": false });
  expect(await leave(instance, "nobody@example.com")).toMatchObject({ data: { outcome: "no user" } });
  expect(reportsOf(channel)).toEqual([
    "nobody@example.com: users of the company with this address: none. Nobody was offboarded.",
  ]);
  expect(changes()).toEqual([]);
});

test.each([[{}], [undefined], [{ employee: null }]])("what names nobody offboards nobody: %j", async (body) => {
  await instanceWith({ "Dry Run": false }).call("Leaver", body);
  expect(reportsOf(channel)).toEqual([expect.stringContaining("without employee.email")]);
  expect(teamviewer.sandbox.requests).toEqual([]);
});

test.each([
  ["needs more changes than the customer allows", () => ({ "Maximum Changes": 1 }), "Maximum Changes"],
  ["is the one of the new manager", () => ({ "New Manager": leaver().id }), "is the user who leaves"],
])("an offboarding that %s changes nothing, is told of, and fails the flow", async (_what, configVars, reason) => {
  const instance = instanceWith({ "Dry Run": false, ...configVars() });
  await expect(leave(instance)).rejects.toThrow("The offboarding failed");
  expect(changes()).toEqual([]);
  expect(reportsOf(channel)).toEqual([expect.stringContaining("It failed.")]);
  expect(instance.log()).toContain(reason);
});

test("a dry run costs a request for each managed group and each user group, and a few more", async () => {
  const { managedGroups, userGroups } = teamviewer.sandbox.store;
  await leave(instanceWith());
  expect(teamviewer.sandbox.requests).toHaveLength(managedGroups.size + userGroups.size + 5);
});
