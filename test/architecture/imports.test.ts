/** The rules on imports, as `npm run check` holds them, with forbidden imports written into a copy of the sources. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import packageJson from "../../package.json";
import { createWorkspace, repository, type Workspace } from "../platform/workspace";

const copied = [
  "src",
  "sandbox",
  "engine",
  "cli",
  "scripts",
  "test",
  "spec",
  "generated",
  "package.json",
  "tsconfig.json",
  ".dependency-cruiser.js",
];

/** Per rule: a folder, and a file that the files of that folder must not import. */
const forbidden: Record<string, [folder: string, imported: string][]> = {
  "http-stands-alone": [
    ["src/http", "src/platform/ids.ts"],
    ["src/http", "src/polling/index.ts"],
    ["src/http", "src/teamviewer/client.ts"],
    ["src/http", "generated/teamviewer.limits.ts"],
    ["src/http", "spec/load.ts"],
    ["src/http/deeper", "src/platform/ids.ts"],
  ],
  "shared-layers-know-no-vendor": [
    ["src/platform", "src/teamviewer/client.ts"],
    ["src/platform", "src/realvnc/client.ts"],
    ["src/platform", "generated/realvnc.ts"],
    ["src/polling", "src/tsmanage/client.ts"],
    ["src/polling", "src/teamviewer/resources/devices.ts"],
    ["src/polling", "generated/tsmanage.enums.ts"],
  ],
  "vendors-stay-apart": [
    ["src/realvnc", "src/teamviewer/client.ts"],
    ["src/teamviewer/resources", "src/tsmanage/client.ts"],
    ["src/tsmanage", "generated/teamviewer.ts"],
    ["src/newcomer", "src/realvnc/client.ts"],
    ["src/teamviewer", "sandbox/vendors.ts"],
    ["src/teamviewer", "engine/json.ts"],
    ["src/teamviewer", "scripts/reference/index.ts"],
    ["src/teamviewer", "test/support/logger.ts"],
    ["src", "src/teamviewer/client.ts"],
  ],
  "sandbox-is-a-second-reading": [
    ["sandbox", "src/http/path.ts"],
    ["sandbox/teamviewer", "src/teamviewer/client.ts"],
    ["sandbox/core", "test/support/logger.ts"],
  ],
  "sandbox-core-knows-no-vendor": [
    ["sandbox/core", "sandbox/teamviewer/index.ts"],
    ["sandbox/core", "generated/teamviewer.ts"],
  ],
  "sandbox-vendors-stay-apart": [
    ["sandbox/teamviewer", "sandbox/realvnc/index.ts"],
    ["sandbox/teamviewer/auth", "sandbox/tsmanage/index.ts"],
    ["sandbox/realvnc", "generated/teamviewer.ts"],
  ],
  "engine-runs-what-is-built": [
    ["engine", "src/http/errors.ts"],
    ["engine", "src/teamviewer/client.ts"],
    ["engine", "cli/main.ts"],
  ],
  "faces-stand-on-the-engine": [
    ["cli", "src/http/errors.ts"],
    ["cli", "src/teamviewer/client.ts"],
    ["cli", "workbench/main.ts"],
    ["workbench", "cli/main.ts"],
    ["workbench", "src/platform/inputs.ts"],
  ],
  "page-knows-its-contract-alone": [
    ["workbench/page", "workbench/server/start.ts"],
    ["workbench/page/form", "engine/perform.ts"],
    ["workbench/page", "sandbox/vendors.ts"],
  ],
};

const allowed: [folder: string, imported: string][] = [
  ["src/http", "src/http/path.ts"],
  ["src/http", "package.json"],
  ["src/polling", "src/http/pages.ts"],
  ["src/realvnc/resources", "src/realvnc/client.ts"],
  ["src/realvnc/resources", "src/platform/inputs.ts"],
  ["src/realvnc", "generated/realvnc.ts"],
  ["sandbox/core", "spec/load.ts"],
  ["sandbox/realvnc", "generated/realvnc.ts"],
  ["sandbox/realvnc/deeper", "sandbox/core/index.ts"],
  ["sandbox", "sandbox/realvnc/index.ts"],
  ["engine", "src/http/redact.ts"],
  ["cli", "src/http/redact.ts"],
  ["cli", "engine/perform.ts"],
  ["workbench", "engine/perform.ts"],
  ["workbench/page/form", "workbench/api.ts"],
  ["cli", "sandbox/vendors.ts"],
  ["test/support", "src/teamviewer/client.ts"],
];

