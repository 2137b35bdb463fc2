/** Copies that are run: cURL by a shell, code with the built component, both against the sandbox that was used before. */
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { createContext } from "../../engine/context";
import { createLogger } from "../../engine/logger";
import type { RecordedRequest } from "../../sandbox/core/requests";
import { startSandbox as startRealvnc } from "../../sandbox/realvnc";
import { startSandbox as startTeamviewer } from "../../sandbox/teamviewer";
import { startSandbox as startTsmanage } from "../../sandbox/tsmanage";
import type { Values } from "../../workbench/api";
import { component as built, connectionTo } from "../support/component";
import { createFolder, useWorkbench } from "./fixture";
import { oddTexts } from "./samples";

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
if (!hasCurl) process.stderr.write("The tests of copied cURL are skipped: there is no curl.\n");
const withCurl = hasCurl || process.env.CURL_REQUIRED === "1" ? describe : describe.skip;

const files = createFolder();
afterAll(files.remove);

const start = async () => {
  const [teamviewer, realvnc, tsmanage] = await Promise.all([
    startTeamviewer({ seed: { managedDevices: 250 } }),
    startRealvnc(),
    startTsmanage(),
  ]);
  return { teamviewer, realvnc, tsmanage };
};
let sandboxes: Awaited<ReturnType<typeof start>>;
type Name = keyof typeof sandboxes;

beforeAll(async () => {
  sandboxes = await start();
});
afterAll(() => Promise.all(Object.values(sandboxes).map((sandbox) => sandbox.close())));

const fileOf = (component: string, key: string, fields: object) =>
  files.write(`it's ${component}.json`, JSON.stringify({ key, fields }));

const page = useWorkbench(() => {
  const { teamviewer, realvnc, tsmanage } = sandboxes;
  const token = { token: teamviewer.credentials.userToken, baseUrl: teamviewer.baseUrl };
  const accessKey = { ...realvnc.credentials.full, baseUrl: realvnc.baseUrl };
  const apiKey = { apiKey: tsmanage.credentials.apiKey, host: tsmanage.baseUrl };
  return {
    folder: files.folder,
    connections: [
      fileOf("teamviewer", "teamviewer-script-token", token).slice(files.folder.length + 1),
      fileOf("realvnc", "realvnc-access-key", accessKey),
      `tsmanage=${fileOf("tsmanage", "tsmanage-api-key", apiKey)}`,
    ],
  };
});

/** What a shell prints that runs a command; throws where curl itself fails. */
const shell = async (command: string, env: Record<string, string>): Promise<string> => {
  const script = `set -eu\n${command}`;
  const { stdout } = await promisify(execFile)("sh", ["-c", script], { env: { PATH: process.env.PATH ?? "", ...env } });
  return stdout;
};

/** Of a request, what makes it do what it does. */
const essence = ({ method, target, headers, body }: RecordedRequest) => ({
  method,
  target,
  body: Buffer.isBuffer(body) ? body.toString("base64") : body,
  headers: { ...headers, "user-agent": "", "accept-encoding": "", connection: "", host: "" },
});

/** What reaches the sandbox while something is done. */
const requestsOf = async (name: Name, work: () => Promise<unknown>) => {
  const { requests } = sandboxes[name];
  const before = requests.length;
  await work();
  return requests.slice(before).map(essence);
};

/** Runs an entry, then its copy as cURL, and gives the requests of both and the copy. */
const twice = async (name: Name, key: string, values: Values, secrets: Record<string, string>) => {
  const first = await requestsOf(name, () => page.run(name, key, values));
  const { curl } = await page.copy(name, key, values);
  const second = await requestsOf(name, () => shell(curl, secrets));
  return { first, second, curl };
};

const teamviewerToken = () => ({ TOKEN: sandboxes.teamviewer.credentials.userToken });

