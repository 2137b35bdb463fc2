/** How the bundle puts off what an execution does not need: the build's loader for tables of contents. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Configuration, type Stats, webpack } from "webpack";
import { builtComponent } from "../support/component";
import { components, createWorkspace, repository, type Workspace } from "./workspace";

const [teamviewer]: Configuration[] = require("../../webpack.config.js");

let workspace: Workspace;

beforeAll(() => {
  workspace = createWorkspace();
});

afterAll(() => workspace.remove());

const write = (file: string, source: string) => {
  const target = path.join(workspace.root, "src/example", file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, source);
  return target;
};

/** Builds an entry as a component is built, without what the build leaves out of its dependencies. */
const build = (entry: string): Promise<Stats> => {
  const output = { ...teamviewer?.output, path: path.join(workspace.root, "dist") };
  const configuration = { ...teamviewer, entry, output, plugins: [], optimization: { minimize: false } };
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => (stats ? resolve(stats) : reject(error)));
  });
};

const marked = (name: string, parts: string) => `
(globalThis as any).evaluated = [...((globalThis as any).evaluated ?? []), "${name}"];
${parts}`;

const evaluated = () => (globalThis as { evaluated?: string[] }).evaluated ?? [];

describe("a small component", () => {
  interface Example {
    families: Record<string, { actions: object; dataSources: object }>;
    triggers: Record<string, unknown>;
  }
  let example: Example;

  beforeAll(async () => {
    write("resources/devices.ts", marked("devices", "export const actions = { getDevice: 1, listDevices: 2 };"));
    write(
      "resources/groups.ts",
      marked("groups", "export const actions = { getGroup: 3 };\nexport const dataSources = { selectGroup: 4 };"),
    );
    write(
      "resources/index.ts",
      'export * as devices from "./devices";\n// More\nexport * as groups from "./groups";\n',
    );
    write("triggers/newDevices.ts", marked("newDevices", "export const newDevices = 5;"));
    write("triggers/index.ts", '/** One. */\nexport { newDevices } from "./newDevices";\n');
    const entry = write(
      "index.ts",
      'import * as families from "./resources";\nimport * as triggers from "./triggers";\nexport { families, triggers };\n',
    );
    const stats = await build(entry);
    expect(stats.toJson({ all: false, errors: true }).errors).toEqual([]);
    // The build has asked the modules for their keys.
    (globalThis as { evaluated?: string[] }).evaluated = [];
    example = require(path.join(workspace.root, "dist/index.js"));
  });

  test("tells all keys of its families and triggers before it evaluates one of them", () => {
    const keys = Object.entries(example.families).map(([name, { actions, dataSources }]) => [
      name,
      ...Object.keys(actions),
      ...Object.keys(dataSources),
    ]);
    expect(keys).toEqual([
      ["devices", "getDevice", "listDevices"],
      ["groups", "getGroup", "selectGroup"],
    ]);
    expect(Object.keys(example.triggers)).toEqual(["newDevices"]);
    expect(evaluated()).toEqual([]);
  });

  test("evaluates the one module of which something is asked for, once", () => {
    expect({ ...example.families.groups?.actions }).toEqual({ getGroup: 3 });
    expect({ ...example.families.groups?.dataSources }).toEqual({ selectGroup: 4 });
    expect(evaluated()).toEqual(["groups"]);
    expect(example.triggers.newDevices).toBe(5);
    expect(evaluated()).toEqual(["groups", "newDevices"]);
  });
});

test("a table of contents that holds something else fails the build, which names the line", async () => {
  write("resources/index.ts", 'export * as devices from "./devices";\nexport const more = 1;\n');
  const stats = await build(write("entry.ts", 'export * as families from "./resources";\n'));
  const [error] = stats.toJson({ all: false, errors: true }).errors ?? [];
  expect(error?.message).toContain("holds more than a table of contents does: export const more = 1;");
});

interface Parts {
  actions?: object;
  dataSources?: object;
}

/** The keys that the sources of a component have; triggers only where it has any. */
const keysInSources = (key: string) => {
  const folder = path.join(repository, "src", key);
  const families = Object.values<Parts>(require(path.join(folder, "resources")));
  const triggers = existsSync(path.join(folder, "triggers")) ? require(path.join(folder, "triggers")) : {};
  return {
    actions: families.flatMap(({ actions = {} }) => Object.keys(actions)).sort(),
    dataSources: families.flatMap(({ dataSources = {} }) => Object.keys(dataSources)).sort(),
    triggers: Object.keys(triggers).sort(),
  };
};

test.each(components)("the built %s has every action, dropdown and trigger of the sources, by the same keys", (key) => {
  const { actions, dataSources, triggers } = builtComponent(key).component;
  const keysOf = (parts: object) => Object.keys(parts).sort();
  expect({
    actions: keysOf(actions),
    dataSources: keysOf(dataSources),
    triggers: keysOf(triggers),
  }).toEqual(keysInSources(key));
});
