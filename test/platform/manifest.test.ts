/** What a code-native integration sees of the component: the types that spectral's `component-manifest` makes. */
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Component, Input } from "@prismatic-io/spectral/dist/serverTypes";
import spectral from "@prismatic-io/spectral/package.json";
import published from "../../spec/prismatic-teamviewer.interface.json";
import { components, createWorkspace, type Outcome, repository, type Workspace } from "./workspace";

let workspace: Workspace;
let built: Component;
let generated: Outcome;
let compiled: Outcome;

const packageFile = { dependencies: { [spectral.name]: spectral.version } };

/** The manifest's own settings, with the file that uses it beside its sources. */
const compilerSettings = {
  extends: "./tsconfig.json",
  compilerOptions: { rootDir: ".", types: ["node"] },
  include: ["src", "*.ts"],
};

const isOnOff = ({ model }: Input) => model?.map(({ value }) => value).join() === "true,false";

const onOffInputs = () =>
  Object.values(built.actions).flatMap(({ key, inputs }) =>
    inputs.filter(isOnOff).map((input) => ({ action: key, input: input.key, isNeeded: input.required === true })),
  );

const typesOfInputs = `import manifest from "./src";
export type Values<Key extends keyof typeof manifest.actions> = Parameters<(typeof manifest.actions)[Key]["perform"]>[0];
export type Inputs<Key extends keyof typeof manifest.actions> = Omit<Values<Key>, "connection">;
`;

/** A line per on/off input that compiles only if its type is exactly the two choices, or nothing where it may be blank. */
const onOffUsage = () => `import type { Inputs } from "./inputs";
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
${onOffInputs()
  .map(
    ({ action, input, isNeeded }) =>
      `true satisfies Same<Inputs<"${action}">["${input}"], "true" | "false"${isNeeded ? "" : " | undefined"}>;`,
  )
  .join("\n")}
`;

const usage = `import type { Inputs } from "./inputs";
({ userId: "u1234567", name: "Jan Nowak" }) satisfies Inputs<"updateUser">;
({ userId: "u1234567", active: "false" }) satisfies Inputs<"updateUser">;
// @ts-expect-error
({ userId: "u1234567", active: "no" }) satisfies Inputs<"updateUser">;
// @ts-expect-error
({ userId: "u1234567", active: false }) satisfies Inputs<"updateUser">;
// @ts-expect-error
({ name: "Jan Nowak" }) satisfies Inputs<"updateUser">;
({}) satisfies Inputs<"listDevices">;
`;

const generate = async () => {
  const componentFolder = path.dirname(workspace.copyBuild("component/dist"));
  writeFileSync(path.join(componentFolder, "package.json"), JSON.stringify(packageFile));
  symlinkSync(path.join(repository, "node_modules"), path.join(workspace.root, "node_modules"), "junction");
  built = require(path.join(componentFolder, "dist/index.js")).default;
  return workspace.run(
    "component-manifest",
    ["--skip-signature-verify", "--output-dir", path.join(workspace.root, "manifest")],
    componentFolder,
  );
};

/** The integration that the guide shows, beside the sources of the manifest. */
const integrationOfGuide = () => {
  const guide = readFileSync(path.join(repository, "docs/publishing.md"), "utf8");
  const [, example = ""] = /^```ts\n(.*?)^```$/ms.exec(guide) ?? [];
  return example.replaceAll('"./manifests/teamviewer/src', '"./src');
};

const compile = () => {
  const files = {
    "guide.ts": integrationOfGuide(),
    "inputs.ts": typesOfInputs,
    "onOff.ts": onOffUsage(),
    "usage.ts": usage,
    "tsconfig.all.json": JSON.stringify(compilerSettings),
  };
  const manifest = path.join(workspace.root, "manifest");
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(manifest, name), content);
  return workspace.run("tsc", ["-p", "tsconfig.all.json"], manifest);
};

const problemsIn = (file: string) => compiled.stdout.split("\n").filter((line) => line.startsWith(file));

/** The manifest as an integration imports it, after its compilation. */
const loadManifest = async () => {
  // Through a file: what a process prints in its last moment can be cut off.
  const script =
    'require("node:fs").writeFileSync("manifest.json", JSON.stringify(require("./manifest/dist/src/index.js").default))';
  const { exitCode, stderr } = await workspace.run(process.execPath, ["-e", script], workspace.root);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(path.join(workspace.root, "manifest.json"), "utf8"));
};

