const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");

/** The components of this package: each is `src/<name>/index.ts` and the icons of `assets/<name>/`. */
const components = ["teamviewer"];

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
  resolve: {
    extensions: [".ts", ".js"],
    // Only the test harness of spectral uses it, which no component calls.
    alias: { "jest-mock": false },
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
      },
    ],
  },
  plugins: [new CopyPlugin({ patterns: [{ context: `assets/${name}`, from: "*.png" }] })],
  // Readable stack traces in the platform's logs are worth more than a smaller file.
  optimization: { minimize: false },
  performance: { hints: false },
  stats: "errors-warnings",
}));
