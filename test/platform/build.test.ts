/** The built folder as the platform gets it: on its own, with nothing else installed. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { builtinModules } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import packageJson from "../../package.json";
import { createWorkspace, repository, type Workspace } from "./workspace";

let workspace: Workspace;
let folder: string;
let bundle: string;

beforeAll(() => {
  workspace = createWorkspace();
  folder = workspace.copyBuild("component");
  bundle = readFileSync(path.join(folder, "index.js"), "utf8");
});

afterAll(() => workspace.remove());

/** Runs a script in the bare folder and gives what it prints as JSON; what it prints as an error fails the test. */
const evaluate = async (script: string) => {
  const { stdout, stderr } = await workspace.run(process.execPath, ["-e", script], folder);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
};

const resolves = `(name) => { try { require.resolve(name); return true; } catch { return false; } }`;

const baseUrlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Calls `use` with the base URL of a server that answers every request as the vendor answers a ping. */
const withPingServer = async (use: (baseUrl: string) => Promise<void>) => {
  const server = createServer((_request, response) =>
    response.setHeader("content-type", "application/json").end('{"token_valid":true}'),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  await use(baseUrlOf(server)).finally(() => server.close());
};

test("the bundle loads where no package is installed, as CommonJS with a default export", async () => {
  const loaded = await evaluate(`
    const installed = ["@prismatic-io/spectral", "axios"].some(${resolves});
    const exported = require("./index.js");
    console.log(JSON.stringify({ installed, names: Object.keys(exported), key: exported.default.key }));
  `);
  expect(loaded).toEqual({ installed: false, names: ["default"], key: "teamviewer" });
});

test("of package.json the bundle holds the name and the version alone", () => {
  const { version, devDependencies } = packageJson;
  expect(bundle).toContain(JSON.stringify(version));
  expect(bundle).not.toContain('"devDependencies"');
  for (const dependency of Object.keys(devDependencies)) expect(bundle).not.toContain(`"${dependency}":"`);
});

test("an action runs there", () =>
  withPingServer(async (baseUrl) => {
    const { data } = await evaluate(`
      const connection = { key: "teamviewer-script-token", fields: { token: "t", baseUrl: "${baseUrl}" } };
      const logger = { debug() {}, info() {}, warn() {}, error() {} };
      const { getPing } = require("./index.js").default.actions;
      getPing.perform({ logger, debug: { enabled: false } }, { connection })
        .then((result) => console.log(JSON.stringify(result)));
    `);
    expect(data).toEqual({ token_valid: true });
  }));

test("the bundle requires nothing but modules of node, not even later", () => {
  const required = [...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].flatMap(([, name]) => name ?? []);
  expect(required).toContain("https");
  const foreign = required.filter((name) => !builtinModules.includes(name.replace(/^node:/, "")));
  expect(foreign).toEqual([]);
});

test("the bundle names no folder of the machine that built it", () => {
  expect(bundle.includes(repository)).toBe(false);
  expect(bundle.match(/(?<![\w.@~-])(?:[A-Z]:)?[\\/][^\s"'`]*node_modules/g) ?? []).toEqual([]);
});

test("the icon is where the component says, and is a square PNG", () => {
  const { iconPath } = require(path.join(folder, "index.js")).default.display;
  const icon = readFileSync(path.join(folder, iconPath));
  expect(icon.toString("latin1", 0, 16)).toBe("\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
  const [width, height] = [icon.readUInt32BE(16), icon.readUInt32BE(20)];
  expect(width).toBeGreaterThan(0);
  expect(height).toBe(width);
});
