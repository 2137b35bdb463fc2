/** Every built folder as the platform gets it: on its own, with nothing else installed. */
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import packageJson from "../../package.json";
import { components, createWorkspace, repository, type Workspace } from "./workspace";

const resolves = `(name) => { try { require.resolve(name); return true; } catch { return false; } }`;

describe.each(components)("%s", (key) => {
  let workspace: Workspace;
  let folder: string;
  let bundle: string;

  beforeAll(() => {
    workspace = createWorkspace();
    folder = workspace.copyBuild("component", key);
    bundle = readFileSync(path.join(folder, "index.js"), "utf8");
  });

  afterAll(() => workspace.remove());

  /** Runs a script in the bare folder and gives what it prints as JSON; what it prints as an error fails the test. */
  const evaluate = async (script: string) => {
    const { stdout, stderr } = await workspace.run(process.execPath, ["-e", script], folder);
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  };

  test("the bundle loads where no package is installed, as CommonJS with a default export", async () => {
    const loaded = await evaluate(`
      const installed = ["@prismatic-io/spectral", "axios"].some(${resolves});
      const exported = require("./index.js");
      console.log(JSON.stringify({ installed, names: Object.keys(exported), key: exported.default.key }));
    `);
    expect(loaded).toEqual({ installed: false, names: ["default"], key });
  });

  test("of package.json the bundle holds the name and the version alone", () => {
    const { version, devDependencies } = packageJson;
    expect(bundle).toContain(JSON.stringify(version));
    expect(bundle).not.toContain('"devDependencies"');
    for (const dependency of Object.keys(devDependencies)) expect(bundle).not.toContain(`"${dependency}":"`);
  });

  test("loading it does not load what no request needs: undici, HTTP/2", async () => {
    const loaded: string[] = await evaluate(`
      require("./index.js");
      console.log(JSON.stringify(process.moduleLoadList));
    `);
    expect(loaded).toContain("NativeModule https");
    expect(loaded.filter((name) => /undici|http2$/.test(name))).toEqual([]);
  });

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

  test("the bundle holds nothing of another vendor's", () => {
    const others = components.filter((other) => other !== key);
    // The table of content types has one of RealVNC's: application/vnd.realvnc.bed.
    expect(others.filter((other) => new RegExp(`\\b(?<!vnd\\.)${other}\\b`, "i").test(bundle))).toEqual([]);
  });
});
