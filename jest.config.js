/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
  // TypeScript wants the extension in an import() and Jest looks for the file as it is.
  moduleNameMapper: { "^(\\.{1,2}/(?:sandbox|engine|commands)/.*)\\.js$": "$1" },
  testTimeout: 20_000,
  // Most of the time goes into waiting for servers and child processes, so that no core has to be left free.
  maxWorkers: "100%",
  setupFilesAfterEnv: ["<rootDir>/test/support/memory.ts"],
};
