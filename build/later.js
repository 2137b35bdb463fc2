/**
 * A table of contents, as the bundle has it: each of the modules that it names is evaluated when something of it is first
 * asked for. An execution runs one part of one module, and would pay for the definitions of all the others. What a module
 * offers is told by the module itself, which is evaluated here, at build time, for its keys alone.
 */
const { execFileSync } = require("node:child_process");
const path = require("node:path");

/** `export * as family from "./file";` or `export { definition } from "./file";` */
const entry = /^export (?:\* as (\w+)|\{ (\w+) \}) from "(\.\/[\w/]+)";$/;

/** What stands above the entries in the bundle. */
const head = `
Object.defineProperty(exports, "__esModule", { value: true });
const lookUp = (target, key, find) => Object.defineProperty(target, key, { enumerable: true, get: () => find()[key] });
const part = (keys, find) => keys.reduce((target, key) => lookUp(target, key, find), {});
`;

const requireOf = (file) => `require(${JSON.stringify(file)})`;

const kinds = ["actions", "dataSources"];

/** The keys of each kind that the families of a table of contents have, by the family's name. */
const keysIn = (table) => {
  const script = `
    const keys = (family) => ${JSON.stringify(kinds)}.map((kind) => Object.keys(family[kind] ?? {}));
    const families = Object.entries(require(${JSON.stringify(table)}));
    process.stdout.write(JSON.stringify(Object.fromEntries(families.map(([name, family]) => [name, keys(family)]))));
  `;
  const told = execFileSync(process.execPath, ["--require", require.resolve("tsx/cjs"), "--eval", script]);
  return JSON.parse(told.toString());
};

const familyOf = (name, file, keys) => {
  const parts = kinds.map(
    (kind, index) => `${kind}: part(${JSON.stringify(keys[index])}, () => ${requireOf(file)}.${kind})`,
  );
  return `exports.${name} = { ${parts.join(", ")} };`;
};

const definitionOf = (name, file) => `lookUp(exports, "${name}", () => ${requireOf(file)});`;

module.exports = function later(source) {
  const entries = source
    .split("\n")
    .filter((line) => /^\s*(export|import)\b/.test(line))
    .map((line) => {
      const [, family, definition, file] = entry.exec(line) ?? [];
      if (!file) throw new Error(`${this.resourcePath} holds more than a table of contents does: ${line}`);
      this.addDependency(path.join(this.context, `${file}.ts`));
      return { family, definition, file };
    });
  const keys = entries.some(({ family }) => family) ? keysIn(this.resourcePath) : {};
  const lines = entries.map(({ family, definition, file }) =>
    family ? familyOf(family, file, keys[family]) : definitionOf(definition, file),
  );
  return [head, ...lines, ""].join("\n");
};
