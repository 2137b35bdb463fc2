/** Roles of a website, run from its list to the server groups that the members then have. */
import type { Instance } from "../../examples/integrations/runner";
import { json, type Reply, startServer, type TestServer } from "../support/server";
import { useTSManage } from "../support/tsmanage";
import { deployExample } from "./example";
import { keyOf, reportsOf } from "./foreignServer";

const tsmanage = useTSManage();

let channel: TestServer;
let website: TestServer;

beforeEach(async () => {
  channel = await startServer({ body: "ok" });
});

afterEach(async () => {
  await channel.close();
  await website.close();
});

const normal = 7;
const recruit = 10;
const raider = 11;
const officer = 12;

const instanceWith = async (reply: Reply, configVars: Record<string, unknown> = {}): Promise<Instance> => {
  website = await startServer(reply);
  return deployExample("roles-to-server-groups", {
    "TSManage Connection": tsmanage.connection,
    "Website Connection": keyOf("key-of-the-website"),
    "Members URL": `${website.url}/members`,
    Roles: [
      { key: "recruit", value: String(recruit) },
      { key: "raider", value: ` ${raider} ` },
    ],
    "Report URL": channel.url,
    "Dry Run": false,
    ...configVars,
  });
};

const sync = (instance: Instance) => instance.poll("Role Sync");
const member = (index: number) => {
  const found = tsmanage.sandbox.store.members.get(tsmanage.ids[index] ?? "");
  if (!found) throw new Error("The sandbox has no such member.");
  return found;
};
const give = (index: number, ...groups: number[]) => {
  member(index).groups = new Set(groups);
  return member(index).id;
};
const groupsOf = (index: number) => [...member(index).groups].sort((one, other) => one - other);
const changes = () => tsmanage.sandbox.requests.filter(({ method }) => method !== "GET");

test("members get the server groups of their roles, lose the others of a role, and keep what no role stands for", async () => {
  const listed = [
    { memberId: give(0, normal, raider), roles: ["Recruit"] },
    { memberId: give(1, normal, officer), roles: ["recruit", "raider"] },
    { memberId: give(2, normal, recruit), roles: [] },
    { memberId: give(3, normal, raider), roles: ["raider", "bard"] },
  ];
  await sync(await instanceWith(json(200, listed)));
  expect([0, 1, 2, 3].map(groupsOf)).toEqual([
    [normal, recruit],
    [normal, recruit, raider, officer],
    [normal],
    [normal, raider],
  ]);
  const report = reportsOf(channel)[0]?.split("\n") ?? [];
  expect(report).toHaveLength(4);
  expect(report).toContain(`- ${member(0).nickname}: from raider to recruit`);
  expect(report).toContain(`- ${member(2).nickname}: from recruit to none`);
  expect(website.received).toMatchObject([{ headers: { authorization: "Bearer key-of-the-website" } }]);
});

test("an hour later nobody is changed and nobody is told", async () => {
  const instance = await instanceWith(json(200, [{ memberId: give(0, raider), roles: ["recruit"] }]));
  await sync(instance);
  const before = changes().length;
  await sync(instance);
  expect(changes()).toHaveLength(before);
  expect(channel.received).toHaveLength(1);
});

test("as long as nobody switches Dry Run off, the report tells what would be done, and nothing is changed", async () => {
  const listed = [{ memberId: give(0, raider), roles: ["recruit"] }];
  await sync(await instanceWith(json(200, listed), { "Dry Run": "true" }));
  expect(changes()).toEqual([]);
  expect(reportsOf(channel)).toEqual([
    `Roles, dry run: nothing was changed\n- ${member(0).nickname}: from raider to recruit`,
  ]);
});

test("a member who is listed twice gets the server groups of both lines", async () => {
  const memberId = give(0, normal);
  const listed = [
    { memberId, roles: ["recruit"] },
    { memberId, roles: ["raider"] },
  ];
  await sync(await instanceWith(json(200, listed)));
  expect(groupsOf(0)).toEqual([normal, recruit, raider]);
});

