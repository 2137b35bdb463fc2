import { type PollingOptions, pollsOf } from "../../cli/options";
import { createWorkspace } from "../engine/fixture";
import { call } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);

const fixture = (...args: string[]) => call([...args, "--dist", "dist"], { folder: workspace.folder });

describe("what cannot be done as it was asked for ends with exit code 2 and one sentence:", () => {
  test.each([
    [["lst"], 'There is no command "lst". Did you mean "list"?'],
    [["frobnicate"], 'There is no command "frobnicate". There are: list, show, '],
    [["help", "lst"], 'There is no command "lst". Did you mean "list"?'],
    [["sandbox", "nobody"], 'There is no command "sandbox nobody". There are: teamviewer, realvnc, tsmanage.'],
    [["run", "fixture", "echo", "--conection", "x"], 'There is no flag --conection. Did you mean "--connection"?'],
    [["run", "fixture", "echo", "--frobnicate"], 'There is no flag --frobnicate. Run "npx remote-support run --help"'],
    [["--connection", "x"], "--connection stands behind the subcommand that it is for."],
    [["sandbox", "--prot", "0"], 'There is no flag --prot. Did you mean "--port"?'],
    [["run", "fixture", "echo", "--quiet=no"], "--quiet takes no value."],
    [["run", "teamviewer", "getPing", "--connection"], "--connection needs a value."],
    [["run", "fixture", "newThings", "--polls", "0"], "--polls takes a whole number from 1 on."],
    [["run", "fixture", "newThings", "--every", "soon"], "--every takes a number of seconds"],
    [["run", "fixture", "echo", "--polls", "2"], "--polls can be used with triggers only, not with the action echo."],
    [["run", "fixture", "newThings", "--state", "things.json"], "that is --state-file FILE."],
    [["poll", "fixture", "echo"], 'echo is no trigger but an action: "npx remote-support run fixture echo" runs it.'],
    [["poll", "tsmanage"], "TSManage has no triggers."],
    [["run", "fixture", "ecco"], 'Fixture has no action, data source or trigger "ecco". Did you mean "echo"?'],
    [["run", "fixtrue", "echo"], 'There is no built component "fixtrue"'],
    [["show", "fixture"], "The key is missing."],
    [["completion", "csh"], "The shell is one of bash, zsh, fish."],
    [["sandbox", "--port", "70000"], "--port takes a whole number, at most 65535."],
    [["sandbox", "tsmanage", "--members", "many"], "--members takes a whole number."],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await (args[1] === "fixture" ? fixture(...args) : call(args));
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test.each([
    [["list"]],
    [["list", "--json"]],
    [["run", "teamviewer", "getPing"]],
    [["show", "teamviewer", "getPing"]],
  ])("%j where nothing is built", async (args) => {
    const { code, stdout, stderr } = await call([...args, "--dist", "/nowhere"]);
    expect(stderr).toBe('error: No component is built in /nowhere. Run "npm run build" to build them.\n');
    expect([code, stdout]).toEqual([2, ""]);
  });
});

test("an argument without an equals sign, and the value of an unknown flag, are not repeated: they may be secret", async () => {
  const stray = await fixture("run", "fixture", "echo", "password=my", "hunter22");
  expect(stray.stderr).toMatch(/^error: Argument 2 after the key is not of the form input=value\. Put quotes/);
  const flag = await fixture("run", "fixture", "echo", "--token=hunter22");
  expect(flag.stderr).toMatch(/^error: There is no flag --token\. /);
  expect(stray.stderr + flag.stderr).not.toContain("hunter22");
});

test.each<[PollingOptions, number]>([
  [{}, 1],
  [{ polls: 3 }, 3],
  [{ every: 5 }, Number.POSITIVE_INFINITY],
  [{ every: 5, polls: 2 }, 2],
  [{ initialSync: true }, 0],
  [{ initialSync: true, polls: 2 }, 2],
])("%j polls %d times", (options, polls) => {
  expect(pollsOf(options)).toBe(polls);
});
