/** What can stand in the place of a module: functions that give a source, of the module's own file and source. */
const path = require("node:path");
const { moduleOf } = require("./moduleOf");

const requireOf = (file) => `require(${JSON.stringify(file)})`;

/** Another file of the package, relative to the module. */
const otherFile = (file) => () => `module.exports = ${requireOf(file)};`;

/** What throws as soon as it is called, and names the module. */
const refusal = (file) =>
  `module.exports = ${requireOf(path.join(__dirname, "refuse.js"))}(${JSON.stringify(moduleOf(file))});`;

/** The function of that name in `smaller.js`. */
const smaller = (name) => () => `module.exports = ${requireOf(path.join(__dirname, "smaller.js"))}.${name};`;

/** The module with one passage of its source changed. Throws when the passage is not there exactly once. */
const changed = (from, to) => (file, source) => {
  const parts = source.split(from);
  if (parts.length === 2) return parts.join(to);
  throw new Error(
    `build/leftOut.js changes "${from}" in ${file}, where it occurs ${parts.length - 1} times. Adapt the line.`,
  );
};

/** All content types that the package mime-types knows by extension, a line each: `type extension extension…`. */
const contentTypes = (file) => {
  const extensions = new Map();
  for (const [extension, type] of Object.entries(require(file).types)) {
    extensions.set(type, [...(extensions.get(type) ?? []), extension]);
  }
  return [...extensions].map(([type, names]) => [type, ...names].join(" ")).join("\n");
};

/** Of the package mime-types its `lookup` alone, which finds what the package's own finds. */
const lookupOfContentTypes = (file) => `
const { extname } = require("path");
const table = ${JSON.stringify(contentTypes(file))};
let types;
const readTable = () => {
  types = new Map();
  for (const line of table.split("\\n")) {
    const [type, ...extensions] = line.split(" ");
    for (const extension of extensions) types.set(extension, type);
  }
  return types;
};
exports.lookup = function lookup(name) {
  if (!name || typeof name !== "string") return false;
  return (types ?? readTable()).get(extname("x." + name).toLowerCase().slice(1)) ?? false;
};
`;

module.exports = { changed, lookupOfContentTypes, otherFile, refusal, smaller };
