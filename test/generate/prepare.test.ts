/** What `npm ci` runs, in a package of its own. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createWorkspace, repository, type Workspace } from "../platform/workspace";

let workspace: Workspace;

beforeEach(() => {
  workspace = createWorkspace();
  cpSync(path.join(repository, "scripts/prepare.js"), path.join(workspace.root, "scripts/prepare.js"));
});

afterEach(() => workspace.remove());

const prepare = (generate: string, ...installed: string[]) => {
  writeFileSync(path.join(workspace.root, "package.json"), JSON.stringify({ scripts: { generate } }));
  for (const tool of installed) mkdirSync(path.join(workspace.root, "node_modules", tool), { recursive: true });
  return workspace.run(process.execPath, ["scripts/prepare.js"], workspace.root);
};

const generates = `node -e "console.log('written')"`;

test("an installation without development dependencies succeeds and says in a line what it goes without", async () => {
  const { exitCode, stdout, stderr } = await prepare(generates);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^prepare: generated\/ is not written, .*development dependencies.*\n$/);
});

test("an installation with them writes what is generated", async () => {
  const { exitCode, stdout } = await prepare(generates, "tsx", "openapi-typescript");
  expect({ exitCode, lastLine: stdout.trim().split("\n").at(-1) }).toEqual({ exitCode: 0, lastLine: "written" });
});

test("an installation fails when generating fails, also when only one of the tools is missing", async () => {
  expect(await prepare('node -e "process.exit(3)"', "tsx", "openapi-typescript")).toMatchObject({ exitCode: 3 });
  expect((await prepare("tool-that-is-not-installed", "openapi-typescript")).exitCode).not.toBe(0);
});
