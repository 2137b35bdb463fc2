/** Groups of a directory, run from what the directory answers to who is then in the user groups. */
import type { Instance } from "../../examples/integrations/runner";
import { json, startServer, type TestServer } from "../support/server";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample } from "./example";
import { keyOf, reportsOf } from "./foreignServer";

const teamviewer = useTeamViewer();

let channel: TestServer;
let directory: TestServer;

beforeEach(async () => {
  channel = await startServer({ body: "ok" });
});

afterEach(async () => {
  await channel.close();
  await directory.close();
});

const group = "Second level support";
const emailsOf = (count: number) =>
  [...teamviewer.sandbox.store.users.values()].slice(0, count).map(({ email }) => email);
const membersOf = (emails: string[], more: object = {}) =>
  json(200, { members: emails.map((email) => ({ email, active: true })), next: null, ...more });
const groupNamed = (name: string) =>
  firstOf(teamviewer.sandbox.store.userGroups.values(), (each) => each.name === name);
const roleNamed = (name: string) => firstOf(teamviewer.sandbox.store.userRoles.values(), ({ Name }) => Name === name);
const emailsIn = (name: string) =>
  [...groupNamed(name).accountIds]
    .map((number) => teamviewer.sandbox.store.users.get(`u${number}`)?.email ?? "")
    .sort();
const changes = () => teamviewer.sandbox.requests.filter(({ method }) => method !== "GET");

/** Answers one group after the other, in the order in which the customer has filled them in. */
const instanceWith = async (
  answers: ReturnType<typeof json>[],
  configVars: Record<string, unknown> = {},
): Promise<Instance> => {
  directory = await startServer(...answers);
  return deployExample("directory-groups", {
    "TeamViewer Connection": teamviewer.company,
    "Directory Connection": keyOf("key-of-the-directory"),
    "Members URL": `${directory.url}/groups/{group}/members`,
    Groups: [{ key: "IT / support", value: group.toUpperCase() }],
    Roles: [{ key: group, value: "technician" }],
    "Report URL": channel.url,
    "Dry Run": false,
    ...configVars,
  });
};

const night = (instance: Instance) => instance.poll("Nightly Match");

test("the members of the user group are those of the directory, it gives its role, and the report tells it", async () => {
  const wanted = emailsOf(3);
  const stranger = "nobody@example.com";
  await night(await instanceWith([membersOf([...wanted.map((email) => email.toUpperCase()), stranger])]));
  expect(emailsIn(group)).toEqual([...wanted].sort());
  expect(groupNamed(group).roleId).toBe(roleNamed("Technician").Id);
  expect(directory.received).toMatchObject([
    { url: "/groups/IT%20%2F%20support/members", headers: { authorization: "Bearer key-of-the-directory" } },
  ]);
  const [report] = reportsOf(channel);
  expect(report).toContain(`: skipped: add ${stranger} (No user of the company has this e-mail address.)`);
  expect(report).toMatch(/: done: (add|remove) /);
  expect(report).toContain(`- ${group}: done: role technician`);
});

test("a night later there is nothing left to do", async () => {
  const instance = await instanceWith([membersOf(emailsOf(3))]);
  await night(instance);
  const before = changes().length;
  await night(instance);
  expect(changes()).toHaveLength(before);
  expect(reportsOf(channel)[1]).toBe("Directory groups");
});

test("as long as nobody switches Dry Run off, the report tells what would be done, and nothing is changed", async () => {
  await night(await instanceWith([membersOf(emailsOf(3))], { "Dry Run": true }));
  expect(changes()).toEqual([]);
  const [report] = reportsOf(channel);
  expect(report).toContain("dry run: nothing was changed");
  expect(report).toContain(": planned: ");
  expect(report).toContain(`- ${group}: planned: role technician`);
});

test("two groups of the directory fill one user group together", async () => {
  const [first = "", second = "", third = ""] = emailsOf(3);
  const Groups = [
    { key: "support", value: group },
    { key: "night-shift", value: group },
  ];
  await night(await instanceWith([membersOf([first, second]), membersOf([second, third])], { Groups }));
  expect(emailsIn(group)).toEqual([first, second, third].sort());
});

test("whom the directory has switched off loses the membership", async () => {
  const [first = "", second = ""] = emailsOf(2);
  const members = [
    { email: first, active: true },
    { email: second, active: false },
  ];
  await night(await instanceWith([json(200, { members })]));
  expect(emailsIn(group)).toEqual([first]);
});