test("members who have never been on the server are counted, and the others are done", async () => {
  const listed = [
    { memberId: "bm9ib2R5IGhhcyB0aGlzIGlkISE=", roles: ["raider"] },
    { memberId: give(0, normal), roles: ["raider"] },
  ];
  await sync(await instanceWith(json(200, listed)));
  expect(groupsOf(0)).toEqual([normal, raider]);
  expect(reportsOf(channel)[0]).toContain("1 members have never been on the TeamSpeak server.");
});

test.each([
  ["an empty list", json(200, []), "no list of members"],
  ["an answer that is no list", json(200, { error: "Down for maintenance" }), "no list of members"],
  ["a member without an identifier", json(200, [{ roles: ["raider"] }]), "without a memberId"],
  ["a member without a list of roles", json(200, [{ memberId: "x", roles: null }]), "no list of roles for x"],
  ["a refusal", json(403, {}), "HTTP 403"],
])("%s of the website fails the flow, and nothing is changed", async (_what, reply, reason) => {
  await expect(sync(await instanceWith(reply))).rejects.toThrow(reason);
  expect(tsmanage.sandbox.requests).toEqual([]);
});

const promoted = () => [0, 1, 2].map((index) => ({ memberId: give(index, raider), roles: ["recruit"] }));

test.each([2, ""])(
  "more members than the customer allows (%p) are not changed, none of them, and the channel is told",
  async (most) => {
    const instance = await instanceWith(json(200, promoted()), { "Maximum Changes": most });
    await expect(sync(instance)).rejects.toThrow(`3 members would be changed, and Maximum Changes is ${Number(most)}.`);
    expect(changes()).toEqual([]);
    expect(reportsOf(channel)[0]).toContain("Nothing was changed.");
  },
);

test("a dry run tells of more members than the customer allows, too", async () => {
  await sync(await instanceWith(json(200, promoted()), { "Dry Run": true, "Maximum Changes": 2 }));
  const [report] = reportsOf(channel);
  expect(report).toContain("Maximum Changes is 2");
  expect(report?.match(/from raider to recruit/g)).toHaveLength(3);
});

test("a role that stands for a server group that there is not changes nobody, is told of, and fails the flow", async () => {
  const listed = [{ memberId: give(0, normal), roles: ["wizard"] }];
  const Roles = [{ key: "wizard", value: "4711" }];
  await expect(sync(await instanceWith(json(200, listed), { Roles }))).rejects.toThrow("Not all members were changed");
  expect(groupsOf(0)).toEqual([normal]);
  expect(reportsOf(channel)[0]).toContain("- failed for 1 members");
});

test("members who cannot be changed do not keep the others, are told of, and fail the flow", async () => {
  const listed = [
    { memberId: give(0, normal), roles: ["raider"] },
    { memberId: give(1, normal), roles: ["recruit"] },
  ];
  const instance = await instanceWith(json(200, listed));
  tsmanage.sandbox.fault({ kind: "serverError", status: 403, times: 3, match: { method: "PATCH" } });
  await expect(sync(instance)).rejects.toThrow("Not all members were changed");
  expect([0, 1].map(groupsOf)).toEqual([[normal], [normal, recruit]]);
  expect(reportsOf(channel)[0]).toContain("- failed for 1 members");
});

test("a pair that is left blank stands for nothing", async () => {
  const Roles = [
    { key: "recruit", value: String(recruit) },
    { key: "", value: "" },
  ];
  await sync(await instanceWith(json(200, [{ memberId: give(0, normal), roles: ["recruit", ""] }]), { Roles }));
  expect(groupsOf(0)).toEqual([normal, recruit]);
});

test("four hundred members of whom nobody changes cost two requests", async () => {
  const listed = tsmanage.ids.map((memberId, index) => ({
    memberId: memberId && give(index, raider),
    roles: ["raider"],
  }));
  expect(listed).toHaveLength(400);
  await sync(await instanceWith(json(200, listed)));
  expect(tsmanage.sandbox.requests).toHaveLength(2);
  expect(channel.received).toEqual([]);
});
