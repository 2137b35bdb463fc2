/** The real `prism integrations:import` with the example integrations, against a stand-in of the platform. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { exampleFiles } from "../../examples/integrations/check/files";
import { type Platform, startPlatform } from "../platform/platformApi";
import { createWorkspace, type Outcome, type Workspace } from "../platform/workspace";

const token = "token-of-the-builder";
const prism = path.dirname(require.resolve("@prismatic-io/prism/package.json"));
const files = exampleFiles();
const [first = ""] = files;

let workspace: Workspace;
let platform: Platform;

const run = (command: string, ...args: string[]): Promise<Outcome> =>
  workspace.run(command, args, workspace.root, { PRISMATIC_URL: platform.url, PRISM_ACCESS_TOKEN: token });

beforeEach(async () => {
  workspace = createWorkspace();
  platform = await startPlatform(token);
});

afterEach(async () => {
  workspace.remove();
  await platform.close();
});

test("the command imports an integration with nobody there to answer a question", async () => {
  const outcome = await run("prism", "integrations:import", "--path", first);
  expect(outcome).toEqual({ exitCode: 0, stdout: "integration-1\n", stderr: "" });
  expect(platform.imports.map((definition) => parse(definition))).toEqual([parse(readFileSync(first, "utf8"))]);
}, 60_000);

test("every integration is imported, and arrives as it is written", async () => {
  const outcome = await run("node", path.join(__dirname, "importAll.mjs"), prism, ...files);
  expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
  expect(outcome.stdout.trim().split("\n")).toEqual(files.map((_, index) => `integration-${index + 1}`));
  expect(platform.imports.map((definition) => parse(definition))).toEqual(
    files.map((file) => parse(readFileSync(file, "utf8"))),
  );
}, 60_000);
