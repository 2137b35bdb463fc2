/** The real `prism integrations:import` with the example integrations, against a stand-in of the platform. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { exampleFiles } from "../../examples/integrations/check/files";
import { type Platform, startPlatform } from "../platform/platformApi";
import { createWorkspace, type Workspace } from "../platform/workspace";

const token = "token-of-the-builder";
const examples = exampleFiles().map((file) => [path.basename(file), file] as const);

let workspace: Workspace;
let platform: Platform;

beforeAll(async () => {
  workspace = createWorkspace();
  platform = await startPlatform(token);
});

afterAll(async () => {
  workspace.remove();
  await platform.close();
});

test.each(examples)(
  "%s is imported with nobody there to answer a question, and arrives as it is written",
  async (_name, file) => {
    const outcome = await workspace.run("prism", ["integrations:import", "--path", file], workspace.root, {
      PRISMATIC_URL: platform.url,
      PRISM_ACCESS_TOKEN: token,
    });
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(outcome.stdout.trim()).toBe(`integration-${platform.imports.length}`);
    expect(parse(platform.imports.at(-1) ?? "")).toEqual(parse(readFileSync(file, "utf8")));
  },
  60_000,
);
