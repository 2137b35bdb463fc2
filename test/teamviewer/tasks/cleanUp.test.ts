import { run } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

interface Report {
  planned: number;
  done: number;
  failed: number;
  skipped: number;
  items: { id: string; name: string; outcome: string; reason?: string }[];
}

const cleanUp = (inputs: object) =>
  run("cleanUpStaleDevices", tv.user, { devices: "list", days: 90, ...inputs }) as Promise<Report>;

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z");

/** The first of the account's own devices are offline for so many days, all others online. */
const withDevices = (days: (number | undefined)[]) => {
  const { devices, account } = tv.sandbox.store;
  for (const device of devices.values()) Object.assign(device, { online_state: "Online", last_seen: undefined });
  const own = [...devices.values()].filter((device) => device.userid === account.userId).slice(0, days.length);
  own.forEach((device, index) => {
    const seen = days[index];
    Object.assign(device, { online_state: "Offline", last_seen: seen === undefined ? undefined : ago(seen) });
  });
  return own.map(({ device_id }) => device_id);
};

const isThere = (id: string | undefined) => tv.sandbox.store.devices.has(id ?? "");

test("a dry run lists the devices that were not seen for so long, and removes none", async () => {
  const [long, , short] = withDevices([120, 200, 10]);
  const report = await cleanUp({});
  expect(report).toMatchObject({ planned: 2, done: 0 });
  expect(report.items.map(({ id }) => id)).toContain(long);
  expect(report.items.map(({ id }) => id)).not.toContain(short);
  expect(tv.sandbox.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a real run removes exactly those that the dry run listed", async () => {
  withDevices([120, 200, 10]);
  const listed = (await cleanUp({})).items.map(({ id }) => id);
  const report = await cleanUp({ dryRun: "false" });
  expect(report.items.map(({ id, outcome }) => [id, outcome])).toEqual(listed.map((id) => [id, "done"]));
  expect(listed.filter(isThere)).toEqual([]);
});

test("a device that comes online between plan and removal stays", async () => {
  const [first, second] = withDevices([120, 200]);
  const list = cleanUp({ dryRun: false });
  const online = setInterval(() => {
    if (tv.sandbox.requests.length > 0)
      Object.assign(tv.sandbox.store.devices.get(second ?? "") ?? {}, { online_state: "Online" });
  }, 0);
  const report = await list;
  clearInterval(online);
  expect([isThere(first), isThere(second)]).toEqual([false, true]);
  expect(report.items.find(({ id }) => id === second)).toMatchObject({
    outcome: "skipped",
    reason: "It was seen in the meantime.",
  });
});

test("devices that were never seen are removed only where that is asked for, and online ones never", async () => {
  const [never] = withDevices([undefined, 10]);
  expect((await cleanUp({})).items).toEqual([]);
  expect((await cleanUp({ neverSeen: true })).items.map(({ id }) => id)).toEqual([never]);
});

test("one that cannot be removed does not stop the rest", async () => {
  withDevices([120, 200]);
  tv.sandbox.fault({ kind: "notCovered404", match: { method: "DELETE" } });
  const report = await cleanUp({ dryRun: false });
  expect(report).toMatchObject({ done: 1, failed: 1 });
  expect(report.items[0]).toMatchObject({ outcome: "failed", reason: expect.stringContaining("HTTP 404") });
});

test("managed devices lose their management", async () => {
  const [device, ...others] = tv.sandbox.store.managedDevices.values();
  for (const other of others) Object.assign(other, { isOnline: true, last_seen: undefined });
  Object.assign(device ?? {}, { isOnline: false, last_seen: ago(365) });
  const report = await cleanUp({ devices: "managed", days: 300, dryRun: false });
  expect(report.items).toMatchObject([{ id: device?.id, name: device?.name, outcome: "done" }]);
  expect(tv.sandbox.store.managedDevices.has(device?.id ?? "")).toBe(false);
  await expect(cleanUp({ devices: "managed", groupid: "g1" })).rejects.toThrow(
    "Group ID: managed devices are in no group",
  );
});
