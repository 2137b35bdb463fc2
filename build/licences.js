/** Writes the licences of the packages that have code in the bundle beside it, because its comments are taken out. */
const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");
const { moduleOf } = require("./moduleOf");

const file = "THIRD-PARTY-LICENSES.txt";

/** The innermost package that a module belongs to, as a folder below the outermost `node_modules`. */
const packageOf = (module = "") => /^(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];

const fileIn = (folder, pattern) => {
  const name = readdirSync(folder).find((entry) => pattern.test(entry));
  return name && readFileSync(path.join(folder, name), "utf8").trim();
};

/** The text of a package's licence: of its file, or of the section at the end of its README. */
const licenceIn = (folder) =>
  fileIn(folder, /^(licen[cs]e|copying)/i) ??
  /^(?:#+ *)?licen[cs]e\s+(?:[-=]+\s+)?([^#]+)$/im.exec(fileIn(folder, /^readme/i) ?? "")?.[1];

/** Name, version and licence of a package. Throws where the package does not bring the text of its licence. */
const noticeOf = (folder) => {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const licence = licenceIn(folder);
  if (!licence) throw new Error(`The package ${name} brings no text of its licence, which the bundle has to pass on.`);
  return `${name} ${version}\n\n${licence}\n`;
};

/** The modules of a chunk, also those that webpack has put together into one. */
const modulesOf = ({ chunks, chunkGraph }) =>
  [...chunks]
    .flatMap((chunk) => [...chunkGraph.getChunkModules(chunk)])
    .flatMap((module) => module.modules ?? [module])
    .flatMap(({ resource }) => moduleOf(resource) ?? []);

class Licences {
  /** `lines` as in `leftOut.js`: of what they replace, nothing is in the bundle but what they keep. */
  constructor(lines) {
    this.replaced = new Map(lines.map(({ module, keeps = [] }) => [module, keeps]));
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const folderOf = (name) => path.join(compiler.context, "node_modules", name);
    compiler.hooks.compilation.tap("Licences", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "Licences", stage }, () => {
        const names = modulesOf(compilation).flatMap((module) => this.replaced.get(module) ?? packageOf(module));
        const notices = [...new Set(names)].sort().map((name) => noticeOf(folderOf(name)));
        compilation.emitAsset(file, new sources.RawSource(notices.join(`\n${"-".repeat(80)}\n\n`)));
      });
    });
  }
}

module.exports = { Licences };
