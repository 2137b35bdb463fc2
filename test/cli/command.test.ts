import path from "node:path";
import { entryHelp } from "../../cli/help";
import { findEntry, loadComponent } from "../../engine/component";
import { command, createWorkspace } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { fixture } = workspace;

const connection = { key: "fixture-key", fields: { apiKey: "key-4711-secret" } };
workspace.write("connection.json", JSON.stringify(connection));
const connected = ["--connection", "connection.json"];

describe("help", () => {
  test.concurrent("without arguments is the usage and the components that are built", async () => {
    const { code, stdout } = await command([]);
    expect(stdout).toContain("npm run action -- COMPONENT KEY");
    expect(stdout).toMatch(/Components:\n(.+\n)* {2}teamviewer\n/);
    expect(code).toBe(0);
  });

  test.concurrent("of a component lists its keys with their labels", async () => {
    const { stdout } = await fixture([]);
    expect(stdout).toMatch(/Actions:\n(.*\n)* {2}echo +Echo\n(.*\n)*\nData sources:\n {2}selectThing +Select Thing\n/);
    expect(stdout).toMatch(/Triggers:\n {2}newThings +New Things\n/);
  });

  test.concurrent("of an action shows every input with type, default, choices and comment", async () => {
    const { stdout } = await fixture(["echo", "-h"]);
    expect(stdout).toContain("Echo (action fixture echo)\nGive back what it was given.\nReads only.\n");
    expect(stdout).toContain("npm run action -- fixture echo 'name=Front Desk' [INPUT=VALUE ...]");
    expect(stdout).toContain("  name  (Name)\n      string, required\n      The name of the thing\n");
    expect(stdout).toContain(
      '      string, optional, default "medium"\n      Choices: small, medium\n      How large it is.',
    );
    expect(stdout).toContain("  tags  (Tags)\n      list of string, optional\n");
  });

  test("of an action with a group shows its fields, and what the numbers of choices stand for", () => {
    const component = loadComponent(path.join(__dirname, "../../dist"), "teamviewer");
    const help = entryHelp(component, findEntry(component, "createConditionalAccessFeatureOption"));
    expect(help).toMatch(/ {2}data {2}\(.+\)\n {6}JSON object, optional\n/);
    expect(help.replace(/\s+/g, " ")).toMatch(
      / fileTransfer: .*Choices: 0 \(Allow\), 1 \(After confirmation\), 2 \(Denied\)\./,
    );
  });

  test("of a list with an item a line, or of a table, shows how a file is given", () => {
    const component = loadComponent(path.join(__dirname, "../../dist"), "realvnc");
    const help = entryHelp(component, findEntry(component, "addComputersToGroups"));
    expect(help).toContain("npm run action -- realvnc addComputersToGroups assignments=@assignments.csv [INPUT");
    expect(help).toContain("      From a file: assignments=@assignments.csv\n");
    expect(entryHelp(component, findEntry(component, "removeComputers"))).toContain("From a file: names=@names.csv\n");
  });

  test("of a batch trigger shows the inputs of its initial sync apart", () => {
    const component = loadComponent(`${workspace.folder}/dist`, "fixture");
    expect(entryHelp(component, findEntry(component, "syncThings"))).toMatch(
      /Inputs of the initial sync, with --initial-sync:\n {2}since {2}\(Since\)\n/,
    );
  });
});

describe("a run", () => {
  test.concurrent("prints the result as JSON on stdout and everything else on stderr", async () => {
    const args = ["echo", "name=Front Desk", "force=true", "password=hunter22", "queryParams=a=1", ...connected];
    const { code, stdout, stderr } = await fixture(args);
    expect(JSON.parse(stdout)).toEqual({
      connection: {
        key: "fixture-key",
        configVarKey: "API Key",
        fields: { apiKey: "[redacted]", host: "fixture.example" },
      },
      name: "Front Desk",
      size: "medium",
      force: "true",
      password: "[redacted]",
      tags: [],
      queryParams: [{ key: "a", value: "1" }],
    });
    expect(stderr).toContain("[info] Echoing");
    expect(stderr).toContain("[console] written to the console");
    expect(stderr).not.toMatch(/hunter22|key-4711-secret|\[debug\]/);
    expect(code).toBe(0);
  });

  test.concurrent("with --quiet writes no logs", async () => {
    expect((await fixture(["echo", "name=x", "--quiet", ...connected])).stderr).toBe("");
  });

  test.concurrent("with --debug runs in debug mode and still shows no secret", async () => {
    const { stdout, stderr } = await fixture(
      ["echo", "name=@-", "password=hunter22", "--debug", ...connected],
      {},
      "hunter22 key-4711-secret",
    );
    expect(stderr).toContain("[debug] debug is true");
    expect(stdout + stderr).not.toMatch(/hunter22|key-4711-secret/);
    expect(JSON.parse(stdout).name).toBe("[redacted] [redacted]");
  });

  test.concurrent("of a binary result prints base64, of a data source its elements", async () => {
    const [binary, things] = await Promise.all(
      ["binary", "selectThing"].map(async (key) => JSON.parse((await fixture([key])).stdout)),
    );
    expect(binary).toEqual({ contentType: "image/png", base64: "//4A" });
    expect(things).toEqual([{ key: "1", label: "One" }]);
  });
});

describe("a failure", () => {
  test.concurrent("of the connection is one block that names it, with exit code 1, and holds no secret", async () => {
    const { code, stdout, stderr } = await fixture(["fail", "--quiet", ...connected]);
    expect(stderr).toBe(
      "error: fixture fail failed\n  The API key [redacted] has expired.\n  Connection: fixture-key, from connection.json\n",
    );
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  test.concurrent("has a stack trace only with --debug, and no secret there either", async () => {
    const { stderr } = await fixture(["fail", "password=hunter22", "--debug", ...connected]);
    expect(stderr).toMatch(/The server said no to \[redacted\]\n {2}at /);
    expect(stderr).not.toContain("hunter22");
  });

  test.concurrent("by an unknown key suggests the nearest", async () => {
    const { code, stderr } = await fixture(["ecco", "name=x"]);
    expect(stderr).toBe(
      'error: Fixture has no action, data source or trigger "ecco". Did you mean "echo"? Run "npm run action -- fixture" to list the keys.\n',
    );
    expect(code).toBe(1);
  });

  test.concurrent("by a flag of triggers on an action says so", async () => {
    const { stderr } = await fixture(["echo", "name=x", "--polls", "2"]);
    expect(stderr).toContain("--polls can be used with triggers only, not with the action echo.");
  });

  test("by a component that is not built says how to build it", () => {
    expect(() => loadComponent("/nowhere", "teamviewer")).toThrow(
      'There is no built component "teamviewer" in /nowhere. Run "npm run build" to build the components.',
    );
  });
});