/** Ways to import a file without a plain `import`. */
const disguises: Record<string, string> = {
  type: 'import type { recordId } from "../platform/ids";\nexport type A = typeof recordId;',
  inlineType: 'import { type recordId } from "../platform/ids";\nexport type A = typeof recordId;',
  typeOfImport: 'export type A = typeof import("../platform/ids");',
  exported: 'export { recordId } from "../platform/ids";',
  dynamic: 'export const a = () => import("../platform/ids.js");',
  required: 'export const a = require("../platform/ids");',
  importedByRequire: 'import a = require("../platform/ids");\nexport default a;',
  detour: 'export * from "./../../src/http/../platform/ids";',
};

const circles: Record<string, Record<string, string>> = {
  two: { a: 'export * from "./b";', b: 'export * from "./a";' },
  three: { a: 'import "./b";', b: 'import "./c";', c: 'import "./a";' },
  types: {
    a: 'import type { B } from "./b";\nexport type A = B;',
    b: 'export type B = import("./a").A | string;',
  },
};

let workspace: Workspace;
let found: string[];

const write = (file: string, source: string) => {
  const target = path.join(workspace.root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${source}\n`);
  return file;
};

const importer = (folder: string, imported: string) => `${folder}/of-${imported.replace(/\W/g, "-")}.ts`;

/** Writes a file that imports another one, and that one too where the sources do not have it (yet). */
const writeImport = ([folder, imported]: [string, string]) => {
  if (!existsSync(path.join(workspace.root, imported))) write(imported, "export {};");
  const specifier = path.posix.relative(folder, imported).replace(/\.ts$/, "");
  return write(importer(folder, imported), `export * from "${specifier.replace(/^(?!\.)/, "./")}";`);
};

const writeAll = () => [
  ...[...Object.values(forbidden), allowed].flatMap((imports) => imports.map(writeImport)),
  ...Object.entries(disguises).map(([name, source]) => write(`src/http/${name}.ts`, source)),
  ...Object.entries(circles).flatMap(([name, sources]) =>
    Object.entries(sources).map(([file, source]) => write(`src/polling/${name}/${file}.ts`, source)),
  ),
];

/** The violations that the check names in some files, a line each. */
const check = async (files: string[]) => {
  const { stdout, stderr } = await workspace.run("depcruise", files, workspace.root);
  expect(stderr).toBe("");
  const violations = stdout.match(/(?<=^ {2}error ).*(?:\n {6}.*)*/gm) ?? [];
  return violations.map((violation) => violation.replace(/\s+/g, " "));
};

beforeAll(async () => {
  workspace = createWorkspace();
  for (const name of copied) cpSync(path.join(repository, name), path.join(workspace.root, name), { recursive: true });
  found = await check(writeAll());
}, 60_000);

afterAll(() => workspace.remove());

test("the rules are part of npm run check and hold for every file", () => {
  expect(packageJson.scripts.check.split(" && ")).toContain("depcruise --output-type err-long .");
});

test.each(Object.entries(forbidden))("%s", (rule, imports) => {
  const expected = imports.map(([folder, imported]) => `${rule}: ${importer(folder, imported)} → ${imported}`);
  expect(found.filter((line) => line.startsWith(`${rule}: `) && line.includes("/of-")).sort()).toEqual(expected.sort());
});

test.each(Object.keys(disguises))("an import is seen however it is written: %s", (name) => {
  expect(found).toContain(`http-stands-alone: src/http/${name}.ts → src/platform/ids.ts`);
});

test.each([
  ["two", "a.ts → b.ts → a.ts"],
  ["three", "a.ts → b.ts → c.ts → a.ts"],
  ["types", "a.ts → b.ts → a.ts"],
])("files that import each other are refused, be it for types alone: %s", (name, circle) => {
  expect(found).toContain(`no-circles: ${circle.replaceAll(/\w+\.ts/g, `src/polling/${name}/$&`)}`);
});

test("nothing else is refused", () => {
  const groups = [...Object.values(forbidden), Object.keys(disguises), Object.keys(circles)];
  expect(found).toHaveLength(groups.flat().length);
});
