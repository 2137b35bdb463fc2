/** Dropdowns as the page fills them. */
import type { ExchangeShown, Picklist, Values } from "../../workbench/api";
import { useWorkbench } from "./fixture";

const page = useWorkbench({ company: true });

const offered = async (component: string, key: string, values: Values = {}): Promise<Picklist["elements"]> => {
  const { status, text } = await page.call("POST", `/components/${component}/picklists/${key}`, { values });
  expect(status).toBe(200);
  return JSON.parse(text).elements;
};

/** The choices of the first element of a dropdown. */
const first = async (...given: Parameters<typeof offered>): Promise<string> => {
  const [element] = await offered(...given);
  if (!element) throw new Error(`${given[1]} is empty.`);
  return element.key;
};

test("a dropdown offers what is at the vendor's, by key and label", async () => {
  const created = (await page.run("teamviewer", "createUserGroup", { name: "Warsaw" })).result() as { id: number };
  expect(await offered("teamviewer", "selectUserGroup")).toContainEqual({ key: `${created.id}`, label: "Warsaw" });
  expect((await offered("realvnc", "selectComputer")).length).toBeGreaterThan(1);
});

test("a dropdown that depends on another input offers what belongs to its value", async () => {
  const users = await offered("teamviewer", "selectUser");
  const lists = await Promise.all(
    users.slice(0, 3).map(({ key }) => offered("teamviewer", "selectGroup", { userId: key })),
  );
  expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBeGreaterThan(1);
});

test("a dropdown that depends on another dropdown follows what is chosen there", async () => {
  const managedDeviceId = await first("teamviewer", "selectManagedDevice");
  expect(await offered("teamviewer", "selectManagedDeviceManager", { managedDeviceId })).not.toEqual([]);
});

test("a dropdown is refused by the inputs that it still needs", async () => {
  const { kind, problems } = await page.refusal("/components/teamviewer/picklists/selectIotMetric", { values: {} });
  expect([kind, Object.keys(problems)]).toEqual(["input", ["vaultId", "deviceId", "connectorId", "sensorId"]]);
});

test("a dropdown takes of a form what is its own, and leaves the rest", async () => {
  expect((await offered("teamviewer", "selectUser", { name: "of the form", permissions: "" })).length).toBeGreaterThan(
    0,
  );
});

test("a dropdown that the vendor refuses says why, with 502", async () => {
  await page.call("POST", "/components/teamviewer/faults", { kind: "notCovered404" });
  const { status, text } = await page.call("POST", "/components/teamviewer/picklists/selectGroup", { values: {} });
  expect(status).toBe(502);
  expect(JSON.parse(text).failure).toMatchObject({ kind: "vendor", status: 404, operation: expect.any(String) });
});

test("only a data source fills a dropdown", async () => {
  expect((await page.call("POST", "/components/teamviewer/picklists/getAccount", { values: {} })).status).toBe(404);
});

test("a data source can be run as well, with its exchanges", async () => {
  const run = await page.run("teamviewer", "selectUser");
  expect(run.result()).toEqual(await offered("teamviewer", "selectUser"));
  const exchange = run.of("exchange")[0]?.exchange as ExchangeShown;
  expect(exchange.received?.status).toBe(200);
});
