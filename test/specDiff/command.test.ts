/** The command says what is wrong with a file, and tells a difference from an error by its exit code. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { at, createWorkspace, knownFile } from "./support";

const root = path.join(__dirname, "../..");
const workspace = createWorkspace();
afterAll(workspace.remove);
const { folder, run, write, writeChanged } = workspace;

const refused = async (...argv: string[]) => {
  const { code, out, error } = await run(...argv);
  expect([code, out]).toEqual([2, ""]);
  return error.replaceAll(`${folder}${path.sep}`, "");
};

test("the description itself, as YAML, has no difference", async () => {
  expect(await run(knownFile)).toEqual({ code: 0, out: "No difference.", error: "" });
});

test("differences are told with the actions that they touch; the file is meant from where npm was called", () => {
  writeChanged(({ components: { schemas } }) => {
    at(schemas, "GroupsPutParameters").properties.colour = { type: "string" };
  });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", require.resolve("tsx"), path.join(root, "scripts/specDiff/main.ts"), "newer.json"],
    { cwd: root, encoding: "utf8", env: { ...process.env, npm_lifecycle_event: "spec:diff", INIT_CWD: folder } },
  );
  expect(stderr).toBe("");
  expect(stdout).toContain("  PUT /groups/{id} (updateGroup)\n    + body field colour: string\n");
  expect(stdout).toMatch(/^Actions touched: updateGroup\.$/m);
  expect(status).toBe(1);
});

test("--help tells the exit codes", async () => {
  const { code, out } = await run("--help");
  expect(out).toContain("Exit code: 0 without a difference, 1 with differences, 2 after an error.");
  expect(code).toBe(0);
});

test.each([[[]], [["a.yaml", "b.yaml"]]])("%j is no call: one file is needed", async (argv) => {
  expect(await refused(...argv)).toMatch(/^One file is needed\.\n\nnpm run spec:diff -- FILE\n/);
});

test("a flag that does not exist is refused", async () => {
  expect(await refused("--quick", "a.yaml")).toMatch(/Unknown option '--quick'/);
});

test("a file that does not exist, and a folder, are told", async () => {
  mkdirSync(path.join(folder, "folder"));
  expect(await refused("missing.yaml")).toBe("missing.yaml cannot be read: there is no such file.");
  expect(await refused("folder")).toBe("folder cannot be read: it is a folder.");
});

const reference = (target: string) =>
  JSON.stringify({
    openapi: "3.0.1",
    paths: { "/api/v1/ping": { get: { parameters: [{ $ref: target }] } } },
    components: { parameters: { Loop: { $ref: "#/components/parameters/Loop" } } },
  });

test.each([
  ["a web page", "<html><body>Sign in: please</body>\n<p>: {", /^file is neither YAML nor JSON: .+/],
  ["cut-off JSON", '{"openapi":"3.0.1","paths":{', /^file is neither YAML nor JSON: .+/],
  ["an empty file", "", /^file is no OpenAPI 3 description: "openapi: 3\.\.\." and "paths" are needed\.$/],
  ["a text", "hello", /^file is no OpenAPI 3 description/],
  ["a list", "[1, 2]", /^file is no OpenAPI 3 description/],
  ["a description without paths", "openapi: 3.0.1\npaths: {}", /^file is no OpenAPI 3 description/],
  ["an older format", 'swagger: "2.0"\npaths: {}', /^file is a description of Swagger 2\.0\. OpenAPI 3 is needed\.$/],
  [
    "a dead reference",
    reference("#/components/schemas/No"),
    /^file refers to #\/components\/schemas\/No, which it does/,
  ],
  ["a reference to a file", reference("other.yaml#/Id"), /^file refers to another file: other\.yaml#\/Id\.$/],
  [
    "a reference to itself",
    reference("#/components/parameters/Loop"),
    /^file: #\/components\/parameters\/Loop refers to/,
  ],
])("%s is refused", async (_what, text, message) => {
  write("file", text);
  expect(await refused("file")).toMatch(message);
});
