/**
 * `prism integrations:import` for one file after another: loading prism takes as long as a hundred imports.
 * Arguments: prism's folder, and the files.
 */
import path from "node:path";

const [prism = "", ...files] = process.argv.slice(2);
const { Commands } = await import(path.join(prism, "lib/index.js"));

for (const file of files) await Commands["integrations:import"].run(["--path", file], prism);