withCurl("cURL makes the requests of the last run again,", () => {
  test("with texts in the body that a shell reads otherwise", async () => {
    for (const name of oddTexts) {
      const { first, second } = await twice("teamviewer", "createGroup", { name }, teamviewerToken());
      expect(first.map(({ body }) => body)).toEqual([{ name }]);
      expect(second).toEqual(first);
    }
  });

  test("with odd texts in the query, brackets and braces in the path included", async () => {
    const queryParams = oddTexts.map((text) => ({ key: text, value: text }));
    const values = { method: "GET", url: "/groups?name=a[1-3]{b,c}", queryParams };
    const { first, second } = await twice("teamviewer", "rawRequest", values, teamviewerToken());
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test("each of them, in their order", async () => {
    const values = { fetchAll: "true" };
    const { first, second, curl } = await twice("teamviewer", "listManagedDevices", values, teamviewerToken());
    expect(first).toHaveLength(3);
    expect(second).toEqual(first);
    expect(curl.match(/^curl /gm)).toHaveLength(first.length);
  });

  test("with an API key in a header of its own", async () => {
    const memberIds = [...sandboxes.tsmanage.store.members.keys()].slice(0, 2);
    const { first, second } = await twice(
      "tsmanage",
      "listMembers",
      { memberIds },
      { TOKEN: sandboxes.tsmanage.credentials.apiKey },
    );
    expect(first.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });

  test("those that sign in included, with the access key apart from the token", async () => {
    const { accessKey } = sandboxes.realvnc.credentials.full;
    const run = () => page.run("realvnc", "listComputers");
    const first = await requestsOf("realvnc", run);
    const { curl } = await page.copy("realvnc", "listComputers");
    expect(curl).toContain('"$SECRET"');
    const TOKEN = sandboxes.realvnc.sessions.tokens().at(-1) ?? "";
    const second = await requestsOf("realvnc", () => shell(curl, { SECRET: accessKey, TOKEN }));
    expect(second).toEqual(first);
    expect(first.length).toBeGreaterThan(1);
  });

  test("without the attempts that were repeated", async () => {
    sandboxes.teamviewer.fault({ kind: "rateLimit", retryAfter: "0" });
    const { first, second } = await twice("teamviewer", "listGroups", {}, teamviewerToken());
    expect(first).toHaveLength(2);
    expect(second).toEqual(first.slice(1));
  });

  test("with a file in place of bytes", async () => {
    const data = { base64: Buffer.from([0, 255, 1]).toString("base64"), contentType: "application/octet-stream" };
    await page.run("teamviewer", "rawRequest", { method: "POST", url: "/groups", data });
    expect((await page.copy("teamviewer", "rawRequest")).curl).toContain("--data-binary @FILE");
  });

  test("and there are none before a run", async () => {
    expect((await page.copy("teamviewer", "getGroup", { groupId: "g1" })).curl).toBe("");
  });

  test("and no copy holds a credential", () => {
    const { teamviewer, realvnc, tsmanage } = sandboxes;
    const secrets = [teamviewer.credentials.userToken, realvnc.credentials.full.accessKey, tsmanage.credentials.apiKey];
    const sent = page.sent.join("\n");
    for (const secret of [...secrets, ...realvnc.sessions.tokens()]) expect(sent).not.toContain(secret);
  });
});

describe("the code-native call", () => {
  const run = async (code: string): Promise<unknown> => {
    const connection = connectionTo(sandboxes.teamviewer);
    const logger = createLogger(() => undefined, false);
    const components = {
      teamviewer: new Proxy(
        {},
        {
          get: (_target, key: string) => (params: Values) =>
            built.actions[key]?.perform(createContext({ logger, debug: false }), params),
        },
      ),
    };
    const perform = new Function("context", `return (async () => { return ${code} })()`);
    return perform({
      components,
      configVars: { "TeamViewer Connection": connection, "Meeting Password": "typed once" },
    });
  };

  test.each([
    ["createGroup", { name: oddTexts.join(" ").slice(0, 200) }],
    ["listManagedDevices", { fetchAll: "true", maximumRecords: "5" }],
    [
      "createMeeting",
      {
        subject: "Roof",
        start: "2030-01-01T10:00:00Z",
        end: "2030-01-01T11:00:00Z",
        password: "typed once",
        conference_call_information: { type: "1", custom_data: "$1" },
      },
    ],
  ])("makes the same requests of %s with the built component as the form", async (key, values) => {
    const first = await requestsOf("teamviewer", () => page.run("teamviewer", key, values));
    const { codeNative } = await page.copy("teamviewer", key, values);
    const second = await requestsOf("teamviewer", () => run(codeNative));
    expect(first.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });
});

test("the command line names the file of the connection from wherever it is run", async () => {
  const { commandLine } = await page.copy("teamviewer", "getAccount");
  const words = (await shell(`npx() { printf '%s\\n' "$@"; }\n${commandLine}`, {})).trim().split("\n");
  expect(words.slice(-2)).toEqual(["--connection", `${files.folder}/it's teamviewer.json`]);
});
