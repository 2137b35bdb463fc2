/** What the build leaves out of the bundle, with small entries that are built as the components are. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Configuration, type Stats, type StatsModule, webpack } from "webpack";
import { startServer } from "../support/server";
import { build, createWorkspace, repository, type Workspace } from "./workspace";

interface Line {
  module: string;
  becomes: unknown;
  why: string;
  keeps?: string[];
}

const leftOut: Line[] = require("../../build/leftOut");
const { EveryLineMatches, rulesFor } = require("../../build/leaveOut");
const [component]: Configuration[] = require("../../webpack.config.js");

let workspace: Workspace;

beforeAll(() => {
  workspace = createWorkspace();
  symlinkSync(path.join(repository, "node_modules"), path.join(workspace.root, "node_modules"), "junction");
});

afterAll(() => workspace.remove());

/** Builds with the component's own configuration, apart from what is `changed`; not minimized, because that takes long. */
const bundle = (folder: string, changed: Configuration): Promise<Stats> => {
  const output = { ...component?.output, path: path.join(workspace.root, folder) };
  const configuration = { ...component, output, optimization: { minimize: false }, ...changed };
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => (stats ? resolve(stats) : reject(error)));
  });
};

/** A small file to build from. */
const entry = (name: string, source: string) => {
  const folder = path.join(workspace.root, "entries");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.ts`), source);
  return path.join(folder, `${name}.ts`);
};

const errorsOf = (stats: Stats) => stats.toJson({ all: false, errors: true }).errors?.map(({ message }) => message);

test("every line has a reason, and no module has two", () => {
  expect(leftOut.filter(({ why }) => !/^.{8,}\.$/.test(why))).toEqual([]);
  expect(new Set(leftOut.map(({ module }) => module)).size).toBe(leftOut.length);
});

test("the build fails for every line that matches nothing, and names it", async () => {
  const stats = await bundle("nothing", { entry: entry("nothing", "export default 1;") });
  const errors = errorsOf(stats) ?? [];
  expect(errors).toHaveLength(leftOut.length);
  for (const { module } of leftOut) {
    expect(errors).toContainEqual(expect.stringContaining(`leaves out ${module}, which is no longer in the bundle`));
  }
});

test("the build fails when a passage that a line changes is no longer there", async () => {
  const { changed } = require("../../build/replacements");
  const lines = [{ module: "delayed-stream/lib/delayed_stream.js", becomes: changed("no such code", ""), why: "…" }];
  const stats = await bundle("passage", {
    entry: entry("passage", `import stream from "delayed-stream"; export default stream;`),
    module: { rules: rulesFor(lines) },
    plugins: [new EveryLineMatches(lines)],
  });
  expect(errorsOf(stats)).toEqual([
    expect.stringMatching(/leftOut\.js changes "no such code" in .*delayed_stream\.js, where it occurs 0 times/),
  ]);
});

/** The modules of a build that come from packages, as paths below `node_modules`. */
const modulesOf = (stats: Stats): string[] => {
  const all = { modulesSpace: Number.POSITIVE_INFINITY, nestedModulesSpace: Number.POSITIVE_INFINITY };
  const { modules = [] } = stats.toJson({ all: false, modules: true, nestedModules: true, ...all });
  const files = (list: StatsModule[]): string[] =>
    list.flatMap(({ nameForCondition, modules: inner = [] }) => [nameForCondition ?? "", ...files(inner)]);
  return files(modules).flatMap((file) => /node_modules.(.+)/.exec(file)?.[1]?.replaceAll("\\", "/") ?? []);
};

test("the licences name each package that has code in the bundle, with its version and its terms", async () => {
  const stats = await bundle("component", {});
  expect(errorsOf(stats)).toEqual([]);
  const kept = new Map(leftOut.map(({ module, keeps = [] }) => [module, keeps]));
  const packages = modulesOf(stats).flatMap(
    (module) => kept.get(module) ?? /^(.*node_modules\/)?(@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? [],
  );
  expect(packages).toEqual(expect.arrayContaining(["axios", "@prismatic-io/spectral", "form-data", "valid-url"]));
  expect(packages).not.toContain("lodash");
  const expected = [...new Set(packages)].sort().map((folder) => {
    const { name, version } = require(path.join(repository, "node_modules", folder, "package.json"));
    return `${name} ${version}`;
  });
  const notices = readFileSync(path.join(build, "THIRD-PARTY-LICENSES.txt"), "utf8").split(/^-{80}$/m);
  expect(notices.map((notice) => notice.trim().split("\n")[0])).toEqual(expected);
  for (const notice of notices) expect(notice).toMatch(/copyright[\s\S]*permission/i);
}, 60_000);

describe("what is left out", () => {
  // biome-ignore lint/suspicious/noExplicitAny: what the entry below exports.
  let built: any;

  beforeAll(async () => {
    const source = `
      export { default as FormData } from "form-data";
      export { default as axios } from "axios";
      export * as spectral from "@prismatic-io/spectral";
      export * as performSafety from "@prismatic-io/spectral/dist/serverTypes/performSafety";
      export * as connections from "@prismatic-io/spectral/dist/types/ConnectionDefinition";
      export { default as conditions } from "@prismatic-io/spectral/dist/conditionalLogic";
    `;
    const stats = await bundle("parts", { entry: entry("parts", source) });
    expect(errorsOf(stats)).toEqual([]);
    built = require(path.join(workspace.root, "parts/index.js"));
  }, 60_000);

  test.each([
    ['"convertIntegration" of @prismatic-io/spectral', () => built.spectral.integration({})],
    ['"createHarness" of @prismatic-io/spectral', () => built.spectral.testing.createHarness({})],
    ["@prismatic-io/spectral/dist/conditionalLogic/index.js", () => built.conditions()],
    ["lodash/camelCase.js", () => built.performSafety.fromServerPerformSafety("SAFE")],
    ["lodash/merge.js", () => built.connections.templateConnectionInputs({}, {})],
  ])("says its name when it is called: %s", (name, call) => {
    expect(call).toThrow(name);
    expect(call).toThrow("is left out of this bundle (build/leftOut.js says why).");
  });

  test.each([
    ["fetch", { adapter: "fetch" }, "adapter fetch is not available in the build"],
    ["xhr", { adapter: "xhr" }, "adapter xhr is not available in the build"],
    ["HTTP/2", { httpVersion: 2 }, '"connect" of http2 is left out of this bundle'],
  ])("says its name when a request asks for it: %s", async (_, config, message) => {
    await expect(built.axios.get("http://127.0.0.1:1/", config)).rejects.toThrow(message);
  });

  test("a file uploaded has the content type that form-data's own table gives its extension", () => {
    const own = require(path.join(repository, "node_modules/form-data/node_modules/mime-types"));
    const contentTypeOf = (filename: string) => {
      const form = new built.FormData();
      form.append("file", Buffer.from("x"), { filename });
      return /^Content-Type: (.*)$/m.exec(form.getBuffer().toString().replaceAll("\r", ""))?.[1];
    };
    const extensions = Object.keys(own.types);
    expect(extensions.length).toBeGreaterThan(1000);
    const names = [
      ...extensions.map((extension) => `Report.${extension}`),
      "A.PDF",
      "a.tar.gz",
      "csv",
      "a.",
      "a.constructor",
    ];
    for (const name of names) {
      expect([name, contentTypeOf(name)]).toEqual([name, own.lookup(name) || "application/octet-stream"]);
    }
  });

  test("a FormData is still known by its tag", async () => {
    const server = await startServer({ body: "{}" });
    const form = new FormData();
    form.append("name", "Front Desk");
    await built.axios.post(server.url, form).finally(() => server.close());
    expect(server.received[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(server.received[0]?.body).toContain('name="name"');
  });

  test("spectral's invokeFlow posts with the one axios that is left", async () => {
    const server = await startServer({ body: '{"executionId":"e1"}' });
    const { component, action } = built.spectral;
    const invoke = action({
      display: { label: "Invoke", description: "Invoke a flow." },
      inputs: {},
      perform: async ({ invokeFlow }: { invokeFlow: (flow: string, data: object) => Promise<{ data: unknown }> }) => ({
        data: (await invokeFlow("sync", { day: 1 })).data,
      }),
    });
    const { actions } = component({ key: "k", public: false, display: {}, actions: { invoke }, connections: [] });
    const context = { webhookUrls: { sync: server.url }, webhookApiKeys: {}, executionFrame: {} };
    const { data } = await actions.invoke.perform(context, {}).finally(() => server.close());
    expect(data).toEqual({ executionId: "e1" });
    expect(server.received).toMatchObject([{ method: "POST", body: '{"day":1}' }]);
  });

  test("parts of dependencies that are replaced do what their callers need", () => {
    const { spectral, performSafety } = built;
    expect(spectral.util.types.cleanObject({ a: 1, b: undefined, c: null, d: "" })).toEqual({ a: 1 });
    expect(["safe", "conditional", "notAllowed"].map(performSafety.toServerPerformSafety)).toEqual([
      "SAFE",
      "CONDITIONAL",
      "NOT_ALLOWED",
    ]);
    expect(Object.prototype.toString.call(new built.FormData())).toBe("[object FormData]");
  });
});
