import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Answers } from "./index";

const folder = path.join(__dirname, "..");

/** The YAML files of all examples, sorted: `<example>/<name>.yaml`. */
export const exampleFiles = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(path.join(folder, name)).map((file) => path.join(folder, name, file)))
    .filter((file) => file.endsWith(".yaml"))
    .sort();

/** What foreign servers answer to the steps of an integration: `answers.json` in its folder, if there is one. */
export const answersBeside = (file: string): Answers => {
  const beside = path.join(path.dirname(file), "answers.json");
  return existsSync(beside) ? JSON.parse(readFileSync(beside, "utf8")) : {};
};
