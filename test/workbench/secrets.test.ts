/** The server holds the connections; the page never sees what is secret in them, whatever the vendor does with it. */
import { gzipSync } from "node:zlib";
import { startSandbox as startRealvnc } from "../../sandbox/realvnc";
import { startSandbox as startTsmanage } from "../../sandbox/tsmanage";
import { json, type Reply, startServer, type TestServer } from "../support/server";
import { createFolder, type Ran, useWorkbench } from "./fixture";

const token = "Kd8/+x==\"'\\q%20~$Ab-73Lm0";
const files = createFolder();
afterAll(files.remove);

/** The vendor of each test. */
let reply: Reply = {};
let vendor: TestServer;
let realvnc: Awaited<ReturnType<typeof startRealvnc>>;
let tsmanage: Awaited<ReturnType<typeof startTsmanage>>;

beforeAll(async () => {
  vendor = await startServer((request, response) => {
    if (typeof reply === "function") return reply(request, response);
    const { status = 200, headers, body = "{}" } = reply;
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  });
  [realvnc, tsmanage] = await Promise.all([startRealvnc(), startTsmanage()]);
});
afterAll(() => Promise.all([vendor, realvnc, tsmanage].map((each) => each.close())));

const connection = (name: string, content: object) => files.write(name, JSON.stringify(content));

const page = useWorkbench(() => ({
  connections: [
    connection("teamviewer.json", {
      key: "teamviewer-script-token",
      fields: { token, baseUrl: `${vendor.url}/api/v1` },
    }),
    connection("realvnc.json", {
      key: "realvnc-access-key",
      fields: { ...realvnc.credentials.full, baseUrl: realvnc.baseUrl },
    }),
    connection("tsmanage.json", {
      key: "tsmanage-api-key",
      fields: { apiKey: tsmanage.credentials.apiKey, host: tsmanage.baseUrl },
    }),
  ],
}));

/** A text in the forms in which it can come back. */
const formsOf = (text: string): string[] => [
  text,
  JSON.stringify(text).slice(1, -1),
  JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  encodeURIComponent(text),
  encodeURIComponent(encodeURIComponent(text)),
  new URLSearchParams({ text }).toString().slice("text=".length),
  Buffer.from(text).toString("base64"),
  Buffer.from(text).toString("base64url"),
  Buffer.from(`user:${text}`).toString("base64"),
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
];

/** All that the server has sent so far has none of the secrets, in whatever form, nor the rest of one. */
const expectHidden = (...secrets: string[]) => {
  const sent = page.sent.join("\n");
  expect(secrets.flatMap(formsOf).filter((form) => sent.includes(form.slice(8)))).toEqual([]);
};

const getAccount = (answer: Reply): Promise<Ran> => {
  reply = answer;
  return page.run("teamviewer", "getAccount", {}, { debug: true });
};

/** Is not sent again, so that nothing has to be waited for. */
const createGroup = (answer: Reply): Promise<Ran> => {
  reply = answer;
  return page.run("teamviewer", "createGroup", { name: "Support" }, { debug: true });
};

test("a connection is told of by its kind and file alone", async () => {
  const [realvncSummary] = await page.json<{ connection: object }[]>("/components");
  expect(realvncSummary?.connection).toMatchObject({ key: "realvnc-access-key", label: "Access Key", kind: "server" });
  expectHidden(token, realvnc.credentials.full.accessKey, tsmanage.credentials.apiKey);
});

