/** The path of a file below the outermost `node_modules`, with slashes; undefined for a file of this package. */
const moduleOf = (file = "") => /node_modules[\\/](.+)/.exec(file)?.[1].replaceAll("\\", "/");

module.exports = { moduleOf };
