/** For `npm run mutation`. */

// Few histories of the model are enough to see a mutant, and thousands of mutants run them.
process.env.MODEL_RUNS ??= "100";

module.exports = {
  ...require("./jest.config"),
  roots: ["<rootDir>/test/mutation"],
  testMatch: ["<rootDir>/test/mutation/all.ts"],
  testEnvironment: require.resolve("./test/mutation/environment.js"),
  // A test that a mutant lets wait for ever fails, before Stryker ends the whole process for it.
  testTimeout: 8_000,
};