beforeAll(async () => {
  workspace = createWorkspace();
  generated = await generate();
  if (generated.exitCode === 0) compiled = await compile();
}, 90_000);

afterAll(() => workspace.remove());

test("the manifest generator accepts the built component", () => {
  expect(generated).toMatchObject({ exitCode: 0, stderr: "" });
});

test("the generated sources type-check", () => {
  expect(problemsIn("src")).toEqual([]);
});

test("the manifest can be imported and has all parts of the component", async () => {
  const manifest = await loadManifest();
  expect(manifest).toMatchObject({
    key: "teamviewer",
    public: false,
    signature: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
  for (const parts of ["actions", "dataSources", "triggers"] as const) {
    expect(Object.keys(manifest[parts]).sort()).toEqual(Object.keys(built[parts]).sort());
  }
  expect(Object.keys(manifest.connections).sort()).toEqual(["teamviewerOauth", "teamviewerScriptToken"]);
  for (const { key } of published.actions) expect(manifest.actions).toHaveProperty(key);
});

test("every on/off input takes true, false or, unless it is required, nothing", () => {
  expect(onOffInputs()).toContainEqual({ action: "updateUser", input: "active", isNeeded: false });
  expect(onOffInputs()).toContainEqual({ action: "respondToUserJoinRequest", input: "isAccepted", isNeeded: true });
  expect(problemsIn("onOff.ts")).toEqual([]);
});

test("a caller may leave optional inputs out, and is stopped at a wrong choice or a missing ID", () => {
  expect(problemsIn("usage.ts")).toEqual([]);
});

test("the integration that the guide shows type-checks, and calls an action", () => {
  expect(integrationOfGuide()).toContain("teamviewer.actions.createSession.perform");
  expect(problemsIn("guide.ts")).toEqual([]);
});

test("nothing else is reported by the compiler", () => {
  expect(compiled).toEqual({ exitCode: 0, stdout: "", stderr: "" });
});

const others = components.filter((key) => key !== "teamviewer");

/** An action of each, with inputs that it takes. */
const calls: Record<string, string> = {
  realvnc: 'renameComputer.perform({ connection, entryId: "d58cb04d", name: "Till 7"',
  tsmanage: 'listMembers.perform({ connection, memberIds: ["Vk9yc2lsYSE="]',
};

/** A flow that compiles only if the action takes these inputs, and no other. */
const flowOf = (key: string) => `import { type Connection, flow } from "@prismatic-io/spectral";
import { actions } from ".";
declare const connection: Connection;
export const tiny = flow({
  name: "Tiny",
  stableKey: "tiny",
  description: "Calls an action.",
  onExecution: async () => {
    // @ts-expect-error
    await actions.${calls[key]}, misspelt: "x" });
    return { data: await actions.${calls[key]} }) };
  },
});
`;

test.each(others)(
  "the manifest of %s is generated, type-checks with a flow that uses it, and has all parts of the component",
  async (key) => {
    const folder = path.dirname(workspace.copyBuild(`${key}/dist`, key));
    const { actions, dataSources, triggers } = require(path.join(folder, "dist/index.js")).default as Component;
    writeFileSync(path.join(folder, "package.json"), JSON.stringify(packageFile));
    const target = path.join(workspace.root, `manifest-${key}`);
    const made = await workspace.run("component-manifest", ["--skip-signature-verify", "--output-dir", target], folder);
    expect(made).toMatchObject({ exitCode: 0, stderr: "" });
    writeFileSync(path.join(target, "src/flow.ts"), flowOf(key));
    expect(await workspace.run("tsc", ["-p", "tsconfig.json"], target)).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
    const script = `JSON.stringify(require("./manifest-${key}/dist/index.js").default)`;
    const { stdout } = await workspace.run(process.execPath, ["-p", script], workspace.root);
    const manifest = JSON.parse(stdout);
    const keysOf = (parts: object) => Object.keys(parts).sort();
    expect([manifest.key, ...[manifest.actions, manifest.dataSources, manifest.triggers].map(keysOf)]).toEqual([
      key,
      ...[actions, dataSources, triggers].map(keysOf),
    ]);
  },
  60_000,
);
