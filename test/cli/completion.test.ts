import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace } from "../engine/fixture";
import { call, root } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);

/** What Tab offers after this line. */
const offered = async (line: string): Promise<string[]> => {
  const { stdout } = await call(["complete", "--", ...line.split(" ")]);
  return stdout.split("\n").flatMap((each) => (each ? [each.split("\t")[0] ?? ""] : []));
};

describe("Tab offers", () => {
  test.each([
    ["", ["list", "show", "run", "poll", "connection", "sandbox", "workbench", "completion", "help"]],
    ["run ", ["realvnc", "teamviewer", "tsmanage"]],
    ["run teamviewer newD", ["newDevices"]],
    ["poll teamviewer list", []],
    ["run teamviewer listDevices online", ["online_state="]],
    ["run teamviewer listDevices online_state=o", ["online_state=online", "online_state=offline"]],
    ["run --quiet teamviewer listDevices --dist x --conn", ["--connection"]],
    ["sandbox ", ["teamviewer", "realvnc", "tsmanage"]],
    ["sandbox tsmanage --mem", ["--members"]],
    ["completion ", ["bash", "zsh", "fish"]],
    ["connection ", ["check"]],
    ["connection check ", []],
    ["run teamviewer listDevices --connection ", []],
  ])("after %j what may follow", async (line, words) => {
    expect(await offered(line)).toEqual(words);
  });

  test("no connection as an input, and nothing after a word that means nothing", async () => {
    expect(await offered("run tsmanage listMembers ")).not.toContain("connection=");
    expect(await offered("run nobody ")).toEqual([]);
  });
});

test("the script for bash asks the command, and leaves files to bash", () => {
  symlinkSync(join(root, "cli/bin.mjs"), workspace.write("bin/.keep", "").replace(".keep", "remote-support"));
  const script = `
    eval "$(remote-support completion bash)"
    complete -p remote-support
    offer() { COMP_LINE="$1" COMP_POINT=\${#1}; _remote_support; echo "\${COMPREPLY[@]}"; }
    offer "remote-support run tsm"
    offer "remote-support run teamviewer listDevices online_state=off"`;
  const env = { ...process.env, PATH: `${workspace.folder}/bin:${process.env.PATH}` };
  const lines = execFileSync("bash", ["-c", script], { env, encoding: "utf8" }).trim().split("\n");
  expect(lines).toEqual([
    "complete -o default -F _remote_support remote-support",
    "tsmanage",
    // Readline takes what stands before the equals sign for a word of its own.
    "offline",
  ]);
});

test.each(["bash", "zsh", "fish"])("the script for %s is of one that calls the command by its name", async (shell) => {
  const { code, stdout } = await call(["completion", shell]);
  expect(stdout).toMatch(/\bremote-support\b/);
  expect(stdout).toContain(" complete -- ");
  expect(code).toBe(0);
});