test("the token of a request is not shown, in headers neither", async () => {
  const run = await getAccount(json(200, { userid: "u1" }));
  expect(vendor.received.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
  expect(run.of("exchange")[0]?.exchange.sent.headers.authorization).toBe("Bearer [redacted]");
  expectHidden(token);
});

test("a token that the vendor repeats is hidden, as it is and encoded, in names, values, headers and texts", async () => {
  const repeated = Object.fromEntries(formsOf(token).map((form, index) => [`echo${index}`, form]));
  const headers = { "x-echo": encodeURIComponent(token), "set-cookie": `session=${encodeURIComponent(token)}` };
  const run = await getAccount(json(200, { userid: "u1", ...repeated, [token]: "a name" }, headers));
  expect(run.result()).toMatchObject({ userid: "u1", echo0: "[redacted]" });
  expectHidden(token);
});

test.each([
  ["an error of the vendor", json(400, { error: "invalid_request", error_description: `Not ${token}.` })],
  ["a refused connection", json(401, { error: "invalid_token", error_description: token })],
  ["a page of a proxy", { status: 502, headers: { "content-type": "text/html" }, body: formsOf(token).join(" ") }],
  ["text that claims to be JSON", { body: `{"userid": ${token}` }],
  ["a status line", (_request, response) => response.writeHead(418, encodeURIComponent(token)).end("{}")],
  ["a redirect", { status: 302, headers: { location: `/api/v1/account?token=${encodeURIComponent(token)}` } }],
] as [string, Reply][])("a token that %s repeats is hidden from failure, log and exchanges", async (_what, answer) => {
  const run = await createGroup(answer);
  expect(run.failure().message).toBeTruthy();
  expect(run.of("exchange")).toHaveLength(1);
  expectHidden(token);
});

test("a token in a packed answer, in bytes and in one that is cut off is hidden", async () => {
  const body = JSON.stringify({ id: "g1", echo: token });
  const answers: Reply[] = [
    (_request, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(body)),
    (_request, response) => void response.end(Buffer.concat([Buffer.from([255, 254]), Buffer.from(body)])),
    (request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write(body.slice(0, body.indexOf("~")), () => setTimeout(() => request.socket.destroy(), 10));
    },
  ];
  for (const answer of answers) expect((await createGroup(answer)).of("exchange")).toHaveLength(1);
  expectHidden(token, token.slice(0, token.indexOf("~")));
});

test("a token that the vendor has just given is hidden, there and from then on", async () => {
  const fresh = "fresh-Token/1234567890";
  await getAccount(json(200, { userid: "u1", access_token: fresh }));
  await getAccount(json(200, { userid: fresh, echo: fresh }));
  expectHidden(token, fresh);
});

test("a password that is typed is sent and not shown, nor is it in the copies", async () => {
  const password = 'Pa$$ "word" & more';
  reply = json(200, { id: "u2", email: "anna@example.com", echo: password });
  const values = { email: "anna@example.com", name: "Anna", language: "en", password };
  await page.run("teamviewer", "createUser", values);
  expect(vendor.received.at(-1)?.body).toContain(JSON.stringify(password).slice(1, -1));
  await page.copy("teamviewer", "createUser", values);
  expectHidden(token, password);
});

test("what stands under a secret's name in a raw request is sent and not shown, nor is it in the copies", async () => {
  const secret = "hidden-Value/42=1";
  reply = json(200, {});
  const values = {
    method: "POST",
    url: "/groups",
    headers: [{ key: "X-Api-Key", value: secret }],
    queryParams: [{ key: "client_secret", value: secret }],
    data: JSON.stringify({ name: "Support", password: secret }),
  };
  await page.run("teamviewer", "rawRequest", values, { debug: true });
  const received = vendor.received.at(-1);
  expect([received?.headers["x-api-key"], received?.body]).toEqual([secret, values.data]);
  await page.copy("teamviewer", "rawRequest", values);
  expectHidden(token, secret);
});

test("a dropdown and its failure do not show the token", async () => {
  const picklist = () => page.call("POST", "/components/teamviewer/picklists/selectGroup", { values: {} });
  reply = json(200, { groups: [{ id: "g1", name: `Of ${token}` }] });
  expect(await picklist()).toMatchObject({ status: 200, text: expect.stringContaining("Of [redacted]") });
  reply = json(400, { error: "invalid_request", error_description: `Not ${token}.` });
  expect((await picklist()).status).toBe(502);
  expectHidden(token);
});

test("keys and session tokens of the other vendors are not shown", async () => {
  const computers = await page.run("realvnc", "listComputers");
  const memberIds = [...tsmanage.store.members.keys()].slice(0, 1);
  const members = await page.run("tsmanage", "listMembers", { memberIds });
  expect(computers.of("exchange").length).toBeGreaterThan(1);
  for (const run of [computers, members]) expect(run.result()).toBeTruthy();
  const { accessKey } = realvnc.credentials.full;
  expect(realvnc.sessions.tokens().length).toBeGreaterThan(0);
  expectHidden(accessKey, tsmanage.credentials.apiKey, ...realvnc.sessions.tokens());
});

test("an answer that is too large for a page is begun, without the token", async () => {
  const contacts = Array.from({ length: 12_000 }, (_, index) => ({ contact_id: `c${index}`, name: "x".repeat(200) }));
  reply = json(200, { contacts: [{ contact_id: "c", name: token }, ...contacts] });
  const run = await page.run("teamviewer", "listContacts");
  expect(run.result()).toMatchObject({ note: expect.stringContaining("2.8 MB"), beginning: expect.any(String) });
  expect(run.of("exchange")[0]?.exchange.received?.body).toMatchObject({ isWhole: false, size: expect.any(Number) });
  expectHidden(token);
});

test("a refused connection is told as one", async () => {
  const failure = (await createGroup(json(401, { error: "invalid_token" }))).failure();
  expect(failure).toMatchObject({ kind: "connection", message: expect.stringContaining("Script Token") });
});

test("what is for a sandbox alone is refused with 409 where the connection is to a server", async () => {
  const paths = ["faults", "reset", "activity"].map((what) => `/components/teamviewer/${what}`);
  const answers = await Promise.all(paths.map((path) => page.call("POST", path, { kind: "reset" })));
  expect(answers.map(({ status }) => status)).toEqual([409, 409, 409]);
});
