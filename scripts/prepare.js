/**
 * What npm runs after an installation: writes `generated/`. An installation without the development tools has nothing
 * to write it with and nothing to build with it, so that it goes without.
 */
const { spawnSync } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");

const isInstalled = (tool) => existsSync(path.join(root, "node_modules", tool));

if (["tsx", "openapi-typescript"].some(isInstalled)) {
  process.exitCode = spawnSync("npm run generate", { cwd: root, shell: true, stdio: "inherit" }).status ?? 1;
} else {
  console.log("prepare: generated/ is not written, because the development dependencies are not installed.");
}
