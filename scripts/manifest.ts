/** `npm run manifest -- COMPONENT FOLDER`: writes the manifest of a built component for code-native integrations. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtComponents } from "../engine/component";
import { dependencies } from "../package.json";

const dist = path.join(__dirname, "..", "dist");

/** spectral's generator wants to run in a package that has its build in `dist/`. */
const packageOf = (component: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), `${component}-`));
  cpSync(path.join(dist, component), path.join(folder, "dist"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ dependencies }));
  return folder;
};

/** The exit code of the generator. Nothing is asked of the platform: the signature is that of the build. */
const generate = (component: string, target: string): number => {
  const cwd = packageOf(component);
  const args = ["--skip-signature-verify", "--output-dir", path.resolve(target)];
  const { status } = spawnSync("component-manifest", args, { cwd, stdio: "inherit" });
  rmSync(cwd, { recursive: true, force: true });
  return status ?? 1;
};

const [component = "", target] = process.argv.slice(2);
const components = builtComponents(dist);

if (components.includes(component) && target) {
  process.exitCode = generate(component, target);
} else {
  console.error(`Usage: npm run manifest -- COMPONENT FOLDER, where COMPONENT is one of ${components.join(", ")}.`);
  process.exitCode = 2;
}
