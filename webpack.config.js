const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { EveryLineMatches, rulesFor } = require("./build/leaveOut");
const leftOut = require("./build/leftOut");
const { Licences } = require("./build/licences");

/** The components of this package: each is `src/<name>/index.ts` and the icons of `assets/<name>/`. */
const components = ["teamviewer", "realvnc", "tsmanage"];

/** What lists the parts of a component: their modules are evaluated when they are needed. */
const tablesOfContents = /src[\\/]\w+[\\/](resources|triggers)[\\/]index\.ts$/;

/** Takes out comments and indentation alone: stack traces name functions, and a statement has a line of its own. */
const readable = new MinimizerPlugin({
  extractComments: false,
  terserOptions: {
    compress: false,
    mangle: false,
    format: { comments: false, semicolons: false },
  },
});

/** One bundle per component: `dist/<name>/` is the folder that `prism components:publish` takes. */
module.exports = components.map((name) => ({
  name,
  mode: "production",
  target: "node20",
  entry: `./src/${name}/index.ts`,
  output: {
    path: path.resolve(__dirname, "dist", name),
    filename: "index.js",
    library: { type: "commonjs2" },
    clean: true,
  },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
      },
      { test: tablesOfContents, enforce: "pre", loader: require.resolve("./build/later") },
      ...rulesFor(leftOut),
    ],
  },
  plugins: [
    new CopyPlugin({ patterns: [{ context: `assets/${name}`, from: "*.png" }] }),
    new EveryLineMatches(leftOut),
    new Licences(leftOut),
  ],
  optimization: { minimizer: [readable] },
  performance: { hints: false },
  stats: "errors-warnings",
}));
