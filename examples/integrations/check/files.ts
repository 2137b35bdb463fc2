import { readdirSync } from "node:fs";
import path from "node:path";

const folder = path.join(__dirname, "..");

/** The YAML files of all examples, sorted: `<example>/<name>.yaml`. */
export const exampleFiles = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(path.join(folder, name)).map((file) => path.join(folder, name, file)))
    .filter((file) => file.endsWith(".yaml"))
    .sort();
