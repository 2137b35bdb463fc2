import { openConnection } from "../../cli/run";
import type { Surroundings } from "../../cli/surroundings";
import { loadComponent } from "../../engine/component";
import { type RunningSandbox, sandboxes } from "../../engine/sandboxes";
import { startSandbox } from "../../sandbox/teamviewer";
import { createSecrets } from "../../src/http/redact";
import { createWorkspace } from "../engine/fixture";
import { call } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { folder, write } = workspace;

const variable = (value: unknown) => ({ PRISMATIC_CONNECTION_VALUE: JSON.stringify(value) });

describe("the connection of a run", () => {
  const fixture = loadComponent(`${folder}/dist`, "fixture");
  const open = (env: NodeJS.ProcessEnv, options = {}) =>
    openConnection(fixture, options, {
      env,
      folder,
      secrets: createSecrets(),
      output: { note: () => {} },
    } as unknown as Surroundings);

  test("comes from the file before the variable", async () => {
    write("connection.json", JSON.stringify({ key: "fixture-key", fields: { apiKey: "from-file" } }));
    const given = await open(variable({ fields: {} }), { connection: "connection.json" });
    expect(given.value.fields).toEqual({ apiKey: "from-file", host: "fixture.example" });
    expect(given.source).toBe("connection.json");
  });

  test("in prism's variable may have fields of another version, in a file it may not", async () => {
    const value = { key: "fixture-key", fields: { apiKey: "abc", older: "def" } };
    expect((await open(variable(value))).value.fields).toMatchObject({ older: "def" });
    write("older.json", JSON.stringify(value));
    await expect(open({}, { connection: "older.json" })).rejects.toThrow('has an unknown field "older"');
  });

  test("is one: a file and a sandbox exclude each other, and a company token is a sandbox's", async () => {
    const both = open({}, { connection: "connection.json", sandbox: "http://127.0.0.1:1" });
    await expect(both).rejects.toThrow("--connection and --sandbox exclude each other");
    await expect(open(variable({ fields: { apiKey: "abc" } }), { company: true })).rejects.toThrow(
      "--company is for the sandbox; the connection comes from PRISMATIC_CONNECTION_VALUE.",
    );
  });

  test("to TeamViewer has the base URL and the token that are given, and its token is not shown", async () => {
    const sandbox = await startSandbox();
    try {
      const { baseUrl, credentials } = sandbox;
      const env = variable({ fields: { token: credentials.readOnlyToken, baseUrl } });
      const outcome = await call(["run", "teamviewer", "createGroup", "name=New", "--debug"], { env });
      expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/v1/groups"]);
      expect(outcome.stderr).toContain("error: teamviewer createGroup failed\n  ");
      expect(outcome.stdout).toBe("");
      expect(outcome.stderr).not.toContain(credentials.readOnlyToken);
    } finally {
      await sandbox.close();
    }
  });

  test("that has no token is named", async () => {
    const env = variable({ key: "teamviewer-oauth", fields: {} });
    const { code, stderr } = await call(["run", "teamviewer", "listGroups", "--quiet"], { env });
    expect(stderr).toContain("error: teamviewer listGroups failed\n  The TeamViewer connection has no token.");
    expect(stderr).toContain("\n  Connection: teamviewer-oauth, from PRISMATIC_CONNECTION_VALUE\n");
    expect(code).toBe(5);
  });
});

describe("connection check", () => {
  const running: Record<string, RunningSandbox> = {};
  beforeAll(async () => {
    for (const [key, start] of Object.entries(sandboxes)) {
      const sandbox = await start?.({ company: false });
      if (!sandbox) continue;
      running[key] = sandbox;
      write(`${key}.json`, JSON.stringify(sandbox.connection));
    }
  });
  afterAll(() => Promise.all(Object.values(running).map(({ close }) => close())));

  const check = (file: string, ...args: string[]) => call(["connection", "check", file, ...args], { folder });

  test("says what a TeamViewer token can read, and why it cannot read the rest", async () => {
    const { code, stdout } = await check("teamviewer.json");
    expect(stdout).toMatch(/^TeamViewer accepts teamviewer-script-token, from teamviewer\.json\.\n\nIt can\n/);
    const [can = "", cannot = ""] = stdout.split("\n\nIt cannot\n");
    expect(can).toMatch(/^ {2}Groups +listGroups$/m);
    expect(cannot.replace(/\s+/g, " ")).toMatch(/Users TeamViewer GET \/users failed: HTTP 403, access_denied: /);
    expect(code).toBe(0);
  });

  test("says which permissions a RealVNC access key has, and which cannot be told", async () => {
    const { stdout } = await check("realvnc.json", "--json");
    const { component, connection, abilities } = JSON.parse(stdout);
    expect([component, connection]).toEqual(["realvnc", "realvnc-access-key"]);
    expect(abilities).toContainEqual(expect.objectContaining({ name: "LIST_PRESENCE", granted: true }));
    expect(abilities).toContainEqual({ name: "REMOVE_TEAM_MEMBER", granted: "unknown", actions: ["removeUser"] });
  });

  test("says that a TSManage key can read members", async () => {
    expect((await check("tsmanage.json")).stdout).toContain("It can\n  Members  listMembers\n");
  });

  test.each([
    ["teamviewer", "token"],
    ["realvnc", "accessKey"],
    ["tsmanage", "apiKey"],
  ])("of %s credentials that are refused ends with exit code 5", async (key, field) => {
    const { connection } = running[key] ?? {};
    write("refused.json", JSON.stringify({ ...connection, fields: { ...connection?.fields, [field]: "hunter22" } }));
    const { code, stdout, stderr } = await check("refused.json");
    expect(stderr).toContain(`error: connection check of ${key} failed\n`);
    expect(stderr).toContain(`\n  Connection: ${connection?.key}, from refused.json\n`);
    expect(stdout + stderr).not.toContain("hunter22");
    expect(code).toBe(5);
  });

  test.each([
    [
      '{"key": "teamviewer-script-token", "fields": {"tokn": "hunter22"}}',
      'unknown field "tokn". Did you mean "token"?',
    ],
    ['{"key": "teamviewer-script-token", }', "is not valid JSON: look at line 1, column 36."],
    ['["hunter22"]', "is a list. It is JSON of the form"],
    ['{"key": "teamviewer-script-tokn"}', 'no built component has. Did you mean "teamviewer-script-token"?'],
    ['{"fields": {}}', 'does not say which one it is. Add "key": one of "realvnc-access-key", '],
    [undefined, "Cannot read the file wrong-file.json for the connection: it does not exist."],
  ])("of a file that holds %s ends with exit code 2", async (text, message) => {
    if (text !== undefined) write("wrong.json", text);
    const { code, stderr } = await check(text === undefined ? "wrong-file.json" : "wrong.json");
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("hunter22");
    expect(code).toBe(2);
  });

  test("takes a connection without a key when its component is named", async () => {
    const { fields } = running.tsmanage?.connection ?? {};
    write("keyless.json", JSON.stringify({ fields }));
    expect((await check("keyless.json", "--component", "tsmanage")).code).toBe(0);
  });
});
