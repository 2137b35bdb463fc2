/** What TeamViewer's built folder does on its own, with nothing else installed: `builds.test.ts` has what all do. */
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { figures } from "../../bench/figures";
import { startServer } from "../support/server";
import { useTeamViewer } from "../support/teamviewer";
import { createWorkspace, repository, type Workspace } from "./workspace";

let workspace: Workspace;
let folder: string;
let bundle: string;

beforeAll(() => {
  workspace = createWorkspace();
  folder = workspace.copyBuild("component");
  bundle = readFileSync(path.join(folder, "index.js"), "utf8");
});

afterAll(() => workspace.remove());

/** Runs a script in the bare folder and gives what it prints as JSON; what it prints as an error fails the test. */
const evaluate = async (script: string, variables: Record<string, string> = {}) => {
  const { stdout, stderr } = await workspace.run(process.execPath, ["-e", script], folder, variables);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
};

const tv = useTeamViewer();

const sources = readdirSync(path.join(repository, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(path.join(repository, "src", file), "utf8"))
  .join("\n");

/** Whether our sources have a function, or a property that holds one, of that name. */
const declaredInSources = (name: string) =>
  new RegExp(`(const ${name} = |\\b${name}: |^ *(async )?${name}\\()`, "m").test(sources);

/** Source of what a script needs to run parts of the component: a quiet logger, and a connection to the base URL. */
const toRun = (baseUrl: string) => `
  const { actions, dataSources, triggers } = require("./index.js").default;
  const quiet = () => {};
  const logger = { metric: quiet, trace: quiet, debug: quiet, info: quiet, log: quiet, warn: quiet, error: quiet };
  const connection = {
    key: "teamviewer-script-token",
    fields: { token: "${tv.sandbox.credentials.userToken}", baseUrl: "${baseUrl}" },
  };
  const context = { logger, instanceState: {}, crossFlowState: {}, webhookUrls: {}, webhookApiKeys: {} };
  const valuesOf = ({ inputs }, given) =>
    ({ ...Object.fromEntries(inputs.map((input) => [input.key, input.default])), ...given, connection });
`;

/** What an expression gives there, awaited. */
const given = (expression: string, baseUrl = tv.sandbox.baseUrl, variables: Record<string, string> = {}) =>
  evaluate(
    `${toRun(baseUrl)}(async () => ${expression})().then((result) => console.log(JSON.stringify(result)));`,
    variables,
  );

test("an action runs there", async () => {
  const { data } = await given(`actions.getPing.perform(context, valuesOf(actions.getPing, {}))`);
  expect(data).toEqual({ token_valid: true });
});

test("a data source runs there", async () => {
  const { result } = await given(`dataSources.selectDevice.perform(context, valuesOf(dataSources.selectDevice, {}))`);
  expect(result.length).toBeGreaterThan(0);
  expect(result[0]).toEqual({ key: expect.stringMatching(/^d\d+$/), label: expect.any(String) });
});

test("a trigger runs there, twice on one state", async () => {
  const polls = await given(`{
    const { pollChangesTrigger: trigger } = triggers;
    const payload = { body: {}, headers: {}, startedAt: new Date().toISOString() };
    const values = valuesOf(trigger, { pollResourceType: "groups" });
    const poll = () => trigger.perform(context, payload, values);
    return [await poll(), await poll()];
  }`);
  expect(polls).toMatchObject([{ resultType: "polled_no_changes" }, { resultType: "polled_no_changes" }]);
  expect(tv.sandbox.requests.map(({ path: asked }) => asked)).toEqual(["/api/v1/groups", "/api/v1/groups"]);
});

test("a multipart upload leaves it with fields, file names, and content types by their extensions", async () => {
  const server = await startServer({ body: '{"received":true}' });
  const { data } = await given(
    `actions.rawRequest.perform(context, valuesOf(actions.rawRequest, {
      url: "/upload",
      method: "POST",
      formData: [{ key: "name", value: "Front Desk" }],
      fileData: [{ key: "list", value: "name;alias" }, { key: "report", value: "%PDF" }],
      fileDataFileNames: [{ key: "list", value: "devices.csv" }, { key: "report", value: "March.PDF" }],
    }))`,
    server.url,
  ).finally(() => server.close());
  expect(data).toEqual({ received: true });
  const [request] = server.received;
  expect(request?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  const parts = request?.body.replaceAll("\r", "") ?? "";
  expect(parts).toContain('name="name"\n\nFront Desk\n');
  expect(parts).toContain('name="list"; filename="devices.csv"\nContent-Type: text/csv\n\nname;alias\n');
  expect(parts).toContain('name="report"; filename="March.PDF"\nContent-Type: application/pdf\n\n%PDF\n');
});

test("a request goes through the proxy of the environment", async () => {
  const asked: string[] = [];
  const proxy = createServer().on("connect", ({ method, url }, socket) => {
    asked.push(`${method} ${url}`);
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const message = await given(
    "actions.getPing.perform(context, { connection }).catch((error) => error.message)",
    "https://webapi.example/api/v1",
    { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
  ).finally(() => proxy.close());
  expect(message).toContain("407");
  expect(asked).toEqual(["CONNECT webapi.example:443"]);
});

test("the stack of an action's error names our functions, and puts each at a line of its own", async () => {
  const stack: string =
    await given(`actions.getPing.perform(context, { connection: { ...connection, fields: {} } }).then(
    () => "",
    (error) => error.stack,
  )`);
  const frames = [...stack.matchAll(/^ +at (?:async )?(\S+) \(.*index\.js:(\d+):\d+\)$/gm)];
  const ours = frames.slice(0, frames.findIndex(([, name]) => name === "perform") + 1);
  expect(ours.length).toBeGreaterThan(2);
  expect(ours.flatMap(([, name = ""]) => (declaredInSources(name) ? [] : name))).toEqual([]);
  expect(new Set(ours.map(([, , line]) => line)).size).toBe(ours.length);
});

test("the bundle has at most 0.8 of the bytes of the one that Prismatic publishes, with seven times the actions", () => {
  expect(Buffer.byteLength(bundle)).toBeLessThanOrEqual(figures.bytes.limit);
});
