import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** What every trigger watches, as one text each. */
const watched = () => {
  const { store } = sandbox;
  const { sessions, reports, managedDevices, devices, users, events, alarms, patchDevices, userGroups } = store;
  const members = [...userGroups.values()].map(({ id, accountIds }) => [id, [...accountIds].sort()]);
  const lists = { sessions, reports, managedDevices, devices, users, alarms, patchDevices };
  return {
    ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, JSON.stringify([...list.values()])])),
    events: JSON.stringify(events),
    managedDeviceIds: JSON.stringify([...managedDevices.keys()]),
    members: JSON.stringify(members),
  };
};

test("every step of activity changes everything that a trigger watches, and keeps to the description", async () => {
  for (let step = 0; step < 5; step++) {
    const before = watched();
    sandbox.simulateActivity();
    const after = watched();
    for (const [name, list] of Object.entries(after))
      expect([name, list]).not.toEqual([name, before[name as "events"]]);
  }
  const headers = { Authorization: `Bearer ${sandbox.credentials.userToken}` };
  for (const path of [
    "/sessions?state=open,closed&full_list=true",
    "/reports/connections",
    "/monitoring/alarms",
    "/devices",
  ]) {
    expect((await fetch(`${sandbox.baseUrl}${path}`, { headers })).status).toBe(200);
  }
  expect(sandbox.violations).toEqual([]);
});
