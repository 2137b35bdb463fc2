/** Leaves modules out of a bundle: rules that replace them, and a check that every line of the list matched a module. */
const { moduleOf } = require("./moduleOf");

/** A rule per line: the module's source is replaced by what it `becomes`. */
const rulesFor = (lines) =>
  lines.map(({ module, becomes }) => ({
    resource: (file) => moduleOf(file) === module,
    loader: require.resolve("./replace"),
    options: { becomes },
  }));

/** Fails the build for each line that matches no module of it, and names the line. */
class EveryLineMatches {
  constructor(lines) {
    this.lines = lines;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap("EveryLineMatches", (compilation) => {
      compilation.hooks.finishModules.tap("EveryLineMatches", (modules) => {
        const found = new Set([...modules].map(({ resource }) => moduleOf(resource)));
        for (const { module, why } of this.lines) {
          if (found.has(module)) continue;
          const message = `build/leftOut.js leaves out ${module}, which is no longer in the bundle. Take its line out: "${why}"`;
          compilation.errors.push(new compiler.webpack.WebpackError(message));
        }
      });
    });
  }
}

module.exports = { EveryLineMatches, rulesFor };
