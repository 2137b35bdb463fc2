import { parseCommand } from "../../cli/arguments";
import type { Output } from "../../cli/output";
import { openConnection } from "../../cli/run";
import { loadComponent } from "../../engine/component";
import { startSandbox } from "../../sandbox/teamviewer";
import { createSecrets } from "../../src/http/redact";
import { command, createWorkspace } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);

const fixture = loadComponent(`${workspace.folder}/dist`, "fixture");
const output = { note: () => {} } as unknown as Output;
const open = (env: NodeJS.ProcessEnv, args: string[] = [], secrets = createSecrets()) =>
  openConnection(fixture, parseCommand(args), { env, folder: workspace.folder, secrets, output });
const variable = (value: unknown) => ({ PRISMATIC_CONNECTION_VALUE: JSON.stringify(value) });

describe("a given connection", () => {
  test("comes from the file before the variable, and fields that are not given hold the defaults of its form", async () => {
    workspace.write("connection.json", JSON.stringify({ key: "fixture-key", fields: { apiKey: "from-file" } }));
    const { value, source } = await open(variable({ fields: {} }), ["--connection", "connection.json"]);
    expect(value).toEqual({
      key: "fixture-key",
      configVarKey: "API Key",
      fields: { apiKey: "from-file", host: "fixture.example" },
    });
    expect(source).toBe("connection.json");
  });

  test("in prism's variable, which has no key, is the OAuth connection if it has a token", async () => {
    const fields = { clientId: "id", clientSecret: "secret" };
    expect((await open(variable({ token: { access_token: "abc" }, fields }))).value.key).toBe("fixture-oauth");
    expect((await open(variable({ fields: { apiKey: "abc" } }))).value.key).toBe("fixture-key");
    await expect(open(variable({ fields: { other: "abc" } }))).rejects.toThrow(
      'does not say which one it is. Add "key": one of "fixture-key", "fixture-oauth".',
    );
  });

  test("that is no JSON is refused without a word of it", async () => {
    const refused = open({ PRISMATIC_CONNECTION_VALUE: '{"token": hunter22' });
    await expect(refused).rejects.toThrow("The connection in PRISMATIC_CONNECTION_VALUE is not valid.");
    await expect(refused).rejects.not.toThrow("hunter22");
  });

  test("teaches what is secret: passwords, tokens and fields that the form does not have", async () => {
    const secrets = createSecrets();
    const fields = { clientId: "the-id", clientSecret: "the-secret", extra: "the-extra" };
    const token = { access_token: "the-access", refresh_token: "the-refresh", token_type: "bearer", expires_in: 3600 };
    await open(variable({ fields, token }), [], secrets);
    expect(secrets.redact("the-id the-secret the-extra the-access the-refresh bearer 3600")).toBe(
      "the-id [redacted] [redacted] [redacted] [redacted] bearer 3600",
    );
  });

  test("has no company token, and a component without a sandbox needs one", async () => {
    await expect(open(variable({ fields: { apiKey: "abc" } }), ["--company"])).rejects.toThrow(
      "--company is for the sandbox; the connection comes from PRISMATIC_CONNECTION_VALUE.",
    );
    await expect(open({})).rejects.toThrow("Give a connection file, or set PRISMATIC_CONNECTION_VALUE.");
  });
});

describe("TeamViewer", () => {
  test.concurrent("runs against its sandbox when there is no connection, and ends by itself", async () => {
    const { code, stdout, stderr } = await command(["teamviewer", "listGroups"]);
    expect(JSON.parse(stdout).groups[0]).toHaveProperty("id");
    expect(stderr).toBe(
      "Connection: teamviewer-script-token, from the local TeamViewer sandbox, started for this run\n",
    );
    expect(code).toBe(0);
  });

  test.concurrent("runs with the sandbox's company token on request", async () => {
    const { code, stdout } = await command(["teamviewer", "listUsers", "--company"]);
    expect(JSON.parse(stdout).users[0]).toHaveProperty("id");
    expect(code).toBe(0);
  });

  test.concurrent("runs on a given connection: its base URL, its token", async () => {
    const sandbox = await startSandbox();
    try {
      const { baseUrl, credentials } = sandbox;
      const given = variable({ fields: { token: credentials.readOnlyToken, baseUrl } });
      const { code, stdout, stderr } = await command(["teamviewer", "createGroup", "name=New", "--debug"], {
        env: given,
      });
      expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/v1/groups"]);
      expect(stderr).toContain("error: teamviewer createGroup failed\n  ");
      expect(stdout).toBe("");
      expect(stderr).not.toContain(credentials.readOnlyToken);
      expect(code).toBe(1);
    } finally {
      await sandbox.close();
    }
  });

  test.concurrent("says which connection is at fault", async () => {
    const env = variable({ key: "teamviewer-oauth", fields: {} });
    const { code, stderr } = await command(["teamviewer", "listGroups", "--quiet"], { env });
    expect(stderr).toContain("error: teamviewer listGroups failed\n  The TeamViewer connection has no token.");
    expect(stderr).toContain("\n  Connection: teamviewer-oauth, from PRISMATIC_CONNECTION_VALUE\n");
    expect(code).toBe(1);
  });
});
