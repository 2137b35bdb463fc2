import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

interface Found {
  outcome: string;
  record: { id?: string; device_id?: string } | null;
  candidates: unknown[];
}

const find = (key: string, inputs: object, connection = tv.user) => run(key, connection, inputs) as Promise<Found>;

test("a user is found by the e-mail address, in any mix of upper and lower case, with all fields", async () => {
  const user = firstOf(tv.sandbox.store.users.values());
  const found = await find("findUserByEmail", { email: user.email.toUpperCase() }, tv.company);
  expect(found).toMatchObject({ outcome: "one", record: { id: user.id, email: user.email, active: user.active } });
});

test("an address that nobody has is none, or an error where one is wanted", async () => {
  const email = "nobody@example.com";
  expect(await find("findUserByEmail", { email }, tv.company)).toEqual({
    outcome: "none",
    record: null,
    candidates: [],
  });
  await expect(find("findUserByEmail", { email, failUnlessOne: true }, tv.company)).rejects.toThrow(
    "No user has the e-mail address nobody@example.com.",
  );
});

test("a device is found by its TeamViewer ID, however it is written", async () => {
  const device = firstOf(tv.sandbox.store.devices.values());
  const digits = device.remotecontrol_id.slice(1);
  for (const teamviewerId of [digits, `r${digits}`, digits.replace(/(\d{3})(?=\d)/g, "$1 ")]) {
    const found = await find("findDeviceByTeamviewerId", { teamviewerId });
    expect(found).toMatchObject({ outcome: "one", record: { device_id: device.device_id } });
  }
});

test("a managed device is found among all of the company's", async () => {
  const { resources } = (await run("listCompanyManagedDevices", tv.user, { fetchAll: true })) as {
    resources: { id: string; teamviewerId: number }[];
  };
  const device = resources.at(-1);
  const found = await find("findManagedDeviceByTeamviewerId", { teamviewerId: device?.teamviewerId });
  expect(found).toMatchObject({ outcome: "one", record: { id: device?.id } });
});

test("a group is found by its whole name, with a company-level token among those of an owner", async () => {
  const { userId } = tv.sandbox.store.account;
  const group = firstOf(tv.sandbox.store.groups.values(), ({ ownerId }) => ownerId === userId);
  expect(await find("findGroupByName", { name: group.name })).toMatchObject({ record: { id: group.id } });
  expect(await find("findGroupByName", { name: group.name.slice(0, 4) })).toMatchObject({ outcome: "none" });
  expect(await find("findGroupByName", { name: group.name, userId }, tv.company)).toMatchObject({
    record: { id: group.id },
  });
});

test("several of one name are told with all of them", async () => {
  for (const name of ["Night shift", "Night shift"]) await run("createGroup", tv.user, { name });
  const found = await find("findGroupByName", { name: "night SHIFT" });
  expect(found).toMatchObject({ outcome: "several", record: null });
  expect(found.candidates).toHaveLength(2);
  await expect(find("findGroupByName", { name: "Night shift", failUnlessOne: "true" })).rejects.toThrow(
    /^2 groups have the name Night shift: g\d+, g\d+\. Use the ID of one of them\.$/,
  );
});

test("managed groups and user groups are found by name", async () => {
  const managed = firstOf(tv.sandbox.store.managedGroups.values());
  const group = firstOf(tv.sandbox.store.userGroups.values());
  expect(await find("findManagedGroupByName", { name: managed.name })).toMatchObject({ record: { id: managed.id } });
  expect(await find("findUserGroupByName", { name: group.name }, tv.company)).toMatchObject({
    record: { id: group.id },
  });
});

test("a group that is not there is created once, and found from then on", async () => {
  const first = (await run("findOrCreateGroup", tv.user, { name: "Night shift" })) as { created: boolean };
  const second = (await run("findOrCreateGroup", tv.user, { name: "Night shift" })) as { created: boolean };
  expect([first, second]).toEqual([
    { created: true, group: expect.objectContaining({ name: "Night shift" }) },
    { created: false, group: expect.objectContaining({ name: "Night shift" }) },
  ]);
  expect([...tv.sandbox.store.groups.values()].filter(({ name }) => name === "Night shift")).toHaveLength(1);
});

test("with several groups of that name none is created, and none is chosen", async () => {
  for (const name of ["Night shift", "Night shift"]) await run("createGroup", tv.user, { name });
  await expect(run("findOrCreateGroup", tv.user, { name: "Night shift" })).rejects.toThrow(/^2 groups have the name/);
});
