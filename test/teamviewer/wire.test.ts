/** Answers as TeamViewer's servers really send them, where that differs from the description. */
import { pick, run } from "../support/component";
import { type Reply, startServer, type TestServer } from "../support/server";

let server: TestServer | undefined;
afterEach(() => server?.close());

/** A connection to a server that gives these bodies, one after the other. */
const answering = async (...replies: (Reply | object)[]) => {
  server = await startServer(
    ...replies.map((reply) =>
      "body" in reply || "status" in reply ? (reply as Reply) : { body: JSON.stringify(reply) },
    ),
  );
  return { key: "teamviewer-script-token", configVarKey: "c", fields: { token: "a-token", baseUrl: server.url } };
};

const device = { device_id: "d1", alias: "Front Desk 01" };
const contact = { contact_id: "c1", name: "Jan Nowak" };

test.each([
  ["alone", device],
  ["in a list", { devices: [device] }],
])("getDevice gives a list with one device that comes %s", async (_, answer) => {
  expect(await run("getDevice", await answering(answer), { deviceId: "d1" })).toEqual({ devices: [device] });
});

test.each([
  ["alone", contact],
  ["in a list", { contacts: [contact] }],
])("getContact gives the contact that comes %s", async (_, answer) => {
  expect(await run("getContact", await answering(answer), { contactId: "c1" })).toEqual(contact);
});

test("getContact says that there is none when the list is empty", async () => {
  await expect(run("getContact", await answering({ contacts: [] }), { contactId: "c1" })).rejects.toThrow(
    "there is none with this ID",
  );
});

test.each([[["t1"]], [{ TenantIds: ["t1"] }]])("getAccountTenantIds gives the IDs of %j as a list", async (answer) => {
  expect(await run("getAccountTenantIds", await answering(answer))).toEqual(["t1"]);
});

test("Fetch All keeps the builder's query parameters on every page", async () => {
  const connection = await answering(
    { resources: [{ id: "1" }], nextPaginationToken: "two" },
    { resources: [{ id: "2" }] },
  );
  const queryParams = [{ key: "expand", value: "all" }];
  expect(await run("listManagedDevices", connection, { fetchAll: true, queryParams })).toEqual({
    resources: [{ id: "1" }, { id: "2" }],
  });
  expect(server?.received.map(({ url }) => url)).toEqual([
    "/managed/devices?expand=all",
    "/managed/devices?expand=all&paginationToken=two",
  ]);
});

test("Fetch All follows an empty page that has a token", async () => {
  const connection = await answering(
    { resources: [], nextPaginationToken: "two" },
    { resources: [{ id: "2" }], nextPaginationToken: null },
  );
  expect(await run("listManagedDevices", connection, { fetchAll: true })).toMatchObject({ resources: [{ id: "2" }] });
});

test("Fetch All that fails on a later page says how far it got and where the list can be resumed", async () => {
  const connection = await answering(
    { resources: [{ id: "1" }, { id: "2" }], nextPaginationToken: "two" },
    { status: 400, body: JSON.stringify({ error: "invalid_request", error_description: "No.", error_code: 2 }) },
  );
  await expect(run("listManagedDevices", connection, { fetchAll: true })).rejects.toThrow(
    /^TeamViewer GET \/managed\/devices failed: HTTP 400, invalid_request: No \(error_code 2\)\..*up to page 1 \(2 records\).*token "two"/,
  );
});

test("dropdowns do without any field that a record may lack", async () => {
  const connection = await answering({
    devices: [{ device_id: "d2" }, { alias: "No ID" }, { device_id: "d1", alias: "Zoë", online_state: 1 }, {}],
  });
  expect(await pick("selectDevice", connection)).toEqual([
    { key: "d2", label: "d2" },
    { key: "d1", label: "Zoë (d1, 1)" },
  ]);
});

test.each([
  ["selectContact", "contacts"],
  ["selectDevice", "devices"],
  ["selectGroup", "groups"],
  ["selectManagedDevice", "resources"],
  ["selectManagedGroup", "resources"],
  ["selectPolicy", "policies"],
  ["selectSession", "sessions"],
  ["selectUser", "users"],
  ["selectUserRole", "Roles"],
])("%s is empty when there is nothing", async (key, list) => {
  expect(await pick(key, await answering({ [list]: [] }))).toEqual([]);
});
