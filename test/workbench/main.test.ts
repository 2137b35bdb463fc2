/** The workbench as it is started and ended by people. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { ComponentSummary } from "../../workbench/api";
import { startWorkbench } from "../../workbench/server/start";
import { repository } from "../platform/workspace";
import { ask, createFolder } from "./fixture";

const files = createFolder();
afterAll(files.remove);
files.write("page/index.html", "<!doctype html><title>Workbench</title>");
const token = "kept-Secret/0123456789";
files.write(
  "own.json",
  JSON.stringify({ key: "tsmanage-api-key", fields: { apiKey: token, host: "https://example.com" } }),
);
files.write("keyless.json", JSON.stringify({ fields: { apiKey: token } }));
files.write("broken.json", `{"fields": {"token": "${token}"`);

interface Started {
  child: ChildProcess;
  /** All of its output so far. */
  output(): string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

const start = (...args: string[]): Started => {
  const tsx = ["--import", require.resolve("tsx"), join(repository, "workbench/main.ts")];
  const child = spawn(process.execPath, [...tsx, ...args], { cwd: files.folder, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<Awaited<Started["ended"]>>((resolve) => {
    child.on("close", (code, signal) => resolve(code ?? signal));
  });
  return { child, output: () => output, ended };
};

const urlOf = async ({ child, output }: Started): Promise<string> => {
  while (child.exitCode === null) {
    const [, url] = /^ +(http:\S+)$/m.exec(output()) ?? [];
    if (url) return url;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(output());
};

describe("a workbench in a process of its own", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "prints where it is, answers, and ends at %s, a run under way or not",
    async (signal) => {
      const workbench = start("--port", "0", "--page", "page", "--connection", "own.json");
      const url = await urlOf(workbench);
      const [base = "", secret = ""] = url.split("/#token=");
      expect(workbench.output()).toContain("TSManage: own.json");
      expect(workbench.output()).toMatch(/TeamViewer: the local TeamViewer sandbox at http:/);
      expect(workbench.output()).not.toContain(token);
      expect((await ask(`${base}/`)).text).toContain("<title>Workbench</title>");

      const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
      const call = (path: string, body: string) =>
        ask(`${base}/api/components/teamviewer${path}`, { method: "POST", headers, body });
      await call("/faults", '{"kind":"rateLimit","retryAfter":"30"}');
      const running = call("/entries/getAccount/run", '{"values":{}}').catch(() => "cut off");
      await new Promise((resolve) => setTimeout(resolve, 100));

      workbench.child.kill(signal);
      expect(await workbench.ended).toBe(0);
      expect(await running).toBe("cut off");
    },
  );

  test.each([
    [["--port", "http"], '--port needs a number from 0 to 65535, not "http".'],
    [["--port", "70000"], "--port needs a number from 0 to 65535"],
    [["--prot", "1"], "Unknown option '--prot'"],
    [["--page", "nowhere"], "The page of the workbench is not built."],
  ])("says what is wrong with %j, and nothing else", async (args, message) => {
    const { ended, output } = start(...args);
    expect(await ended).toBe(2);
    expect(output()).toContain(message);
    expect(output().trim().split("\n")).toHaveLength(1);
  });

  test("tells its options", async () => {
    const { ended, output } = start("--help");
    expect(await ended).toBe(0);
    for (const option of ["--port", "--connection", "--company", "--page", "--dist"])
      expect(output()).toContain(option);
  });
});

describe("a workbench does not start, and says why,", () => {
  const refused = async (options: Parameters<typeof startWorkbench>[0]): Promise<string> => {
    const workbench = await startWorkbench({ folder: files.folder, ...options }).catch((error: Error) => error);
    if (workbench instanceof Error) return `${workbench.constructor.name}: ${workbench.message}`;
    await workbench.close();
    throw new Error("It started.");
  };

  test("when the port is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refused({ port })).toMatch(`UsageError: Port ${port} is in use, perhaps by another workbench.`);
    await new Promise((resolve) => other.close(resolve));
  });

  test.each([
    [
      "a connection is not there",
      ["nowhere.json"],
      "Cannot read the file nowhere.json for a connection: it does not exist.",
    ],
    [
      "a connection does not say whose it is",
      ["keyless.json"],
      "The connection in keyless.json does not say which one it is.",
    ],
    ["a connection is no JSON", ["broken.json"], "The connection in broken.json is not valid JSON: look at line 1"],
    ["a connection is no JSON", ["teamviewer=broken.json"], "The connection in broken.json is not valid JSON"],
    [
      "a component does not exist",
      ["temviewer=own.json"],
      'There is no component "temviewer" for a connection. Did you mean "teamviewer"?',
    ],
    ["a component has two connections", ["own.json", "tsmanage=own.json"], "There are two connections for tsmanage."],
  ])("when %s", async (_what, connections, message) => {
    const text = await refused({ connections });
    expect(text).toContain(message);
    expect(text).toMatch(/^UsageError: /);
    expect(text).not.toContain(token);
  });

  test("when nothing is built", async () => {
    expect(await refused({ dist: join(files.folder, "page") })).toContain('Run "npm run build"');
  });

  test("when a level is asked for where there is a connection", async () => {
    files.write("token.json", JSON.stringify({ key: "teamviewer-script-token", fields: { token } }));
    expect(await refused({ connections: ["token.json"], company: true })).toContain(
      "--company is for TeamViewer's sandbox",
    );
  });
});

test("a sandbox of company level is one where users can be managed", async () => {
  const { url, close } = await startWorkbench({ company: true });
  const [base, secret] = url.split("/#token=");
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  const path = `${base}/api/components/teamviewer/entries`;
  const { text } = await ask(`${path}/listUsers/run`, { method: "POST", headers, body: '{"values":{}}' });
  expect(text).toContain('"event":"done"');
  const copied = await ask(`${path}/listUsers/copy`, { method: "POST", headers, body: '{"values":{}}' });
  const components = await ask(`${base}/api/components`, { headers });
  const teamviewer = (JSON.parse(components.text) as ComponentSummary[]).find(({ key }) => key === "teamviewer");
  const sandbox = teamviewer?.connection.source.split(" at ")[1];
  expect(JSON.parse(copied.text).commandLine).toBe(
    `npx remote-support run teamviewer listUsers --sandbox ${sandbox} --company`,
  );
  await close();
});