test.each([
  ["gives only a page", () => membersOf(emailsOf(3), { next: "/more" }), "only a page"],
  ["gives no list", () => json(200, {}), "no list of members"],
  ["gives a member without an address", () => membersOf(["", ...emailsOf(1)]), "without an address"],
  ["refuses", () => json(403, {}), "HTTP 403"],
])("a directory that %s for one group changes nothing in any", async (_what, answer, reason) => {
  const Groups = [
    { key: "field", value: "Field technicians" },
    { key: "support", value: group },
  ];
  const instance = await instanceWith([membersOf(emailsOf(1)), answer()], { Groups });
  await expect(night(instance)).rejects.toThrow(reason);
  expect(changes()).toEqual([]);
});

test("a group that the directory has nobody for keeps its members, is told of, and fails the flow", async () => {
  const before = emailsIn(group);
  await expect(night(await instanceWith([membersOf([])]))).rejects.toThrow(`nobody for "${group.toUpperCase()}"`);
  expect(emailsIn(group)).toEqual(before);
  expect(reportsOf(channel)[0]).toContain("Its members were left as they are.");
});

test("names that TeamViewer does not have are told of and fail the flow, after the others are done", async () => {
  const Groups = [
    { key: "support", value: group },
    { key: "wizards", value: "Wizards" },
  ];
  const Roles = [{ key: group, value: "Grand Wizard" }];
  const wanted = emailsOf(2);
  const instance = await instanceWith([membersOf(wanted)], { Groups, Roles });
  await expect(night(instance)).rejects.toThrow('no user group "Wizards". TeamViewer has no role "Grand Wizard".');
  expect(emailsIn(group)).toEqual([...wanted].sort());
  expect(reportsOf(channel)[0]).toContain('TeamViewer has no user group "Wizards".');
});

test("a member who cannot be changed is told of and fails the flow, after the others are done", async () => {
  teamviewer.sandbox.fault({
    kind: "serverError",
    times: Number.POSITIVE_INFINITY,
    match: { method: "POST", path: /members$/ },
  });
  const instance = await instanceWith([membersOf(emailsOf(3))]);
  await expect(night(instance)).rejects.toThrow(/^\d changes failed; the report names them\.$/);
  expect(reportsOf(channel)[0]).toContain(": failed: add ");
});

test("a user group with more changes than the maximum keeps its members, is told of, and does not keep the others", async () => {
  const others = "Field technicians";
  const Groups = [
    { key: "support", value: group },
    { key: "field", value: others },
  ];
  const before = emailsIn(group);
  const [removed = "", ...wanted] = emailsIn(others);
  const instance = await instanceWith([membersOf(emailsOf(9)), membersOf(wanted)], { Groups, "Maximum Changes": 1 });
  await expect(night(instance)).rejects.toThrow("1 changes failed");
  expect(emailsIn(group)).toEqual(before);
  expect(emailsIn(others)).toEqual(wanted);
  const [report] = reportsOf(channel);
  expect(report).toContain(`- ${group}: failed: members`);
  expect(report).toContain(`- ${others}: done: remove ${removed}`);
});

test("a role that TeamViewer does not assign is told of as failed, whatever it has answered", async () => {
  teamviewer.sandbox.fault({
    kind: "serverError",
    times: Number.POSITIVE_INFINITY,
    match: { method: "POST", path: /userroles\/assign/ },
  });
  await expect(night(await instanceWith([membersOf(emailsOf(3))]))).rejects.toThrow("1 changes failed");
  expect(reportsOf(channel)[0]).toContain(`- ${group}: failed: role technician`);
});

test("an address without the group in it is refused before the directory is asked", async () => {
  const instance = await instanceWith([membersOf(emailsOf(3))], { "Members URL": "https://directory.example.com/all" });
  await expect(night(instance)).rejects.toThrow("Members URL has no {group}");
  expect(directory.received).toEqual([]);
});

test("a night without changes costs two requests, two for each user group and one for each role", async () => {
  const names = [...teamviewer.sandbox.store.userGroups.values()].map(({ name }) => name);
  const Groups = names.map((value) => ({ key: value, value }));
  const Roles = names.map((key) => ({ key, value: "Technician" }));
  const instance = await instanceWith([membersOf(emailsOf(3))], { Groups, Roles });
  await night(instance);
  const before = teamviewer.sandbox.requests.length;
  await night(instance);
  expect(teamviewer.sandbox.requests).toHaveLength(before + 2 + 2 * names.length + names.length);
});
