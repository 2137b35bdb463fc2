import { Interrupted } from "../../cli/interrupted";
import { createWorkspace } from "../engine/fixture";
import { call } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);

const connection = { key: "fixture-key", fields: { apiKey: "key-4711-secret" } };
workspace.write("connection.json", JSON.stringify(connection));
const connected = ["--connection", "connection.json"];
const run = (args: string[], options = {}) =>
  call(["run", "fixture", ...args, "--dist", "dist"], { folder: workspace.folder, ...options });

describe("a run", () => {
  test("prints the result as JSON on stdout and everything else on stderr", async () => {
    const args = ["echo", "name=Front Desk", "force=true", "password=hunter22", "queryParams=a=1", ...connected];
    const { code, stdout, stderr } = await run(args);
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

  test("that waits for stdin is ended by Ctrl-C", async () => {
    const ending = new AbortController();
    const running = run(["echo", "name=@-", ...connected], { typed: null, signal: ending.signal });
    setTimeout(() => ending.abort(new Interrupted("SIGINT")), 50);
    expect(await running).toMatchObject({ code: 130, stdout: "", stderr: "Interrupted.\n" });
  });

  test("with --quiet writes no logs", async () => {
    expect((await run(["echo", "name=x", "--quiet", ...connected])).stderr).toBe("");
  });

  test("with --debug runs in debug mode and still shows no secret", async () => {
    workspace.write("name.txt", "hunter22 key-4711-secret");
    const { stdout, stderr } = await run(["echo", "name=@name.txt", "password=hunter22", "--debug", ...connected]);
    expect(stderr).toContain("[debug] debug is true");
    expect(stdout + stderr).not.toMatch(/hunter22|key-4711-secret/);
    expect(JSON.parse(stdout).name).toBe("[redacted] [redacted]");
  });

  test("of a binary result prints base64, of a data source its elements", async () => {
    expect(JSON.parse((await run(["binary"])).stdout)).toEqual({ contentType: "image/png", base64: "//4A" });
    expect(JSON.parse((await run(["selectThing"])).stdout)).toEqual([{ key: "1", label: "One" }]);
  });

  test("without an entry lists what there is to run", async () => {
    expect((await run([])).stdout).toMatch(/^Fixture: One of everything\n\nActions \(5\)\n/);
  });
});

describe("a failure", () => {
  test("of the connection is one block that names it, with exit code 5, and holds no secret", async () => {
    const { code, stdout, stderr } = await run(["fail", "--quiet", ...connected]);
    expect(stderr).toBe(
      "error: fixture fail failed\n  The API key [redacted] has expired.\n  Connection: fixture-key, from connection.json\n",
    );
    expect(stdout).toBe("");
    expect(code).toBe(5);
  });

  test("that nobody expected has exit code 1; a stack trace only with --debug, and no secret there either", async () => {
    const usual = await run(["fail", "password=hunter22", ...connected]);
    expect(usual.code).toBe(1);
    expect(usual.stderr).toContain("error: fixture fail failed\n  The server said no to [redacted]\n");
    const debugged = await run(["fail", "password=hunter22", "--debug", ...connected]);
    expect(debugged.stderr).toMatch(/The server said no to \[redacted\]\n {2}at /);
    expect(usual.stderr + debugged.stderr).not.toContain("hunter22");
  });

  test("for an input that is missing or unknown has exit code 3, before a connection is looked for", async () => {
    const missing = await run(["echo"]);
    expect(missing.stderr).toBe("error: A required input is missing:\n  name (Name): The name of the thing.\n");
    expect(missing.code).toBe(3);
    const unknown = await run(["echo", "nmae=x"]);
    expect(unknown.stderr).toContain('There is no input "nmae". Did you mean "name"?');
    expect(unknown.code).toBe(3);
  });

  test("for an input that the component refuses has exit code 3, for an answer of the vendor 4", async () => {
    const refused = await call(["run", "teamviewer", "listConnectionReports", "maximumRecords=many", "--quiet"]);
    expect(refused.stderr).toContain("Maximum Records");
    expect(refused.code).toBe(3);
    const answered = await call(["run", "teamviewer", "getGroup", "groupId=g1", "--quiet"]);
    expect(answered.stderr).toContain("HTTP 404");
    expect(answered.code).toBe(4);
  });
});

describe("what cannot be undone", () => {
  const terminal = { terminal: 80 };

  test("is refused where there is no terminal to ask on, before a connection is opened", async () => {
    const { code, stdout, stderr } = await run(["deleteThing", "thingId=1", "--connection", "nowhere.json"]);
    expect(stderr).toBe(
      "error: Delete Thing cannot be undone, and there is no terminal to ask on. Add --yes to do it all the same.\n",
    );
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("is done with --yes", async () => {
    const { code, stdout } = await run(["deleteThing", "thingId=1", "--yes", ...connected]);
    expect(JSON.parse(stdout)).toEqual({ deleted: "1" });
    expect(code).toBe(0);
  });

  test("asks for the name that the dropdown shows, and takes it or the ID", async () => {
    for (const typed of ["One\n", "1\n"]) {
      const { code, stdout, stderr } = await run(["deleteThing", "thingId=1", ...connected], { ...terminal, typed });
      expect(stderr).toContain("Delete Thing cannot be undone. It destroys: One (1)");
      expect(stderr).toContain("Type that name or the ID to go on: ");
      expect(JSON.parse(stdout)).toEqual({ deleted: "1" });
      expect(code).toBe(0);
    }
  });

  test.each(["Two\n", "y\n", "\n", ""])("is not done after %j", async (typed) => {
    const { code, stdout, stderr } = await run(["deleteThing", "thingId=1", ...connected], { ...terminal, typed });
    expect(stderr).toContain("That is another name, so that nothing was done.");
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("where an input decides is asked for only when it can destroy", async () => {
    expect((await run(["clearThings", ...connected])).code).toBe(0);
    for (const value of ["false", "perhaps"]) {
      const { code, stderr } = await run(["clearThings", `dryRun=${value}`, ...connected]);
      expect(stderr).toContain("Clear Things cannot be undone when Dry Run is off, and there is no terminal");
      expect(code).toBe(2);
    }
  });

  test("is asked for on sandboxes too, so that a command does not change its mind with the connection", async () => {
    const refused = await call(["run", "teamviewer", "deleteGroup", "groupId=g1"]);
    expect(refused.stderr).toContain("Delete Group cannot be undone");
    expect(refused.code).toBe(2);
    const asked = await call(["run", "realvnc", "removeComputers", "names=x", "dryRun=false"]);
    expect(asked.code).toBe(2);
  });
});
