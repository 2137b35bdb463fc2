/** Every built component can be tried without an account. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builtComponents, loadComponent } from "../../engine/component";
import { sandboxes } from "../../engine/sandboxes";
import { faultKinds } from "../../sandbox/core/faults";
import { startSandbox } from "../../sandbox/teamviewer";
import { vendors } from "../../sandbox/vendors";
import { createWorkspace } from "../engine/fixture";
import { call, collector, type Outcome, root } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { folder } = workspace;

const dist = `${root}/dist`;
const components = builtComponents(dist);

test("each of them has a sandbox, and nothing else has", () => {
  expect(Object.keys(sandboxes).sort()).toEqual(components);
  expect(Object.keys(vendors).sort()).toEqual(components);
});

test.each(components)("a raw request of %s reaches the sandbox of its vendor, which is started for it", async (key) => {
  const { code, stderr } = await call(["run", key, "rawRequest", "url=/no-such-function", "method=GET"]);
  const { display, connections } = loadComponent(dist, key);
  const [, connection = ""] =
    /^Connection: (\S+), from the local (.+) sandbox, started for this run$/m.exec(stderr) ?? [];
  expect(connections.map((each) => each.key)).toContain(connection);
  expect(stderr).toContain(`${display.label} GET /`);
  expect(stderr).toMatch(/HTTP 404, not_found: There is no such (function|page)\b/);
  expect(code).toBe(4);
});

test("a token of company level is TeamViewer's alone", async () => {
  const { stdout } = await call(["run", "teamviewer", "listUsers", "--company"]);
  expect(JSON.parse(stdout).users[0]).toHaveProperty("id");
  const { code, stderr } = await call(["run", "tsmanage", "listMembers", "memberIds=a=", "--company"]);
  expect(stderr).toContain("--company is for TeamViewer");
  expect(code).toBe(2);
});

interface RunningCommand {
  /** What it has printed up to now. */
  text: string;
  end(): void;
  ended: Promise<Outcome>;
}

/** Starts the sandbox command and waits until it has told how it is used. */
const keepRunning = async (...args: string[]): Promise<RunningCommand> => {
  const ending = new AbortController();
  const stdout = collector();
  const ended = call(["sandbox", ...args], { folder, signal: ending.signal, stdout });
  while (!stdout.text().includes("Use it") && (await Promise.race([ended.then(() => false), later()])));
  return { text: stdout.text(), end: () => ending.abort(), ended };
};

const later = () => new Promise<boolean>((resolve) => setTimeout(resolve, 5, true));

/** The calls that a sandbox prints, as the arguments of the command. */
const callsIn = (text: string): string[][] =>
  [...text.matchAll(/^ {2}npx remote-support (run .*)$/gm)].map(([, words = ""]) =>
    words.split(" ").map((word) => word.replaceAll("'", "")),
  );

describe("a sandbox that keeps running", () => {
  test.each(components)("of %s prints calls that work on it, with a file and with its URL, and ends", async (key) => {
    const sandbox = await keepRunning(key, "--port", "0");
    const [, file = ""] = /Its connection is in (\S+) /.exec(sandbox.text) ?? [];
    const calls = callsIn(sandbox.text);
    expect(calls.map((words) => words.at(-2))).toEqual(["--connection", "--sandbox"]);
    for (const words of calls)
      expect(await call(words)).toMatchObject({ code: 0, stdout: expect.stringContaining("{") });
    sandbox.end();
    expect((await sandbox.ended).code).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  test("has one world for all commands: what one creates, the next one gets", async () => {
    const sandbox = await keepRunning("--port", "0", "--connection-file", "sandbox.json", "--groups", "2");
    const [, url = ""] = /--sandbox (\S+)/.exec(sandbox.text) ?? [];
    const created = await call(["run", "teamviewer", "createGroup", "name=Warsaw", "--sandbox", url]);
    const { id } = JSON.parse(created.stdout);
    const file = ["--connection", "sandbox.json"];
    const got = await call(["run", "teamviewer", "getGroup", `groupId=${id}`, ...file], { folder });
    expect(JSON.parse(got.stdout)).toMatchObject({ id, name: "Warsaw" });
    const other = await call(["run", "realvnc", "listUsers", "--sandbox", url]);
    expect(other.stderr).toContain(`What runs at ${url} is not a sandbox of RealVNC Connect.`);
    sandbox.end();
    await sandbox.ended;
    const gone = await call(["run", "teamviewer", "listGroups", "--sandbox", url]);
    expect(gone.stderr).toContain(`No sandbox answers at ${url}. Start one with "npx remote-support sandbox".`);
    expect([other.code, gone.code]).toEqual([2, 2]);
  });

  test("leaves a file alone that exists, and says so of a port that is in use", async () => {
    workspace.write("mine.json", "{}");
    const file = await call(["sandbox", "tsmanage", "--port", "0", "--connection-file", "mine.json"], { folder });
    expect(file.stderr).toContain("mine.json exists already.");
    expect(readFileSync(join(folder, "mine.json"), "utf8")).toBe("{}");
    const { url, close } = await startSandbox();
    const { port } = new URL(url);
    const taken = await call(["sandbox", "--port", port]);
    await close();
    expect(taken.stderr).toContain(`Port ${port} is in use`);
    expect([file.code, taken.code]).toEqual([2, 2]);
  });

  test("listens on the port that its help names, unless told otherwise", async () => {
    // Where that port is taken already, whoever has it does as well.
    const other = await startSandbox({ port: 8787 }).catch(() => undefined);
    const { code, stderr } = await call(["sandbox"]);
    await other?.close();
    expect(stderr).toContain("Port 8787 is in use");
    expect(code).toBe(2);
  });

  test.each(components)("of %s explains each of its numbers and its faults", async (key) => {
    const { stdout } = await call(["sandbox", key, "--help"]);
    const vendor = vendors[key];
    for (const flag of ["port", "activity", "connection-file", ...Object.keys(vendor?.numbers ?? {})]) {
      expect(stdout).toMatch(new RegExp(`^ {2}--${flag} `, "m"));
    }
    for (const kind of [...Object.keys(faultKinds), ...Object.keys(vendor?.faults ?? {})]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${kind} +\\S`, "m"));
    }
  });
});
