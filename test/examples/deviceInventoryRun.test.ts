/** Managed devices, run from TeamViewer's list to what the inventory has received. */
import type { Instance } from "../../examples/integrations/runner";
import { json, type Reply, startServer, type TestServer } from "../support/server";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample } from "./example";
import { bodiesOf, keyOf } from "./foreignServer";

const teamviewer = useTeamViewer();

let inventory: TestServer;

afterEach(() => inventory.close());

const instanceWith = async (...replies: Reply[]): Promise<Instance> => {
  inventory = await startServer(...replies);
  return deployExample("device-inventory", {
    "TeamViewer Connection": teamviewer.company,
    "Inventory Connection": keyOf("key-of-the-inventory"),
    "Devices URL": `${inventory.url}/devices/batch`,
    "Roll Call URL": `${inventory.url}/devices/roll-call`,
  });
};

const company = () => [...teamviewer.sandbox.store.managedDevices.values()].filter((device) => device.company);
const idsOf = (devices: { id: string }[]) => devices.map(({ id }) => id).sort();
const received = () => bodiesOf(inventory).flatMap(({ devices }) => devices);

test("the first run sends every device of the company once, in batches of at most a hundred, with the key", async () => {
  const { managedDevices } = teamviewer.sandbox.store;
  for (const device of managedDevices.values()) device.company = true;
  const instance = await instanceWith({});
  await instance.poll("Device Batches");
  expect(managedDevices.size).toBeGreaterThan(100);
  expect(inventory.received.length).toBeGreaterThan(1);
  expect(bodiesOf(inventory).every(({ devices }) => devices.length <= 100)).toBe(true);
  expect(idsOf(received())).toEqual(idsOf([...managedDevices.values()]));
  expect(inventory.received[0]).toMatchObject({
    url: "/devices/batch",
    headers: { authorization: "Bearer key-of-the-inventory" },
  });
});

test("a device arrives in the fields of the inventory", async () => {
  await (await instanceWith({})).poll("Device Batches");
  const offline = firstOf(company(), ({ isOnline }) => !isOnline);
  const online = firstOf(company(), ({ isOnline }) => isOnline);
  const fields = ({ id, name, teamviewerId }: typeof online) => ({ id, name, teamviewerId: String(teamviewerId) });
  expect(received()).toContainEqual({ ...fields(offline), online: false, lastSeen: offline.last_seen });
  expect(received()).toContainEqual({ ...fields(online), online: true, lastSeen: null });
});

test("later runs send what is new or has changed, and nothing else", async () => {
  const instance = await instanceWith({});
  await instance.poll("Device Batches");
  const before = received().length;
  expect(await instance.poll("Device Batches")).toEqual([]);
  const renamed = firstOf(company());
  renamed.name = "FRONT-DESK-03";
  await instance.poll("Device Batches");
  expect(received().slice(before)).toMatchObject([{ id: renamed.id, name: "FRONT-DESK-03" }]);
});

test("an inventory that is busy for a moment gets the devices all the same", async () => {
  const instance = await instanceWith(json(503, {}), json(503, {}), json(200, {}));
  await instance.poll("Device Batches");
  expect(idsOf(bodiesOf(inventory).at(-1).devices)).toEqual(idsOf(company()));
});

test("the roll call has the IDs of all devices that there are, and of no others", async () => {
  const instance = await instanceWith({});
  const [gone] = company();
  teamviewer.sandbox.store.managedDevices.delete(gone?.id ?? "");
  await instance.poll("Roll Call");
  const [{ ids, ...more }] = bodiesOf(inventory);
  expect(ids.sort()).toEqual(idsOf(company()));
  expect(more).toEqual({ source: "teamviewer", count: company().length });
  expect(inventory.received).toMatchObject([{ url: "/devices/roll-call" }]);
});

test("a list without devices is not sent, so that nothing is retired by mistake", async () => {
  const instance = await instanceWith({});
  teamviewer.sandbox.store.managedDevices.clear();
  await expect(instance.poll("Roll Call")).rejects.toThrow("TeamViewer lists no devices");
  expect(inventory.received).toEqual([]);
});

test("a page that cannot be read keeps the roll call back as a whole", async () => {
  const { managedDevices } = teamviewer.sandbox.store;
  for (const device of managedDevices.values()) device.company = true;
  const instance = await instanceWith({});
  teamviewer.sandbox.fault({
    kind: "emptyObject",
    pass: 1,
    times: Number.POSITIVE_INFINITY,
    match: { path: /managed\/devices\/company$/ },
  });
  await expect(instance.poll("Roll Call")).rejects.toThrow();
  expect(inventory.received).toEqual([]);
});
