/** What only a process of its own can show. */
import { execFile } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createWorkspace } from "../engine/fixture";
import { command, root } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { folder, write } = workspace;

const run = promisify(execFile);
const bin = join(root, "cli/bin.mjs");

/** Sends a signal as soon as the command has written that text. */
const endedAfter = (text: string, signal: NodeJS.Signals, ...args: string[]) =>
  command(args, {
    started(child, outcome) {
      const look = () => {
        if (!child.killed && `${outcome.stdout}${outcome.stderr}`.includes(text)) child.kill(signal);
      };
      child.stdout?.on("data", look);
      child.stderr?.on("data", look);
    },
  });

describe("the command as a process", () => {
  test.concurrent("runs under its name from any folder, and reads stdin", async () => {
    write("connection.json", JSON.stringify({ key: "fixture-key", fields: { apiKey: "key-4711-secret" } }));
    const name = join(folder, "remote-support");
    symlinkSync(bin, name);
    const args = ["run", "fixture", "echo", "name=@-", "--connection", "connection.json", "--dist", "dist"];
    const running = run(name, args, { cwd: folder });
    running.child.stdin?.end("Front Desk");
    const { stdout, stderr } = await running;
    expect(JSON.parse(stdout)).toMatchObject({ name: "Front Desk" });
    expect(stderr).not.toContain("\u001b[");
  });

  test.concurrent("waits for stdin that has nothing to give yet", async () => {
    const script = `(sleep 0.5; echo '{"key":"other"}') | "$0" "$1" connection check -; exit "\${PIPESTATUS[1]}"`;
    const failed = await run("bash", ["-c", script, process.execPath, bin]).catch((error) => error);
    expect(failed.stderr).toMatch(/^error: The connection in - has a "key" that no built component has\./);
    expect(failed.code).toBe(2);
  });

  test.concurrent("runs as npm's script too, with paths from where the person is", async () => {
    write("name.txt", "Front Desk\n");
    write("given.json", JSON.stringify({ key: "fixture-key", fields: { apiKey: "key-4711-secret" } }));
    const words = ["fixture", "echo", "name=@name.txt", "--connection", "given.json", "--dist", "dist"];
    const args = ["--prefix", root, "run", "--silent", "action", "--", ...words];
    const { stdout } = await run("npm", args, { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ name: "Front Desk" });
  });

  test.concurrent("ends without a word when its reader has seen enough", async () => {
    const script = `"$0" "$1" list teamviewer --json | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await run("bash", ["-c", script, process.execPath, bin]);
    expect(stdout).toBe("[\n0\n");
    expect(stderr).toBe("");
  });

  test.concurrent("ends with 130 on Ctrl-C in the middle of a run, and says so", async () => {
    const { code, stdout, stderr } = await endedAfter(
      "nothing new",
      "SIGINT",
      ...["poll", "teamviewer", "newDevices", "--every", "600"],
    );
    expect(stderr).toMatch(/nothing new, so that no flow starts\.\nInterrupted\.\n$/);
    expect(stdout).toBe("");
    expect(code).toBe(130);
  });

  test.concurrent("ends a sandbox on SIGTERM, whose connection file goes with it", async () => {
    const { code, stdout, stderr } = await endedAfter("--sandbox", "SIGTERM", "sandbox", "tsmanage", "--port", "0");
    const [, file = ""] = /Its connection is in (\S+) /.exec(stdout) ?? [];
    expect(file).toMatch(/tsmanage\.json$/);
    expect(existsSync(file)).toBe(false);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  test.concurrent("starts a sandbox for a run and ends by itself", async () => {
    const { code, stdout, stderr } = await command(["run", "realvnc", "listComputers"]);
    expect(JSON.parse(stdout).entries[0]).toHaveProperty("entryId");
    expect(stderr).toBe(
      "Connection: realvnc-access-key, from the local RealVNC Connect sandbox, started for this run\n",
    );
    expect(code).toBe(0);
  });
});
